import type { Database } from '../../database/openDatabase.ts'
import { editDistance, skeleton, wordsOf } from '../../spelling/folding.ts'
import { romanSpellings } from '../../spelling/nameScripts.ts'
import { textsOfTables, type BookTexts } from './bookTexts.ts'

/** How many people with like names are looked at closely. */
const mostLike = 300

/** Below this two words are not the same name. */
const leastLike = 0.66

/**
 * How well the words asked for name a person, 0 to 1, by the number of the row; only where every word is part of the name.
 *
 * People are found by the trigrams of their names and compared word by word: same, the same to the ear, or a few letters apart.
 * Words in an Indian script are asked for as they may be spelt in Roman letters. A misspelt word counts only where no text of
 * the book knows it otherwise: "dancer" is not a Mr Chander.
 */
export const nameScores = (db: Database, words: readonly string[]): ReadonlyMap<number, number> => scoresOfNames(textsOfTables(db), words)

/** The same as {@link nameScores}, from the texts of a book however they are kept. */
export function scoresOfNames(texts: BookTexts, words: readonly string[]): ReadonlyMap<number, number> {
  const asked = words.flatMap(word => word.split(' '))
  const scores = new Map<number, number>()
  if (asked.length === 0 || asked.length > 5 || asked.some(word => word.length < 2)) return scores
  const spelt = asked.map(romanSpellings)
  const otherwise = asked.map((word, at) => {
    const ways = [word, ...(spelt[at] ?? [])]
    return ways.every(way => !texts.isName(way)) && ways.some(way => texts.isKnown(way))
  })
  // Every word must be part of the name: one that is known otherwise, and is nobody's name, decides.
  if (otherwise.some(Boolean)) return scores
  const soundOf = remembered(skeleton)
  for (const [row, name] of likeNames(texts, spelt.flat())) {
    const parts = name.split('·').map(wordsOf)
    const best = Math.max(...parts.map(part => likeness(spelt, part, otherwise, soundOf)))
    if (best > 0) scores.set(row, best)
  }
  return scores
}

function likeNames(texts: BookTexts, spelt: readonly string[]): readonly (readonly [row: number, name: string])[] {
  const grams = new Set(spelt.flatMap(word => [...word].slice(2).map((_, at) => [...word].slice(at, at + 3).join(''))))
  return grams.size === 0 ? [] : texts.likeNames([...grams], mostLike)
}

/** Many people share a family name: each word is heard once. */
function remembered(sound: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>()
  return word => {
    const heard = known.get(word) ?? sound(word)
    known.set(word, heard)
    return heard
  }
}

function likeness(asked: readonly (readonly string[])[], name: readonly string[], otherwise: readonly boolean[], soundOf: (word: string) => string): number {
  const free = [...name]
  let sum = 0
  for (const [index, spellings] of asked.entries()) {
    const scored = free.map(part => Math.max(...spellings.map(word => wordLikeness(word, part, otherwise[index] ?? false, soundOf))))
    const best = Math.max(0, ...scored)
    if (best < leastLike) return 0
    free.splice(scored.indexOf(best), 1)
    sum += best
  }
  // A whole name is more surely meant than one word of a longer one.
  return (sum / asked.length) * (0.9 + 0.1 * (asked.length / Math.max(asked.length, name.length)))
}

function wordLikeness(word: string, part: string, exactOnly: boolean, soundOf: (word: string) => string): number {
  if (word === part) return 1
  if (exactOnly || word.length < 3 || part.length < 3) return 0
  const longest = Math.max(word.length, part.length)
  const most = Math.floor(longest * (1 - leastLike))
  const distance = editDistance(word, part, most)
  const spelling = distance > most ? 0 : 1 - distance / longest
  const sound = soundOf(word) === soundOf(part) && soundOf(word).length > 1 ? 0.85 : 0
  return Math.max(spelling, sound)
}
