import type { MessageBlock } from '../../src-preload/contract/chat.ts'

type ToolBlock = Extract<MessageBlock, { kind: 'tool' }>

/** A tool block as it is kept: its records by their references, its action in the table of actions. */
export interface StoredToolBlock extends Pick<ToolBlock, 'kind' | 'callId' | 'tool' | 'title' | 'state' | 'detail' | 'draft'> {
  readonly refs: readonly string[]
}

/** A block of a message as it is kept. */
export type StoredBlock = Readonly<Exclude<MessageBlock, { kind: 'tool' }>> | StoredToolBlock

/** A piece of an answer that is coming: words that are added to one of its blocks. */
export interface Piece {
  readonly block: number
  readonly kind: 'text' | 'thinking'
  readonly text: string
}

/** Puts the pieces of an answer, in the order they came, behind the blocks that stood before. */
export function foldPieces(before: readonly StoredBlock[], pieces: readonly Piece[]): StoredBlock[] {
  const blocks = [...before]
  let last = -1
  for (const { block, kind, text } of pieces) {
    const there = blocks.at(-1)
    if (block === last && there?.kind === kind) blocks[blocks.length - 1] = { kind, text: there.text + text }
    else blocks.push({ kind, text })
    last = block
  }
  return blocks
}

/** What was said in the blocks, as plain words: what search looks through. */
export const plainWords = (blocks: readonly StoredBlock[]): string =>
  blocks.flatMap(block => (block.kind === 'text' ? [block.text.replaceAll(/\[([^\]]*)\]\(#[^)]*\)/g, '$1')] : [])).join('\n\n')

/** The references that the blocks point at, in words and in tools, each once. */
export const refsIn = (blocks: readonly StoredBlock[]): readonly string[] => [
  ...new Set(blocks.flatMap(block =>
    block.kind === 'tool' ? block.refs : block.kind === 'text' ? [...block.text.matchAll(/\]\(#([a-z]\d{1,6})\)/gi)].flatMap(([, ref]) => ref?.toLowerCase() ?? []) : [])),
]
