import { nameSound, nameWords } from '../../spelling/nameSound.ts'
import { fold } from '../../spelling/folding.ts'
import type { Database } from '../../database/openDatabase.ts'
import type { TalentRow } from '../talentRecord.ts'
import { cityKey } from './cityKey.ts'

/** One way somebody is called: its words in Roman letters and how they sound, in order. */
export interface NameHeard {
  readonly written: string
  readonly words: readonly string[]
  readonly sounds: readonly string[]
}

/** What of a person is compared; null or empty is unknown. */
export interface ComparedPerson {
  readonly row: number
  readonly id: string
  /** The screen name first, then the legal name and other spellings, at most four. */
  readonly names: readonly NameHeard[]
  readonly gender: string | null
  readonly playingFrom: number | null
  readonly playingTo: number | null
  readonly heightCm: number | null
  readonly city: string
  readonly phone: string
  readonly email: string
  /** `YYYY-MM-DD`. */
  readonly born: string | null
  readonly links: readonly string[]
  /** What the headshots look like: 16 hexadecimal digits each. */
  readonly pictures: readonly string[]
}

/** What a person is made from. */
export interface PersonFacts {
  readonly row: number
  readonly id: string
  readonly name: string
  readonly legalName: string
  readonly spellings: readonly string[]
  readonly gender: string | null
  readonly playingFrom: number | null
  readonly playingTo: number | null
  readonly heightCm: number | null
  readonly city: string
  readonly phoneKey: string
  readonly email: string
  readonly born: string | null
  readonly links: readonly string[]
  readonly pictures: readonly string[]
}

const mostNames = 4

/** Prepares a person for comparing. */
export function comparedPerson(facts: PersonFacts): ComparedPerson {
  const names = [...new Set([facts.name, facts.legalName, ...facts.spellings].filter(name => name.trim() !== ''))].slice(0, mostNames)
  return {
    row: facts.row,
    id: facts.id,
    names: names.flatMap(heard).filter(({ words }, at) => words.length > 0 || at === 0),
    gender: facts.gender,
    playingFrom: facts.playingFrom,
    playingTo: facts.playingTo,
    heightCm: facts.heightCm,
    city: cityKey(facts.city),
    phone: facts.phoneKey,
    email: facts.email.trim().toLowerCase(),
    born: facts.born,
    links: facts.links.map(linkKey).filter(link => link !== ''),
    pictures: facts.pictures,
  }
}

function heard(written: string): readonly NameHeard[] {
  const spellings = /\p{Script=Tamil}/u.test(written) ? [nameWords(written), nameWords(written, { secondSpelling: true })] : [nameWords(written)]
  return spellings.map(words => ({ written, words, sounds: words.map(nameSound) }))
}

/** A link without what does not tell: the scheme, "www.", the question and the slash at its end. Only a link with a path names somebody. */
function linkKey(link: string): string {
  const bare = link.trim().toLowerCase().replace(/^https?:\/\//, '').replace(/^(www|m|in)\./, '').replace(/[?#].*$/, '').replace(/\/+$/, '')
  return bare.includes('/') ? fold(bare) : ''
}

type Row = Pick<
  TalentRow,
  'row' | 'id' | 'name' | 'legal_name' | 'spellings' | 'gender' | 'playing_from' | 'playing_to' | 'height_cm' | 'city' | 'email' | 'born' | 'links'
> & { readonly phone_key: string }

/** Reads the people of the book that are to be compared, one after the other; `rows` narrows it to some, of whom those that are out of the book can be asked for. */
export function* readPeople(db: Database, rows?: readonly number[], { removed = false }: { readonly removed?: boolean } = {}): Generator<ComparedPerson, void, undefined> {
  const columns = 'row, id, name, legal_name, spellings, gender, playing_from, playing_to, height_cm, city, phone_key, email, born, links'
  const found = rows
    ? db.prepare(`SELECT ${columns} FROM talent WHERE removed_at IS ${removed ? 'NOT NULL' : 'NULL'} AND row IN (SELECT value FROM json_each(?)) ORDER BY row`).iterate(JSON.stringify(rows))
    : db.prepare(`SELECT ${columns} FROM talent WHERE removed_at IS NULL ORDER BY row`).iterate()
  const pictures = headshots(db)
  for (const row of found as IterableIterator<Row>) {
    yield comparedPerson({
      row: row.row, id: row.id, name: row.name, legalName: row.legal_name, spellings: listOf(row.spellings), gender: row.gender, playingFrom: row.playing_from,
      playingTo: row.playing_to, heightCm: row.height_cm, city: row.city, phoneKey: row.phone_key, email: row.email, born: row.born, links: listOf(row.links), pictures: pictures.get(row.id) ?? [],
    })
  }
}

const listOf = (json: string): readonly string[] => (json === '[]' ? [] : (JSON.parse(json) as string[]))

/** What the headshots of people look like, by the id of the person. */
function headshots(db: Database): ReadonlyMap<string, readonly string[]> {
  const rows = db.prepare(`SELECT talent_id, likeness FROM talent_media WHERE likeness IS NOT NULL AND kind = 'headshot' AND removed_at IS NULL`).raw().all() as readonly [string, string][]
  return new Map([...Map.groupBy(rows, ([id]) => id)].map(([id, list]) => [id, list.map(([, likeness]) => likeness)]))
}
