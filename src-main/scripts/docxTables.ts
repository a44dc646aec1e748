import { isCaseless, isUpper, parseCue } from './cues.ts'
import { inlineSpeech } from './docxLayout.ts'
import type { WordLine } from './docxLines.ts'
import { isBracketed } from './docxRoles.ts'
import type { FountainBlock } from './fountainBlocks.ts'
import { parseHeading, parseSlug } from './headings.ts'
import { isTransition, looksLikeCue, looksLikeName } from './pdfBands.ts'

/** A paragraph that a table yields; `line` is the index of its line in the document. */
export type TableSpeech = FountainBlock

/** What a table yields, and how many lines of the document it took. */
export type TableReading = { readonly parts: readonly TableSpeech[]; readonly taken: number }

type Cell = readonly (WordLine & { readonly at: number })[]
type Row = readonly Cell[]

/**
 * Reads a table that begins at a line as what it is in a script: two speeches side by side, a column of names beside a column of
 * speeches, or the pictures and the sound of an advertisement. Null for any other, which is read cell by cell as text outside of tables is.
 */
export const readTable = (lines: readonly WordLine[], at: number): TableReading | null => {
  const table = lines[at]?.cell?.table
  if (table === undefined || lines[at - 1]?.cell?.table === table) return null
  let end = at
  while (lines[end]?.cell?.table === table) end++
  const rows = rowsOf(lines, at, end)
  const parts = dualSpeeches(rows) ?? namedSpeeches(rows) ?? picturesAndSound(rows)
  return parts ? { parts, taken: end - at } : null
}

const rowsOf = (lines: readonly WordLine[], from: number, to: number): Row[] => {
  const rows = new Map<number, Map<number, (WordLine & { at: number })[]>>()
  for (let at = from; at < to; at++) {
    const line = lines[at]
    if (!line?.cell) continue
    const row = rows.get(line.cell.row) ?? new Map<number, (WordLine & { at: number })[]>()
    rows.set(line.cell.row, row)
    const cell = row.get(line.cell.column)
    if (cell) cell.push({ ...line, at })
    else row.set(line.cell.column, [{ ...line, at }])
  }
  return [...rows.values()].map(row => [...row.values()])
}

/** Rows of two cells that each begin with a cue, the speeches below them in the same cells or in the next rows. */
const dualSpeeches = (rows: readonly Row[]): TableSpeech[] | null => {
  const sides: { readonly left: Cell[]; readonly right: Cell[] }[] = []
  for (const row of rows) {
    const [left, right] = row
    if (!left || !right || row.length !== 2) return null
    const isCues = [left, right].every(cell => cell[0] && looksLikeCue(cell[0].text) && isUpper(cell[0].text) && !columnTitle.test(cell[0].text))
    if (isCues) sides.push({ left: [left], right: [right] })
    else if (sides.length) {
      sides.at(-1)?.left.push(left)
      sides.at(-1)?.right.push(right)
    } else return null
  }
  const hasSpeech = ({ left, right }: (typeof sides)[number]): boolean => left.flat().length > 1 && right.flat().length > 1
  if (!sides.length || !sides.every(hasSpeech)) return null
  return sides.flatMap(({ left, right }) => [...speech(left.flat(), 'left'), ...speech(right.flat(), 'right')])
}

const speech = ([cue, ...said]: Cell, dual?: 'left' | 'right'): TableSpeech[] =>
  cue ? [part('cue', cue.text, cue.at, dual), ...said.map(({ text, at }) => part(saidKind(text), text, at, dual))] : []

const saidKind = (text: string): 'parenthetical' | 'dialogue' => (isBracketed(text) ? 'parenthetical' : 'dialogue')

const part = (kind: TableSpeech['kind'], text: string, line: number, dual?: 'left' | 'right'): TableSpeech => ({ kind, text, line, ...(dual ? { dual } : {}) })

const titleWords = [
  's(?:r|l|hot|cene)?\\.?\\s*(?:no\\.?|#|number)|no\\.?|#|time|tc|duration|notes?|remarks|scenes?|shots?|script|action|description',
  'video|visuals?|pictures?|images?|audio|sound|dialogues?|vo|voice ?over|speakers?|characters?|names?|lines?',
].join('|')
const columnTitle = new RegExp(`^(?:${titleWords})(?:\\s*[/&+]\\s*\\p{L}+)*\\s*:?$`, 'iu')

const isTitleRow = (row: Row): boolean => row.length > 1 && row.every(cell => cell.length === 1 && columnTitle.test(cell[0]?.text ?? ''))

/** Two columns, names on the left that return or stand in capitals, and what they say on the right. */
const namedSpeeches = (rows: readonly Row[]): TableSpeech[] | null => {
  const body = rows.filter(row => !isTitleRow(row))
  const named = body.filter(([left, right, more]) => right && !more && left?.length === 1 && isName(left[0]?.text ?? ''))
  if (named.length < 2 || named.length < 0.6 * body.length) return null
  const names = named.map(([left]) => parseCue(left?.[0]?.text ?? '').name)
  const isReturning = new Set(names).size < names.length
  if (!isReturning && !named.every(([left]) => isUpper(left?.[0]?.text ?? ''))) return null
  const speaking = new Set(named)
  return rows.flatMap(row => (speaking.has(row) ? speech(row.flat()) : row.flat().map(line => plain(line))))
}

const isName = (text: string): boolean =>
  !columnTitle.test(text) && !soundLabel.test(text) && (looksLikeName(text.replace(/\s*:$/u,
    '')) || (looksLikeCue(text) && (isUpper(text) || isCaseless(text))))

/** What an advertisement hears that nobody says. */
const soundLabel = new RegExp(
  `^(?:${[
    'SFX|FX|MUSIC|MUSIK|MUS|SUPERS?|TITLES?|TEXT|GRAPHICS?|GFX|VFX|SOUND|AUDIO|VIDEO|VISUALS?|CAMERA|CUT|NOTE|LOGO|TAG(?:LINE)?',
    'AMBIENCE|AMB|SILENCE|CLIENT|AGENCY|PRODUCT|BRAND|DURATION|LENGTH|JOB|DATE',
  ].join('|')})\\b`,
  'iu',
)

/** The script of an advertisement: pictures in one column, sound in another, under titles that say so. */
const picturesAndSound = (rows: readonly Row[]): TableSpeech[] | null => {
  const titles = rows.find(isTitleRow)
  const sound = titles?.findIndex(cell => /audio|sound|dialogue|vo\b|voice|lines/iu.test(cell[0]?.text ?? '')) ?? -1
  const column = titles?.[sound]?.[0]?.cell?.column
  if (!titles || column === undefined) return null
  return rows.flatMap(row => row.flatMap(cell => (row !== titles && cell[0]?.cell?.column === column ? heard(cell) : cell.map(line => plain(line)))))
}

/** The sound of one row: names with a colon or above what they say; noises and music are action. */
const heard = (cell: Cell): TableSpeech[] => {
  const parts: TableSpeech[] = []
  let speaking = false
  for (const [index, line] of cell.entries()) {
    const { text, at } = line
    const beside = soundLabel.test(text) ? null : inlineSpeech(text)
    const isCue = !soundLabel.test(text) && cell[index + 1] && isUpper(text) && looksLikeCue(text)
    if (beside) parts.push(part('cue', beside.cue, at), part(saidKind(beside.said), beside.said, at))
    else if (isCue) parts.push(part('cue', text.replace(/\s*:$/u, ''), at))
    else if (speaking && !soundLabel.test(text) && !(isUpper(text) && isBracketed(text))) parts.push(part(saidKind(text), text, at))
    else parts.push(plain(line))
    speaking = parts.at(-1)?.kind !== 'action'
  }
  return parts
}

const plain = ({ text, at }: Cell[number]): TableSpeech => {
  const heading = parseHeading(text) ?? parseSlug(text)
  if (heading) return { kind: 'heading', text: heading.heading, line: at, heading }
  return part(isTransition(text) ? 'transition' : 'action', text, at)
}
