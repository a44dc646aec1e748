import { randomUUID } from 'node:crypto'
import { signatureOf, thoughtfulCall } from './turnRules.ts'

/** A block that the stand-in says. */
export type SaidBlock =
  | { readonly text: string }
  /** Without a signature it gets one that this thought alone fits, and the stand-in refuses to be given another thought under it. */
  | { readonly thinking: string; readonly signature?: string }
  | { readonly redacted: string }
  /** A call of a tool; the input may be a text that is no JSON, as a model that broke off leaves it. */
  | { readonly tool: string; readonly input: unknown; readonly id?: string }

const pieces = (text: string): readonly string[] => text.match(/\s*\S{1,6}|\s+/g) ?? []

/** The start and the deltas of a block on the wire; `blocks` are all of its turn. */
export function wireOf(block: SaidBlock, blocks: readonly SaidBlock[], index: number): { readonly start: object; readonly deltas: readonly object[] } {
  if ('text' in block) return { start: { type: 'text', text: '' }, deltas: pieces(block.text).map(text => ({ type: 'text_delta', text })) }
  if ('redacted' in block) return { start: { type: 'redacted_thinking', data: block.redacted }, deltas: [] }
  if ('thinking' in block) {
    const thoughts = pieces(block.thinking).map(thinking => ({ type: 'thinking_delta', thinking }))
    return { start: { type: 'thinking', thinking: '', signature: '' }, deltas: [...thoughts, { type: 'signature_delta', signature: block.signature ?? signatureOf(block.thinking) }] }
  }
  const thoughtful = blocks.slice(0, index).some(before => 'thinking' in before)
  const json = typeof block.input === 'string' ? block.input : JSON.stringify(block.input)
  return {
    start: { type: 'tool_use', id: block.id ?? `${thoughtful ? thoughtfulCall : 'toolu_plain'}_${nextCall()}`, name: block.tool, input: {} },
    deltas: ['', ...(json.match(/[^]{1,7}/g) ?? [])].map(piece => ({ type: 'input_json_delta', partial_json: piece })),
  }
}

const nextCall = (): string => randomUUID().replaceAll('-', '').slice(0, 12)
