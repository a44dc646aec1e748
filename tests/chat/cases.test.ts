import { describe, expect, it } from 'vitest'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { newQuestions } from '../../src-main/memory/newQuestions.ts'
import { proposeMemories } from '../../src-main/chat/proposeMemories.ts'
import type { AskClaude } from '../../src-main/claude/claude.ts'
import { createProduction, removeProduction } from '../../src-main/productions/productionStore.ts'
import { testDatabase } from '../support/testDatabase.ts'
import { calls, claudeOf, noteTools, preparedParts, says, waitsAfter } from './prepared.ts'
import { openRoom } from './room.ts'

const now = new Date('2026-11-02T09:30:00Z')

/** A Claude that answers a shape only by being taken back; `asked` resolves once it is asked. */
function neverAnswering() {
  const asked = Promise.withResolvers<void>()
  const ask: AskClaude['ask'] = (_question, signal) => {
    asked.resolve()
    return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new CastMatchError('CANCELLED')), { once: true }))
  }
  return { ask, asked: asked.promise }
}

describe('a conversation', () => {
  it('whose production is removed while an answer comes keeps the answer', async () => {
    const going = waitsAfter('Half ')
    const db = testDatabase()
    const { id: productionId } = createProduction(db, { title: 'The Last Tonga', kind: 'film', brief: '' }, now)
    const room = openRoom({ db, turns: [going.turn] })
    const { id } = room.chat.begin({ productionId, incognito: false })
    await room.chat.send({ conversationId: id, text: 'Tell.' }, [], 'claude')
    await going.said
    removeProduction(db, productionId, now)
    await room.untilRest(id, async () => going.end())
    expect(room.chat.messages({ conversationId: id, limit: 10 }).messages.at(-1)).toMatchObject({ state: 'done', failure: null, blocks: [{ kind: 'text', text: 'Half ' }] })
  })

  it.each([false, true])('does once what two windows click at the same moment (a tool that takes its time: %s)', async later => {
    const notes: string[] = []
    const room = openRoom({ turns: [calls({ name: 'write_note', input: { text: 'once' } }), says('Done.')], tools: noteTools(notes, { later }) })
    const { id } = room.chat.begin({ productionId: null, incognito: false })
    await room.untilRest(id, () => room.chat.send({ conversationId: id, text: 'Write.' }, [], 'claude'))
    expect(notes).toEqual([])
    const [action] = room.chat.actions({ limit: 10, offset: 0 }).actions
    if (!action) throw new Error('no action waits')
    const other = openRoom({ db: room.db, tools: noteTools(notes, { later }), takesUp: false })
    await room.untilRest(id, () => Promise.all([room.chat.decide(action.id, true), room.chat.decide(action.id, true), room.chat.decide(action.id, false)]))
    expect(notes).toEqual(['once'])
    // A window of another office on the same records comes too late as well.
    expect((await other.chat.decide(action.id, false)).state).toBe('done')
    expect((await other.chat.decide(action.id, true)).state).toBe('done')
    expect(notes).toEqual(['once'])
    await Promise.all([room.chat.undoAction(action.id), room.chat.undoAction(action.id)])
    expect(notes).toEqual([])
  })

  it('whose title is being made when the office closes keeps the title it has, and the office closes', async () => {
    const { ask, asked } = neverAnswering()
    const db = testDatabase()
    const prepared = preparedParts(db, () => Promise.reject(new Error('not asked')))
    const room = openRoom({ db })
    const titling = openRoom({ db, takesUp: false, mayAskTitle: () => true, claude: { ...prepared.claude, ask, converse: claudeOf([says('Yes.')]).converse } })
    const { id } = titling.chat.begin({ productionId: null, incognito: false })
    await titling.untilRest(id, () => titling.chat.send({ conversationId: id, text: 'Who waits on the bench?' }, [], 'claude'))
    await asked
    await titling.chat.close()
    expect(room.chat.get(id)).toMatchObject({ title: 'Who waits on the bench?', titledBy: 'castmatch' })
  })

  it('out of which memories are being proposed when the office closes is looked through another time', async () => {
    const { ask, asked } = neverAnswering()
    const db = testDatabase()
    const room = openRoom({ db, turns: [says('Noted.')] })
    const { id } = room.chat.begin({ productionId: null, incognito: false })
    await room.untilRest(id, () => room.chat.send({ conversationId: id, text: 'Kavita Sinha never auditions before noon.' }, [], 'claude'))
    const closing = new AbortController()
    const claude: AskClaude = { ready: () => true, assertMayAsk: () => undefined, ask }
    const proposing = proposeMemories({ db, embedder: null, now: () => now, claude, settings: () => ({ memoryProposals: true, claudePseudonyms: false, claudeOffice: 'yes' }) }, id, closing.signal).then(() => 'done', () => 'let go')
    await asked
    closing.abort()
    expect(await proposing).toBe('let go')
    expect(newQuestions(db, id)?.questions).toHaveLength(1)
  })
})
