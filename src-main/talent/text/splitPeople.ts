import { linesOf, openBoard } from './board.ts'
import { chatHeaders, type ChatHeader } from './chatHeaders.ts'
import type { Span } from './levelled.ts'
import { readContacts } from './readContacts.ts'
import { hitsIn, readLabelled } from './readLabelled.ts'
import { loosePieces, namesIn, readLoose, readPiece } from './readLoose.ts'

/** The part of a paste that speaks of one person, and the head of the message it begins in. */
export interface PersonPart extends Span {
  readonly header: ChatHeader | null
}

interface Paragraph extends PersonPart {
  /** Whether it stands in a numbered list of people. */
  readonly listed: boolean
}

/**
 * Parts a paste into the people it speaks of.
 *
 * A paragraph (a message, lines between blank ones, an entry of a numbered list, what begins with another "Name:") begins a new
 * person where it names somebody and says something of them, and the one before has a name already; all else goes on with the
 * person before.
 */
export function splitPeople(text: string): readonly PersonPart[] {
  const parts: { from: number; to: number; header: ChatHeader | null; named: boolean; told: number; sender: string }[] = []
  for (const paragraph of paragraphsOf(text)) {
    const { named, told } = lookAt(text.slice(paragraph.header?.to ?? paragraph.from, paragraph.to))
    const open = parts.at(-1)
    const sender = paragraph.header?.sender ?? open?.sender ?? ''
    const begins = open === undefined || paragraph.listed
      || (named !== 'no' && open.named && (told > 0 || named === 'surely'))
      || (paragraph.header !== null && sender !== open.sender && told > 1)
    if (begins) parts.push({ from: paragraph.from, to: paragraph.to, header: paragraph.header, named: named !== 'no' && (told > 0 || named === 'surely'), told, sender })
    else {
      open.to = paragraph.to
      open.header ??= paragraph.header
      open.named ||= named === 'surely' || (named === 'maybe' && told > 0)
      open.told += told
    }
  }
  return parts.map(({ from, to, header }) => ({ from, to, header }))
}

/** What a paragraph has to say, by a quick reading of it alone. */
function lookAt(text: string): { readonly named: 'surely' | 'maybe' | 'no'; readonly told: number } {
  const board = openBoard(text)
  readContacts(board)
  readLabelled(board, { sections: false })
  readLoose(board)
  const pieces = loosePieces(board)
  const names = namesIn(board, pieces.slice(0, 4))
  for (const piece of pieces) readPiece(board, piece)
  const kinds = new Set(board.said.map(({ kind }) => kind))
  const labelled = kinds.has('name')
  const told = ['gender', 'playingRange', 'age', 'height', 'city', 'native', 'languages', 'skills', 'training', 'credits', 'union', 'phone', 'email', 'fee', 'links'].filter(kind => kinds.has(kind as 'age')).length
  return { named: labelled || names.some(({ sure }) => sure) ? 'surely' : names.length > 0 ? 'maybe' : 'no', told }
}

function paragraphsOf(text: string): readonly Paragraph[] {
  const heads = chatHeaders(text)
  const starts = [0, ...heads.map(({ from }) => from)]
  return starts.flatMap((from, index) => {
    const to = starts[index + 1] ?? text.length
    const header = heads[index - 1] ?? null
    return from < to ? paragraphsIn(text, { from, to }, header) : []
  })
}

function paragraphsIn(text: string, { from, to }: Span, header: ChatHeader | null): readonly Paragraph[] {
  const lines = linesOf(text.slice(from, to)).map(line => ({ from: line.from + from, to: line.to + from }))
  const listed = new Set(lines.filter(line => isEntry(text.slice(line.from, line.to))))
  const isList = listed.size > 1
  const paragraphs: { from: number; to: number; listed: boolean; names: boolean }[] = []
  let open: (typeof paragraphs)[number] | null = null
  for (const line of lines) {
    const words = text.slice(line.from, line.to)
    if (words.trim() === '' || /^[\s\-=_*#.•+]{3,}$/u.test(words)) {
      open = null
      continue
    }
    const body = header && line.from <= header.to && line.to >= header.to ? { from: Math.min(line.to, header.to), to: line.to } : line
    const names = hitsIn(text, body)[0]?.label.kind === 'name'
    const entry = isList && listed.has(line)
    if (open === null || entry || open.listed || (names && open.names)) {
      open = { ...line, listed: entry, names }
      paragraphs.push(open)
    } else {
      open.to = line.to
      open.names ||= names
    }
  }
  return paragraphs.map((paragraph, index) => ({ from: index === 0 ? from : paragraph.from, to: paragraph.to, listed: paragraph.listed, header: index === 0 ? header : null }))
}

/** Whether a line is an entry of a list of people: numbered, and with figures beside its words. */
const isEntry = (line: string): boolean => /^\s*(?:\d{1,2}[.)]|\(\d{1,2}\)|•|-)\s*\p{L}/u.test(line) && (line.match(/\d{2,}/gu)?.length ?? 0) >= 2
