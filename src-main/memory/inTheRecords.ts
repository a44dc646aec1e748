import type { TalentId } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import { stem, termsOf } from './terms.ts'

/** Words that join a fact of a record to its person and say nothing more. */
const joining = new Set('live base speak know language can play age city town birth home plays woman man female male actor actress phone number email mobile fluent native skill height cm'.split(' ').map(stem))

interface RecordRow {
  readonly name: string
  readonly spellings: string
  readonly legal_name: string
  readonly city: string
  readonly languages: string
  readonly skills: string
  readonly gender: string | null
  readonly phone: string
  readonly email: string
  readonly union_card: string
  readonly representation: string
  readonly training: string
  readonly playing_from: number | null
  readonly playing_to: number | null
  readonly height_cm: number | null
}

/**
 * Whether a sentence about one person says nothing but what the talent record holds: the city, a language, a skill, the phone.
 *
 * A sentence that denies something, or says one word more, is no copy.
 */
export function inTheRecords(db: Database, text: string, people: readonly TalentId[]): boolean {
  const [id] = people
  if (people.length !== 1 || id === undefined) return false
  const row = db
    .prepare<[string], RecordRow>(`SELECT name, spellings, legal_name, city, languages, skills, gender, phone, email, union_card, representation, training, playing_from, playing_to, height_cm
      FROM talent WHERE id = ? AND removed_at IS NULL`)
    .get(id)
  if (!row) return false
  const names = wordsIn(`${row.name} ${row.legal_name} ${row.spellings}`)
  const known = wordsIn([row.city, row.languages, row.skills, row.gender, row.phone, row.email, row.union_card, row.representation, row.training, row.playing_from, row.playing_to, row.height_cm].join(' '))
  const rest = [...wordsIn(text)].filter(word => !names.has(word) && !joining.has(word))
  return rest.length > 0 && rest.every(word => known.has(word))
}

const wordsIn = (text: string): ReadonlySet<string> => new Set(termsOf(text).map(({ word }) => word))
