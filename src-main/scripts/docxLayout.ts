import { isCaseless, parseCue } from './cues.ts'
import type { WordLine, WordText } from './docxLines.ts'
import type { WordRole } from './docxRoles.ts'
import { parseHeading } from './headings.ts'
import { isTransition, looksLikeCue, looksLikeName } from './pdfBands.ts'
import { mode, quantile, shareNear } from './statistics.ts'

/**
 * How a Word file sets its cues and speeches, learnt from its own lines; lengths in points from the left margin.
 *
 * `setIn` says that cues stand in from the left, most of them at `edge` where they share one, and that a line is spoken from `inset` on;
 * `flush` that speeches begin where action does, so that only a gap ends them; `packed` that the file has no gaps, so that only words
 * tell. `strays` says that cues stand at the left edge too, in all of the file or in a part of it; `joint` that a cue and its speech are
 * one paragraph, `mixed` that cues are not in capitals, `inline` that speeches stand beside their names, `numbered` that headings say
 * SCENE and a number. `names` are the canonical names of cues, `frequent` those that return; unless `isSure` nothing says that they are
 * cues at all.
 */
export type WordLayout = {
  readonly left: number
  readonly setIn: boolean
  readonly edge: number | null
  readonly inset: number
  readonly flush: boolean
  readonly packed: boolean
  readonly strays: boolean
  readonly joint: boolean
  readonly mixed: boolean
  readonly inline: boolean
  readonly isSure: boolean
  readonly names: ReadonlySet<string>
  readonly frequent: ReadonlySet<string>
  readonly numbered: boolean
}

type Pair = { readonly line: WordLine; readonly next: WordLine }

/** Learns the layout of a file; `roles` are those of its styles, whose cues and speeches count as they are. */
export const learnLayout = ({ lines, width }: WordText, roles: ReadonlyMap<string, WordRole>): WordLayout => {
  const body = lines.filter(line => !line.cell)
  const headings = body.filter(line => parseHeading(line.text) || roles.get(line.style) === 'heading')
  const left = mode(headings.filter(({ align }) => align === 'left').map(({ x }) => x), 6) ?? quantile(body.map(({ x }) => x), 0.05) ?? 0
  const styled = pairs(body, line => roles.get(line.style) === 'cue')
  const plain = pairs(body, line => !roles.has(line.style) || roles.get(line.style) === 'action' || roles.get(line.style) === 'title')
  const capitals = plain.filter(pair => isCuePair(pair, looksLikeCue))
  const isIn = ({ line }: Pair): boolean => line.x > left + 0.1 * width && (line.align === 'centre' || line.x < left + 0.72 * width) && line.align !== 'right'
  const [inside, outside] = [capitals.filter(isIn), capitals.filter(pair => !isIn(pair))]
  const mixedIn = plain.filter(pair => isIn(pair) && isCuePair(pair, looksLikeName))
  const mixed = mixedIn.length >= 5 && mixedIn.length > 4 * capitals.length && shareAtEdge(mixedIn) > 0.7
  const found = [...styled.filter(isIn), ...(mixed ? mixedIn : inside)]
  const setIn = found.length > 0 && (found.length >= 0.3 * outside.length || found.length > 40)
  const speech = setIn ? mode(found.filter(({ next }) => next.align === 'left').map(({ next }) => next.x), 6) : undefined
  const flush = !setIn || (speech ?? left + width) < left + 0.04 * width
  const counted = nameCounts([...styled, ...(setIn ? found : capitals)])
  const sure = styled.length + (setIn ? (mixed ? mixedIn : inside).length : 0)
  const strays = outside.filter(({ line }) => counted.has(parseCue(line.text).name)).length
  const frequent = new Set([...counted].filter(([, count]) => count > 1).map(([name]) => name))
  return {
    left, setIn, flush, mixed, frequent,
    joint: capitals.filter(({ line, next }) => line.opens && !next.opens).length > 0.5 * capitals.length,
    strays: sure === 0 || (strays > 2 && strays > 0.1 * sure),
    edge: setIn && shareAtEdge(found) > 0.6 ? (mode(found.map(({ line }) => line.x), 6) ?? null) : null,
    inset: speech === undefined || flush ? left + 0.1 * width : left + Math.max(0.04 * width, 0.5 * (speech - left)),
    packed: body.filter(({ gap, opens }) => gap && opens).length < 0.12 * body.length,
    inline: isInline(body, found.length || capitals.length),
    isSure: headings.length > 0 || styled.length > 1 || isSpokenBySome(counted),
    names: new Set(counted.keys()),
    numbered: body.filter(({ text }) => text.length < 130 && sceneLine.test(text)).length > 1,
  }
}

/** `SCENE 4` or `दृश्य 4` with or without words behind it, in files that number scenes so. */
export const sceneLine = /^(?:SCENE|SC\.?|दृश्य)\s*(?:NO\b\.?|#|[-–:])?\s*([0-9०-९]{1,4}[A-Z]?)\b[\s.:)\-–—]*(.{0,90})$/iu

/** Lines with the one after them in the same place; a cue is always the last line before something said. */
const pairs = (lines: readonly WordLine[], wanted: (line: WordLine) => boolean): Pair[] =>
  lines.flatMap((line, at) => {
    const next = lines[at + 1]
    return next && wanted(line) ? [{ line, next }] : []
  })

const isCuePair = ({ line, next }: Pair, looks: (text: string) => boolean): boolean =>
  looks(line.text) && !next.gap && next.align !== 'right' && !parseHeading(next.text) && !isTransition(next.text) &&
  (!looksLikeCue(next.text) || isCaseless(next.text))

const shareAtEdge = (found: readonly Pair[]): number => {
  const places = found.filter(({ line }) => line.align === 'left').map(({ line }) => line.x)
  return found.length ? (shareNear(places, mode(places, 6) ?? 0, 9) * places.length) / found.length : 0
}

const nameCounts = (found: readonly Pair[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { line } of found) {
    const { name } = parseCue(line.text)
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

/** Whether a few names return again and again, as only speakers do. */
const isSpokenBySome = (counts: ReadonlyMap<string, number>): boolean => {
  const all = [...counts.values()]
  const returning = all.filter(count => count > 1)
  const sum = (values: readonly number[]): number => values.reduce((total, count) => total + count, 0)
  return returning.length > 1 && sum(all) > 3 && sum(returning) > 0.6 * sum(all)
}

/** A speech beside its name: `Meera: Kya hua?`, or with a tab between. */
const inlinePattern = /^(\p{L}[^:\t?!।]{0,38}?)\s*(\([^)\t]{1,40}\))?(?:\s*[:：]\s*|\t)(?=\S)([^]*)$/u

const notNames = /^(?:https?|title|written|author|contact|draft|date|note|phone|email)$/iu

/** A name and what it says in one line, or null; the name keeps brackets that extend it. */
export const inlineSpeech = (text: string): { readonly cue: string; readonly said: string } | null => {
  const match = inlinePattern.exec(text.slice(0, 120))
  const [, name = '', extension = '', start = ''] = match ?? []
  if (!match || name.split(/\s+/u).length > 4 || notNames.test(name.trim())) return null
  if (parseHeading(text) || isTransition(text) || sceneLine.test(text.slice(0, 130))) return null
  return { cue: extension ? `${name} ${extension}` : name, said: (start + text.slice(120)).trim() }
}

/** A file of plays and of some Indian scripts: many lines with a name in front, and names that return. */
const isInline = (lines: readonly WordLine[], cues: number): boolean => {
  const counts = new Map<string, number>()
  let speeches = 0
  for (const { text } of lines) {
    const speech = inlineSpeech(text)
    if (!speech) continue
    speeches++
    const { name } = parseCue(speech.cue)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const returning = [...counts.values()].filter(count => count > 1)
  const often = returning.reduce((sum, count) => sum + count, 0)
  return speeches >= 4 && speeches > 2 * cues && speeches >= 0.2 * lines.length && returning.length > 1 && often > 0.6 * speeches
}
