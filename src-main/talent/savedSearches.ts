import { v7 as uuidV7 } from 'uuid'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { SavedSearch, SavedSearchId } from '../../src-preload/contract/savedSearches.ts'
import { TalentQuestion, type TalentId } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import { askTalent } from './askTalent.ts'
import type { BookAnswers } from './search/answerBook.ts'
import type { SearchParts } from './search/searchParts.ts'
import { isSimilar } from './search/reasons.ts'

/** Of a search by words the first so many count as its people; all the found of it count as seen. */
const mostMatching = 100

/** How many new people are named when a search is opened. */
const mostFresh = 1_000

/** The searches that are kept, in the order in which they were saved. */
export function listSearches(db: Database): SavedSearch[] {
  return (db.prepare('SELECT * FROM saved_search WHERE removed_at IS NULL ORDER BY row').all() as readonly SearchRow[]).map(searchOf)
}

/** Keeps a search; whom it finds now counts as seen. Throws CANCELLED. */
export async function saveSearch(parts: SearchParts, { name, question }: Pick<SavedSearch, 'name' | 'question'>, now: Date, signal?: AbortSignal): Promise<SavedSearch> {
  const { db } = parts
  const { answer } = await askTalent(parts, question, 'found', { first: mostMatching }, signal)
  const id = uuidV7()
  db.prepare('INSERT INTO saved_search (id, name, question, seen, seen_at, created_at) VALUES (?, ?, ?, ?, ?, ?)')
    .run(id, name, JSON.stringify(question), bitsOf(answer.rows), now.toISOString(), now.toISOString())
  return readSearch(db, id as SavedSearchId)
}

/** How many people match a saved search, and how many of them were not there when it was last opened. Throws NOT_FOUND, CANCELLED. */
export async function newsOf(parts: SearchParts, id: SavedSearchId, signal?: AbortSignal): Promise<{ readonly total: number; readonly fresh: number }> {
  const search = readSearch(parts.db, id)
  const { answer } = await askTalent(parts, search.question, 'found', { first: mostMatching }, signal)
  return { total: answer.rows.length, fresh: unseen(answer, seenOf(parts.db, id)).length }
}

/** Opens a saved search: gives who is new in it, best first, and counts everybody it finds as seen. Throws NOT_FOUND, CANCELLED. */
export async function openSearch(parts: SearchParts, id: SavedSearchId, now: Date, signal?: AbortSignal): Promise<{ search: SavedSearch; fresh: TalentId[] }> {
  const { db } = parts
  const search = readSearch(db, id)
  const { answer } = await askTalent(parts, search.question, 'found', { first: mostMatching }, signal)
  const seen = seenOf(db, id)
  const rows = unseen(answer, seen).slice(0, mostFresh)
  db.prepare('UPDATE saved_search SET seen = ?, seen_at = ? WHERE id = ?').run(bitsOf([...answer.rows, ...rowsIn(seen)]), now.toISOString(), id)
  const idOf = db.prepare('SELECT id FROM talent WHERE row = ?').pluck()
  return { search, fresh: rows.map(row => idOf.get(row) as TalentId) }
}

/** Calls a saved search otherwise. Throws NOT_FOUND. */
export function renameSearch(db: Database, id: SavedSearchId, name: string): SavedSearch {
  assertThere(db.prepare('UPDATE saved_search SET name = ? WHERE id = ? AND removed_at IS NULL').run(name, id).changes)
  return readSearch(db, id)
}

/** Removes a saved search; it can be restored. Throws NOT_FOUND. */
export function removeSearch(db: Database, id: SavedSearchId, now: Date): void {
  assertThere(db.prepare('UPDATE saved_search SET removed_at = ? WHERE id = ? AND removed_at IS NULL').run(now.toISOString(), id).changes)
}

/** Brings a removed search back, with whom it had seen. Throws NOT_FOUND for an unknown id. */
export function restoreSearch(db: Database, id: SavedSearchId): SavedSearch {
  assertThere(db.prepare('UPDATE saved_search SET removed_at = NULL WHERE id = ?').run(id).changes)
  return readSearch(db, id)
}

interface SearchRow {
  readonly id: string
  readonly name: string
  readonly question: string
  readonly seen_at: string
  readonly created_at: string
}

const searchOf = (row: SearchRow): SavedSearch => ({
  id: row.id as SavedSearchId, name: row.name, question: TalentQuestion.parse(JSON.parse(row.question)), seenAt: row.seen_at, createdAt: row.created_at,
})

function readSearch(db: Database, id: SavedSearchId): SavedSearch {
  const row = db.prepare('SELECT * FROM saved_search WHERE id = ? AND removed_at IS NULL').get(id) as SearchRow | undefined
  assertThere(row ? 1 : 0)
  return searchOf(row as SearchRow)
}

const seenOf = (db: Database, id: SavedSearchId): Buffer => db.prepare('SELECT seen FROM saved_search WHERE id = ?').pluck().get(id) as Buffer

/** Who matches and was not seen; of a search by words only who answers a word, is named or is similar, among the first. */
function unseen({ rows, byText, first }: BookAnswers['found'], seen: Buffer): readonly number[] {
  const matching = byText ? first.filter(person => person.byWords || person.byName || isSimilar({ ...person, byName: false })).map(({ row }) => row) : [...rows]
  return matching.filter(row => ((seen[row >> 3] ?? 0) & (1 << (row & 7))) === 0)
}

function bitsOf(rows: Iterable<number>): Buffer {
  let last = 0
  for (const row of rows) last = Math.max(last, row)
  const bits = Buffer.alloc((last >> 3) + 1)
  for (const row of rows) bits[row >> 3] = (bits[row >> 3] ?? 0) | (1 << (row & 7))
  return bits
}

function rowsIn(bits: Buffer): readonly number[] {
  const rows: number[] = []
  for (let row = 0; row < bits.length * 8; row++) if (((bits[row >> 3] ?? 0) & (1 << (row & 7))) !== 0) rows.push(row)
  return rows
}

function assertThere(changes: number): void {
  if (changes !== 1) throw new CastMatchError('NOT_FOUND', { subject: 'This search' })
}
