import type { TalentId, TalentRecord } from '../../../src-preload/contract/talent.ts'
import { creditLine, genderWords, rangeWords } from '../../../src-preload/contract/said.ts'
import type { Database } from '../../database/openDatabase.ts'
import type { PrintedTable } from '../../documents/table.ts'
import { tableCsv } from '../../documents/tableCsv.ts'
import { tableXlsx } from '../../documents/tableXlsx.ts'
import { feeInWords } from '../sheet/readPerson.ts'
import { talentFactsOf } from '../talentFacts.ts'
import { factWords } from './factWords.ts'
import { writeTalentFile } from './talentFile.ts'

/** What people are exported as. */
export type TalentFileFormat = 'json' | 'csv' | 'xlsx'

/** Columns of the sheet, headed so that the import of sheets knows them again. */
const columns: readonly (readonly [head: string, cell: (person: TalentRecord) => string | number | null])[] = [
  ['Name', person => person.name],
  ['Legal name', person => person.legalName],
  ['Other spellings', person => person.spellings.join(', ')],
  ['Gender', ({ gender }) => (gender === null ? '' : genderWords[gender])],
  ['Playing age', ({ playingRange }) => (playingRange === null ? '' : rangeWords(playingRange))],
  ['Height cm', person => person.heightCm],
  ['City', person => person.city],
  ['Languages', ({ languages }) => factWords('languages', languages)],
  ['Skills', person => person.skills.join(', ')],
  ['Training', person => person.training],
  ['Bio', person => person.bio],
  ['Credits', person => person.credits.map(creditLine).join('; ')],
  ['Union', person => person.union],
  ['Representation', person => person.representation],
  ['Co-ordinator', person => person.coordinator],
  ['Phone', person => person.phone],
  ['Email', person => person.email],
  ['Fee', ({ fee }) => (fee === null ? '' : feeInWords(fee))],
  ['Links', person => person.links.join(' ')],
  ['Tags', person => person.tags.join(', ')],
  ['Notes', person => person.notes],
]

/** The people of the book as a file's bytes: JSON with everything, or a sheet, in which no cell is a formula. */
export async function exportTalent(db: Database, ids: readonly TalentId[] | null, format: TalentFileFormat, at: Date): Promise<Uint8Array> {
  const people = talentFactsOf(db, '', ids ?? undefined)
  if (format === 'json') return new TextEncoder().encode(writeTalentFile(people, at))
  const table = sheetOf(people, at)
  return format === 'csv' ? tableCsv(table) : tableXlsx(table)
}

const sheetOf = (people: readonly TalentRecord[], made: Date): PrintedTable => ({
  title: 'Talent', sub: `${people.length} people`, sheet: 'Talent',
  columns: columns.map(([head], index) => ({ head, kind: head === 'Height cm' ? 'number' : 'text', rowHead: index === 0 })),
  rows: people.map(person => ({ cells: columns.map(([, cell]) => cell(person)) })),
  legend: '', notes: [], made,
})
