import type { TalentId } from '../../../src-preload/contract/talent.ts'
import type { Database } from '../../database/openDatabase.ts'
import { changesBetween, factsOf } from '../imports/changedFacts.ts'
import { readTalent } from '../talentFacts.ts'
import type { PersonOfSheet } from './readPerson.ts'
import { personFinder } from './samePerson.ts'
import { hashOf, merged } from './takeIn.ts'

/** Prepares telling what taking a row in would do: "new", "changes 3 facts of Tara Sood" or "nothing new". Nothing is written. */
export function foreteller(db: Database): (person: PersonOfSheet) => string {
  const find = personFinder(db)
  const taken = new Set<number>()
  return person => {
    const hash = hashOf(person)
    const known = find(person, hash, taken)
    if (!known) return 'new'
    taken.add(known.row)
    if (known.sheet_hash === hash) return 'nothing new'
    const facts = factsOf(readTalent(db, known.id as TalentId, '').talent)
    const count = Object.keys(changesBetween(facts, merged(facts, person))?.after ?? {}).length
    return count === 0 ? 'nothing new' : `changes ${count === 1 ? '1 fact' : `${count} facts`} of ${facts.name}`
  }
}
