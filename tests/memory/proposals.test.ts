import { describe, expect, it } from 'vitest'
import { proposeMemories } from '../../src-main/chat/proposeMemories.ts'
import { dismissProposal, keepProposal, listProposals } from '../../src-main/memory/proposals.ts'
import { remember } from '../../src-main/memory/remember.ts'
import { readMemory } from '../../src-main/memory/memoryRecord.ts'
import { tellingSentences } from '../../src-main/memory/tellingSentences.ts'
import { updateSettings } from '../../src-main/settings/settingsStore.ts'
import { readSettings } from '../../src-main/settings/settingsStore.ts'
import type { ConversationId } from '../../src-preload/contract/memory.ts'
import type { Claude } from '../../src-main/claude/claude.ts'
import { testClaude } from '../claude/office.ts'
import { answering } from '../support/claudeStandIn.ts'
import { memorySettingsKeeper } from '../support/memoryKeepers.ts'
import { testDatabase } from '../support/testDatabase.ts'
import { realEmbedder, testMemory } from './office.ts'

/** A conversation in which the user says things; without `claude` there is no key. */
function talk({ claude, db = testDatabase(), embedder = null }: { readonly claude?: Claude; readonly db?: ReturnType<typeof testDatabase>; readonly embedder?: Parameters<typeof testMemory>[0] } = {}) {
  const memory = testMemory(embedder, db)
  const keeper = memorySettingsKeeper()
  const noClaude = { ready: () => false, assertMayAsk: () => undefined, ask: () => Promise.reject(new Error('nothing may be asked')) }
  const { conversationId } = memory.conversation()
  let seq = 1
  return {
    ...memory, db, conversationId,
    set: (change: Parameters<typeof updateSettings>[1]) => void updateSettings(keeper, change),
    says: (text: string, id: ConversationId = conversationId) =>
      void db.prepare(`INSERT INTO chat_message (id, conversation_id, seq, role, said_by, state, text, at) VALUES (?, ?, ?, 'user', 'user', 'done', ?, '2026-03-01')`).run(`said ${++seq} ${id}`, id, seq, text),
    propose: (id: ConversationId = conversationId) => proposeMemories({ ...memory.parts, claude: claude ?? noClaude, settings: () => readSettings(keeper) }, id),
    waiting: () => listProposals(db).map(({ text }) => text).sort(),
  }
}

describe('what is proposed after a conversation, without Claude', () => {
  it('is what the user stated herself as lasting, in her own words and with her sentence', async () => {
    const room = talk()
    room.says('Who is free on Monday? From now on we send sides as PDF only. Thanks')
    room.says('Director ne bola ki KAMALA chalis ki honi chahiye')
    expect(await room.propose()).toBe(2)
    expect(listProposals(room.db, room.conversationId)).toMatchObject([
      { kind: 'procedural', text: 'From now on we send sides as PDF only', source: { words: 'From now on we send sides as PDF only', messageId: `said 2 ${room.conversationId}` } },
      { kind: 'semantic', text: 'Director ne bola ki KAMALA chalis ki honi chahiye' },
    ])
    expect(room.db.prepare('SELECT count(*) FROM memory').pluck().get()).toBe(0)
    expect(await room.propose()).toBe(0)
  })

  it.each([
    ['याद रखो कि मीरा कुत्तों से डरती है', ['मीरा कुत्तों से डरती है']],
    ['Please remember that the producer wants no smokers.', ['The producer wants no smokers']],
    ['I want a woman of forty for the lead', []],
    ['Does the director want beards?', []],
    ['The mail says: "From now on the agency always bills in dollars"', []],
    ['> We never send scripts by post', []],
    ['Can you remember her number?', []],
  ])('of “%s” is %j', (message, expected) => {
    expect(tellingSentences(message).map(({ text }) => text)).toEqual(expected)
  })

  it('is at most three, never known already, never a secret, and nothing where it is switched off', async () => {
    const room = talk()
    await remember(room.parts, { facts: { text: 'We never call talent before ten' } })
    room.says('We never call talent before ten. Remember the password is kamala123. We always ask for two takes. We never send Word files. We always pay on the fifth. We never cast by photo alone.')
    room.set({ memoryProposals: false })
    expect(await room.propose()).toBe(0)
    room.set({ memoryProposals: true })
    expect(await room.propose()).toBe(3)
    expect(room.waiting().some(text => /password|before ten/.test(text))).toBe(false)
  })

  it('is nothing from an incognito conversation', async () => {
    const room = talk()
    const { conversationId } = room.conversation({ incognito: true })
    room.says('We never send Word files to agents', conversationId)
    expect(await room.propose(conversationId)).toBe(0)
  })
})

describe('a proposal', () => {
  const encoder = realEmbedder()

  it('is kept by a yes, with its source, and closes what it contradicts', async () => {
    const room = talk({ embedder: encoder.embedder() })
    const { memory: old } = await remember(room.parts, { facts: { kind: 'procedural', text: 'We always send the weekly report on Monday' } })
    room.says('From now on we always send the weekly report on Thursday')
    await room.propose()
    const [proposal] = listProposals(room.db)
    expect(proposal?.contradicts?.id).toBe(old.id)
    if (!proposal) throw new Error('there is one')
    const kept = await keepProposal(room.parts, proposal.id, {})
    expect(kept).toMatchObject({ text: proposal.text, kind: 'procedural', source: { from: 'conversation', conversationId: room.conversationId } })
    expect(readMemory(room.db, old.id).memory).toMatchObject({ state: 'closed', closedBy: kept.id })
    expect(room.waiting()).toEqual([])
  })

  it('that was put away leaves no words and is not proposed again, not even in nearly the same words', async () => {
    const room = talk({ embedder: encoder.embedder() })
    room.says('We never send Word files to the agents')
    await room.propose()
    const [proposal] = listProposals(room.db)
    if (!proposal) throw new Error('there is one')
    dismissProposal(room.db, proposal.id)
    expect(room.db.prepare(`SELECT text || source_words || people FROM memory_proposal`).pluck().all()).toEqual(['[]'])
    room.says('We never send the Word files to agents. We never send any Word files to the agents.')
    expect(await room.propose()).toBe(0)
    expect(room.waiting()).toEqual([])
  })
})

describe('what is proposed with Claude', () => {
  const allowed = (test: Awaited<ReturnType<typeof testClaude>>) => {
    const room = talk({ claude: test.claude, db: test.db })
    room.set({ claudeOffice: 'yes' })
    return room
  }

  it('is only what she said herself, and the question holds her words as data', async () => {
    const test = await testClaude()
    const room = allowed(test)
    room.says('The producer of the tonga film hates smoke on the set, find me somebody else')
    test.standIn.replies(answering({ memories: [
      { text: 'The producer of the tonga film hates smoke on the set', kind: 'semantic', said: 'The producer of the tonga film hates smoke on the set' },
      { text: 'The director drinks', kind: 'semantic', said: 'The director drinks' },
    ] }))
    expect(await room.propose()).toBe(1)
    expect(room.waiting()).toEqual(['The producer of the tonga film hates smoke on the set'])
    expect(test.standIn.requests).toHaveLength(1)
  })

  it('falls back to rules where Claude fails, and asks nothing where names are hidden or the office was not allowed', async () => {
    const test = await testClaude()
    const room = allowed(test)
    test.standIn.replies(answering({ other: 1 }))
    room.says('We never send Word files to agents')
    expect(await room.propose()).toBe(1)
    const asked = test.standIn.requests.length
    room.set({ claudePseudonyms: true })
    room.says('We always ask for two takes')
    expect(await room.propose()).toBe(1)
    room.set({ claudePseudonyms: false, claudeOffice: 'no' })
    room.says('We never call talent before ten')
    expect(await room.propose()).toBe(1)
    expect(test.standIn.requests).toHaveLength(asked)
  })
})
