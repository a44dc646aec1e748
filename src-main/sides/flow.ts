import type { SidesLine } from '../../src-preload/contract/sides.ts'
import type { Measure } from './measure.ts'
import type { SheetElement, SheetPart, SidesSheet } from './sheet.ts'

/** A piece of type in a row, without its height on the page; `side` tells apart who speak at once. */
export interface Piece extends Omit<SidesLine, 'y'> {
  readonly side: 'left' | 'right' | null
}

/** One row of the page: what stands beside each other in it, and the page of the script where it begins a paragraph. */
export interface Row {
  readonly pieces: readonly Piece[]
  readonly scriptPage: number | null
  /** Set on rows with a rule from the end of their text to the right edge. */
  readonly rule: boolean
}

/**
 * What hangs together on the page: `head` (a cue) never without a row of `body`, `tail` never without one before it.
 *
 * `before` is the blank rows above, left out at the top of a page; `more` stands under a speech that goes on overleaf and `again` over
 * its rest there, both null where nothing need say so.
 */
export interface Block {
  readonly kind: 'heading' | 'label' | 'text' | 'speech' | 'note'
  readonly before: number
  readonly head: readonly Row[]
  readonly body: readonly Row[]
  readonly tail: readonly Row[]
  readonly more: ((split: number) => Row) | null
  readonly again: ((split: number) => readonly Row[]) | null
  /** Index of the scene, null for what stands between scenes. */
  readonly scene: number | null
  readonly read: boolean
}

/** The type of the page: Courier of 12 points, ten letters and six lines to the inch. */
export const size = 12

/** The scripts of India stand taller than Latin and would touch from row to row: a paragraph that holds them is set smaller. */
const tallScripts = /[\u0900-\u0dff]/u
const tallSize = 10.5

/** The left edge of action, and the right edge of transitions and rules. */
export const edges = { left: 108, right: 540 } as const

/**
 * Where each kind begins and how wide it may be, in points: the usual American format in 12-point Courier, as
 * src-main/scripts/pageLayout.ts counts it, with its left edge an inch and a half in and so of equal measure on A4.
 */
const columns = {
  heading: [108, 58], action: [108, 60], shot: [108, 60], centered: [108, 60], transition: [108, 60],
  cue: [252, 38], parenthetical: [216, 25], dialogue: [180, 35], lyric: [180, 35],
} as const satisfies Partial<Record<SidesLine['kind'], readonly [x: number, letters: number]>>

/** The same within the column of one who speaks at once with another: 29 letters. */
const dualColumns = { cue: [72, 19], parenthetical: [36, 20], dialogue: [0, 29], lyric: [0, 29] } as const
/** Where the column of each who speaks at once begins. */
export const dualLeft = { left: 108, right: 331.2 } as const

const advance = 7.2

/** Rows of the longest cue that is taken for one; what is longer breaks as any paragraph does. */
const longestCue = 6

type Printed = keyof typeof columns
type Spoken = keyof typeof dualColumns

const isPrinted = (kind: SheetElement['kind']): kind is Printed => kind in columns
const isSpoken = (kind: SheetElement['kind']): kind is Spoken => kind in dualColumns

/** What stands where in a block: its scene, whether it is read, and the means to measure. */
interface Place {
  readonly scene: number | null
  readonly read: boolean
  readonly measure: Measure
}

/**
 * Sets the paragraphs of sides as rows, in blocks that hang together.
 *
 * Notes, sections and synopses of the writer are not printed. Where context is printed, the scenes to be read stand between START
 * and STOP; what is left out is said.
 */
export function flowOf(sheet: SidesSheet, measure: Measure): readonly Block[] {
  const scenes = sheet.parts.filter(part => part.kind === 'scene')
  const hasContext = scenes.some(({ read }) => !read)
  const blocks: Block[] = noteOf(sheet, measure)
  sheet.parts.forEach((part, at) => {
    if (part.kind === 'gap') {
      blocks.push(label(part.from === part.to ? `Scene ${part.from} is left out` : `Scenes ${part.from} to ${part.to} are left out`, 'gap', { scene: null, read: false, measure }))
      return
    }
    const place = { scene: part.scene, read: part.read, measure }
    const [before, after] = [sheet.parts[at - 1], sheet.parts[at + 1]]
    if (hasContext && !continues(part, before)) blocks.push(label(part.read ? 'START' : 'CONTEXT, not to be read', 'label', place))
    const own = sceneBlocks(part, place)
    const last = own.at(-1)
    const stops = hasContext && part.read && !continues(part, after)
    blocks.push(...(stops && last ? [...own.slice(0, -1), { ...last, tail: [ruledRow('STOP', 'label', place)] }] : own))
  })
  return blocks
}

const continues = (part: SheetPart & { readonly kind: 'scene' }, other: SheetPart | undefined): boolean => other?.kind === 'scene' && other.read === part.read

function noteOf({ note }: SidesSheet, measure: Measure): Block[] {
  const text = tidy(note)
  if (text === '') return []
  const place = { scene: null, read: true, measure }
  return [{ ...bare('note', 0, place), body: rowsOf(text, { x: edges.left, width: edges.right - edges.left, kind: 'note', face: 'courierItalic', marked: false, page: null }, place) }]
}

function sceneBlocks({ elements, number }: SheetPart & { readonly kind: 'scene' }, place: Place): Block[] {
  const blocks: Block[] = []
  let at = 0
  while (at < elements.length) {
    const element = elements[at]
    if (element === undefined) break
    const text = tidy(element.text)
    if (text === '' || !isPrinted(element.kind)) {
      at += 1
      continue
    }
    const dual = element.dual === 'left' ? dualFrom(elements, at) : null
    if (dual) {
      blocks.push(dualBlock(dual.left, dual.right, place))
      at = dual.end
    } else if (isSpoken(element.kind)) {
      const end = speechEnd(elements, at)
      blocks.push(speechBlock(elements.slice(at, end), place))
      at = end
    } else {
      blocks.push(textBlock(element, element.kind, number, place))
      at += 1
    }
  }
  return blocks
}

/** The end of a speech that begins at an element: up to the next cue, or whatever is not spoken. */
function speechEnd(elements: readonly SheetElement[], from: number): number {
  let end = from + 1
  for (; end < elements.length; end += 1) {
    const next = elements[end]
    if (!next || !isSpoken(next.kind) || next.kind === 'cue' || next.dual === 'left') break
  }
  return end
}

function dualFrom(elements: readonly SheetElement[], from: number): { readonly left: readonly SheetElement[]; readonly right: readonly SheetElement[]; readonly end: number } | null {
  const side = (begin: number, which: 'left' | 'right') => {
    let end = begin
    while (elements[end]?.dual === which && isSpoken(elements[end]?.kind ?? 'action')) end += 1
    return end
  }
  const middle = side(from, 'left')
  const end = side(middle, 'right')
  return end > middle && middle > from ? { left: elements.slice(from, middle), right: elements.slice(middle, end), end } : null
}

function textBlock(element: SheetElement, kind: Printed, number: string, place: Place): Block {
  const [x, letters] = columns[kind]
  const rows = rowsOf(tidy(element.text), { x, width: letters * advance, kind, face: kind === 'heading' ? 'courierBold' : 'courier', marked: false, page: element.page }, place)
  if (kind !== 'heading') return { ...bare(kind === 'shot' ? 'heading' : 'text', 1, place), body: rows }
  const [first, ...rest] = rows
  return { ...bare('heading', 2, place), body: first ? [{ ...first, pieces: [...first.pieces, ...numbersOf(number, place)] }, ...rest] : rows }
}

/** The number of a scene, in both margins. */
function numbersOf(number: string, { scene, read, measure }: Place): readonly Piece[] {
  if (number === '') return []
  const piece = { text: number, size, face: 'courier', tone: read ? 'ink' : 'grey', kind: 'number', scene, marked: false, side: null } as const
  return [{ ...piece, x: Math.max(60, 94 - measure.width(number, 'courier', size)) }, { ...piece, x: 550 }]
}

function speechBlock(speech: readonly SheetElement[], place: Place): Block {
  const cues = speech.filter(({ kind }) => kind === 'cue')
  const head = cues.flatMap(cue => spokenRows(cue, place))
  const body = speech.filter(({ kind }) => kind !== 'cue').flatMap(element => spokenRows(element, place))
  const [cue] = cues
  if (!cue || head.length > longestCue) return { ...bare('text', 1, place), body: [...head, ...body] }
  return {
    ...bare('speech', 1, place), head, body,
    more: () => row([pieceOf('(MORE)', columns.cue[0], 'more', 'courier', cue.marked && place.read, place)]),
    again: () => spokenRows({ ...cue, text: continued(cue.text) }, place).map(one => ({ ...one, pieces: one.pieces.map(piece => ({ ...piece, kind: 'continued' as const })) })),
  }
}

/** Two who speak at once, row beside row. A long one breaks as a speech does, for whichever side goes on. */
function dualBlock(left: readonly SheetElement[], right: readonly SheetElement[], place: Place): Block {
  const sides = [dualSide(left, dualLeft.left, place), dualSide(right, dualLeft.right, place)] as const
  const cueRows = beside(sides.map(({ head }) => head))
  const bodies = sides.map(({ body }) => body)
  const goingOn = (split: number) => sides.filter(({ body }) => body.length > split)
  if (cueRows.length === 0 || cueRows.length > longestCue) return { ...bare('text', 1, place), body: [...cueRows, ...beside(bodies)] }
  return {
    ...bare('speech', 1, place), head: cueRows, body: beside(bodies),
    more: split => row(goingOn(split).map(({ x, marked }) => ({ ...pieceOf('(MORE)', x + dualColumns.cue[0], 'more', 'courier', marked, place), side: sideAt(x) }))),
    again: split => beside(goingOn(split).map(({ again }) => again)),
  }
}

interface DualSide {
  readonly x: number
  readonly marked: boolean
  readonly head: readonly Row[]
  readonly body: readonly Row[]
  readonly again: readonly Row[]
}

function dualSide(speech: readonly SheetElement[], x: number, place: Place): DualSide {
  const cues = speech.filter(({ kind }) => kind === 'cue')
  const again = cues.slice(0, 1).flatMap(cue => spokenRows({ ...cue, text: continued(cue.text) }, place, x))
  return {
    x, marked: place.read && (cues[0]?.marked ?? false), head: cues.flatMap(cue => spokenRows(cue, place, x)),
    body: speech.filter(({ kind }) => kind !== 'cue').flatMap(element => spokenRows(element, place, x)),
    again: again.map(one => ({ ...one, pieces: one.pieces.map(piece => ({ ...piece, kind: 'continued' as const })) })),
  }
}

/** Rows beside each other: the first of each in the first row, and so on. */
const beside = (sides: readonly (readonly Row[])[]): readonly Row[] =>
  Array.from({ length: Math.max(0, ...sides.map(side => side.length)) }, (_, at) => {
    const rows = sides.flatMap(side => side[at] ?? [])
    return { ...row(rows.flatMap(({ pieces }) => pieces)), scriptPage: rows.find(({ scriptPage }) => scriptPage !== null)?.scriptPage ?? null }
  })

/** The rows of a cue, parenthetical, speech or song; `from` is the left edge of its column where two speak at once. */
function spokenRows(element: SheetElement, place: Place, from?: number): readonly Row[] {
  const text = tidy(element.text)
  if (!isSpoken(element.kind) || text === '') return []
  const [x, letters] = from === undefined ? columns[element.kind] : dualColumns[element.kind]
  const marked = element.marked && place.read
  const face = element.kind === 'lyric' ? 'courierItalic' : element.kind === 'cue' && marked ? 'courierBold' : 'courier'
  const rows = rowsOf(text, { x: x + (from ?? 0), width: letters * advance, kind: element.kind, face, marked, page: element.page }, place)
  return from === undefined ? rows : rows.map(one => ({ ...one, pieces: one.pieces.map(piece => ({ ...piece, side: sideAt(from) })) }))
}

const sideAt = (x: number): 'left' | 'right' => (x === dualLeft.left ? 'left' : 'right')

interface Setting {
  readonly x: number
  readonly width: number
  readonly kind: Piece['kind']
  readonly face: Piece['face']
  readonly marked: boolean
  readonly page: number | null
}

function rowsOf(text: string, { x, width, kind, face, marked, page }: Setting, place: Place): readonly Row[] {
  const points = tallScripts.test(text) ? tallSize : size
  return place.measure.wrap(text, face, points, width).filter(line => line !== '').map((line, at) => {
    const set = () => {
      if (kind === 'transition') return edges.right - place.measure.width(line, face, points)
      if (kind === 'centered') return x + (width - place.measure.width(line, face, points)) / 2
      return kind === 'parenthetical' && at > 0 ? x + advance : x
    }
    return { ...row([{ ...pieceOf(line, set(), kind, face, marked, place), size: points }]), scriptPage: at === 0 ? page : null }
  })
}

const pieceOf = (text: string, x: number, kind: Piece['kind'], face: Piece['face'], marked: boolean, { scene, read }: Place): Piece => ({
  text, x, size, face, tone: read ? 'ink' : 'grey', kind, scene, marked, side: null,
})

const row = (pieces: readonly Piece[]): Row => ({ pieces, scriptPage: null, rule: false })

const ruledRow = (text: string, kind: 'label' | 'gap', place: Place): Row => ({
  ...row([{ ...pieceOf(text, edges.left, kind, kind === 'gap' ? 'courierItalic' : 'courierBold', false, place), size: 9 }]), rule: true,
})

const bare = (kind: Block['kind'], before: number, { scene, read }: Place): Block => ({ kind, before, head: [], body: [], tail: [], more: null, again: null, scene, read })

const label = (text: string, kind: 'label' | 'gap', place: Place): Block => ({ ...bare('label', 2, place), body: [ruledRow(text, kind, place)] })

/** The cue of a speech that goes on overleaf. */
const continued = (cue: string): string => (/\(cont(?:['’]?d|inued)?\.?\)/iu.test(cue) ? cue : `${cue} (CONT'D)`)

/** One space where there are several, none at the ends of lines; line breaks stay. */
const tidy = (text: string): string => text.replaceAll(/[^\S\n]+/gu, ' ').split('\n').map(line => line.trim()).join('\n').trim()
