import type { TalentId, TalentRecord } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import { talentFactsOf } from '../talent/talentFacts.ts'
import { createSounds, type Sounds } from './sounds.ts'

/** The talent book as it is read for a ranking: everybody in it, in the order it was filled. */
export interface Book {
  /** How its words sound, remembered with the people. */
  readonly sounds: Sounds
  /** Everybody in slices of so many. */
  people(atOnce: number): Iterable<readonly TalentRecord[]>
}

const everybody = (db: Database): TalentId[] => db.prepare<[], TalentId>('SELECT id FROM talent WHERE removed_at IS NULL ORDER BY row').pluck().all()

/** Reads the book from the database slice by slice and keeps nothing. */
export const readBook = (db: Database, modelId: string): Book => ({
  sounds: createSounds(),
  *people(atOnce) {
    const ids = everybody(db)
    for (let from = 0; from < ids.length; from += atOnce) yield talentFactsOf(db, modelId, ids.slice(from, from + atOnce))
  },
})

/** Above so many people the book is read anew each time: kept in memory it would take some hundred megabytes. */
const mostKept = 20_000

/** Keeps people in memory from one ranking to the next and reads again only who was changed since. */
export function keepBook(db: Database, modelId: string): Book {
  const newest = db.prepare<[], number>('SELECT coalesce(max(at), 0) FROM talent_change').pluck()
  const changed = db.prepare<[number], TalentId>('SELECT t.id FROM talent_change c JOIN talent t ON t.row = c.talent_row WHERE c.at > ?').pluck()
  const indexed = db.prepare<[string], TalentId>('SELECT t.id FROM talent t JOIN talent_vec v ON v.talent_row = t.row AND v.model_id = ? AND v.text_hash = t.text_hash').pluck()
  const kept = new Map<TalentId, TalentRecord>()
  let upTo = -1
  const follow = (): void => {
    const now = newest.get() ?? 0
    const ids = changed.all(upTo)
    for (const id of ids) kept.delete(id)
    for (const person of talentFactsOf(db, modelId, ids)) kept.set(person.id, person)
    upTo = now
  }
  return {
    sounds: createSounds(),
    *people(atOnce) {
      const ids = everybody(db)
      if (ids.length > mostKept) {
        kept.clear()
        upTo = -1
        return yield* readBook(db, modelId).people(atOnce)
      }
      follow()
      const known = new Set(indexed.all(modelId))
      for (let from = 0; from < ids.length; from += atOnce) {
        yield ids.slice(from, from + atOnce).flatMap(id => {
          const person = kept.get(id)
          if (!person || person.indexed === known.has(id)) return person ?? []
          const renewed = { ...person, indexed: known.has(id) }
          kept.set(id, renewed)
          return renewed
        })
      }
    },
  }
}
