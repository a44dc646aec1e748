import type Anthropic from '@anthropic-ai/sdk'
import type { TurnBlock, TurnPiece } from './chatTurn.ts'

/** Who hears the pieces of an answer. */
export type Hear = (piece: Extract<TurnPiece, { kind: 'text' | 'thinking' | 'toolCall' }>) => void

/** A block as it grows; what is told of a call's input is read as JSON at its end. */
interface Growing {
  readonly start: Anthropic.RawContentBlockStartEvent['content_block']
  readonly text: string
  readonly signature: string
  readonly isWhole: boolean
}

/** Puts the blocks of one answer together from the events of its stream. */
export interface Reading {
  readonly read: (event: Anthropic.RawMessageStreamEvent) => void
  /**
   * What was read, when the answer has ended.
   *
   * A call whose input did not come whole is left out, and so is the last where room ran out in it; `lostCall` tells of it.
   */
  readonly end: (stopReason: Anthropic.StopReason | null) => { readonly blocks: readonly TurnBlock[]; readonly lostCall: boolean }
}

/**
 * Begins to read an answer.
 *
 * Events: https://platform.claude.com/docs/en/build-with-claude/streaming. Blocks and deltas of other kinds than those this
 * office asks for are passed over.
 */
export function createReading(hear?: Hear): Reading {
  const growing = new Map<number, Growing>()
  const grow = (index: number, change: (block: Growing) => Growing): void => {
    const block = growing.get(index)
    if (block) growing.set(index, change(block))
  }
  const readDelta = ({ index, delta }: Anthropic.RawContentBlockDeltaEvent): void => {
    const kind = growing.get(index)?.start.type
    if (delta.type === 'text_delta' && kind === 'text') {
      grow(index, block => ({ ...block, text: block.text + delta.text }))
      hear?.({ kind: 'text', text: delta.text })
    }
    if (delta.type === 'thinking_delta' && kind === 'thinking') {
      grow(index, block => ({ ...block, text: block.text + delta.thinking }))
      hear?.({ kind: 'thinking', text: delta.thinking })
    }
    if (delta.type === 'signature_delta') grow(index, block => ({ ...block, signature: block.signature + delta.signature }))
    if (delta.type === 'input_json_delta') grow(index, block => ({ ...block, text: block.text + delta.partial_json }))
  }
  return {
    read: event => {
      if (event.type === 'content_block_start') {
        const { index, content_block: start } = event
        growing.set(index, { start, text: beginningOf(start), signature: start.type === 'thinking' ? start.signature : '', isWhole: false })
        if (start.type === 'text' && start.text !== '') hear?.({ kind: 'text', text: start.text })
        if (start.type === 'tool_use') hear?.({ kind: 'toolCall', callId: start.id, name: start.name })
      }
      if (event.type === 'content_block_delta') readDelta(event)
      if (event.type === 'content_block_stop') grow(event.index, block => ({ ...block, isWhole: true }))
    },
    end: stopReason => {
      const all = [...growing].sort(([one], [other]) => one - other).map(([, block]) => block)
      // A call that room ran out in can look whole: an input of nothing reads as an empty one.
      const trusted = all.filter((block, at) => block.start.type !== 'tool_use' || stopReason !== 'max_tokens' || at < all.length - 1)
      const blocks = trusted.flatMap(toBlock)
      const calls = all.filter(({ start }) => start.type === 'tool_use').length
      return { blocks, lostCall: blocks.filter(({ kind }) => kind === 'toolCall').length < calls }
    },
  }
}

function beginningOf(start: Growing['start']): string {
  if (start.type === 'text') return start.text
  return start.type === 'thinking' ? start.thinking : ''
}

function toBlock({ start, text, signature, isWhole }: Growing): readonly TurnBlock[] {
  if (start.type === 'text') return text === '' ? [] : [{ kind: 'text', text: text }]
  if (start.type === 'redacted_thinking') return [{ kind: 'redacted', data: start.data }]
  if (start.type === 'thinking') return isWhole && signature !== '' ? [{ kind: 'thinking', text: text, signature }] : []
  if (start.type !== 'tool_use' || !isWhole) return []
  const input = text === '' ? start.input : fromJson(text)
  return typeof input === 'object' && input !== null && !Array.isArray(input) ? [{ kind: 'toolCall', callId: start.id, name: start.name, input }] : []
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
