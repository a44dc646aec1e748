import type { TurnBlock, TurnMessage } from '../claude/chatTurn.ts'
import { estimateTokens } from '../claude/estimate.ts'
import type { KeptMessage } from './messages.ts'
import { plainLine } from './tools/quoted.ts'

/** What of a message of the past is read. */
export type PastMessage = Pick<KeptMessage, 'seq' | 'role' | 'by' | 'state' | 'blocks' | 'wire'>

/** What became of the past to make it fit. */
export interface Trimmed {
  readonly messages: readonly TurnMessage[]
  /** Messages of which the results of tools were left out. */
  readonly leaned: number
  /** Messages of which only the words were kept. */
  readonly plain: number
  /** Messages that were left out whole, of those given. */
  readonly left: number
}

/** How much of the room the newest messages have, up to {@link together} of them; the rest is for those before. */
const newestShare = 0.4
/** How full of messages in all their detail a room may be, and of those without results of tools; the rest is for plain words. */
const shares = { whole: 0.6, lean: 0.8, plain: 1 } as const
/** How many places of a conversation are shortened together: else what Claude keeps of it would change with every question. */
const together = 16

/** How a past is told. */
export interface TrimTerms {
  /** Without tools no call of one may stand in a request: then only words are told. */
  readonly withTools: boolean
  /** Tells texts that may not be sent; they are left out. */
  readonly closed?: (text: string) => boolean
}

/**
 * The past of a conversation as Claude is told it, in at most `room` tokens by estimate.
 *
 * All of it where it fits. Else the newest messages stand whole, of older ones the results of tools are one line each, of
 * still older ones only the words are kept, and the oldest are left out; in steps of some exchanges, so that between them the
 * beginning stays the same bytes. What it gives is always legal: user and assistant in turns, the user first, every call of a
 * tool with its result.
 */
export function trimHistory(history: readonly PastMessage[], room: number, { withTools, closed = () => false }: TrimTerms): Trimmed {
  const tell = (message: PastMessage, form: Form): readonly TurnMessage[] => formed(message, form, closed)
  const best: Form = withTools ? 'whole' : 'plain'
  const whole = history.flatMap(message => tell(message, best))
  if (tokensOf(whole) <= room) return { messages: fromUser(joined(whole)), leaned: 0, plain: 0, left: 0 }
  const [newest = [], ...older] = Object.values(Object.groupBy(history, ({ seq }) => Math.floor(seq / together)))
    .flatMap(group => (group ? [group] : []))
    .toSorted((a, b) => (b[0]?.seq ?? 0) - (a[0]?.seq ?? 0))
  const fresh = fit(newest.map(message => [message]).toReversed(), room * newestShare, best, tell)
  const before = fresh.length < newest.length ? [] : fit(older, room * (1 - newestShare), best, tell)
  const told = [...fresh, ...before]
  const count = (which: Form): number => told.reduce((sum, { group, form }) => sum + (form === which ? group.length : 0), 0)
  return {
    messages: fromUser(joined(told.toReversed().flatMap(({ messages }) => messages))),
    leaned: count('lean'),
    plain: withTools ? count('plain') : 0,
    left: history.length - told.reduce((sum, { group }) => sum + group.length, 0),
  }
}

type Form = keyof typeof shares
const forms: readonly Form[] = ['whole', 'lean', 'plain']

interface Fitted {
  readonly group: readonly PastMessage[]
  readonly form: Form
  readonly messages: readonly TurnMessage[]
}

/** As many groups, the newest first, as fit into a room; none is told in more detail than a newer one. */
function fit(groups: readonly (readonly PastMessage[])[], room: number, best: Form, tell: (message: PastMessage, form: Form) => readonly TurnMessage[]): readonly Fitted[] {
  const fitted: Fitted[] = []
  let used = 0
  let least = forms.indexOf(best)
  for (const group of groups) {
    const next = forms.slice(least).map(form => ({ group, form, messages: group.flatMap(message => tell(message, form)) })).find(({ form, messages }) => used + tokensOf(messages) <= room * shares[form])
    if (!next) break
    used += tokensOf(next.messages)
    least = forms.indexOf(next.form)
    fitted.push(next)
  }
  return fitted
}

/** The tokens of messages, by estimate. */
export const tokensOf = (messages: readonly TurnMessage[]): number => messages.reduce((sum, { blocks }) => sum + blocks.reduce((of, block) => of + tokensOfBlock(block), 4), 0)

/** The tokens of a block, by estimate. */
export function tokensOfBlock(block: TurnBlock): number {
  if (block.kind === 'toolCall') return estimateTokens(JSON.stringify(block.input)) + 20
  if (block.kind === 'redacted') return estimateTokens(block.data)
  return estimateTokens(block.text) + (block.kind === 'toolResult' ? 20 : 0)
}

/** What such an answer says is not sent: CastMatch reads records for it that are not open to Claude. */
const fromRecords = '(CastMatch answered this from its own records, without Claude.)'
const closedWords = '(left out: it speaks of a production that is not open to Claude)'

function formed(message: PastMessage, form: Form, closed: (text: string) => boolean): readonly TurnMessage[] {
  const open = (text: string): string => (closed(text) ? closedWords : text)
  if (message.role === 'user') return said('user', message.blocks.flatMap(block => (block.kind === 'text' ? open(block.text) : [])))
  if (message.by === 'records') return said('assistant', [fromRecords])
  if (form === 'plain' || message.wire.length === 0) {
    return said('assistant', message.blocks.flatMap(block => (block.kind === 'text' && block.text.trim() !== '' ? open(block.text) : [])))
  }
  return settled(message.wire).map(({ role, blocks }) => ({
    role,
    blocks: blocks.flatMap((block): readonly TurnBlock[] => {
      if (block.kind === 'thinking' || block.kind === 'redacted') return []
      if (block.kind === 'text') return [{ ...block, text: open(block.text) }]
      if (block.kind !== 'toolResult') return [block]
      if (closed(block.text)) return [{ ...block, text: closedWords }]
      return [form === 'lean' ? { ...block, text: lineOf(message, block.callId) } : block]
    }),
  }))
}

const said = (role: TurnMessage['role'], texts: readonly string[]): readonly TurnMessage[] =>
  texts.length === 0 ? [] : [{ role, blocks: texts.map(text => ({ kind: 'text', text })) }]

/** What a tool found, as the user read it in one line. */
function lineOf({ blocks }: PastMessage, callId: string): string {
  const block = blocks.find(one => one.kind === 'tool' && one.callId === callId)
  return block?.kind === 'tool' ? `(left out by now) ${plainLine(`${block.title}${block.detail === '' ? '' : `: ${block.detail}`}`, 240)}` : '(left out by now)'
}

/** Messages in which every call of a tool has its result in the very next message, and no result is without its call. */
export function settled(wire: readonly TurnMessage[]): readonly TurnMessage[] {
  const whole: TurnMessage[] = []
  for (const [at, { role, blocks }] of wire.entries()) {
    if (role === 'assistant') {
      whole.push({ role, blocks })
      const calls = callsOf(blocks)
      if (calls.length > 0 && wire[at + 1]?.role !== 'user') whole.push({ role: 'user', blocks: calls.map(undecided) })
      continue
    }
    const calls = callsOf(wire[at - 1]?.blocks ?? [])
    const results = blocks.filter(block => block.kind === 'toolResult')
    whole.push({
      role,
      blocks: [
        ...calls.map(callId => results.find(result => result.callId === callId) ?? undecided(callId)),
        ...blocks.filter(({ kind }) => kind !== 'toolResult'),
      ],
    })
  }
  return whole
}

const callsOf = (blocks: readonly TurnBlock[]): readonly string[] => blocks.flatMap(block => (block.kind === 'toolCall' ? block.callId : []))

const undecided = (callId: string): TurnBlock => ({ kind: 'toolResult', callId, text: 'She has not decided about this yet. Nothing was changed.', isError: false })

/** Neighbours of one speaker as one message; what is empty is left out. */
export function joined(messages: readonly TurnMessage[]): readonly TurnMessage[] {
  const all: TurnMessage[] = []
  for (const { role, blocks } of messages) {
    const full = blocks.filter(block => block.kind !== 'text' || block.text.trim() !== '')
    const last = all.at(-1)
    if (full.length === 0) continue
    if (last?.role === role) all[all.length - 1] = { role, blocks: [...last.blocks, ...full] }
    else all.push({ role, blocks: full })
  }
  return all
}

function fromUser(messages: readonly TurnMessage[]): readonly TurnMessage[] {
  const first = messages.findIndex(({ role, blocks }) => role === 'user' && blocks.every(({ kind }) => kind !== 'toolResult'))
  return first < 0 ? [] : messages.slice(first)
}
