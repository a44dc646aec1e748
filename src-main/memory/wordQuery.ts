import type { Database } from '../database/openDatabase.ts'

/** How many places of words are looked at for one question: BM25 is reckoned for each memory that holds one of them. */
const mostPlaces = 3_000

/**
 * The full-text query for memories that hold some of the words given; null where no memory holds any.
 *
 * A word that stands in every other memory costs the most and tells next to nothing. So memories are found by the rarest words alone, as many
 * as come to some thousand places and one at the least; the others still count in the order of what is found.
 */
export function wordQuery(db: Database, words: readonly string[]): string | null {
  const places = db.prepare<[string], number | null>('SELECT sum(doc) FROM memory_vocabulary WHERE term = ?').pluck()
  const known = [...new Set(words)]
    .map(word => ({ word, places: word === '' ? 0 : (places.get(word) ?? 0) }))
    .filter(({ places: found }) => found > 0)
    .sort((a, b) => a.places - b.places)
  let sum = 0
  const rarest = known.filter(({ places: found }, at) => (sum += found) <= mostPlaces || at === 0)
  const any = (those: typeof known): string => `(${those.map(({ word }) => `"${word}"`).join(' OR ')})`
  if (known.length === 0) return null
  return rarest.length === known.length ? any(known) : `${any(rarest)} AND ${any(known)}`
}
