import type { Database } from '../../database/openDatabase.ts'
import { openBookView } from './bookColumns.ts'
import type { Question, Ranking, SearchParts, SearchShelf } from './ranking.ts'

/** How many rankings are kept: a page and its counts, and the search of a conversation beside it. */
const mostRankings = 3

/** Opens the shelf of an office. */
export function openSearchShelf(db: Database): SearchShelf {
  const kept = new Map<string, Ranking>()
  return {
    view: openBookView(db),
    ranking: key => kept.get(key),
    keep(key, ranking) {
      kept.set(key, ranking)
      const oldest = kept.keys().next()
      if (kept.size > mostRankings && !oldest.done) kept.delete(oldest.value)
    },
  }
}

/** The key of a question: another one as soon as anything in the database was written. */
export function rankingKey(db: Database, { text, without, filters, like }: Question, { embedder, glossary, today }: SearchParts): string {
  const written = db.prepare('SELECT total_changes()').pluck().get()
  return JSON.stringify([written, db.pragma('data_version', { simple: true }), text, without, filters, like ?? null, embedder?.id ?? null, glossary, today ?? null])
}
