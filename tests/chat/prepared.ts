import { z } from 'zod'
import type { ErrorCode } from '../../src-preload/contract/errors.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ChatParts } from '../../src-main/chat/chat.ts'
import type { ChatTool } from '../../src-main/chat/tool.ts'
import type { TalkToClaude, TurnBlock, TurnMessage, TurnPiece, TurnRequest, TurnSaid } from '../../src-main/claude/chatTurn.ts'
import type { Database } from '../../src-main/database/openDatabase.ts'

/** What a prepared Claude says in one turn: it is given the way to be heard, and tells how the turn ended. */
export type Turn = (hear: (piece: TurnPiece) => void, signal: AbortSignal, request: TurnRequest) => Promise<Pick<TurnSaid, 'blocks' | 'stopReason'>>

/** Says words piece by piece, then ends. */
export const says = (...pieces: readonly string[]): Turn => async hear => {
  for (const text of pieces) hear({ kind: 'text', text })
  return { blocks: [{ kind: 'text', text: pieces.join('') }], stopReason: 'end' }
}

/** Calls tools, after some words. */
export const calls = (...called: readonly { readonly name: string; readonly input?: unknown; readonly id?: string }[]): Turn => async hear => {
  hear({ kind: 'thinking', text: 'Let me look.' })
  hear({ kind: 'text', text: 'I look. ' })
  const blocks: TurnBlock[] = called.map(({ name, input = {}, id }, index) => ({ kind: 'toolCall', callId: id ?? `call ${name} ${index}`, name, input }))
  for (const block of blocks) if (block.kind === 'toolCall') hear({ kind: 'toolCall', callId: block.callId, name: block.name })
  return { blocks: [{ kind: 'thinking', text: 'Let me look.', signature: 'signed' }, { kind: 'text', text: 'I look. ' }, ...blocks], stopReason: 'tools' }
}

/** Fails with a code after some words. */
export const fails = (code: ErrorCode, ...pieces: readonly string[]): Turn => async hear => {
  for (const text of pieces) hear({ kind: 'text', text })
  throw new CastMatchError(code)
}

/** Says some words and then nothing more, until it is stopped; `said` resolves once they are out. */
export function waitsAfter(...pieces: readonly string[]): { readonly turn: Turn; readonly said: Promise<void>; readonly end: () => void } {
  const out = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<void>()
  return {
    said: out.promise,
    end: ended.resolve,
    turn: async (hear, signal) => {
      for (const text of pieces) hear({ kind: 'text', text })
      out.resolve()
      await Promise.race([ended.promise, new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new CastMatchError('CANCELLED'))))])
      return { blocks: [{ kind: 'text', text: pieces.join('') }], stopReason: 'end' }
    },
  }
}

/** Complains of a request that the Messages API would not take. */
export function complaint(messages: readonly TurnMessage[]): string | null {
  if (messages[0]?.role !== 'user' || messages.at(-1)?.role !== 'user') return 'the user is not first and last'
  for (const [index, { role, blocks }] of messages.entries()) {
    if (role === messages[index - 1]?.role) return `${role} twice in a row at ${index}`
    if (blocks.length === 0) return `nothing said at ${index}`
    const called = blocks.flatMap(block => (block.kind === 'toolCall' ? [block.callId] : []))
    const results = (messages[index + 1]?.blocks ?? []).flatMap(block => (block.kind === 'toolResult' ? [block.callId] : []))
    if (JSON.stringify(called) !== JSON.stringify(results)) return `calls ${called.join()} have results ${results.join()} at ${index}`
  }
  return null
}

/** A shelf of notes that tools of the tests look at and write on. */
export function noteTools(notes: string[], { later = false } = {}): readonly ChatTool[] {
  const input = z.object({ text: z.string().default('') })
  const look: ChatTool = {
    name: 'look_up', description: 'Looks up a note.', input: z.unknown(), writes: false, title: () => 'Looked at the notes',
    run: async () => ({ told: { notes }, detail: `${notes.length} notes`, cards: [] }),
  }
  const fail: ChatTool = {
    name: 'fail', description: 'Fails.', input: z.unknown(), writes: false, title: () => 'Looked in vain',
    run: async () => { throw new CastMatchError('NOT_FOUND', { subject: 'The note' }) },
  }
  const write: ChatTool = {
    name: 'write_note', description: 'Writes a note.', input, writes: true, title: () => 'Write a note',
    intend: async given => {
      const { text } = input.parse(given)
      return { title: `Write "${text}"`, changes: [{ what: 'Notes', before: '', after: text }], warnings: [], records: [], settled: { text } }
    },
    act: settled => {
      const { text } = input.parse(settled)
      if (text === 'impossible') throw new CastMatchError('CONFLICT', { subject: 'The note' })
      notes.push(text)
      const done = { told: { written: text }, detail: 'Written', cards: [], receipt: { text } }
      return later ? Promise.resolve(done) : done
    },
    undo: receipt => {
      notes.splice(notes.indexOf(input.parse(receipt).text), 1)
    },
  }
  return [look, fail, write]
}

/** A Claude that takes the given turns, one after another, and complains of requests that the Messages API would not take. */
export function claudeOf(turns: readonly Turn[]): Pick<TalkToClaude, 'converse'> & { readonly requests: TurnRequest[] } {
  const requests: TurnRequest[] = []
  const waiting = [...turns]
  return {
    requests,
    converse: async (request, hear, signal) => {
      const wrong = complaint(request.messages)
      if (wrong !== null) throw new Error(wrong)
      requests.push(request)
      const turn = waiting.shift()
      if (!turn) throw new CastMatchError('CLAUDE_OFFLINE')
      return { model: 'prepared', usage: { input: 1, output: 1, cacheWrite: 0, cacheRead: 0 }, microDollars: 1_000, ...(await turn(hear, signal, request)) }
    },
  }
}

/** All that a chat is made of, with a prepared Claude, nothing that refuses, and no tools. */
export const preparedParts = (db: Database, converse: TalkToClaude['converse']): ChatParts => ({
  db,
  now: () => new Date('2026-11-02T09:30:00Z'),
  rupees: () => 90,
  claude: { converse, ready: () => true, assertMayAsk: () => undefined, state: () => ({ breaker: 'closed', triesAgainAt: null }), ask: () => Promise.reject(new Error('not asked here')) },
  sending: {
    assemble: async matter => ({
      request: {
        kind: 'standard', system: [], tools: matter.tools, maxTokens: 1_000, subject: 'a question', productionId: null,
        messages: [...matter.history.flatMap(toWire), ...toWire(matter.question), ...matter.answered],
      },
      memories: [],
      reveal: () => ({ feed: text => text, flush: () => '' }),
      revealInput: input => input,
    }),
    before: async () => ({ who: 'claude', why: '', asks: [], tokens: 10, paise: 1, monthPaise: 0, budgetPaise: null }),
    assertAgreed: async () => undefined,
    exactRequest: () => Promise.reject(new Error('not asked here')),
  },
  answerFromRecords: async ({ text }) => ({ blocks: [{ kind: 'text', text: `From the records: ${text}` }], cards: [], needsClaude: true, detail: 'Searched' }),
  tools: [],
  mayRead: () => true,
  mayAskTitle: () => false,
  isOwnWish: () => false,
  takesUp: true,
  onMemoriesUsed: () => undefined,
  onQuiet: () => undefined,
  later: (work, ms) => {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  },
  report: error => { throw error },
})

const toWire = ({ role, wire, blocks }: { role: string; wire: readonly TurnMessage[]; blocks: readonly { kind: string; text?: string }[] }): readonly TurnMessage[] =>
  role === 'assistant' ? wire : [{ role: 'user', blocks: blocks.map(block => ({ kind: 'text', text: block.text ?? '' })) }]
