import { isTelling, readSentence, type Understanding } from '../src-main/talent/search/readSentence.ts'
import { languageNamed } from '../src-main/roles/languages.ts'
import type { RoleChange } from '../src-preload/contract/roles.ts'
import type { z } from 'zod'

const read = (query: string): Understanding => readSentence(query, { isLanguage: word => languageNamed(word) !== null, isCity: () => false })

/** So many telling words make a role of a sentence that states neither gender, age nor language. */
const tellingWords = 4

/**
 * Whether a query reads like the breakdown of a role, by rule: it leaves something to compare by meaning, excludes nobody (a role has no
 * "not"), and states a gender, an age or a language beside it, or has at least four telling words.
 */
export function isRoleLike(query: string): boolean {
  const { chips, meaning, words } = read(query)
  if (meaning === '' || chips.some(({ chip }) => chip.kind === 'exclude')) return false
  const states = chips.some(({ chip }) => chip.kind === 'gender' || chip.kind === 'playingRange' || chip.kind === 'language')
  return states || words.flatMap(word => word.split(' ')).filter(isTelling).length >= tellingWords
}

/** The role that such a query speaks of: what search reads for certain becomes its musts, the sentence its notes. */
export function roleOfQuery(id: string, query: string): z.infer<typeof RoleChange> & { readonly name: string } {
  const conditions = read(query).chips.map(({ condition }) => condition)
  const gender = conditions.flatMap(condition => (condition.kind === 'gender' && !condition.orNonBinary ? [condition.gender] : []))[0]
  const playingRange = conditions.flatMap(condition => (condition.kind === 'playingRange' ? [condition.range] : []))[0]
  const languages = conditions.flatMap(condition => (condition.kind === 'language' ? [{ name: languageNamed(condition.word) ?? condition.word, must: true }] : []))
  return { name: id, ...(gender && { gender }), ...(playingRange && { playingRange }), languages, notes: query }
}
