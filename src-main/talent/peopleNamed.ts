import type { TalentSummary } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import { fold, wordsOf } from '../spelling/folding.ts'
import { phrase } from './search/matchQuery.ts'
import { nameScores } from './search/nameScores.ts'
import { summariesOf } from './summaries.ts'

/**
 * People by the letters their names begin with: every word typed begins a word of one of the names, in any order.
 *
 * Whose name begins with the letters as typed stands first, then the others by name, then people whose names are spelt alike.
 */
export function peopleNamed(db: Database, letters: string, limit: number, modelId: string): TalentSummary[] {
  const words = wordsOf(letters)
  if (words.length === 0) return []
  const beginning = db
    .prepare(
      `SELECT f.rowid FROM talent_fts f JOIN talent t ON t.row = f.rowid
       WHERE talent_fts MATCH ? ORDER BY substr(t.name_key, 1, ?) <> ?, t.name_key, t.row LIMIT ?`,
    )
    .pluck()
  const typed = fold(letters)
  const rows = beginning.all(`name : (${words.map(word => `${phrase(word)} *`).join(' AND ')})`, typed.length, typed, limit) as number[]
  const alike = [...nameScores(db, words)].filter(([row]) => !rows.includes(row)).sort((a, b) => b[1] - a[1]).map(([row]) => row)
  const wanted = [...rows, ...alike].slice(0, limit)
  const people = summariesOf(db, wanted, modelId)
  return wanted.flatMap(row => people.get(row) ?? [])
}
