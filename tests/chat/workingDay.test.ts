import { describe, expect, it, vi } from 'vitest'
import type { ConversationId } from '../../src-preload/contract/memory.ts'
import { answering, failing, saying } from '../support/claudeStandIn.ts'
import { openWholeOffice, wordsOf, type WholeOffice } from './wholeOffice.ts'

/** What comes in the background is looked for, never slept on. */
const waiting = { timeout: 30_000, interval: 20 } as const

/** An office with the demo open and a conversation about it, in which its role with the most lines is `r1` and a person `t1`. */
async function openDay() {
  const office = await openWholeOffice()
  const { client, standIn } = office
  let productionId = null
  for await (const event of await client.productions.openDemo({})) if (event.kind === 'done') ({ productionId } = event.result)
  if (productionId === null) throw new Error('the demo did not open')
  await client.claude.setConsent({ productionId, allowed: true })
  const production = await client.productions.get({ id: productionId })
  const roles = await client.roles.list({ productionId })
  const [role] = roles
  if (!role) throw new Error('the demo has no role')
  const conversationId = await office.begin(productionId)
  const last = (): Promise<string> => office.last(conversationId).then(wordsOf)
  /** The references by which Claude knows the largest role and somebody who was found. */
  const refs = async () => {
    standIn.replies(saying([{ tool: 'list_roles', input: { limit: 1 } }, { tool: 'search_talent', input: { sentence: 'woman from Mumbai', limit: 1 } }]), saying([{ text: 'Found.' }]))
    await office.ask(conversationId, 'Who is there?')
    const cards = (await office.last(conversationId)).blocks.flatMap(block => (block.kind === 'tool' ? block.cards : []))
    const found = (kind: string) => {
      const card = cards.find(one => one.kind === kind)
      if (!card) throw new Error(`no ${kind} was found`)
      return card
    }
    return { role: found('role'), person: found('talent') }
  }
  return { ...office, productionId, production, roles, conversationId, refs, lastWords: last }
}

/** Waits until a conversation that was left has been looked through for memories. */
async function proposalsOf({ client }: WholeOffice, conversationId: ConversationId) {
  await vi.waitUntil(async () => (await client.memory.proposals({ conversationId })).length > 0, waiting)
  return client.memory.proposals({ conversationId })
}

/** Waits until Claude gave a conversation its title. */
async function titled(client: WholeOffice['client'], id: ConversationId): Promise<void> {
  await vi.waitUntil(async () => (await client.chat.get({ id })).titledBy === 'claude', waiting)
}

describe('a working day with Claude', () => {
  it('looks up, matches, puts on a list after a yes, takes it back, and drafts a message', async () => {
    const { standIn, client, conversationId, refs, ask, untilRest, last, actions, productionId } = await openDay()
    const { role, person } = await refs()
    standIn.replies(
      saying([{ tool: 'match_role', input: { role: role.ref, limit: 3 } }]),
      saying([{ text: 'I would begin with her.' }, { tool: 'put_on_list', input: { role: role.ref, talent: person.ref, list: 'shortList', reason: 'Cried well' } }]),
      saying([{ text: 'She is on the short list.' }]),
    )
    await ask(conversationId, 'Put her on the short list.')
    const [action] = await actions(conversationId)
    if (!action) throw new Error('no action')
    expect(action.state).toBe('waiting')
    expect(await client.casting.board({ productionId })).toEqual([])
    await untilRest(conversationId, () => client.chat.decide({ actionId: action.id, yes: true }))
    expect(await client.casting.board({ productionId })).toMatchObject([{ talent: { id: person.id }, list: 'shortList' }])
    expect(wordsOf(await last(conversationId))).toContain('She is on the short list.')
    expect((await client.memory.list({ kind: 'episodic' })).memories).toMatchObject([{ text: expect.stringContaining('Cried well') as string, source: { from: 'casting' } }])
    await client.chat.undoAction({ actionId: action.id })
    expect(await client.casting.board({ productionId })).toEqual([])
    standIn.replies(saying([{ tool: 'draft_message', input: { talent: person.ref, role: role.ref, purpose: 'audition', language: 'hi' } }]), saying([{ text: 'Here it is.' }]))
    await ask(conversationId, 'Invite her, in Hindi.')
    expect((await last(conversationId)).blocks).toMatchObject([{ kind: 'tool', state: 'done', draft: { language: 'hi', to: person.title } }, { kind: 'text' }])
  })

  it('tells whoever is back in a conversation of the memories proposed out of it, at once', async () => {
    const { standIn, client, conversationId, ask } = await openDay()
    const fact = 'Gulzar Trivedi never auditions after lunch'
    standIn.repliesToShapes(answering({ title: 'Lunch', memories: [{ text: fact, kind: 'semantic', said: `${fact}.` }] }))
    standIn.replies(saying([{ text: 'Noted.' }]))
    const events = await client.chat.follow({ conversationId })
    await events.next()
    await ask(conversationId, `${fact}.`)
    await client.chat.archive({ id: conversationId, archived: true })
    for await (const event of events) if (event.kind === 'proposed') break
    expect((await client.memory.proposals({ conversationId })).map(({ text }) => text)).toEqual([fact])
  })

  it('keeps a proposed memory, gives it to Claude in the next conversation, and never again once it is forgotten', async () => {
    const office = await openDay()
    const { standIn, client, ask, begin, last, sentSince, productionId } = office
    standIn.repliesToShapes(answering({ title: 'Lunch', memories: [] }))
    await client.settings.update({ claudePseudonyms: false })
    const fact = 'Gulzar Trivedi never auditions after lunch'
    standIn.replies(saying([{ text: 'Noted.' }]))
    standIn.repliesToShapes(answering({ title: 'Lunch', memories: [{ text: fact, kind: 'semantic', said: `${fact}.` }] }))
    const first = await begin(productionId)
    await ask(first, `${fact}. Who else is there?`)
    const [proposal] = await proposalsOf(office, first)
    if (!proposal) throw new Error('nothing was proposed')
    const kept = await client.memory.keepProposal({ id: proposal.id })

    standIn.replies(saying([{ tool: 'recall', input: { about: 'Gulzar Trivedi lunch' } }]), saying([{ text: 'In the morning.' }]))
    const second = await begin(productionId)
    const before = standIn.requests.length
    await ask(second, 'When should Gulzar Trivedi audition?')
    expect(sentSince(before)).toContain(fact)
    expect((await client.memory.get({ id: kept.id })).uses).toBeGreaterThan(0)
    expect((await last(second)).blocks[0]).toMatchObject({ tool: 'recall', state: 'done' })

    await client.memory.forget({ ids: [kept.id] })
    const after = standIn.requests.length
    standIn.replies(saying([{ text: 'I do not know.' }]))
    await ask(second, 'When should Gulzar Trivedi audition?')
    await ask(await begin(productionId), 'When should Gulzar Trivedi audition?')
    expect(sentSince(after)).not.toContain('after lunch')
  })

  it('recalls a decision that was made on the page', async () => {
    const { standIn, client, ask, begin, sentSince, productionId, roles } = await openDay()
    const [person] = (await client.talent.search({ limit: 1 })).people.map(({ talent }) => talent)
    const [role] = roles
    if (!person || !role) throw new Error('the demo is empty')
    await client.casting.put({ roleId: role.id, talentId: person.id, list: 'shortList', status: 'released', reason: 'too young for the wedding scene' })
    standIn.replies(saying([{ text: 'She was released.' }]))
    const before = standIn.requests.length
    await ask(await begin(productionId), `Why was ${person.name} released?`)
    expect(sentSince(before)).toContain('too young for the wedding scene')
  })

  it('sends nothing of a production from the moment it is under NDA, not even from a conversation that spoke of it', async () => {
    const { standIn, client, conversationId, refs, ask, begin, untilRest, last, sentSince, productionId, production, roles } = await openDay()
    await client.settings.update({ memoryProposals: false }) // until it is under NDA: then all that was said is looked through
    const { role, person } = await refs()
    await client.casting.put({ roleId: roles[0]?.id ?? (''), talentId: person.id, list: 'shortList', reason: 'secretly promised the part' })
    await client.memory.add({ facts: { text: 'The director of this one shoots only at night', productionId } })
    // A conversation of the whole office reads the production while it may.
    const general = await begin()
    standIn.replies(
      saying([{ tool: 'list_productions', input: {} }]), saying([{ tool: 'list_roles', input: { production: 'p1' } }]), saying([{ tool: 'board', input: { production: 'p1' } }]),
      saying([{ text: `In [${production.title}](#p1) the lead is [${role.title}](#r1).` }]),
    )
    await ask(general, 'What are we casting?')
    await untilRest(general, () => client.chat.send({ conversationId: general, text: `Who is on the list for ${role.title}`, to: 'records', place: { productionId } }))
    await titled(client, general)
    await client.claude.setConsent({ productionId, allowed: false })
    await client.settings.update({ memoryProposals: true })

    const before = standIn.requests.length
    standIn.replies(saying([{ tool: 'list_productions', input: {} }, { tool: 'list_roles', input: { production: 'p1' } }, { tool: 'board', input: { production: 'p1' } }, { tool: 'recall', input: { about: 'director night' } }]), saying([{ text: 'Nothing.' }]))
    await ask(general, 'And how does it stand?')
    expect((await last(general)).by).toBe('claude')
    await vi.waitUntil(() => standIn.requests.slice(before).some(({ body }) => JSON.stringify(body).includes('would want remembered beyond')), waiting)
    const sent = sentSince(before)
    for (const secret of [production.title, ...roles.map(({ name }) => name).filter(name => name.length > 4), 'secretly promised', 'only at night']) expect(sent.split('\n').filter(body => body.includes(secret)).map(body => `${secret}: ${body.slice(Math.max(0, body.indexOf(secret) - 200), body.indexOf(secret) + 50)}`)).toEqual([])

    const after = standIn.requests.length
    await ask(conversationId, 'Who is the lead?')
    expect(await last(conversationId)).toMatchObject({ by: 'records', state: 'done', failure: { code: 'CLAUDE_NOT_ALLOWED' } })
    expect(standIn.requests).toHaveLength(after)
  }, 90_000)

  it('asks before the budget is passed, and goes on after the yes', async () => {
    const { standIn, client, conversationId, last, untilRest } = await openDay()
    await client.settings.update({ claudeBudget: 1 })
    expect((await client.chat.before({ conversationId, text: 'Who?' })).asks).toContain('budget')
    await expect(client.chat.send({ conversationId, text: 'Who?', agreed: ['first', 'large'] })).rejects.toMatchObject({ code: 'CLAUDE_OVER_BUDGET' })
    expect(standIn.requests).toHaveLength(0)
    standIn.replies(saying([{ text: 'Asha.' }]))
    await untilRest(conversationId, () => client.chat.send({ conversationId, text: 'Who?', agreed: ['first', 'large', 'budget'] }))
    expect(await last(conversationId)).toMatchObject({ by: 'claude', state: 'done' })
  })

  it('answers from the records while Claude is left in peace, and with Claude again afterwards', async () => {
    const { standIn, client, conversationId, ask, last } = await openDay()
    await client.settings.update({ memoryProposals: false }) // a question that went well would count as a sign of life
    standIn.replies(failing(529, 'overloaded_error', 'busy', { 'retry-after': '0' }))
    await ask(conversationId, 'Which roles are there?')
    await ask(conversationId, 'How many roles are there?')
    expect((await client.claude.state({})).breaker).toBe('open')
    const before = standIn.requests.length
    await ask(conversationId, 'Which roles are there?')
    expect(await last(conversationId)).toMatchObject({ by: 'records', state: 'done', failure: { code: 'CLAUDE_OVERLOADED' } })
    expect(standIn.requests).toHaveLength(before)
    await client.claude.test({})
    standIn.replies(saying([{ text: 'Back.' }]))
    await ask(conversationId, 'And now?')
    expect(await last(conversationId)).toMatchObject({ by: 'claude', state: 'done' })
  })
})
