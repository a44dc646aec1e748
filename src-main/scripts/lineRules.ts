import type { LineExample, LineKind } from '../../src-preload/contract/scripts.ts'
import { wordsLook, type Look, type PlacedLine, type SeenLine } from './placedLines.ts'

/** Where lines of a kind stand: they share their left edge, their middle or their right edge, in points. */
export type Place = { readonly by: 'edge' | 'middle' | 'end'; readonly at: number }

/**
 * How lines of a kind are told: by their place, and by those parts of their look on which the examples agree.
 *
 * `newest` is the place of its newest example among all; a rule with more in its look goes before one with less, then the newer. `words`
 * are the only texts that it holds for, where the plain reading says of most lines that look so that they are something else.
 */
export type LineRule = { readonly kind: LineKind; readonly place: Place; readonly look: Partial<Look>; readonly newest: number; readonly words: ReadonlySet<string> | null }

/** What the examples teach: rules, lines that were named themselves, texts to leave out, and examples that a later one overruled. */
export type LineRules = {
  readonly rules: readonly LineRule[]
  readonly named: ReadonlyMap<number, LineKind>
  readonly left: readonly Running[]
  readonly overruled: readonly (readonly [earlier: LineExample, later: LineExample])[]
}

/** A text that a page adds, its digits taken for one another, where it stands; `y` is null where heights say nothing. */
type Running = { readonly text: string; readonly x: number; readonly y: number | null }

/** How far lines of one kind may stand from one another, in points: by their edges, and by their middles, which the letters push about. */
const reaches = { edge: 7.5, middle: 14, end: 9 } as const

/** The parts of a look that tell a kind from others at its place; action and speech are told by their place alone. */
const telling: Readonly<Record<LineKind, readonly (keyof Look)[]>> = {
  heading: ['letters', 'numbered', 'setting', 'time', 'closed', 'opens', 'holds', 'bracketed', 'beside'],
  cue: ['letters', 'colon', 'closed', 'inline', 'opens', 'holds', 'bracketed', 'beside'],
  parenthetical: ['bracketed'],
  transition: ['letters', 'colon', 'opens'],
  action: [],
  dialogue: [],
  nothing: [],
}

type Body = { readonly lines: readonly SeenLine[]; readonly base: readonly LineKind[] }

type Seen = { readonly example: LineExample; readonly order: number; readonly look: Partial<Look>; readonly line: number | null }

/**
 * Learns from the lines that the user named where lines of each kind stand and how they look.
 *
 * One example teaches its place and all of its look; more of one kind at one place teach only what they share. Of two that stand and
 * look the same but are said to be different, the later counts.
 */
export function learnRules(lines: readonly SeenLine[], examples: readonly LineExample[], base: readonly LineKind[]): LineRules {
  const all = examples.map((example, order): Seen => {
    const line = findLine(lines, example)
    const look = (line === null ? undefined : lines[line]?.look) ?? { ...wordsLook(example.text), ...aroundOf(example) }
    return { example, order, look, line }
  })
  const overruled = all.flatMap(one => {
    const later = all.findLast(other => other.order > one.order && other.example.kind !== one.example.kind && isAlike(one, other))
    return later ? [{ one, later }] : []
  })
  const counting = all.filter(seen => !overruled.some(({ one }) => one === seen))
  const kinds = [...new Set(counting.map(({ example }) => example.kind))].filter(kind => kind !== 'nothing')
  const rules = kinds.flatMap(kind => rulesOf({ lines, base }, kind, counting.filter(({ example }) => example.kind === kind)))
  return {
    rules: withoutTies(rules).toSorted((a, b) => Object.keys(b.look).length - Object.keys(a.look).length || b.newest - a.newest),
    named: new Map(counting.flatMap(({ line, example }) => (line === null ? [] : [[line, example.kind]]))),
    left: counting.filter(({ example }) => example.kind === 'nothing').map(({ example }) => ({ text: patternOf(example.text), x: example.x, y: example.around?.y ?? null })),
    overruled: overruled.map(({ one, later }) => [one.example, later.example]),
  }
}

/** The line that an example points at: the same words on its page, else anywhere at the same place. */
function findLine(lines: readonly SeenLine[], { page, text, x }: LineExample): number | null {
  const at = lines.findIndex(line => line.page === page && line.text === text && Math.abs(line.x - x) <= 3)
  if (at >= 0) return at
  const other = lines.findIndex(line => line.text === text && Math.abs(line.x - x) <= reaches.edge)
  return other < 0 ? null : other
}

const aroundOf = ({ around }: LineExample): Partial<Look> => (around ? { opens: around.opens, holds: around.holds, beside: around.beside } : {})

const isAlike = (a: Seen, b: Seen): boolean =>
  (a.line !== null && a.line === b.line) ||
  (Math.abs(a.example.x - b.example.x) <= reaches.edge && lookKeys.every(key => a.look[key] === b.look[key]) && telling[a.example.kind].length === telling[b.example.kind].length)

const lookKeys: readonly (keyof Look)[] = ['letters', 'colon', 'bracketed', 'numbered', 'setting', 'time', 'closed', 'inline', 'opens', 'holds', 'beside']

/** The rules of one kind: examples that share a place make one. */
function rulesOf({ lines, base }: Body, kind: LineKind, seen: readonly Seen[]): LineRule[] {
  const groups: { place: Place; seen: Seen[] }[] = []
  for (const one of seen) {
    const home = groups.find(group => sharedPlace(group, one) !== null)
    const place = home && sharedPlace(home, one)
    if (home && place) {
      home.place = place
      home.seen.push(one)
    } else groups.push({ place: placeOfOne(lines, kind, one), seen: [one] })
  }
  return groups.map(group => {
    const newest = Math.max(...group.seen.map(({ order }) => order))
    const rule: LineRule = { kind, place: group.place, look: sharedLook(kind, group.seen), newest, words: null }
    if (telling[kind].length > 1 || !isCrowded({ lines, base }, rule)) return rule
    const narrow = { ...rule, look: sharedLook('cue', group.seen) }
    return isCrowded({ lines, base }, narrow) ? { ...narrow, words: new Set(group.seen.map(({ example }) => patternOf(example.text))) } : narrow
  })
}

/** Tells whether many of the lines that a rule would take were read as what stands out by itself: cues, headings and transitions. */
function isCrowded({ lines, base }: Body, rule: LineRule): boolean {
  let [taken, others] = [0, 0]
  lines.forEach((line, at) => {
    if (line.apart || base[at] === 'nothing' || !isAtPlace(rule.place, line) || !looksSo(line, rule)) return
    taken++
    if (base[at] === 'cue' || base[at] === 'heading' || base[at] === 'transition') others++
  })
  return others > 0.25 * taken
}

/** The place that a group and one more example agree on: the edge before the middle before the right edge; null where they share none. */
function sharedPlace(group: { readonly place: Place; readonly seen: readonly Seen[] }, one: Seen): Place | null {
  for (const by of [group.place.by, 'edge', 'middle', 'end'] as const) {
    const places = [...group.seen, one].map(({ example }) => valueOf(example, by))
    if (Math.max(...places) - Math.min(...places) <= reaches[by]) return { by, at: places.reduce((sum, at) => sum + at, 0) / places.length }
  }
  return null
}

const valueOf = ({ x, end }: Pick<PlacedLine, 'x' | 'end'>, by: Place['by']): number => (by === 'edge' ? x : by === 'end' ? end : (x + end) / 2)

/** One example stands where most lines of its look stand with it: at its left edge, or where clearly more share its middle or its right edge. */
function placeOfOne(lines: readonly SeenLine[], kind: LineKind, { example, look }: Seen): Place {
  const rule = { kind, look: sharedLook(kind, [{ example, look, order: 0, line: null }]) }
  const count = (by: Place['by']) => {
    const place = { by, at: valueOf(example, by) }
    return lines.filter(line => !line.apart && isAtPlace(place, line) && (telling[kind].length === 0 || looksSo(line, rule))).length
  }
  const edge = count('edge')
  const [best] = (['middle', 'end'] as const).map(by => ({ by, lines: count(by) })).filter(other => other.lines > 1.4 * edge + 1).toSorted((a, b) => b.lines - a.lines)
  const by = best?.by ?? 'edge'
  return { by, at: valueOf(example, by) }
}

/** What the examples of a place agree on; a name in capitals is a name too. */
function sharedLook(kind: LineKind, seen: readonly Seen[]): Partial<Look> {
  const shared: Record<string, unknown> = {}
  // A cue with a mark of its own needs no gap above it.
  const isMarked = kind === 'cue' && seen.every(({ look }) => look.colon || look.inline || look.bracketed)
  for (const key of telling[kind]) {
    const values = [...new Set(seen.map(({ look }) => look[key]))]
    if (isMarked && (key === 'opens' || key === 'holds')) continue
    if (values.length === 1 && values[0] !== undefined) shared[key] = values[0]
    else if (key === 'letters' && values.every(value => value === 'name' || value === 'capitals')) shared[key] = 'name'
  }
  return shared
}

/** Where speech and action are said to begin at one place, the place tells nothing of either, and gaps do. */
const withoutTies = (rules: readonly LineRule[]): readonly LineRule[] =>
  rules.filter(rule => !(rule.kind === 'action' || rule.kind === 'dialogue') || !rules.some(other =>
    other.kind !== rule.kind && (other.kind === 'action' || other.kind === 'dialogue') && other.place.by === rule.place.by && Math.abs(other.place.at - rule.place.at) <= reaches[rule.place.by]))

/** Tells whether a line stands at a place. */
export const isAtPlace = (place: Place, line: Pick<PlacedLine, 'x' | 'end'>): boolean => Math.abs(valueOf(line, place.by) - place.at) <= reaches[place.by]

/** What the rules say that a line is; null where it is near no example. */
export function ruledKind(lines: readonly SeenLine[], at: number, base: LineKind, { rules, named, left }: LineRules): LineKind | null {
  const line = lines[at]
  if (!line) return null
  const own = named.get(at)
  if (own) return own
  if (line.apart) return null
  const standsOut = base === 'heading' || base === 'transition'
  if (left.some(running => isRunning(running, line))) return 'nothing'
  return rules.find(rule => isAtPlace(rule.place, line) && looksSo(line, rule) && !(isBare(rule) && standsOut))?.kind ?? null
}

/** A rule that knows a place and nothing else does not take what stands out by its words. */
const isBare = ({ look, words }: LineRule): boolean => words === null && Object.keys(look).length === 0

/** A running text comes again at its height, a page number within its own width, and words at their place. */
const isRunning = ({ text, x, y }: Running, line: PlacedLine): boolean =>
  patternOf(line.text) === text && (y === null ? Math.abs(line.x - x) <= 30 : Math.abs(line.y - y) <= 10 && Math.abs(line.x - x) <= 60)

const patternOf = (text: string): string => text.replace(/\d+/gu, '#').toUpperCase()

/** The most letters of a line that can be a cue or a heading. */
const longest: Partial<Record<LineKind, number>> = { cue: 60, heading: 140, transition: 70 }

function looksSo(line: SeenLine, { kind, look, words = null }: Pick<LineRule, 'kind' | 'look'> & Partial<LineRule>): boolean {
  const own = line.look
  if (words && !words.has(patternOf(line.text))) return false
  if (line.text.length > (look.inline ? 4000 : (longest[kind] ?? 4000))) return false
  if (kind === 'cue' && !look.inline && !look.setting && (own.setting || (own.letters === 'words' && line.text.split(/\s+/u).length > 5))) return false
  return lookKeys.every(key => look[key] === undefined || agrees(key, look, own))
}

const agrees = (key: keyof Look, look: Partial<Look>, own: Look): boolean => {
  // A cue at the foot of a page, and one in capitals among names, are cues too.
  if (key === 'letters' && look.letters === 'name') return own.letters === 'name' || own.letters === 'capitals'
  if (key === 'letters' && look.letters === 'words') return own.letters !== 'capitals'
  // What else shares its printed line matters only where the line itself begins it: a column beside may be empty.
  if (key === 'beside') return (look.beside === 'first') === (own.beside === 'first')
  return look[key] === own[key]
}
