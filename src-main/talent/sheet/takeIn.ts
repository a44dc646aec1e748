import { createHash } from 'node:crypto'
import { v7 as uuidV7 } from 'uuid'
import type { ImportResult, TalentFacts, TalentId } from '../../../src-preload/contract/talent.ts'
import { inPieces } from '../../database/inPieces.ts'
import type { OfficeBeat } from '../../database/officeBeat.ts'
import type { Database } from '../../database/openDatabase.ts'
import { fold } from '../../spelling/folding.ts'
import { readTalent } from '../talentFacts.ts'
import { changesBetween, factsHash, factsOf } from '../imports/changedFacts.ts'
import { beginImport, type BadRowKept, type NewImport } from '../imports/importRecord.ts'
import { rollBackImport } from '../imports/rollBack.ts'
import { unknownFacts } from '../talentRecord.ts'
import { gatheredSearch } from '../searchWriter.ts'
import { talentWriter } from '../talentWriter.ts'
import type { PersonOfSheet } from './readPerson.ts'
import { measuredTogether } from './readRecordFields.ts'
import { personFinder, type KnownPerson } from './samePerson.ts'

/** What is to be taken in: people with what stands of them in a source, and the rows that were left out. */
export interface TakenIn {
  readonly people: Iterable<{ readonly person: PersonOfSheet }> & { readonly length: number }
  readonly bad?: readonly BadRowKept[]
  /** The headings of the sheet, for whoever mends its bad rows. */
  readonly header?: readonly string[]
}

/**
 * Writes people into the book as one import that can be undone as a whole, in short transactions so that nobody else waits long.
 *
 * Somebody who is known (see `personFinder`) is updated: what the source says replaces what was known, but tags, links and
 * spellings are added, notes are added below the old ones, and the screen name stays as it stands. A row that was taken in
 * before exactly as it is counts as unchanged, so that a second import never undoes what was corrected by hand.
 *
 * Where it throws, nothing is left. Where its thread ends midway the import stays `running`: whoever started the thread takes it back with
 * `rollBackImport`, else the next start does. More than some hundred people are for a worker: between two transactions the thread sleeps.
 */
export function takeIn(db: Database, { people, bad = [], header = [] }: TakenIn, { onRow = () => {}, office, ...about }: NewImport & { readonly onRow?: (done: number) => void; readonly office?: OfficeBeat | undefined }): ImportResult {
  const counts = { added: 0, updated: 0, unchanged: 0 }
  const record = beginImport(db, about)
  const { source, at } = about
  const find = personFinder(db)
  const search = gatheredSearch(db)
  const writer = talentWriter(db, search)
  const markRow = db.prepare('UPDATE talent SET sheet_hash = ? WHERE row = ?')
  const taken = new Set<number>()
  const takeOne = (person: PersonOfSheet): 'added' | 'updated' | 'unchanged' => {
    const hash = hashOf(person)
    const known = find(person, hash, taken)
    if (known) taken.add(known.row)
    if (known?.sheet_hash === hash) return 'unchanged'
    if (known) return refresh(known, person, hash)
    const facts = { ...unknownFacts, ...person }
    const row = writer.insert(facts, { id: uuidV7(), source, at, sheetHash: hash })
    taken.add(row)
    record.added(row, factsHash(facts), hash)
    return 'added'
  }
  const refresh = (known: KnownPerson, person: PersonOfSheet, hash: string): 'updated' | 'unchanged' => {
    markRow.run(hash, known.row)
    const { talent } = readTalent(db, known.id as TalentId, '')
    const facts = factsOf(talent)
    const next = merged(facts, person)
    const changes = changesBetween(facts, next)
    if (changes === null) return 'unchanged'
    writer.update(known.row, known.id, next, { before: facts, source, at })
    record.changed(known.row, { ...changes, hash: factsHash(next), origins: talent.sources }, { before: known.sheet_hash, after: hash })
    return 'updated'
  }
  try {
    inPieces(db, people, ({ person }, index) => {
      counts[takeOne(person)]++
      onRow(index + 1)
    }, { onPiece: search.settle, office })
    record.end(counts, bad, header)
  } catch (error) {
    rollBackImport(db, record.id, at)
    throw error
  }
  return { importId: record.id, ...counts, failed: bad.map(({ line, reason }) => ({ line, reason })) }
}

/** What a known person becomes: what the source says replaces; tags, links and spellings are added, notes go below the old ones. */
export function merged(facts: TalentFacts, person: PersonOfSheet): TalentFacts {
  const { name, tags = [], links = [], spellings = [], notes = '', ...replacing } = person
  const isOther = fold(name) !== fold(facts.name) && fold(name) !== fold(facts.legalName)
  return {
    ...facts,
    ...replacing,
    measurements: measuredTogether(facts.measurements, person.measurements),
    tags: together(facts.tags, tags),
    links: together(facts.links, links),
    spellings: together(facts.spellings, isOther ? [...spellings, name] : spellings),
    notes: facts.notes.includes(notes) ? facts.notes : [facts.notes, notes].filter(Boolean).join('\n').slice(0, 20_000),
  }
}

function together(known: readonly string[], more: readonly string[]): string[] {
  const folded = new Set(known.map(fold))
  return [...known, ...more.filter(entry => !folded.has(fold(entry)))]
}

/** By this a row is known that was taken in before exactly as it is: 24 hexadecimal digits. */
export const hashOf = (person: PersonOfSheet): string =>
  createHash('sha256').update(JSON.stringify(Object.entries(person).sort(([a], [b]) => (a < b ? -1 : 1)))).digest('hex').slice(0, 24)
