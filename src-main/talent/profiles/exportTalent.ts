import type { TalentId, TalentRecord } from '../../../src-preload/contract/talent.ts'
import type { BrandConflict } from '../../../src-preload/contract/talentFacts.ts'
import { creditLine, genderWords, rangeWords } from '../../../src-preload/contract/said.ts'
import type { Database } from '../../database/openDatabase.ts'
import type { PrintedTable } from '../../documents/table.ts'
import { tableCsv } from '../../documents/tableCsv.ts'
import { tableXlsx } from '../../documents/tableXlsx.ts'
import { feeInWords } from '../sheet/readPerson.ts'
import { consentWords } from '../sheet/recordInWords.ts'
import { talentFactsOf } from '../talentFacts.ts'
import { factWords } from './factWords.ts'
import { writeTalentFile } from './talentFile.ts'

/** What people are exported as. */
export type TalentFileFormat = 'json' | 'csv' | 'xlsx'

/** Columns of the sheet, headed and written so that the import of sheets knows them again, but for the last, which only people read. */
const columns: readonly (readonly [head: string, cell: (person: TalentRecord) => string | number | null])[] = [
  ['Name', person => person.name],
  ['Legal name', person => person.legalName],
  ['Other spellings', person => person.spellings.join('; ')],
  ['Gender', ({ gender }) => (gender === null ? '' : genderWords[gender])],
  ['Playing age', ({ playingRange }) => (playingRange === null ? '' : rangeWords(playingRange))],
  ['Date of birth', person => person.born ?? ''],
  ['Height cm', person => person.heightCm],
  ['Weight', ({ measurements }) => withUnit(measurements?.weightKg, 'kg')],
  ['Chest', ({ measurements }) => withUnit(measurements?.chestCm, 'cm')],
  ['Waist', ({ measurements }) => withUnit(measurements?.waistCm, 'cm')],
  ['Hips', ({ measurements }) => withUnit(measurements?.hipsCm, 'cm')],
  ['Inseam', ({ measurements }) => withUnit(measurements?.inseamCm, 'cm')],
  ['Shoe size', ({ measurements }) => measurements?.shoe ?? ''],
  ['Clothing size', ({ measurements }) => measurements?.clothing ?? ''],
  ['Hair', ({ measurements }) => measurements?.hair ?? ''],
  ['Eyes', ({ measurements }) => measurements?.eyes ?? ''],
  ['City', person => person.city],
  ['Languages', ({ languages }) => factWords('languages', languages)],
  ['Skills', person => person.skills.join('; ')],
  ['Training', person => person.training],
  ['Bio', person => person.bio],
  ['Credits', person => person.credits.map(creditLine).join('; ')],
  ['Union', person => person.union],
  ['Card number', ({ unionCard }) => (unionCard === null ? '' : [unionCard.number, unionCard.until && `valid till ${unionCard.until}`].filter(Boolean).join(', '))],
  ['Passport', ({ passport }) => (passport === null ? '' : passport.held ? [passport.country || 'Yes', passport.until && `valid till ${passport.until}`].filter(Boolean).join(', ') : 'No')],
  ['Representation', person => person.representation],
  ['Co-ordinator', person => person.coordinator],
  ['Phone', person => person.phone],
  ['Email', person => person.email],
  ['Fee', ({ fee }) => (fee === null ? '' : [feeInWords(fee, 2), fee.asOf && `(as of ${fee.asOf})`].filter(Boolean).join(' '))],
  ['Links', person => person.links.join(' ')],
  ['Tags', person => person.tags.join('; ')],
  ['Brand conflicts', person => person.conflicts.map(conflictCell).join('; ')],
  ['Guardian', ({ guardian }) => (guardian === null ? '' : [guardian.name, guardian.relation && `(${guardian.relation})`, guardian.phone].filter(Boolean).join(' '))],
  ['Consent', ({ consent }) => (consent === null ? '' : consentWords(consent))],
  ['Notes', person => person.notes],
  ['Proof', ({ proofs }) => factWords('proofs', proofs)],
  ['Dates', ({ availability }) => factWords('availability', availability)],
  ['Permit', ({ permit }) => factWords('permit', permit)],
  ['Auditioned', ({ auditions }) => factWords('auditions', auditions)],
]

const withUnit = (value: number | null | undefined, unit: string): string => (value === null || value === undefined ? '' : `${value} ${unit}`)

/** A conflict with its category and territory in brackets, the place of a category kept where there is only a territory. */
function conflictCell({ brand, category, territory, until }: BrandConflict): string {
  const told = territory === '' ? category : `${category}, ${territory}`
  const inside = [told, until && `until ${until}`].filter(Boolean).join(', ')
  return inside === '' ? brand : `${brand} (${inside})`
}

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
