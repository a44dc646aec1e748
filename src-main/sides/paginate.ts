import type { Block, Row } from './flow.ts'

/** A row with its place on the page, counted from 0. */
export interface PlacedRow extends Row {
  readonly slot: number
  readonly read: boolean
}

/** Rows on a page: A4 has room for three more than the 55 of US Letter. */
export const rowsOnPage = 58

/** Rows of a paragraph that stay together at the foot of a page and at the head of the next. */
const together = 2

/**
 * Lays blocks on pages.
 *
 * A heading or label stays with what it heads; a speech breaks only after two of its rows (one where there is no other way), never
 * after a parenthetical, with (MORE) under it and its cue again overleaf; a paragraph leaves no single row behind.
 */
export function paginate(blocks: readonly Block[]): readonly (readonly PlacedRow[])[] {
  const pages: PlacedRow[][] = []
  let page: PlacedRow[] = []
  let used = 0
  // While a page holds nothing but headings, going overleaf would leave them alone.
  let onlyHeads = true
  const turn = () => {
    if (page.length > 0) pages.push(page)
    page = []
    used = 0
    onlyHeads = true
  }
  const put = (rows: readonly Row[], read: boolean) => {
    for (const row of rows) page.push({ ...row, slot: used++, read })
  }
  blocks.forEach((block, at) => {
    if (!onlyHeads && used + block.before + leastRoom(blocks, at) > rowsOnPage) turn()
    let { head, body } = block
    for (;;) {
      const blank = used > 0 ? block.before - (blocks[at - 1]?.kind === 'label' && block.kind === 'heading' ? 1 : 0) : 0
      const room = rowsOnPage - used - blank
      if (head.length + body.length + block.tail.length <= room) {
        used += blank
        put([...head, ...body, ...block.tail], block.read)
        onlyHeads &&= block.kind === 'heading' || block.kind === 'label'
        return
      }
      const split = breakOf({ ...block, head, body }, room, onlyHeads)
      if (split === null) {
        turn()
        continue
      }
      used += blank
      const done = block.body.length - body.length + split
      put([...head, ...body.slice(0, split), ...(block.more ? [block.more(done)] : [])], block.read)
      turn()
      head = block.again?.(done) ?? []
      body = body.slice(split)
    }
  })
  turn()
  return pages
}

/** Rows that must be free for a block to begin on this page: a heading with the beginning of what it heads. */
function leastRoom(blocks: readonly Block[], at: number): number {
  const block = blocks[at]
  if (!block) return 0
  const next = blocks[at + 1]
  const all = block.head.length + block.body.length + block.tail.length
  const heads = next !== undefined && (block.kind === 'label' || (block.kind === 'heading' && next.scene === block.scene && next.kind !== 'label'))
  if (heads) return Math.min(rowsOnPage, all + next.before + leastRoom(blocks, at + 1))
  for (let room = block.head.length + 1; room < Math.min(all, rowsOnPage); room++) if (breakOf(block, room, false) !== null) return room
  return Math.min(all, rowsOnPage)
}

/**
 * After how many rows of its body a block breaks where there is `room` for so many rows; null where it should begin overleaf.
 *
 * `forced` where going overleaf would not help: at the head of a page, or right under the heading there.
 */
function breakOf({ kind, head, body, tail, more }: Block, room: number, forced: boolean): number | null {
  const most = Math.min(room - head.length - (more ? 1 : 0), body.length - (tail.length > 0 ? 1 : 0))
  const good = (split: number, least: number) => split >= least && body.length - split >= least && !endsInParenthetical(body[split - 1])
  if (kind !== 'heading' && kind !== 'label') for (let split = most; split >= together; split--) if (good(split, together)) return split
  if (!forced) return null
  for (let split = most; split >= 1; split--) if (good(split, 1)) return split
  return Math.max(1, Math.min(most, body.length - 1))
}

const endsInParenthetical = (row: Row | undefined): boolean => row?.pieces.some(({ kind }) => kind === 'parenthetical') ?? false
