import { v7 as uuid } from 'uuid'
import type { ActionId, RecordCard } from '../../src-preload/contract/chat.ts'
import { CastMatchError, sentenceFor } from '../../src-preload/contract/errors.ts'
import type { TurnBlock } from '../claude/chatTurn.ts'
import type { KeptAction } from './actions.ts'
import { keptFailure, type ReportUnexpected } from './failures.ts'
import type { StoredToolBlock } from './storedBlocks.ts'
import type { ChatTool, Intention, ToolContext, ToolResult } from './tool.ts'
import { toldAsText } from './tools/quoted.ts'

type ToolCall = Extract<TurnBlock, { kind: 'toolCall' }>

/** What came of a call. */
export interface Called {
  readonly block: StoredToolBlock
  /** What Claude is told; null where an action waits for a yes or a no. */
  readonly told: { readonly text: string; readonly isError: boolean } | null
  readonly action: Pick<KeptAction, 'id' | 'tool' | 'settled' | 'shown'> | null
  readonly cards: readonly RecordCard[]
}

/** What a call is made with. */
export interface CallParts {
  readonly tools: readonly ChatTool[]
  readonly context: ToolContext
  readonly report: ReportUnexpected
  /** Shows the call while it is at work. */
  readonly show: (block: StoredToolBlock) => void
}

/**
 * Makes one call of a tool: looks where it only looks, and prepares an action where it would write.
 *
 * Never throws for what Claude asked wrongly or for a record that is not there: that is told to Claude, in a sentence. Throws
 * CANCELLED where the signal aborts.
 */
export async function callTool({ tools, context, report, show }: CallParts, call: ToolCall): Promise<Called> {
  const tool = tools.find(({ name }) => name === call.name)
  const bare: StoredToolBlock = { kind: 'tool', callId: call.callId, tool: call.name, title: plainName(call.name), state: 'running', detail: '', refs: [], draft: null }
  if (!tool) return failed(bare, `There is no tool ${call.name}.`)
  const input = tool.input.safeParse(call.input)
  if (!input.success) return failed(bare, complaintOf(input.error.issues[0]))
  let block = bare
  try {
    block = { ...bare, title: tool.title(input.data, context) }
    show(block)
    if (!tool.writes) return looked(block, await tool.run(input.data, context))
    return prepared(block, tool.name, await tool.intend(input.data, context))
  } catch (error) {
    if (context.signal.aborted) throw new CastMatchError('CANCELLED', { subject: 'The answer' })
    const { code, data } = keptFailure(error, report)
    return failed(block, sentenceFor(code, data))
  }
}

/** What Claude is told of a result: JSON, so that quoted text cannot end its own quotation. */
export const toldText = ({ told }: Pick<ToolResult, 'told'>): string => toldAsText(told)

const failed = (block: StoredToolBlock, sentence: string): Called => ({
  block: { ...block, state: 'failed', detail: sentence }, told: { text: sentence, isError: true }, action: null, cards: [],
})

const looked = (block: StoredToolBlock, result: ToolResult): Called => ({
  block: { ...block, state: result.isError ? 'failed' : 'done', detail: result.detail, refs: refsOf(result.cards), draft: result.draft ?? null },
  told: { text: toldText(result), isError: result.isError === true },
  action: null,
  cards: result.cards,
})

const prepared = (block: StoredToolBlock, tool: string, { title, changes, warnings, records, settled }: Intention): Called => ({
  block: { ...block, title, state: 'waiting', refs: refsOf(records) },
  told: null,
  action: { id: uuid() as ActionId, tool, settled, shown: { title, changes, warnings, refs: refsOf(records) } },
  cards: records,
})

const refsOf = (cards: readonly RecordCard[]): readonly string[] => cards.map(({ ref }) => ref)

const plainName = (name: string): string => {
  const words = name.replaceAll('_', ' ')
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

const complaintOf = (issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined): string =>
  issue ? `The input does not fit: ${issue.path.length > 0 ? `${issue.path.map(String).join('.')}: ` : ''}${issue.message}.` : 'The input does not fit.'
