import type { Kind, Label } from './labels.ts'
import type { Span } from './levelled.ts'

/** Something that a stretch of a text says; `said` is what says nothing of a person: greetings, labels, headers of a chat. */
export interface Said extends Span {
  readonly kind: Kind | 'said'
  readonly value: string
  readonly medium: string
}

/** What stands where a stretch was understood already. */
export const gone = '\ue000'

const goneUnit = gone.charCodeAt(0)
const lineBreak = 10

/** A text of which stretches are understood one after the other; each sign is understood once. */
export interface Board {
  readonly text: string
  readonly said: readonly Said[]
  /** The text, understood signs replaced by {@link gone}, line breaks kept; to be asked for once for many stretches, since it is made anew after each claim. */
  readonly rest: () => string
  /** A stretch of the rest, in time that grows with its length alone. */
  readonly words: (span: Span) => string
  /** A span without what is understood, white space and separators at its ends. */
  readonly trimmed: (span: Span) => Span
  /** Says what a stretch means; white space and separators at its ends are left off. Gives whether anything was left of it. */
  readonly claim: (kind: Said['kind'], span: Span, value?: string, label?: Pick<Label, 'medium'>) => boolean
}

/** Opens a board on a text. */
export function openBoard(text: string): Board {
  const said: Said[] = []
  const units = Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
  const signs = Buffer.from(units.buffer)
  let rest: string | null = text
  const words = ({ from, to }: Span): string => (from < to ? signs.toString('utf16le', from * 2, to * 2) : '')
  return {
    text,
    said,
    rest: () => (rest ??= words({ from: 0, to: text.length })),
    words,
    trimmed: span => {
      let { from, to } = span
      while (from < to && edge.test(String.fromCharCode(units[from] ?? 0))) from++
      while (to > from && edge.test(String.fromCharCode(units[to - 1] ?? 0))) to--
      return { from, to }
    },
    claim: (kind, span, value, label) => {
      const { from, to } = trimmed(text, span)
      if (from >= to) return false
      said.push({ kind, from, to, value: (value ?? text.slice(from, to)).replaceAll(gone, ' ').replace(/ +/gu, ' ').trim(), medium: label?.medium ?? '' })
      for (let at = from; at < to; at++) if (units[at] !== lineBreak) units[at] = goneUnit
      rest = null
      return true
    },
  }
}

const edge = /[\s,;|•\ue000]/u

/** A span without the white space and separators at its ends. */
export function trimmed(text: string, { from, to }: Span): Span {
  let [start, end] = [from, to]
  while (start < end && edge.test(text[start] ?? '')) start++
  while (end > start && edge.test(text[end - 1] ?? '')) end--
  return { from: start, to: end }
}

/** The lines of a text as spans, their breaks left out. */
export function linesOf(text: string): readonly Span[] {
  const lines: Span[] = []
  let from = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
    lines.push({ from, to: at })
    from = at + 1
  }
  return [...lines, { from, to: text.length }]
}

/** The pieces of a stretch, parted outside brackets at the signs for which `parts` holds; it is told what stands round a sign, and where it stands. */
export function piecesOf(text: string, { from, to }: Span, parts: (sign: string, before: string, after: string, at: number) => boolean): readonly Span[] {
  const pieces: Span[] = []
  let depth = 0
  let start = from
  for (let at = from; at < to; at++) {
    const sign = text[at] ?? ''
    if (sign === '(' || sign === '[') depth++
    if (sign === ')' || sign === ']') depth = Math.max(0, depth - 1)
    if (sign === '\n') depth = 0
    if (depth > 0 && sign !== '\n') continue
    if (!parts(sign, text[at - 1] ?? '\n', text[at + 1] ?? '\n', at)) continue
    pieces.push({ from: start, to: at })
    start = at + 1
  }
  return [...pieces, { from: start, to }].map(piece => trimmed(text, piece)).filter(piece => piece.from < piece.to)
}
