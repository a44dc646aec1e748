import type { DraftElement } from './reader.ts'
import type { PlacedLine } from './placedLines.ts'

/** The paragraph that each line went into, by index, or -1 where it was left out. */
export type LineMatch = readonly number[]

/** How far a line is looked for from where the one before it was found, in letters: two speeches side by side are read one after the other. */
const reach = 900

/**
 * Finds for each printed line the paragraph that its words went into; readers tidy and reorder lines, but keep their letters.
 *
 * A line of a few letters counts only where it is next or is a paragraph of its own, because short words stand everywhere.
 */
export function matchLines(lines: readonly PlacedLine[], drafts: readonly Pick<DraftElement, 'text'>[]): LineMatch {
  const inks = drafts.map(({ text }) => inkOf(text))
  const ink = inks.join('')
  const owners = new Int32Array(ink.length)
  const wholes = new Uint8Array(ink.length)
  let from = 0
  inks.forEach((own, at) => {
    owners.fill(at, from, from + own.length)
    if (own.length) wholes[from] = 1
    from += own.length
  })
  const taken = new Uint8Array(ink.length)
  let cursor = 0
  return lines.map(({ text, apart }) => {
    const own = inkOf(text)
    if (apart || own === '') return -1
    const at = placeIn(ink, own, cursor, taken, wholes)
    if (at < 0) return -1
    taken.fill(1, at, at + own.length)
    if (at === cursor || own.length >= 8) cursor = Math.max(cursor, at + own.length)
    while (taken[cursor] === 1) cursor++
    return owners[at] ?? -1
  })
}

/** The letters and digits of a text, without case; where it has none, its signs. */
export function inkOf(text: string): string {
  const ink = text.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '')
  return ink === '' ? text.replace(/\s+/gu, '') : ink
}

function placeIn(ink: string, own: string, cursor: number, taken: Uint8Array, wholes: Uint8Array): number {
  if (ink.startsWith(own, cursor) && taken[cursor] === 0) return cursor
  const isWhole = (at: number) => wholes[at] === 1 && (at + own.length === ink.length || wholes[at + own.length] === 1)
  const fits = (at: number) => taken[at] === 0 && taken[at + own.length - 1] === 0 && (own.length >= 8 || isWhole(at))
  for (const [start, end] of [[cursor, cursor + reach], [Math.max(0, cursor - reach), cursor]] as const) {
    for (let at = ink.indexOf(own, start); at >= 0 && at < end; at = ink.indexOf(own, at + 1)) if (fits(at)) return at
  }
  return -1
}
