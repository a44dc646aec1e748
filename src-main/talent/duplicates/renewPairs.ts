import { v7 as uuidV7 } from 'uuid'
import { inTransaction } from '../../database/inTransaction.ts'
import type { Database } from '../../database/openDatabase.ts'
import { blockingKeys } from './blocks.ts'
import { readPeople, type ComparedPerson } from './comparedPerson.ts'
import { blocksOf, findPairs, type FoundPair } from './findPairs.ts'
import { countedFrequencies, countPeople, type Frequencies } from './frequencies.ts'
import { likelihood } from './weights.ts'

/** How far it is: a stage in words, and how much of it is done. */
export type Say = (stage: string, done: number, total: number) => void

/** What a renewal found. */
export interface Renewed {
  /** People compared anew. */
  readonly people: number
  /** Pairs that were looked at closely. */
  readonly compared: number
  /** Pairs that are suggested of those people. */
  readonly suggested: number
}

/** Above this part of the book, everybody is compared anew: it is quicker than looking one after the other up. */
const wholePart = 0.1

/** Rows of keys that one transaction writes, so that others wait a moment only. */
const keysAtOnce = 5_000

/** Of a very common key not more people than this are read for one who is compared anew. */
const mostOfKey = 2_000

/**
 * Compares everybody who was added or changed since the last time, with those who share a key, and renews the suggestions that they are in; pairs that the user
 * decided stay as they are.
 *
 * Broken off, it leaves the suggestions as they were, and begins again with the same people. Runs in a worker: 100,000 people take most of a minute.
 */
export function renewPairs(db: Database, { at, say, all = false }: { readonly at: string; readonly say: Say; readonly all?: boolean }): Renewed {
  const dueNow = db.prepare('SELECT talent_row AS row, changes FROM duplicate_due').all() as readonly Due[]
  const due = dueNow.map(({ row }) => row)
  const known = db.prepare('SELECT count(*) FROM talent WHERE removed_at IS NULL').pluck().get() as number
  if (due.length === 0 && !all) return { people: 0, compared: 0, suggested: 0 }
  const isWhole = all || due.length > Math.max(200, known * wholePart)
  const { pairs, compared, people } = isWhole ? lookAtAll(db, say) : lookAtSome(db, due, known)
  keepPairs(db, pairs, { rows: isWhole ? null : due, due: dueNow, at })
  return { people, compared, suggested: pairs.length }
}

/** Somebody to be compared anew; another change meanwhile is another count, and leaves them due. */
interface Due {
  readonly row: number
  readonly changes: number
}

interface Looked {
  readonly pairs: readonly FoundPair[]
  readonly compared: number
  readonly people: number
}

function lookAtAll(db: Database, say: Say): Looked {
  const people: ComparedPerson[] = []
  for (const person of readPeople(db)) {
    people.push(person)
    if (people.length % 1_000 === 0) say('Reading the book', people.length, 0)
  }
  const counts = countPeople(people)
  const blocks = blocksOf(people)
  const frequencies = countedFrequencies({
    people: people.length, sounds: key => counts.sounds.get(key) ?? 0, cities: key => counts.cities.get(key) ?? 0, shared: key => counts.shared.get(key) ?? 0,
  })
  const { pairs, compared } = findPairs(blocks, frequencies, {
    onBlock: done => {
      if (done % 5_000 === 0 || done === blocks.size) say('Comparing people', done, blocks.size)
    },
  })
  // Somebody who was changed meanwhile is due still; their keys are written again then.
  writeAllKeys(db, blocks, counts, say)
  return { pairs, compared, people: people.length }
}

function writeAllKeys(db: Database, blocks: ReadonlyMap<string, readonly ComparedPerson[]>, counts: ReturnType<typeof countPeople>, say: Say): void {
  inTransaction(db, () => {
    db.exec('DELETE FROM duplicate_key; DELETE FROM duplicate_count')
    const count = db.prepare('INSERT INTO duplicate_count (what, people) VALUES (?, ?)')
    for (const [sound, people] of counts.sounds) count.run(`n ${sound}`, people)
    for (const [city, people] of counts.cities) count.run(`c ${city}`, people)
  })
  const insert = db.prepare('INSERT OR IGNORE INTO duplicate_key (key, talent_row) VALUES (?, ?)')
  const keys = [...blocks.keys()].sort()
  let at = 0
  while (at < keys.length) {
    inTransaction(db, () => {
      for (let written = 0; written < keysAtOnce && at < keys.length; at++) {
        const key = keys[at] ?? ''
        const block = blocks.get(key) ?? []
        for (const { row } of block) insert.run(key, row)
        written += block.length
      }
    })
    say('Writing down what was found', at, keys.length)
  }
}

function lookAtSome(db: Database, due: readonly number[], known: number): Looked {
  const changed = new Map([...readPeople(db, due)].map(person => [person.row, person]))
  writeSomeKeys(db, due, changed)
  const ofKey = db.prepare('SELECT talent_row FROM duplicate_key WHERE key = ? LIMIT ?').pluck()
  const rowsByKey = new Map<string, readonly number[]>()
  for (const person of changed.values()) for (const key of blockingKeys(person)) if (!rowsByKey.has(key)) rowsByKey.set(key, ofKey.all(key, mostOfKey) as number[])
  const rows = [...new Set([...rowsByKey.values()].flat())]
  const people = new Map([...readPeople(db, rows)].map(person => [person.row, person]))
  const blocks = new Map([...rowsByKey].map(([key, block]) => [key, block.flatMap(row => people.get(row) ?? [])] as const))
  const { pairs, compared } = findPairs(blocks, keptFrequencies(db, known), { isDue: ({ row }) => changed.has(row) })
  return { pairs, compared, people: changed.size }
}

/** Counts from the last look at everybody, with those that came since; near enough for weights that are logarithms. */
function keptFrequencies(db: Database, people: number): Frequencies {
  const count = db.prepare('SELECT people FROM duplicate_count WHERE what = ?').pluck()
  const sharing = db.prepare('SELECT count(*) FROM (SELECT 1 FROM duplicate_key WHERE key = ? LIMIT 1000)').pluck()
  const kept = new Map<string, number>()
  const once = (key: string, read: () => number): number => {
    const known = kept.get(key) ?? read()
    kept.set(key, known)
    return known
  }
  return countedFrequencies({
    people,
    sounds: sound => once(`n ${sound}`, () => (count.get(`n ${sound}`) as number | undefined) ?? 0),
    cities: city => once(`c ${city}`, () => (count.get(`c ${city}`) as number | undefined) ?? 0),
    shared: key => once(key, () => sharing.get(key) as number),
  })
}

function writeSomeKeys(db: Database, due: readonly number[], changed: ReadonlyMap<number, ComparedPerson>): void {
  const known = db.prepare('SELECT 1 FROM duplicate_key WHERE talent_row = ? LIMIT 1')
  const take = db.prepare('DELETE FROM duplicate_key WHERE talent_row = ?')
  const insert = db.prepare('INSERT OR IGNORE INTO duplicate_key (key, talent_row) VALUES (?, ?)')
  const count = db.prepare('INSERT INTO duplicate_count (what, people) VALUES (?, 1) ON CONFLICT DO UPDATE SET people = people + 1')
  const uncount = db.prepare('UPDATE duplicate_count SET people = max(0, people - 1) WHERE what = ?')
  // Whoever goes and comes again (a merge or an import taken back) is counted once: in a small book a name would soon seem common.
  const gone = new Map([...readPeople(db, due, { removed: true })].map(person => [person.row, person]))
  inTransaction(db, () => {
    for (const row of due) {
      const isNew = known.get(row) === undefined
      take.run(row)
      const person = changed.get(row)
      if (person) for (const key of blockingKeys(person)) insert.run(key, row)
      if (person && isNew) for (const what of countedOf(person)) count.run(what)
      const left = isNew ? undefined : gone.get(row)
      if (left) for (const what of countedOf(left)) uncount.run(what)
    }
  })
}

/** What is counted of a person: each sound of the names once, and the city. */
const countedOf = ({ names, city }: ComparedPerson): readonly string[] => [...new Set(names.flatMap(({ sounds }) => sounds))].map(sound => `n ${sound}`).concat(city === '' ? [] : [`c ${city}`])

/** Puts the pairs in the place of the open ones of those people (of everybody where `rows` is null), and says that `due` were compared. */
function keepPairs(db: Database, pairs: readonly FoundPair[], { rows, due, at }: { readonly rows: readonly number[] | null; readonly due: readonly Due[]; readonly at: string }): void {
  const clear = db.prepare('DELETE FROM duplicate_due WHERE talent_row = ? AND changes = ?')
  const insert = db.prepare(`INSERT INTO duplicate_pair (id, talent_id, other_talent_id, state, likelihood, bits, reasons, found_at) VALUES (?, ?, ?, 'open', ?, ?, ?, ?)
    ON CONFLICT (talent_id, other_talent_id) DO UPDATE SET likelihood = excluded.likelihood, bits = excluded.bits, reasons = excluded.reasons`)
  inTransaction(db, () => {
    const before = keptIds(db)
    if (rows === null) db.exec(`DELETE FROM duplicate_pair WHERE state = 'open'`)
    else {
      db.prepare(`DELETE FROM duplicate_pair WHERE state = 'open' AND (talent_id IN (SELECT id FROM talent WHERE row IN (SELECT value FROM json_each(@rows)))
        OR other_talent_id IN (SELECT id FROM talent WHERE row IN (SELECT value FROM json_each(@rows))))`).run({ rows: JSON.stringify(rows) })
    }
    for (const { a, b, bits, reasons } of pairs) insert.run(before.get(`${a} ${b}`) ?? uuidV7(), a, b, likelihood(bits), bits, JSON.stringify(reasons), at)
    for (const { row, changes } of due) clear.run(row, changes)
  })
}

/** A pair that is found again keeps its id. */
const keptIds = (db: Database): ReadonlyMap<string, string> =>
  new Map((db.prepare('SELECT talent_id, other_talent_id, id FROM duplicate_pair').raw().all() as [string, string, string][]).map(([a, b, id]) => [`${a} ${b}`, id]))
