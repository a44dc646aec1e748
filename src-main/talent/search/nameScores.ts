import type { Database } from '../../database/openDatabase.ts'
import { editDistance, fold, skeleton, wordsOf } from '../../spelling/folding.ts'
import { phrase } from './matchQuery.ts'

/** How many people with like names are looked at closely. */
const mostLike = 300

/** Below this two words are not the same name. */
const leastLike = 0.66

/**
 * How well the words asked for name a person, 0 to 1, by the number of the row; only where every word is part of the name.
 *
 * People are found by the trigrams of their names and compared word by word: same, the same to the ear, or a few letters apart.
 * A misspelt word counts only where no text of the book knows it otherwise: "dancer" is not a Mr Chander.
 */
export function nameScores(db: Database, words: readonly string[]): ReadonlyMap<number, number> {
  const asked = words.flatMap(word => word.split(' '))
  const scores = new Map<number, number>()
  if (asked.length === 0 || asked.length > 5 || asked.some(word => word.length < 2)) return scores
  const isName = db.prepare("SELECT 1 FROM talent_fts WHERE talent_fts MATCH ? LIMIT 1")
  const otherwise = asked.map(word => isName.get(`name : ${phrase(word)}`) === undefined && isName.get(phrase(word)) !== undefined)
  // Every word must be part of the name: one that is known otherwise, and is nobody's name, decides.
  if (otherwise.some(Boolean)) return scores
  for (const [row, name] of likeNames(db, asked)) {
    const parts = name.split('·').map(fold).map(wordsOf)
    const best = Math.max(...parts.map(part => likeness(asked, part, otherwise)))
    if (best > 0) scores.set(row, best)
  }
  return scores
}

function likeNames(db: Database, asked: readonly string[]): readonly (readonly [row: number, name: string])[] {
  const grams = new Set(asked.flatMap(word => [...word].slice(2).map((_, at) => [...word].slice(at, at + 3).join(''))))
  if (grams.size === 0) return []
  return db
    .prepare('SELECT rowid, name FROM talent_name_fts WHERE talent_name_fts MATCH ? ORDER BY rank LIMIT ?')
    .raw()
    .all([...grams].map(phrase).join(' OR '), mostLike) as [number, string][]
}

function likeness(asked: readonly string[], name: readonly string[], otherwise: readonly boolean[]): number {
  const free = [...name]
  let sum = 0
  for (const [index, word] of asked.entries()) {
    const scored = free.map(part => wordLikeness(word, part, otherwise[index] ?? false))
    const best = Math.max(0, ...scored)
    if (best < leastLike) return 0
    free.splice(scored.indexOf(best), 1)
    sum += best
  }
  // A whole name is more surely meant than one word of a longer one.
  return (sum / asked.length) * (0.9 + 0.1 * (asked.length / Math.max(asked.length, name.length)))
}

function wordLikeness(word: string, part: string, exactOnly: boolean): number {
  if (word === part) return 1
  if (exactOnly || word.length < 3 || part.length < 3) return 0
  const longest = Math.max(word.length, part.length)
  const most = Math.floor(longest * (1 - leastLike))
  const distance = editDistance(word, part, most)
  const spelling = distance > most ? 0 : 1 - distance / longest
  const sound = skeleton(word) === skeleton(part) && skeleton(word).length > 1 ? 0.85 : 0
  return Math.max(spelling, sound)
}
