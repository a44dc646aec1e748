import type { Message } from '../../src-preload/contract/chat.ts'
import type { TurnBlock, TurnMessage } from '../claude/chatTurn.ts'
import type { KeptAction } from './actions.ts'

type ToolResult = Extract<TurnBlock, { kind: 'toolResult' }>
type ToolCall = Extract<TurnBlock, { kind: 'toolCall' }>

/** The calls of tools in a message. */
export const callsIn = ({ blocks }: TurnMessage): readonly ToolCall[] => blocks.filter(block => block.kind === 'toolCall')

/** The calls of an answer that have no result yet. */
export function openCalls(wire: readonly TurnMessage[]): readonly ToolCall[] {
  const answered = new Set(wire.flatMap(({ blocks }) => blocks.flatMap(block => (block.kind === 'toolResult' ? [block.callId] : []))))
  return wire.flatMap(callsIn).filter(({ callId }) => !answered.has(callId))
}

/** Puts the result of a call where it belongs: into the message behind the call, in place of an earlier result of the same call. */
export function withResult(wire: readonly TurnMessage[], result: ToolResult): readonly TurnMessage[] {
  const at = wire.findIndex(message => message.role === 'assistant' && callsIn(message).some(({ callId }) => callId === result.callId))
  const called = wire[at]
  if (!called) return wire
  const behind = wire[at + 1]
  const others = (behind?.blocks ?? []).filter(block => block.kind !== 'toolResult' || block.callId !== result.callId)
  const order = callsIn(called).map(({ callId }) => callId)
  const place = (block: TurnBlock): number => (block.kind === 'toolResult' ? order.indexOf(block.callId) : order.length)
  const results = [...others, result].sort((a, b) => place(a) - place(b))
  return [...wire.slice(0, at + 1), { role: 'user', blocks: results }, ...wire.slice(at + 2)]
}

/**
 * The wire of an answer as it may be sent again: every call has its result, and it begins and ends with the assistant.
 *
 * A waiting action is told as not decided yet, whatever was broken off as not run. Where nothing came, a line in brackets stands
 * for the answer, and also for one from the records: what stands in those may not be Claude's to see.
 */
export function legalWire({ wire, state, by }: Pick<Message, 'state' | 'by'> & { readonly wire: readonly TurnMessage[] }, actions: readonly KeptAction[]): readonly TurnMessage[] {
  if (by === 'records') return [placeholder('CastMatch answered this from its own records, without Claude.')]
  const said = wire.filter(({ blocks }) => blocks.some(block => block.kind !== 'text' || block.text.trim() !== ''))
  const answered = openCalls(said).reduce<readonly TurnMessage[]>((so, { callId }) => {
    const waits = actions.some(action => action.callId === callId && action.state === 'waiting')
    return withResult(so, { kind: 'toolResult', callId, text: waits ? undecided : notRun, isError: !waits })
  }, said)
  if (answered.at(-1)?.role === 'assistant') return answered
  return [...answered, placeholder(state === 'failed' ? 'The answer failed here.' : state === 'stopped' ? 'The answer was stopped here.' : 'The answer ended here.')]
}

/** What Claude is told of an action that she has said neither yes nor no to. */
export const undecided = 'Not decided yet: the user has been shown this and has said neither yes nor no. Nothing was changed.'

const notRun = 'Not run: the answer was stopped before. Nothing was changed.'

const placeholder = (words: string): TurnMessage => ({ role: 'assistant', blocks: [{ kind: 'text', text: `(${words})` }] })
