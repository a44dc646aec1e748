import { describe, expect, it } from 'vitest'
import { joinDatabase } from '../../src-main/database/openDatabase.ts'
import { openWholeOffice, wordsOf } from './wholeOffice.ts'

/** An office without Claude, with a role, somebody in the book, and a session tomorrow by the clock of the laptop. */
async function openDay() {
  const office = await openWholeOffice()
  const { client } = office
  await client.claude.removeKey({})
  const production = await client.productions.create({ title: 'The Last Tonga' })
  const role = { id: 'role of Lalita', name: 'LALITA' }
  const db = joinDatabase(office.folder)
  db.prepare('INSERT INTO role (id, production_id, name, created_at) VALUES (?, ?, ?, ?)').run(role.id, production.id, role.name, new Date().toISOString())
  db.close()
  const person = await client.talent.create({ facts: { name: 'Tara Sood', gender: 'female' } })
  const tomorrow = new Date(Date.now() + 86_400_000)
  const day = [tomorrow.getFullYear(), tomorrow.getMonth() + 1, tomorrow.getDate()].map(part => String(part).padStart(2, '0')).join('-')
  const session = await client.auditions.create({ facts: { productionId: production.id, kind: 'audition', title: 'First reads', day, from: '14:00', to: '17:00', zone: Intl.DateTimeFormat().resolvedOptions().timeZone, place: '', slotMinutes: 30 } })
  const conversationId = await office.begin(production.id)
  const action = async () => {
    const [one] = await office.actions(conversationId)
    if (!one) throw new Error(`no action in: ${wordsOf(await office.last(conversationId))}`)
    return one
  }
  return { ...office, production, role, person, session, conversationId, action, say: (text: string) => office.ask(conversationId, text) }
}

describe('a wish to have something done, without Claude', () => {
  it('puts on a list after the click alone, stands in the log as hers, and is taken back', async () => {
    const { client, production, person, role, say, action, last, conversationId, standIn } = await openDay()
    await say('Tara ko Lalita ke short list mein daalo')
    const waiting = await action()
    expect(waiting).toMatchObject({ tool: 'put_on_list', state: 'waiting', askedBy: 'user', title: 'Put Tara Sood on the short list for LALITA' })
    expect(wordsOf(await last(conversationId))).toContain('haan')
    expect(await client.casting.board({ productionId: production.id })).toEqual([])
    await client.chat.decide({ actionId: waiting.id, yes: true })
    expect(await client.casting.board({ productionId: production.id })).toMatchObject([{ roleId: role.id, talent: { id: person.id }, list: 'shortList' }])
    expect((await client.chat.actions({})).actions).toMatchObject([{ state: 'done', askedBy: 'user' }])
    await client.chat.undoAction({ actionId: waiting.id })
    expect(await client.casting.board({ productionId: production.id })).toEqual([])
    expect(standIn.requests.filter(({ method }) => method === 'POST')).toEqual([])
  })

  it('asks for what is missing, and takes the answer for it', async () => {
    const { client, production, say, action, last, conversationId } = await openDay()
    await say('put Tara Sood on the list')
    expect(wordsOf(await last(conversationId))).toContain('For which role')
    await say('for Lalita')
    expect(wordsOf(await last(conversationId))).toContain('which list')
    await say('long list')
    await client.chat.decide({ actionId: (await action()).id, yes: true })
    expect(await client.casting.board({ productionId: production.id })).toMatchObject([{ list: 'longList' }])
  })

  it('books, moves and cancels a time, each after its own click', async () => {
    const { client, production, session, say, action } = await openDay()
    const slots = async () => (await client.auditions.sessions({ productionId: production.id })).filter(({ id }) => id === session.id).flatMap(one => one.slots).map(({ from, talentName }) => `${from} ${talentName}`)
    await say('book Tara at 3 pm tomorrow')
    expect(await slots()).toEqual([])
    await client.chat.decide({ actionId: (await action()).id, yes: true })
    expect(await slots()).toEqual(['15:00 Tara Sood'])
    await say('move her to 4')
    await client.chat.decide({ actionId: (await action()).id, yes: true })
    expect(await slots()).toEqual(['16:00 Tara Sood'])
    await say("cancel Tara's slot")
    await client.chat.decide({ actionId: (await action()).id, yes: false })
    expect(await slots()).toEqual(['16:00 Tara Sood'])
    await say("cancel Tara's slot")
    await client.chat.decide({ actionId: (await action()).id, yes: true })
    expect(await slots()).toEqual([])
  })

  it('fails plainly where the person left the book between the question and the click, and changes nothing', async () => {
    const { client, production, person, say, action } = await openDay()
    await say('put Tara Sood on the short list for Lalita')
    const { id } = await action()
    await client.talent.remove({ id: person.id })
    expect(await client.chat.decide({ actionId: id, yes: true })).toMatchObject({ state: 'failed', failure: { code: expect.stringMatching(/NOT_FOUND|CONFLICT/) as string } })
    await client.talent.restore({ id: person.id })
    expect(await client.casting.board({ productionId: production.id })).toEqual([])
  })

  it('is left to Claude where Claude answers', async () => {
    const { client, say, last, conversationId, production } = await openDay()
    await client.claude.setKey({ key: 'sk-ant-test-key' })
    await client.claude.setConsent({ productionId: production.id, allowed: true })
    await say('put Tara Sood on the short list for Lalita')
    expect(await last(conversationId)).toMatchObject({ by: 'claude' })
  })
})
