import { readGender } from '../sheet/readGender.ts'
import { readHeight } from '../sheet/readHeight.ts'
import { readPlayingRange } from '../sheet/readPlayingRange.ts'
import { gone, linesOf, piecesOf, trimmed, type Board } from './board.ts'
import { isBare, labelNamed, mayBeginLabel, type Kind, type Label } from './labels.ts'
import type { Span } from './levelled.ts'
import { isPlace } from './places.ts'

/** A label found: itself, where it stands, and where what it announces begins. */
export interface Hit extends Span {
  readonly label: Label
  readonly valueAt: number
}

const opening = /^(?:[\s•>#-]|\d{1,2}[.)](?!\d)|\(\d{1,2}\))*/u
const separator = /(?:[^\S\n]*\([^()\n]{0,40}\))?[^\S\n]*(?:(?::[-:=]*|=[=>]*|-[->:]*|\.{2,})[^\S\n]*)/uy
const letter = /[\p{L}\p{M}]/u
const longest = 45

/** Kinds of which a label announces one thing only: what stands behind the next comma is something else. */
const single: readonly Kind[] = ['name', 'screenName', 'legalName', 'gender', 'playingRange', 'age', 'height', 'city', 'native', 'phone', 'email']

/**
 * Claims what stands behind labels: `Age:- 26`, `HEIGHT 5 4`, `उम्र: ३५`, `Ads:` with a list on the lines below.
 *
 * With `sections` a label alone on its line opens a section that runs to the next, over blank lines, as in a résumé.
 */
export function readLabelled(board: Board, { sections }: { readonly sections: boolean }): void {
  const lines = linesOf(board.text)
  const hits = lines.map(line => hitsIn(board.rest(), line))
  const under = linesUnder(board, lines, hits)
  for (const [row, line] of lines.entries()) {
    for (const [index, hit] of (hits[row] ?? []).entries()) {
      const value: Span = { from: hit.valueAt, to: hits[row]?.[index + 1]?.from ?? line.to }
      const words = board.trimmed(value)
      if (words.from < words.to) takeValue(board, hit, words)
      else if (trimmed(board.text, value).from < trimmed(board.text, value).to) leaveLabel(board, hit, value)
      else {
        const below = sections ? sectionBelow(under, row, hit) : linesBelow(board, lines, hits, row, hit)
        for (const each of below) takeLine(board, hit, each)
        if (below.length > 0 || hit.label.kind !== 'other') board.claim('said', hit)
      }
    }
  }
}

/** The labels of a line, in order, none inside another. */
export function hitsIn(text: string, line: Span): readonly Hit[] {
  const hits: Hit[] = []
  const start = line.from + (opening.exec(text.slice(line.from, line.to))?.[0].length ?? 0)
  for (let at = start; at < line.to; at++) {
    if (!letter.test(text[at] ?? '') || (at > line.from && /[\p{L}\p{M}\p{N}@]/u.test(text[at - 1] ?? ''))) continue
    const hit = hitAt(text, at, line, at === start)
    if (!hit) continue
    hits.push(hit)
    at = hit.valueAt - 1
  }
  return hits
}

function hitAt(text: string, at: number, line: Span, begins: boolean): Hit | null {
  if (!mayBeginLabel(lettersFrom(text, at, Math.min(line.to, at + longest)))) return null
  const before = text.slice(line.from, at).trimEnd().at(-1) ?? '\n'
  const parted = begins || /[,;|/•(.)\ue000]/u.test(before)
  let found: Hit | null = null
  for (let end = at + 1; end <= Math.min(line.to, at + longest); end++) {
    const sign = text[end - 1] ?? ''
    if (/[,:;|=•()\ue000\n]/u.test(sign)) break
    if (letter.test(text[end] ?? '') || (!letter.test(sign) && sign !== '.')) continue
    const label = labelNamed(text.slice(at, end))
    if (!label) continue
    separator.lastIndex = end
    const sep = separator.exec(text)
    const next = text.slice(end, line.to)
    const isDash = sep !== null && !/[:=]|\.\./u.test(sep[0])
    if (sep && sep.index === end && sep.index + sep[0].length <= line.to + 1 && (parted || !isDash)) found = { from: at, to: end, label, valueAt: Math.min(line.to, end + sep[0].length) }
    else if (begins && next.replace(/[\s.]/gu, '') === '') found = { from: at, to: end, label, valueAt: line.to }
    else if (parted && isBare(text.slice(at, end)) && /^\.?\s+\S/u.test(next)) found = { from: at, to: end, label, valueAt: end + (/^\.?\s+/u.exec(next)?.[0].length ?? 0) }
  }
  return found
}

function lettersFrom(text: string, from: number, to: number): string {
  let end = from
  while (end < to && letter.test(text[end] ?? '')) end++
  return text.slice(from, end)
}

/** A label whose value is a phone or a link, which is claimed already; whose phone it is, is kept in words. */
function leaveLabel(board: Board, hit: Hit, value: Span): void {
  if (hit.label.kind === 'guardian') board.claim('other', hit, board.text.slice(hit.from, value.to))
  else if (hit.label.kind === 'representation') board.claim('other', hit, board.text.slice(hit.from, value.to))
  else board.claim('said', hit)
}

/** The lines below a label of a message: entries with bullets or none, up to the next label, a blank line or what is something else. */
function linesBelow(board: Board, lines: readonly Span[], hits: readonly (readonly Hit[])[], row: number, hit: Hit): readonly Span[] {
  const isOne = single.includes(hit.label.kind)
  const below: Span[] = []
  let bulleted: boolean | null = null
  for (let next = row + 1; next < lines.length; next++) {
    const line = lines[next]
    if (!line || (isOne && below.length === 1)) break
    const words = board.words(line)
    if (words.trim() === '' || beginsWithLabel(words, line, hits[next])) break
    const hasBullet = /^\s*(?:•|-|\d{1,2}[.)])/u.test(words)
    bulleted ??= hasBullet
    if ((bulleted && !hasBullet) || words.replaceAll(gone, '').trim() === '') break
    if (!bulleted && below.length > 0 && !looksLikeMore(hit.label.kind, words)) break
    below.push(line)
  }
  return below
}

/** Inside a section a label of the same kind ("Languages: Hindi" under SKILLS) still speaks for itself. */
const beginsWithLabel = (words: string, line: Span, hits: readonly Hit[] | undefined): boolean => hits?.[0]?.from === line.from + (opening.exec(words)?.[0].length ?? 0)

const isBlank = (text: string, line: Span | undefined): boolean => line !== undefined && text.slice(line.from, line.to).trim() === ''

/** The next line under a row that says something or begins with a label, and whether a blank line stands between. */
type Under = { readonly row: number; readonly line: Span; readonly says: 'label' | 'something'; readonly overBlank: boolean }

/** Prepares looking at the lines under a row; a line that has nothing left to say is passed by for good. */
function linesUnder(board: Board, lines: readonly Span[], hits: readonly (readonly Hit[])[]): (row: number) => Under | null {
  const nextOf = lines.map((_, row) => row + 1)
  const blanks = lines.map(() => lines.length)
  for (let row = lines.length - 2; row >= 0; row--) blanks[row] = isBlank(board.text, lines[row + 1]) ? row + 1 : (blanks[row + 1] ?? lines.length)
  const look = (row: number, line: Span): Under['says'] | 'nothing' => {
    const words = board.words(line)
    if (words.trim() === '') return 'nothing'
    return beginsWithLabel(words, line, hits[row]) ? 'label' : words.replaceAll(gone, '').trim() === '' ? 'nothing' : 'something'
  }
  return row => {
    let next = nextOf[row] ?? lines.length
    const passed = [row]
    let found: Under | null = null
    for (let line = lines[next]; line; line = lines[next]) {
      const says = look(next, line)
      if (says !== 'nothing') {
        found = { row: next, line, says, overBlank: (blanks[row] ?? next) < next }
        break
      }
      passed.push(next)
      next = nextOf[next] ?? lines.length
    }
    for (const each of passed) nextOf[each] = next
    return found
  }
}

/** The lines below a heading of a résumé, over blank lines, up to the next label; of what is one thing only, the line that follows at once. */
function sectionBelow(under: ReturnType<typeof linesUnder>, row: number, hit: Hit): readonly Span[] {
  const below: Span[] = []
  const isOne = single.includes(hit.label.kind)
  for (let next = under(row); next?.says === 'something'; next = under(next.row)) {
    if (isOne && next.overBlank) break
    below.push(next.line)
    if (isOne) break
  }
  return below
}

/** Whether a line without a bullet goes on with a list; one that is plainly something else ends it. */
const looksLikeMore = (kind: Kind, words: string): boolean => !words.includes(gone) && !(kind !== 'city' && isPlace(words)) && readHeight(words) === null

function takeLine(board: Board, hit: Hit, line: Span): void {
  const text = board.text.slice(line.from, line.to)
  const skip = opening.exec(text)?.[0].length ?? 0
  takeValue(board, { ...hit, from: line.from + skip, to: line.from + skip }, { from: line.from + skip, to: line.to })
}

function takeValue(board: Board, hit: Hit, value: Span): void {
  const { kind } = hit.label
  const words = single.includes(kind) ? firstOf(board, kind, value) : value
  const said = board.words(words)
  if (!canBe(kind, said)) return void board.claim('other', { from: hit.from, to: words.to })
  if (kind === 'other' || kind === 'guardian') return void board.claim('other', { from: hit.from, to: value.to })
  // "Theatre 20 years": the label is part of what was done.
  if (hit.label.medium !== '' && /^\d+\s*(?:\+\s*)?(?:years?|yrs?|saal|plays?|shows?)\b/iu.test(said)) return void board.claim('credits', { from: hit.from, to: words.to })
  if (hit.from < hit.to) board.claim('said', { from: hit.from, to: hit.to })
  board.claim(kind, words, said, hit.label)
}

/** The first of what a label announces, and of a place what belongs to it. */
function firstOf(board: Board, kind: Kind, value: Span): Span {
  const text = board.words(value)
  const at = ({ from, to }: Span): Span => ({ from: from + value.from, to: to + value.from })
  const parts = piecesOf(text, { from: 0, to: text.length }, (sign, before, after) => /[,;|•\ue000]/u.test(sign) || (sign === '/' && kind !== 'playingRange' && kind !== 'age' && /\s/u.test(before + after)))
  const first = parts[0]
  if (!first) return value
  if (kind === 'name' || kind === 'screenName' || kind === 'legalName') {
    const bracket = text.slice(first.from, first.to).search(/[([]/u)
    return at(bracket > 0 ? trimmed(text, { from: first.from, to: first.from + bracket }) : first)
  }
  if (kind !== 'city' && kind !== 'native') return at(first)
  let end = first.to
  for (const part of parts.slice(1)) {
    const words = text.slice(part.from, part.to)
    if (!isPlace(words) && !/^[A-Z][a-z]+(?: [A-Z][a-z]+)?$/u.test(words)) break
    if (/^(?:current|now)/iu.test(words)) break
    end = part.to
  }
  return at({ from: first.from, to: end })
}

/** Whether words can be what a label announces; a height that is no height stays as it was written, in the notes. */
function canBe(kind: Kind, words: string): boolean {
  if (kind === 'height') return readHeight(words) !== null
  if (kind === 'gender') return readGender(words) !== null
  if (kind === 'playingRange' || kind === 'age') return readPlayingRange(words) !== null
  if (kind === 'name' || kind === 'screenName' || kind === 'legalName') return /\p{L}/u.test(words) && words.length <= 160
  if (kind === 'fee') return /\d/u.test(words)
  return !(kind === 'phone' || kind === 'email')
}
