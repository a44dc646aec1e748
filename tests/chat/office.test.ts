import { createRouterClient } from '@orpc/server'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { ConversationId } from '../../src-preload/contract/memory.ts'
import { createCastMatch } from '../../src-main/castmatch.ts'
import { findApplicationFolders } from '../../src-main/page/applicationFolder.ts'
import { failing, saying, startClaudeStandIn } from '../support/claudeStandIn.ts'
import { memorySecretKeeper, memorySettingsKeeper } from '../support/memoryKeepers.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

/** A whole office that talks to a stand-in of Claude over real HTTP, with a production that may be sent. */
async function openOffice() {
  const standIn = await startClaudeStandIn()
  onTestFinished(() => standIn.close())
  const office = await createCastMatch({
    door: 'browser', dataFolder: temporaryFolder(), resourcesFolder: findApplicationFolders(import.meta.url).resources,
    settings: memorySettingsKeeper(), secrets: memorySecretKeeper(),
  })
  onTestFinished(() => office.close())
  const client = createRouterClient(office.router, { context: {} })
  await client.settings.update({ claudeAddress: standIn.address })
  await client.claude.setKey({ key: 'sk-ant-test-key' })
  const production = await client.productions.create({ title: 'The Last Tonga' })
  await client.claude.setConsent({ productionId: production.id, allowed: true })
  const person = await client.talent.create({ facts: { name: 'Devnath Rai', city: 'Varanasi', gender: 'male', languages: [{ language: 'Bhojpuri', fluency: 'native', dialects: [] }] } })
  const conversation = await client.chat.begin({ productionId: production.id })
  const rest = async (conversationId: ConversationId, begin: () => Promise<unknown>): Promise<void> => {
    const events = await client.chat.follow({ conversationId })
    await events.next()
    await events.next()
    await begin()
    for await (const event of events) if (event.kind === 'phase' && (event.phase.kind === 'idle' || event.phase.kind === 'waiting')) break
  }
  const ask = (text: string): Promise<void> => rest(conversation.id, () => client.chat.send({ conversationId: conversation.id, text, agreed: ['first', 'large'] }))
  const last = async () => {
    const message = (await client.chat.messages({ conversationId: conversation.id })).messages.at(-1)
    if (!message) throw new Error('nothing was said')
    return message
  }
  return { standIn, client, conversation, production, person, ask, last, rest }
}

describe('a conversation over the wire', () => {
  it('looks people up, shows them as cards, and sends only what the Messages API takes', async () => {
    const { standIn, ask, last, person } = await openOffice()
    standIn.replies(
      saying([{ text: 'Let me look.' }, { tool: 'search_talent', input: { sentence: 'man who speaks Bhojpuri' } }]),
      saying([{ text: 'I would ask [Devnath Rai](#t1); there is also [Nobody](#t77).' }]),
    )
    await ask('Who speaks Bhojpuri?')
    const answer = await last()
    expect(answer).toMatchObject({ state: 'done', by: 'claude', failure: null })
    expect(answer.blocks).toMatchObject([{ kind: 'text' }, { kind: 'tool', tool: 'search_talent', state: 'done' }, { kind: 'text' }])
    expect(answer.cards).toMatchObject([{ ref: 't1', kind: 'talent', id: person.id, title: 'Devnath Rai' }])
    expect(standIn.requests.filter(({ method }) => method === 'POST').length).toBeGreaterThanOrEqual(2)
  })

  it('lets go of the line when it is stopped, and keeps what came', async () => {
    const { standIn, client, conversation, rest, last } = await openOffice()
    standIn.replies(saying([{ text: 'One two three four five six seven eight nine ten. '.repeat(200) }], { pace: 200 }))
    await rest(conversation.id, async () => {
      await client.chat.send({ conversationId: conversation.id, text: 'Count.', agreed: ['first'] })
      const events = await client.chat.follow({ conversationId: conversation.id })
      for await (const event of events) if (event.kind === 'delta') break
      await client.chat.stop({ conversationId: conversation.id })
    })
    await standIn.leftAlone(1)
    const answer = await last()
    expect(answer.state).toBe('stopped')
    expect(JSON.stringify(answer.blocks)).toContain('One')
  })

  it('answers from the records where the key is gone, and says why', async () => {
    const { client, ask, last } = await openOffice()
    await client.claude.removeKey({})
    await ask('Who speaks Bhojpuri?')
    const answer = await last()
    expect(answer).toMatchObject({ by: 'records', state: 'done', failure: { code: 'CLAUDE_NO_KEY' } })
    expect(JSON.stringify(answer.blocks)).toContain('Devnath Rai')
  })

  it('fails with a sentence where the key is refused, and can be retried', async () => {
    const { standIn, client, ask, last, rest, conversation } = await openOffice()
    standIn.replies(failing(401, 'authentication_error'), saying([{ text: 'Yes.' }]))
    await ask('Who?')
    const failed = await last()
    expect(failed).toMatchObject({ state: 'failed', failure: { code: 'CLAUDE_KEY_REFUSED' } })
    await rest(conversation.id, () => client.chat.retry({ answerId: failed.id, agreed: ['first'] }))
    expect(await last()).toMatchObject({ state: 'done', blocks: [{ text: 'Yes.' }], versions: 1 })
  })

  it('asks before the first question of a production is sent', async () => {
    const { client } = await openOffice()
    const other = await client.productions.create({ title: 'Under NDA' })
    const conversation = await client.chat.begin({ productionId: other.id })
    const before = await client.chat.before({ conversationId: conversation.id, text: 'Who?' })
    expect(before).toMatchObject({ who: 'claude', asks: ['first'] })
    await expect(client.chat.send({ conversationId: conversation.id, text: 'Who?' })).rejects.toMatchObject({ code: 'CLAUDE_ASKS_FIRST' })
    expect((await client.chat.messages({ conversationId: conversation.id })).messages).toEqual([])
  })
})
