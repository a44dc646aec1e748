import type { TalentFacts, TalentId } from '../../../src-preload/contract/talent.ts'
import type { Database } from '../../database/openDatabase.ts'
import { fold } from '../../spelling/folding.ts'
import { keptId } from '../duplicates/keptId.ts'
import { nameKey, phoneKey, type TalentRow } from '../talentRecord.ts'
import type { PersonOfSheet } from './readPerson.ts'

/** A record that could be the person of a row. */
export type KnownPerson = Pick<
  TalentRow,
  'row' | 'id' | 'gender' | 'playing_from' | 'playing_to' | 'city' | 'phone' | 'email' | 'legal_name' | 'spellings'
> & { readonly name_key: string; readonly phone_key: string; readonly sheet_hash: string }

/**
 * Finds the record that a row of a sheet speaks of.
 *
 * The rule: the folded screen names must agree, or the row's name be the legal name or another spelling of a record with the
 * same phone or e-mail. A shared phone or e-mail then settles it; without one, two known phones, e-mails or genders that differ
 * make two people, as do a city and a playing range that both differ. Inside one sheet (`taken`) either of these is enough,
 * so that two people of one name stay two. A phone alone never makes one: co-ordinators stand behind many actors. Somebody who was merged
 * into another is that other, and a row that was taken in for them exactly as it is stays unchanged.
 */
export function personFinder(db: Database): (person: PersonOfSheet, sheetHash: string, taken: ReadonlySet<number>) => KnownPerson | undefined {
  const columns = 'row, id, name_key, gender, playing_from, playing_to, city, phone, phone_key, email, legal_name, spellings, sheet_hash'
  const byName = db.prepare(`SELECT ${columns} FROM talent WHERE name_key = ? AND removed_at IS NULL`)
  const byPhone = db.prepare(`SELECT ${columns} FROM talent WHERE phone_key = ? AND phone_key <> '' AND removed_at IS NULL`)
  const byEmail = db.prepare(`SELECT ${columns} FROM talent WHERE email = ? AND email <> '' AND removed_at IS NULL`)
  const merged = Map.groupBy(
    db.prepare(`SELECT ${columns} FROM talent WHERE id IN (SELECT gone_id FROM talent_merge WHERE undone_at IS NULL)`).all() as readonly KnownPerson[],
    ({ name_key }) => name_key,
  )
  const byId = db.prepare(`SELECT ${columns} FROM talent WHERE id = ? AND removed_at IS NULL`)
  const asKept = (found: KnownPerson | undefined): KnownPerson | undefined => {
    if (!found) return undefined
    const id = keptId(db, found.id as TalentId)
    if (id === found.id) return found
    const kept = byId.get(id) as KnownPerson | undefined
    return kept && { ...kept, sheet_hash: found.sheet_hash }
  }
  return (person, sheetHash, taken) => {
    const key = nameKey(person.name)
    // Put in order here: asked to, SQLite takes four times as long over each.
    const named = [...(byName.all(key) as readonly KnownPerson[]).toSorted((a, b) => a.row - b.row), ...(merged.get(key) ?? [])]
    const phone = phoneKey(person.phone ?? '')
    const reached = [...(phone ? byPhone.all(phone) : []), ...(person.email ? byEmail.all(person.email) : [])] as readonly KnownPerson[]
    const candidates = [...named, ...reached.filter(known => known.name_key !== key && otherNames(known).includes(key))]
    return asKept(
      candidates.find(known => known.sheet_hash === sheetHash && !taken.has(known.row)) ??
      candidates
        .map(known => ({ known, score: agreement(person, known, taken.has(known.row)) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)[0]?.known,
    )
  }
}

const otherNames = (known: KnownPerson): readonly string[] => [known.legal_name, ...(JSON.parse(known.spellings) as string[])].map(fold)

/** How well a row and a record agree, 0 where they are two people; `taken` where another row of the sheet already was this record. */
function agreement(person: Partial<TalentFacts>, known: KnownPerson, taken: boolean): number {
  const phone = compare(phoneKey(person.phone ?? ''), known.phone_key)
  const email = compare(person.email ?? '', known.email)
  const gender = compare(person.gender ?? '', known.gender ?? '')
  const city = compare(fold(person.city ?? ''), fold(known.city))
  const range = person.playingRange
  const apart = range && known.playing_from !== null && known.playing_to !== null && (range.from > known.playing_to || range.to < known.playing_from)
  if (phone === 'same' || email === 'same') return 10 + (taken ? 0 : 1)
  if (phone === 'differs' || email === 'differs' || gender === 'differs') return 0
  if (taken ? city === 'differs' || apart : city === 'differs' && apart) return 0
  return 1 + (city === 'same' ? 2 : 0) + (apart ? 0 : 1) + (taken ? 0 : 1)
}

function compare(a: string, b: string): 'same' | 'differs' | 'unknown' {
  if (a === '' || b === '') return 'unknown'
  return a === b ? 'same' : 'differs'
}
