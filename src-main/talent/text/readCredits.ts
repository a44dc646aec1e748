import type { Credit } from '../../../src-preload/contract/talentFacts.ts'
import { readCredit } from '../readCredit.ts'
import { piecesOf, type Said } from './board.ts'
import { quieter } from './places.ts'

/** What a heading of a table of credits says of its column. */
const headings: readonly (readonly [column: Column, words: RegExp])[] = [
  ['production', /^(?:production|project|title|film|movie|play|show|name|name of (?:the )?(?:film|play|project|show)|film name|work|serial|brand|ad|series)s?(?: name)?$/iu],
  ['role', /^(?:role|character|part|as|role played)s?$/iu],
  ['director', /^(?:director|directed by|dir|director name)\.?s?$/iu],
  ['year', /^(?:year|date|when)$/iu],
  ['kind', /^(?:type|kind|medium|category|format)$/iu],
  ['other', /^(?:production house|producer|channel|platform|banner|theatre|venue|company|language|s\.?\s?no\.?|sr\.?\s?no\.?|no\.?|#)$/iu],
]
type Column = 'production' | 'role' | 'director' | 'year' | 'kind' | 'other'

/**
 * The credits of what a text says, in order and each once, with the kind of work that its label named: `Swiggy` under "Ads".
 *
 * A comma parts two credits, but for a year, a part or a director behind it. Lines of a table (cells parted by tabs) are read by
 * its headings where it has them.
 */
export function creditsOf(said: readonly Said[]): Credit[] {
  let columns: readonly Column[] | null = null
  const credits: Credit[] = []
  for (const one of said) {
    if (one.kind !== 'credits') continue
    const cells = one.value.split('\t').map(cell => cell.trim())
    const heads = cells.length > 1 ? columnsOf(cells) : null
    if (heads) columns = heads
    else if (cells.length > 1) credits.push(fromCells(cells, columns, one.medium))
    else credits.push(...fromWords(one))
  }
  const seen = new Set<string>()
  return credits.filter(({ production, role, year }) => seen.size < seen.add(JSON.stringify([production, role, year])).size)
}

/** The columns that cells head; null where they are no headings. */
function columnsOf(cells: readonly string[]): readonly Column[] | null {
  const columns = cells.map(cell => headings.find(([, words]) => words.test(cell))?.[0] ?? null)
  return columns.filter(column => column !== null).length >= Math.min(2, cells.length) && columns.includes('production') ? columns.map(column => column ?? 'other') : null
}

function fromCells(cells: readonly string[], columns: readonly Column[] | null, medium: string): Credit {
  const cell = (column: Column): string => (columns?.length === cells.length ? (cells[columns.indexOf(column)] ?? '') : '')
  const production = cell('production')
  const year = /^(?:19|20)\d\d$/u.exec(cell('year'))?.[0]
  if (production === '' || cell('other') !== '') {
    const line = readCredit(quieter(cells.filter(Boolean).join(' - ')))
    return { ...line, kind: line.kind || medium }
  }
  return { production: quieter(production).slice(0, 1_000), role: quieter(cell('role')).slice(0, 300), kind: (cell('kind') || medium).slice(0, 60), year: year ? Number(year) : null, director: quieter(cell('director')).slice(0, 160) }
}

function fromWords({ value, medium }: Said): readonly Credit[] {
  const pieces = piecesOf(value, { from: 0, to: value.length }, sign => /[,;|•\n]/u.test(sign))
  return joinDetails(pieces.map(({ from, to }) => value.slice(from, to)))
    .map(part => quieter(part.replace(/^(?:\d{1,2}[.)]\s|[-.•\s])+\s*/u, '').replace(/\.$/u, '')))
    .filter(part => part !== '')
    .map(part => {
      const credit = readCredit(part.slice(0, 1_000))
      return { ...credit, kind: credit.kind || (part.toLowerCase().includes(medium) ? '' : medium) }
    })
}

/** Puts a year, a part or a director back to the production before it. */
function joinDetails(parts: readonly string[]): readonly string[] {
  const joined: string[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last !== undefined && /^(?:dir\b|directed|as\s|with\s|\(?(?:19|20)\d{2}\)?$|role\b)/iu.test(part)) joined[joined.length - 1] = `${last}, ${part}`
    else joined.push(part)
  }
  return joined
}
