import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { v7 as uuidV7 } from 'uuid'
import type { ImportResult, TalentFacts, TalentId } from '../../../src-preload/contract/talent.ts'
import { inTransaction } from '../../database/inTransaction.ts'
import type { Database } from '../../database/openDatabase.ts'
import { fold } from '../../spelling/folding.ts'
import { readTalent } from '../talentFacts.ts'
import { unknownFacts } from '../talentRecord.ts'
import { talentWriter } from '../talentWriter.ts'
import type { PersonOfSheet } from './readPerson.ts'
import type { ReadSheet } from './readSheet.ts'
import { personFinder, type KnownPerson } from './samePerson.ts'

/**
 * Writes the people of a read sheet into the book, all in one transaction.
 *
 * Somebody who is known (see `personFinder`) is updated: what the sheet says replaces what was known, but tags, links and
 * spellings are added, notes are added below the old ones, and the screen name stays as it stands. A row that was taken in
 * before exactly as it is counts as unchanged, so that a second import never undoes what was corrected by hand.
 */
export function takeIn(db: Database, sheet: ReadSheet, { source, at, onRow }: {
  readonly source: string
  readonly at: string
  readonly onRow: (done: number) => void
}): ImportResult {
  const counts = { added: 0, updated: 0, unchanged: 0 }
  inTransaction(db, () => {
    const find = personFinder(db)
    const writer = talentWriter(db)
    const markRow = db.prepare('UPDATE talent SET sheet_hash = ? WHERE row = ?')
    const taken = new Set<number>()
    const takeOne = (person: PersonOfSheet): 'added' | 'updated' | 'unchanged' => {
      const hash = hashOf(person)
      const known = find(person, hash, taken)
      const row = known?.row ?? writer.insert({ ...unknownFacts, ...person }, { id: uuidV7(), source, at })
      taken.add(row)
      if (known?.sheet_hash === hash) return 'unchanged'
      markRow.run(hash, row)
      return known ? refresh(known, person) : 'added'
    }
    const refresh = (known: KnownPerson, person: PersonOfSheet): 'updated' | 'unchanged' => {
      const { talent } = readTalent(db, known.id as TalentId, '')
      const facts = Object.fromEntries(Object.keys({ name: '', ...unknownFacts }).map(key => [key, talent[key as keyof TalentFacts]])) as TalentFacts
      const next = merged(facts, person)
      if (isDeepStrictEqual(next, facts)) return 'unchanged'
      writer.update(known.row, known.id, next, at)
      return 'updated'
    }
    for (const [index, { person }] of sheet.people.entries()) {
      counts[takeOne(person)]++
      onRow(index + 1)
    }
  })
  return { ...counts, failed: [...sheet.bad] }
}

function merged(facts: TalentFacts, person: PersonOfSheet): TalentFacts {
  const { name, tags = [], links = [], spellings = [], notes = '', ...replacing } = person
  const isOther = fold(name) !== fold(facts.name) && fold(name) !== fold(facts.legalName)
  return {
    ...facts,
    ...replacing,
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

const hashOf = (person: PersonOfSheet): string =>
  createHash('sha256').update(JSON.stringify(Object.entries(person).sort(([a], [b]) => (a < b ? -1 : 1)))).digest('hex').slice(0, 24)
