import { areSpeltAlike, fold, skeleton } from '../../spelling/folding.ts'
import { kinds, regions, sameMeaning } from './fieldWords.ts'

/** A word of the office and what it also means, as the settings keep it. */
export interface GlossaryEntry {
  readonly term: string
  readonly means: readonly string[]
}

/** What other words a search for a word may find. */
export interface Glossary {
  /** Other folded words and phrases for a folded word or phrase, itself left out; empty where there are none. */
  alternatives(term: string): readonly string[]
  /** What a word that nobody knows may mean by its sound: the words for terms that are spelt alike (`pehalwan`, `pehlwan`). */
  soundingLike(word: string): readonly string[]
  /** How many words the longest phrase that is looked up has. */
  readonly longestPhrase: number
}

/**
 * Makes the glossary of a search: the field's own words and the office's, which are read in both directions.
 *
 * `"pehlwan" also means "wrestler"` makes a search for either find both.
 */
export function makeGlossary(office: readonly GlossaryEntry[]): Glossary {
  const field = fieldGlossary()
  const table: Table = office.length === 0 ? field.table : new Map(field.table)
  for (const { term, means } of office) addGroup(table, [term, ...means].map(fold))
  const ownTerms = office.length === 0 ? [] : [...table.keys()].filter(term => !field.table.has(term))
  return {
    alternatives: term => [...(table.get(term) ?? [])],
    soundingLike(word) {
      const sound = skeleton(word)
      const sounding = [...(field.sounds.get(sound) ?? []), ...ownTerms.filter(term => isHeard(term) && skeleton(term) === sound)]
      const alike = sounding.filter(term => areSpeltAlike(term, word))
      return [...new Set(alike.flatMap(term => [term, ...(table.get(term) ?? [])]))]
    },
    longestPhrase: longest(ownTerms, field.longest),
  }
}

type Table = Map<string, ReadonlySet<string>>

/** Whether a term is looked for by its sound: one word, and not a short one. */
const isHeard = (term: string): boolean => term.length > 3 && !term.includes(' ')

const longest = (terms: readonly string[], least: number): number => terms.reduce((most, term) => Math.max(most, term.split(' ').length), least)

/** The field's own words as a table, made at the first search, since it takes some 50 ms. */
const fieldTable = lazily((): Table => {
  const table: Table = new Map()
  for (const group of sameMeaning) addGroup(table, listOf(group))
  for (const [kind, things] of [...Object.entries(kinds), ...Object.entries(regions)]) {
    const names = listOf(kind)
    for (const name of names) addOthers(table, name, [...names, ...listOf(things)])
  }
  return table
})

/** The field's own words with what every search asks of them. */
const fieldGlossary = lazily(() => {
  const table = fieldTable()
  const terms = [...table.keys()]
  return { table, longest: longest(terms, 1), sounds: Map.groupBy(terms.filter(isHeard), skeleton) }
})

function addGroup(table: Table, group: readonly string[]): void {
  for (const term of group) addOthers(table, term, group)
}

function addOthers(table: Table, term: string, others: readonly string[]): void {
  if (term !== '') table.set(term, new Set([...(table.get(term) ?? []), ...others.filter(other => other !== term && other !== '')]))
}

function lazily<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => (made ??= make())
}

const listOf = (list: string): readonly string[] => list.split(',').map(fold)
