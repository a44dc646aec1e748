import { editDistance, fold, skeleton } from '../../spelling/folding.ts'
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
  const table = new Map(fieldTable())
  for (const { term, means } of office) addGroup(table, [term, ...means].map(fold))
  const longestPhrase = Math.max(...[...table.keys()].map(term => term.split(' ').length))
  return {
    alternatives: term => [...(table.get(term) ?? [])],
    soundingLike(word) {
      const sound = skeleton(word)
      const alike = [...table.keys()].filter(term => term.length > 3 && !term.includes(' ') && skeleton(term) === sound && editDistance(term, word) <= 3)
      return [...new Set(alike.flatMap(term => [term, ...(table.get(term) ?? [])]))]
    },
    longestPhrase,
  }
}

type Table = Map<string, ReadonlySet<string>>

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
