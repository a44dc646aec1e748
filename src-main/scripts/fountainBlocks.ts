import { isUpper } from './cues.ts'
import { stripEmphasis } from './fountainEmphasis.ts'
import type { FountainLine } from './fountainLines.ts'
import { forcedHeading, parseHeading, tidyNumber } from './headings.ts'
import type { HeadingParts } from './headings.ts'
import type { ElementKind } from '../../src-preload/contract/index.ts'

/** A paragraph of a Fountain text and the index of its first line; `breaks` is a forced page break (`===`), which has no text. */
export type FountainBlock = {
  readonly line: number
  readonly kind: ElementKind | 'breaks'
  readonly text: string
  readonly heading?: HeadingParts
  readonly dual?: 'left' | 'right'
}

type Words = Omit<FountainBlock, 'line'>

type Cursor = { readonly lines: readonly FountainLine[]; at: number; readonly blocks: FountainBlock[] }

/**
 * Parses the body of a Fountain text by the Fountain 1.1 spec (fountain.io/syntax), line by line and in linear time; it never throws.
 *
 * It differs from the spec where a reader does: headings that it does not list (see {@link parseHeading}) count, and a heading needs
 * no empty line after it. A cue is a line in capitals; letters without case are no cue unless `@` says so.
 */
export const fountainBlocks = (lines: readonly FountainLine[], start: number): FountainBlock[] => {
  const cursor: Cursor = { lines, at: start, blocks: [] }
  while (cursor.at < lines.length) {
    const line = lines[cursor.at]
    if (!line || line.text.trim() === '') skipLine(cursor)
    else if (!takeLine(cursor, line.text.trim())) takeAction(cursor)
  }
  return cursor.blocks
}

const textAt = ({ lines }: Cursor, at: number): string => lines[at]?.text ?? ''

/** Whether a line ends a paragraph; a line of notes alone does not stand between two paragraphs. */
const isEmpty = ({ lines }: Cursor, at: number): boolean => {
  const line = lines[at]
  return !line || (line.text.trim() === '' && !line.onlyNotes)
}

const push = (cursor: Cursor, block: Words, from: number, to: number): void => {
  if (block.text !== '' || block.kind === 'breaks') cursor.blocks.push({ ...block, line: from })
  for (let at = from; at < to; at++) for (const note of cursor.lines[at]?.notes ?? []) cursor.blocks.push({ kind: 'note', text: note, line: at })
  cursor.at = to
}

const skipLine = (cursor: Cursor): void => push(cursor, { kind: 'note', text: '' }, cursor.at, cursor.at + 1)

const one = (cursor: Cursor, block: Words): true => {
  push(cursor, block, cursor.at, cursor.at + 1)
  return true
}

/** Takes what one line decides by itself or, with an empty line before it, by its capitals; false where it is action. */
const takeLine = (cursor: Cursor, line: string): boolean => {
  if (/^={3,}$/u.test(line)) return one(cursor, { kind: 'breaks', text: '' })
  if (line.startsWith('#')) return one(cursor, { kind: 'section', text: clean(line.replace(/^#+/u, '')) })
  if (line.startsWith('=')) return one(cursor, { kind: 'synopsis', text: clean(line.slice(1)) })
  if (line.startsWith('~')) return one(cursor, { kind: 'lyric', text: clean(line.slice(1)) })
  if (line.startsWith('>')) {
    if (line.endsWith('<')) return one(cursor, { kind: 'centered', text: clean(line.slice(1, -1)) })
    return one(cursor, { kind: 'transition', text: clean(line.slice(1)) })
  }
  if (line.startsWith('!')) return false
  if (line.startsWith('@') && line.length > 1 && line.length < 300) return takeSpeech(cursor, line.slice(1))
  if (/^\.[^\s.]/u.test(line)) return one(cursor, headingBlock(line.slice(1), true))
  if (!isEmpty(cursor, cursor.at - 1) && !endsParagraph(cursor)) return false
  const heading = headingBlock(line, false)
  if (heading.heading) return one(cursor, heading)
  if (line.length > 200 || !isUpper(line)) return false
  const alone = isEmpty(cursor, cursor.at + 1)
  if (alone && /\bTO:$/u.test(line)) return one(cursor, { kind: 'transition', text: clean(line) })
  return !alone && textAt(cursor, cursor.at + 1).trim() !== '' && isCue(line) ? takeSpeech(cursor, line) : false
}

/** A section, synopsis or page break stands by itself, so that what follows it needs no empty line between. */
const endsParagraph = ({ blocks }: Cursor): boolean => ['section', 'synopsis', 'breaks'].includes(blocks.at(-1)?.kind ?? '')

const isCue = (line: string): boolean => line.length <= 100 && /^[^(]*\p{L}/u.test(line) && !/\^.*[^\s^]/u.test(line) && !line.startsWith('(')

const headingBlock = (line: string, forced: boolean): Words => {
  const match = line.length > 400 ? null : /#([^#]{1,20})#$/u.exec(line)
  const text = clean(match ? line.slice(0, match.index) : line)
  const parts = forced ? forcedHeading(text) : parseHeading(text)
  if (!parts) return { kind: 'action', text }
  const heading = match ? { ...parts, number: tidyNumber(match[1] ?? '') } : parts
  return { kind: 'heading', text: heading.heading, heading }
}

const takeSpeech = (cursor: Cursor, line: string): true => {
  const dual = line.endsWith('^')
  if (dual) markLeft(cursor.blocks)
  const side = dual ? { dual: 'right' as const } : {}
  push(cursor, { kind: 'cue', text: clean(dual ? line.slice(0, -1) : line), ...side }, cursor.at, cursor.at + 1)
  let said: string[] = []
  let from = cursor.at
  const flush = (): void => {
    const text = said.join('\n').trim()
    if (text) cursor.blocks.push({ kind: 'dialogue', text, line: from, ...side })
    said = []
  }
  for (; cursor.at < cursor.lines.length; cursor.at++) {
    const raw = textAt(cursor, cursor.at)
    const text = raw.trim()
    if (text === '' && raw === '' && isEmpty(cursor, cursor.at)) break
    const kind = /^\(.*\)$/u.test(text) ? 'parenthetical' : text.startsWith('~') ? 'lyric' : null
    if (kind) {
      flush()
      cursor.blocks.push({ kind, text: clean(kind === 'lyric' ? text.slice(1) : text), line: cursor.at, ...side })
    } else if (text !== '' || raw !== '') {
      if (!said.length) from = cursor.at
      said.push(clean(text))
    }
    const notes = cursor.lines[cursor.at]?.notes ?? []
    if (notes.length) flush()
    for (const note of notes) cursor.blocks.push({ kind: 'note', text: note, line: cursor.at })
  }
  flush()
  return true
}

/** The speech before one marked `^` is the left side of the pair. */
const markLeft = (blocks: FountainBlock[]): void => {
  for (let at = blocks.length - 1; at >= 0; at--) {
    const block = blocks[at]
    if (!block || !['cue', 'dialogue', 'parenthetical', 'lyric', 'note'].includes(block.kind)) return
    if (block.kind !== 'note') blocks[at] = { ...block, dual: 'left' }
    if (block.kind === 'cue') return
  }
}

const takeAction = (cursor: Cursor): void => {
  const from = cursor.at
  const said: string[] = []
  for (let at = from; at < cursor.lines.length && !isEmpty(cursor, at); at++) {
    const line = textAt(cursor, at)
    if (at > from && standsAlone(line.trim())) break
    said.push(clean(line.replace(/^(\s*)!/u, '$1'), true))
  }
  push(cursor, { kind: 'action', text: said.join('\n').replace(/^\n+|\n+$/gu, '') }, from, from + said.length)
}

/** Lines that are their own paragraph even without an empty line before them. */
const standsAlone = (line: string): boolean => /^(?:={3,}$|[#~@>]|=[^=]|\.[^\s.])/u.test(line)

const clean = (line: string, keepIndent = false): string => stripEmphasis(keepIndent ? line.trimEnd() : line.trim())
