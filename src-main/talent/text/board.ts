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

/** A text of which stretches are understood one after the other; each sign is understood once. */
export interface Board {
  readonly text: string
  readonly said: readonly Said[]
  /** The text, understood signs replaced by {@link gone}, line breaks kept. */
  readonly rest: () => string
  /** Says what a stretch means; white space and separators at its ends are left off. Gives whether anything was left of it. */
  readonly claim: (kind: Said['kind'], span: Span, value?: string, label?: Pick<Label, 'medium'>) => boolean
}

/** Opens a board on a text. */
export function openBoard(text: string): Board {
  const said: Said[] = []
  let rest = text
  return {
    text,
    said,
    rest: () => rest,
    claim: (kind, span, value, label) => {
      const { from, to } = trimmed(text, span)
      if (from >= to) return false
      said.push({ kind, from, to, value: (value ?? text.slice(from, to)).replaceAll(gone, ' ').replace(/ +/gu, ' ').trim(), medium: label?.medium ?? '' })
      rest = rest.slice(0, from) + rest.slice(from, to).replace(/[^\n]/gu, match => gone.repeat(match.length)) + rest.slice(to)
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
