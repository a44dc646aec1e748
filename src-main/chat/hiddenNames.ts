import type { Conversation } from '../../src-preload/contract/chat.ts'
import type { Database } from '../database/openDatabase.ts'
import { createWordReader, keyOf, type WordReader } from './namedWords.ts'
import { peopleIn } from './namesFound.ts'
import { ordinaryWords } from './ordinaryWords.ts'
import type { Hidden, HiddenText, HiddenWords, Pseudonym } from './pseudonyms.ts'
import { phonesIn } from './phonesIn.ts'
import type { RecordKey, Refs } from './tool.ts'

/** What is hidden in a request, and every pseudonym of its conversation that an answer may use. */
export interface HiddenNames extends Hidden {
  readonly pseudonyms: readonly Pseudonym[]
}

/** In what order equal runs of words are taken: a title, a role of the script (left as it is), a name, a part of a name. */
const ranks = { title: 0, role: 1, name: 2, part: 3 } as const

/**
 * Finds what is to be hidden before texts of a conversation leave this laptop.
 *
 * Hidden are the titles of productions and scripts, and of people the names, phone, e-mail and links: of everybody the texts
 * name in full, and of everybody the conversation holds a reference to, for whom each word of the name is hidden alone as
 * well. Role names are not hidden (but where they are a title), nor is one ordinary word that is also a name. It cannot hide
 * what gives a person or a film away without a name: a famous scene, a role played, a nickname that the book does not know.
 * Of two people of one name the one with the older reference is meant, where the text does not link to the other.
 *
 * Every person and title found gets a reference of the conversation, so that a pseudonym stays the same for as long as it lasts.
 */
export function hiddenNamesFor(db: Database, refs: Refs, conversation: Pick<Conversation, 'id' | 'productionId'>, texts: readonly string[], reader: WordReader = createWordReader()): HiddenNames {
  const titles = readTitles(db)
  const said = ` ${texts.map(text => reader.read(text).words.map(({ key, owner }) => owner?.key ?? key).join(' ')).join(' ')} `
  const before = readKnown(db, conversation.id)
  const held = new Set(before.map(({ id }) => id))
  const peopleBefore = readPeople(db, before)
  const found = [
    ...titles.flatMap(({ kind, id, keys }): RecordKey[] => (keys.some(key => said.includes(` ${key} `)) ? [{ kind, id }] : [])),
    ...[...peopleIn(db, texts, reader, new Set(peopleBefore.flatMap(({ words }) => words.flatMap(({ key, rank }) => (rank === ranks.name ? key : [])))))].map((id): RecordKey => ({ kind: 'talent', id })),
  ].filter(({ id }) => !held.has(id))
  for (const key of found) refs.card(key)
  const known = found.length === 0 ? before : readKnown(db, conversation.id)
  const people = found.length === 0 ? peopleBefore : readPeople(db, known)
  const titleById = new Map(titles.map(title => [title.id, title]))
  const titled = known.flatMap(({ ref, id }) => {
    const title = titleById.get(id)
    return title ? [titleOf(ref, title)] : []
  })
  return {
    words: [...titled.flatMap(({ words }) => words), ...people.flatMap(({ words }) => words), ...rolesOf(db, conversation)],
    texts: people.flatMap(({ texts }) => texts),
    pseudonyms: [...titled.map(({ as }) => as), ...people.flatMap(({ pseudonyms }) => pseudonyms)],
  }
}

interface Known {
  readonly ref: string
  readonly kind: string
  readonly id: string
}

const readKnown = (db: Database, conversationId: string): readonly Known[] =>
  db
    .prepare<[string], Known>(`SELECT ref, kind, record_id AS id FROM chat_ref WHERE conversation_id = ? AND kind IN ('talent', 'production', 'script')
      ORDER BY CAST(substr(ref, 2) AS INTEGER)`)
    .all(conversationId)

interface Title {
  readonly kind: 'production' | 'script'
  readonly id: string
  readonly name: string
  /** The title, folded, and the other ways in which it is written. */
  readonly keys: readonly string[]
}

/** All titles, of what was put away too: an earlier answer may speak of it. */
function readTitles(db: Database): readonly Title[] {
  const productions = db.prepare<[], { id: string; title: string }>('SELECT id, title FROM production').all()
  const scripts = db.prepare<[], { id: string; title: string; file: string }>('SELECT id, title, file_name AS file FROM script').all()
  const named = productions.map(({ id, title }): Title => ({ kind: 'production', id, name: title, keys: keysOfTitle(title) }))
  const taken = new Set(named.flatMap(({ keys }) => keys))
  return [
    ...named,
    ...scripts.map(({ id, title, file }): Title => ({
      kind: 'script', id, name: title, keys: [...keysOfTitle(title), keyOf(file), keyOf(file.replace(/\.[^.]{1,8}$/, ''))].filter(key => key !== '' && !taken.has(key)),
    })),
  ]
}

/** A title, and what stands before its colon or dash: "Masaan: The Return" is also called Masaan. */
const keysOfTitle = (title: string): readonly string[] =>
  [...new Set([title, title.split(/[:–—|(]| - /)[0] ?? ''].map(name => keyOf(name)))].filter(key => key !== '')

function titleOf(ref: string, { kind, name, keys }: Title): { readonly as: Pseudonym; readonly words: readonly HiddenWords[] } {
  const as: Pseudonym = { name, sent: `${kind === 'production' ? 'Production' : 'Script'} ${ref.toUpperCase()}`, ref }
  return { as, words: keys.map(key => ({ key, as, rank: ranks.title, capital: ordinaryWords.has(key) })) }
}

interface PersonRow {
  readonly id: string
  readonly name: string
  readonly legal_name: string
  readonly spellings: string
  readonly phone: string
  readonly email: string
  readonly links: string
}

interface HiddenPerson {
  readonly words: readonly HiddenWords[]
  readonly texts: readonly HiddenText[]
  readonly pseudonyms: readonly Pseudonym[]
}

function readPeople(db: Database, known: readonly Known[]): readonly HiddenPerson[] {
  const refs = new Map(known.flatMap(({ ref, kind, id }) => (kind === 'talent' ? [[id, ref]] : [])))
  const rows = db
    .prepare<[string], PersonRow>('SELECT t.id, t.name, t.legal_name, t.spellings, t.phone, t.email, t.links FROM json_each(?) k CROSS JOIN talent t ON t.id = k.value')
    .all(JSON.stringify([...refs.keys()]))
  return rows.map(row => personOf(refs.get(row.id) ?? '', row))
}

function personOf(ref: string, row: PersonRow): HiddenPerson {
  const as: Pseudonym = { name: row.name, sent: `Person ${ref.toUpperCase()}`, ref }
  const phone: Pseudonym = { name: row.phone, sent: `Phone ${ref.toUpperCase()}`, ref }
  const mail: Pseudonym = { name: row.email, sent: `Mail ${ref.toUpperCase()}`, ref }
  const keys = [...new Set([row.name, row.legal_name, ...(JSON.parse(row.spellings) as string[])].map(name => keyOf(name)))].filter(key => key !== '')
  return {
    words: keys.flatMap(key => wordsOfName(key, as)),
    texts: [
      ...phonesIn(row.phone).flatMap(({ key, from, to }) => (key.length === 10 || to - from === row.phone.length ? { phone: key, as: phone } : [])),
      ...(row.email === '' ? [] : [{ text: row.email, as: mail }]),
      ...(JSON.parse(row.links) as string[]).map(text => ({ text, as })),
    ],
    pseudonyms: [as, ...(row.phone === '' ? [] : [phone]), ...(row.email === '' ? [] : [mail])],
  }
}

function wordsOfName(key: string, as: Pseudonym): readonly HiddenWords[] {
  const words = key.split(' ')
  const parts = words.filter(word => isTelling(word) && !ordinaryWords.has(word))
  if (words.length === 1) return parts.map(part => ({ key: part, as, rank: ranks.name }))
  return [
    { key, as, rank: ranks.name },
    ...parts.map(part => ({ key: part, as, rank: ranks.part })),
    // As it stands in an address on the web: asharane.
    ...(words.join('').length >= 7 ? [{ key: words.join(''), as, rank: ranks.part }] : []),
  ]
}

/** Whether a word says who somebody is: three Latin letters, or two of a script that writes syllables. */
const isTelling = (word: string): boolean => [...word].length >= (/\p{Script=Latin}/u.test(word) ? 3 : 2) && !/^\p{N}+$/u.test(word)

const rolesOf = (db: Database, { id, productionId }: Pick<Conversation, 'id' | 'productionId'>): readonly HiddenWords[] =>
  db
    .prepare<[string | null, string, string], string>(`SELECT name FROM role WHERE production_id IS ?
      OR production_id IN (SELECT record_id FROM chat_ref WHERE conversation_id = ? AND kind = 'production')
      OR id IN (SELECT record_id FROM chat_ref WHERE conversation_id = ? AND kind = 'role')`)
    .pluck()
    .all(productionId, id, id)
    .map(name => ({ key: keyOf(name), as: null, rank: ranks.role }))
