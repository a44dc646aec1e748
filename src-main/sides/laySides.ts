import type { SidesBox, SidesLine, SidesPage, SidesPaper } from '../../src-preload/contract/sides.ts'
import { dualLeft, edges, flowOf, type Piece } from './flow.ts'
import type { Measure } from './measure.ts'
import { paginate, type PlacedRow } from './paginate.ts'
import type { Copy, SidesSheet } from './sheet.ts'

/** A4 in points. */
const sheetOfA4 = { width: 595.28, height: 841.89 } as const

/** The baseline of the first row, and the distance of rows. */
const top = 90
const pitch = 12

/** What a row of type reaches above and below its baseline. */
const ascent = 9.5
const descent = 3

/**
 * Lays sides out on A4 as they are printed: a pure function of what is on the sheet, whose copy it is, and how wide letters are.
 *
 * Each page says the role, what the sides are for, the draft with its date, and its number; the foot says whose copy it is, and so does
 * the watermark that lies under the text. What the role speaks has a bar, a tint and a bold cue, of which bar and cue survive a copier.
 */
export function laySides(sheet: SidesSheet, copy: Copy, measure: Measure): SidesPaper {
  const pages = paginate(flowOf(sheet, measure))
  return {
    ...sheetOfA4,
    pages: pages.map((rows, at) => pageOf(rows, furniture(sheet, copy, measure, { at, of: pages.length }))),
    watermark: copy.recipient === null ? null : watermarkOf(copy.recipient, copy.day, measure),
  }
}

function pageOf(rows: readonly PlacedRow[], around: SidesPage): SidesPage {
  return {
    lines: [...around.lines, ...rows.flatMap(linesOfRow), ...citationsOf(rows)],
    boxes: [...around.boxes, ...marksOf(rows), ...contextRules(rows)],
  }
}

const baseline = (slot: number): number => top + pitch * slot

const linesOfRow = ({ pieces, slot }: PlacedRow): readonly SidesLine[] => pieces.map(({ side: _side, ...piece }) => ({ ...piece, x: rounded(piece.x), y: baseline(slot) }))

/** The page of the script in the margin: at each heading, and wherever the script turns its page. */
function citationsOf(rows: readonly PlacedRow[]): readonly SidesLine[] {
  let last: number | null = null
  return rows.flatMap(({ scriptPage, slot, pieces, read }): SidesLine[] => {
    const [first] = pieces
    if (scriptPage === null || first === undefined || (scriptPage === last && first.kind !== 'heading')) return []
    last = scriptPage
    return [{ text: `p. ${scriptPage}`, x: 28, y: baseline(slot), size: 8, face: 'courier', tone: read ? 'ink' : 'grey', kind: 'page', scene: first.scene, marked: false }]
  })
}

/** A tint under every run of rows that the role speaks, and a bar at its left. */
function marksOf(rows: readonly PlacedRow[]): readonly SidesBox[] {
  const runs: { side: Piece['side']; first: number; last: number }[] = []
  for (const { pieces, slot } of rows) {
    for (const { side } of pieces.filter(({ marked }) => marked)) {
      const run = runs.find(one => one.side === side && slot - one.last <= 1)
      if (run) run.last = slot
      else runs.push({ side, first: slot, last: slot })
    }
  }
  return runs.flatMap(({ side, first, last }): SidesBox[] => {
    const [left, width] = side === null ? [180, 252] : [dualLeft[side], 208.8]
    const [y, height] = [rounded(baseline(first) - ascent), rounded(pitch * (last - first) + ascent + descent)]
    const x = left - 9
    return [{ kind: 'tint', x, y, width: width + 12, height }, { kind: 'bar', x: x - 2.5, y, width: 2.5, height }]
  })
}

/** A thin line beside context, a line after each label, as far as the right edge. */
function contextRules(rows: readonly PlacedRow[]): readonly SidesBox[] {
  const boxes: SidesBox[] = []
  let run: { first: number; last: number } | null = null
  const close = () => {
    if (run) boxes.push({ kind: 'side', x: 100, y: rounded(baseline(run.first) - ascent), width: 0.75, height: rounded(pitch * (run.last - run.first) + ascent + descent) })
    run = null
  }
  for (const { rule, pieces, slot, read } of rows) {
    const [first] = pieces
    if (rule && first) {
      const x = rounded(first.x + first.text.length * first.size * 0.6 + 6)
      boxes.push({ kind: 'rule', x, y: baseline(slot) - 3, width: rounded(Math.max(0, edges.right - x)), height: 0.5 })
    }
    if (read || rule) close()
    else if (run) run.last = slot
    else run = { first: slot, last: slot }
  }
  close()
  return boxes
}

/** The head and the foot of a page. */
function furniture(sheet: SidesSheet, { recipient, day }: Copy, measure: Measure, page: { readonly at: number; readonly of: number }): SidesPage {
  const line = (text: string, x: number, y: number, style: Pick<SidesLine, 'face' | 'size' | 'tone' | 'kind'>): SidesLine => ({ text, x: rounded(x), y, ...style, scene: null, marked: false })
  const bold = { face: 'courierBold', size: 12, tone: 'ink', kind: 'header' } as const
  const plain = { ...bold, face: 'courier', size: 10 } as const
  const quiet = { ...plain, size: 8, tone: 'grey' } as const
  const foot = { ...quiet, kind: 'footer' } as const
  const [left, right] = [28, 567]
  const number = `page ${page.at + 1} of ${page.of}`
  const numberAt = right - measure.width(number, 'courier', 10)
  const role = fitted(sheet.role, numberAt - left - 24, bold, measure)
  const titleAt = left + measure.width(role, 'courierBold', 12) + 14
  const title = fitted(sheet.title, numberAt - titleAt - 12, plain, measure)
  const whose = recipient === null ? sheet.source : `For ${recipient}, ${day}. Not to be passed on.`
  return {
    lines: [
      line(role, left, 36, bold),
      ...(title === '' ? [] : [line(title, titleAt, 36, plain)]),
      line(number, numberAt, 36, plain),
      line(fitted(sheet.draft, right - left, quiet, measure), left, 50, quiet),
      line(fitted(whose, right - left, foot, measure), left, 812, foot),
    ],
    boxes: [{ kind: 'rule', x: left, y: 57, width: right - left, height: 0.75 }, { kind: 'rule', x: left, y: 798, width: right - left, height: 0.5 }],
  }
}

/** The name across the page, as large as it fits, and the day under it. */
function watermarkOf(recipient: string, day: string, measure: Measure): SidesPaper['watermark'] {
  const { width, height } = sheetOfA4
  const room = Math.hypot(width, height) - 200
  const sizeOf = (text: string, most: number) => rounded(Math.min(most, room / Math.max(0.01, measure.width(text, 'courierBold', 1))))
  const name = sizeOf(recipient, 84)
  const dated = Math.max(10, Math.min(sizeOf(day, 36), name * 0.6))
  return {
    degrees: rounded(-(Math.atan2(height, width) * 180) / Math.PI),
    lines: [{ text: recipient, size: name, dy: 0 }, { text: day, size: rounded(dated), dy: rounded(dated * 1.4) }],
  }
}

/** A text that fits, its end left out where it does not. */
function fitted(text: string, width: number, { face, size: points }: Pick<SidesLine, 'face' | 'size'>, measure: Measure): string {
  const whole = text.replaceAll(/\s+/gu, ' ').trim()
  if (measure.width(whole, face, points) <= width) return whole
  const letters = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(whole)].map(({ segment }) => segment)
  let kept = Math.min(letters.length, Math.floor(width / (points * 0.3)))
  while (kept > 0 && measure.width(`${letters.slice(0, kept).join('').trimEnd()}…`, face, points) > width) kept--
  return `${letters.slice(0, kept).join('').trimEnd()}…`
}

const rounded = (points: number): number => Math.round(points * 100) / 100
