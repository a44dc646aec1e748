import type { BadRow, SheetPreview } from '../../../src-preload/contract/talent.ts'
import type { SheetFile } from '../../documents/sheetFile.ts'
import type { BadRowKept } from '../imports/importRecord.ts'
import { bornUnder, goThroughSheet, type PersonRead, type ReadOptions, type SheetAbout } from './goThroughSheet.ts'
import { isOldFontHindi } from './oldFontHindi.ts'
import { packed } from './packed.ts'
import { inWords, type PersonOfSheet } from './readPerson.ts'

/** A sheet read: every row with a person, in order, or a problem. */
export interface ReadSheet extends SheetAbout {
  readonly people: Iterable<PersonOfRow> & { readonly length: number }
  readonly bad: readonly BadRowKept[]
}

/** Somebody with the line on which they stand. */
export interface PersonOfRow {
  readonly line: number
  readonly person: PersonOfSheet
}

/** The preview of a sheet but for its ticket, which the caller adds. */
export type PreviewOfSheet = Omit<SheetPreview, 'ticket'>

const previewRows = 20
const mostBadRows = 1_000

/** Reads a whole sheet; its people are held packed. Throws as {@link goThroughSheet} does. */
export async function readSheet(file: SheetFile, options: ReadOptions = {}): Promise<ReadSheet> {
  const people = packed<PersonRead>()
  const bad: BadRowKept[] = []
  const about = await goThroughSheet(file, { onPerson: people.add, onBad: row => void bad.push(row) }, options)
  return {
    ...about,
    bad,
    people: {
      length: people.length,
      *[Symbol.iterator]() {
        for (const read of people) yield bornUnder(read, about.order)
      },
    },
  }
}

/** What the user is shown of a sheet before it is imported: columns, the first rows as they are read, all that would be left out. */
export async function previewOf(file: SheetFile, options: Pick<ReadOptions, 'mapping' | 'dates' | 'sheet' | 'saved'> = {}, foretell: (person: PersonOfSheet) => string = () => 'new'): Promise<PreviewOfSheet> {
  const first: PersonRead[] = []
  const bad: BadRow[] = []
  const sheet = await goThroughSheet(file, {
    onPerson: read => void (first.length < previewRows && first.push(read)),
    onBad: ({ line, reason }) => void (bad.length < mostBadRows && bad.push({ line, reason })),
  }, { ...options, toMap: true })
  const shown = [
    ...first.map(read => bornUnder(read, sheet.order)).map(({ line, person }) => ({ line, read: inWords(person), problem: null, outcome: foretell(person) })),
    ...bad.slice(0, previewRows).map(({ line, reason }) => ({ line, read: {}, problem: reason, outcome: '' })),
  ]
  return {
    fileName: file.name,
    sheets: [...sheet.sheets],
    sheet: sheet.sheet,
    columns: sheet.header.map((header, column) => ({
      header,
      guess: sheet.guess[column] ?? null,
      hidden: sheet.hidden.includes(column),
      samples: [...new Set(sheet.samples.map(row => (row[column] ?? '').trim()).filter(cell => cell !== ''))].slice(0, 3).map(cell => cell.slice(0, 200)),
    })),
    mapping: sheet.mapping,
    mappedAs: sheet.mappedAs,
    rows: shown.sort((a, b) => a.line - b.line).slice(0, previewRows),
    dates: sheet.dates,
    total: sheet.total,
    warnings: [...warningsOf(sheet)],
    bad,
  }
}

/** Hindi typed in a font of before Unicode reads as gibberish anywhere else: it is said, since no later search would find such a name. */
function warningsOf({ header, samples }: SheetAbout): readonly string[] {
  const old = header.filter((heading, column) => isOldFontHindi(heading, samples.map(row => row[column] ?? '')))
  return old.length === 0 ? [] : [`Hindi in ${old.map(heading => `"${heading.slice(0, 60)}"`).join(', ')} is typed in an old font such as Kruti Dev, and would come in as it stands, unreadable. Convert it to Unicode first.`]
}
