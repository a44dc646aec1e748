import { isCaseless, isUpper } from './cues.ts'
import { parseHeading } from './headings.ts'
import type { BodyLine, PdfBody } from './pdfFurniture.ts'
import { mode, quantile, shareNear } from './statistics.ts'

/**
 * Where a file sets its cues and speeches, learnt from its own lines; all in points.
 *
 * `edge` is the left edge that cues share, `centre` the middle that they share; a file may have either, both or (null) neither. A line
 * is spoken from `inset` on. `flush` says that speeches begin at the left edge of the action, `mixed` that cues are not in capitals.
 */
export type Bands = {
  readonly edge: number | null
  readonly centre: number | null
  readonly inset: number
  readonly flush: boolean
  readonly mixed: boolean
}

/** Lines further apart than this, in pitches, are two paragraphs. */
export const paragraphGap = 1.42

const transitionPattern =
  /^(?:(?:[\p{Lu}\d\s\-–']+\s)?(?:CUT|DISSOLVE|FADE|WIPE|MATCH|SMASH|JUMP|IRIS|MIX|SEGUE|FLASH|BACK)\b[\p{Lu}\d\s\-–'/]*\bTO\b[\p{Lu}\d\s\-–'/]*|FADE[- ]?(?:IN|OUT|TO BLACK|UP|TO WHITE)|DISSOLVE|CUT|CUT TO|I\/C|THE END|END OF FILM)\s*[:.…]*$/iu

/** Tells whether a line is a transition: known words such as CUT TO: in any place, anything in capitals that ends in TO: or WITH:. */
export const isTransition = (text: string): boolean =>
  text.length < 60 && ((isUpper(text) && /\b(?:TO|WITH)\s*:$/u.test(text)) || ((isUpper(text) || text.endsWith(':')) && transitionPattern.test(text)))

/** Tells whether a text has the look of a cue: short, in capitals or without case, with no end of a sentence. */
export const looksLikeCue = (text: string): boolean => {
  if (text.length > 60 || /^[([]/u.test(text) || isTransition(text) || parseHeading(text)) return false
  if (isCaseless(text)) return text.split(' ').length <= 4 && !/[।.?!,]/u.test(text)
  return isUpper(text) && !/[?!,;]$|\.{2,}$|…$/u.test(text) && !(text.endsWith('.') && text.split(' ').length > 3)
}

/** A name that is not in capitals: a few words that begin with one, and no end of a sentence. */
export const looksLikeName = (text: string): boolean =>
  text.length <= 40 && /^\p{Lu}/u.test(text) && !/[.?!,;…]/u.test(text.replace(/\([^)]*\)/gu, '')) && text.split(' ').length <= 4 && !parseHeading(text)

type Found = readonly { readonly line: BodyLine; readonly next: BodyLine }[]

/** Learns the bands of a file from the lines that look like a cue with a speech below it. */
export const learnBands = (body: PdfBody): Bands => {
  const { lines, left, right } = body
  const width = Math.max(100, right - left)
  const capitals = candidates(body, looksLikeCue)
  const pages = lines.at(-1)?.page ?? 0
  const names = capitals.length < 0.5 * pages ? candidates(body, looksLikeName) : []
  const mixed = names.length > pages && names.length > 5 * capitals.length
  const found = mixed ? names : capitals
  // One such line decides in a script of a page or two; in a longer one it may be an accident.
  const { edge, centre } = found.length < (pages > 4 ? 2 : 1) ? { edge: null, centre: null } : cueBands(found.map(({ line }) => line))
  const below = found.filter(({ line }) => edge === null || Math.abs(line.x - edge) <= 8).map(({ next }) => next.x)
  const speech = edge === null ? quantile(below, 0.05) : mode(below, 6)
  if (speech === undefined) return { edge: null, centre: null, inset: left + 0.1 * width, flush: false, mixed }
  const flush = speech < left + 0.04 * width
  const inset = flush ? left + 0.1 * width : left + Math.max(0.04 * width, 0.5 * (speech - left))
  return { edge, centre, inset, flush, mixed }
}

/** Lines set in from both edges that open a paragraph, look like a cue, and have a speech below them. */
const candidates = ({ lines, left, right }: PdfBody, looks: (text: string) => boolean): Found => {
  const width = Math.max(100, right - left)
  return lines.flatMap((line, at) => {
    const next = lines[at + 1]
    if (!next || next.page !== line.page || !isBelowCue(next) || next.x < left + 0.05 * width || line.segments.length > 1) return []
    const opens = line.gap > paragraphGap || (lines[at - 1]?.x ?? 0) < left + 0.08 * width
    return opens && line.x > left + 0.12 * width && line.x < left + 0.75 * width && looks(line.text) ? [{ line, next }] : []
  })
}

/** A speech stands right below its cue or, where paragraphs are set apart by less than an empty line, at the same distance as those. */
export const isBelowCue = (next: BodyLine): boolean => next.gap <= paragraphGap || (next.gap < 2.05 && !looksLikeCue(next.text))

/** The edge or middle that cues share, and the other for those that remain where enough of them do. */
const cueBands = (cues: readonly BodyLine[]): Pick<Bands, 'edge' | 'centre'> => {
  const enough = Math.max(5, 0.08 * cues.length)
  const edge = mode(cues.map(line => line.x), 6)
  const centre = mode(cues.map(middle), 8)
  if (edge === undefined || centre === undefined) return { edge: null, centre: null }
  const atEdge = shareNear(cues.map(line => line.x), edge, 5)
  const atCentre = shareNear(cues.map(middle), centre, 12)
  if (atEdge >= Math.min(0.7, atCentre)) {
    const others = cues.filter(line => Math.abs(line.x - edge) > 9).map(middle)
    const other = mode(others, 8)
    return { edge, centre: other !== undefined && others.length >= enough && shareNear(others, other, 12) > 0.5 ? other : null }
  }
  const others = cues.filter(line => Math.abs(middle(line) - centre) > 30).map(line => line.x)
  const other = mode(others, 6)
  return { edge: other !== undefined && others.length >= enough && shareNear(others, other, 5) > 0.5 ? other : null, centre }
}

/** The middle of a line in points. */
export const middle = (line: Pick<BodyLine, 'x' | 'end'>): number => (line.x + line.end) / 2
