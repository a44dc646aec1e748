import type { Facet, TalentFilters } from '../../../src-preload/contract/talent.ts'
import { genderWords } from '../../../src-preload/contract/said.ts'
import { genders, kindBit, type BookColumns, type WordKind } from './bookColumns.ts'
import type { FilterKey } from './passing.ts'
import { titled } from './readChips.ts'

/** How many values of a fact are listed. */
const mostValues = 12

/** The decades of the playing range that are counted, by their first year; the last is open. */
const decades = [0, 10, 20, 30, 40, 50, 60, 70] as const

const wordFacets = ['language', 'city', 'tag', 'skill'] as const satisfies readonly WordKind[]

/** What is counted: the rows found, or, for a fact with a filter of its own, those found without it. */
export interface Counted {
  readonly columns: BookColumns
  readonly filters: TalentFilters
  /** Null leaves no filter out. */
  readonly rowsFor: (without: FilterKey | null) => Iterable<number>
}

/**
 * Counts the found by gender, playing range, language, city, tag and skill: one pass over the columns, and one more for each filter that
 * is set, since a fact is counted under all filters but its own.
 */
export function countFacets(counted: Counted): Facet[] {
  const { columns, filters } = counted
  const shared = countRows(columns, counted.rowsFor(null))
  const countsOf = (key: FilterKey): Counts => (filters[key] === undefined ? shared : countRows(columns, counted.rowsFor(key)))
  return [
    genderFacet(countsOf('gender')),
    decadeFacet(countsOf('playingRange')),
    ...wordFacets.map(kind => wordFacet(columns, kind, countsOf(kind), filters[kind])),
  ]
}

interface Counts {
  readonly gender: Int32Array
  readonly decade: Int32Array
  readonly noRange: number
  /** By the id of the word. */
  readonly words: Int32Array
  /** By the place of the kind: people with no word of it. */
  readonly without: Int32Array
}

function countRows({ gender, from, to, known, start, count, ids, words }: BookColumns, rows: Iterable<number>): Counts {
  const counts = { gender: new Int32Array(genders.length + 1), decade: new Int32Array(decades.length), words: new Int32Array(words.length), without: new Int32Array(wordFacets.length) }
  const bits = wordFacets.map(kindBit)
  let noRange = 0
  for (const row of rows) {
    const place = gender[row] ?? 0
    counts.gender[place] = (counts.gender[place] ?? 0) + 1
    if (from[row] === -1) noRange++
    else {
      const last = Math.min(decades.length - 1, Math.floor((to[row] ?? 0) / 10))
      for (let at = Math.min(decades.length - 1, Math.floor((from[row] ?? 0) / 10)); at <= last; at++) counts.decade[at] = (counts.decade[at] ?? 0) + 1
    }
    for (let at = 0; at < bits.length; at++) if (((known[row] ?? 0) & (bits[at] ?? 0)) === 0) counts.without[at] = (counts.without[at] ?? 0) + 1
    const first = start[row] ?? 0
    const end = first + (count[row] ?? 0)
    for (let at = first; at < end; at++) {
      const id = ids[at] ?? 0
      counts.words[id] = (counts.words[id] ?? 0) + 1
    }
  }
  return { ...counts, noRange }
}

const genderFacet = ({ gender }: Counts): Facet => ({
  of: 'gender',
  values: genders.map((one, at) => ({ label: genderWords[one], count: gender[at + 1] ?? 0, filter: { gender: one } })).filter(({ count }) => count > 0),
  unknown: gender[0] ?? 0,
})

function decadeFacet({ decade, noRange }: Counts): Facet {
  const values = decades.map((from, at) => {
    const isLast = at === decades.length - 1
    return { label: isLast ? `${from} and over` : from === 0 ? 'Under 10' : `${from} to ${from + 9}`, count: decade[at] ?? 0, filter: { playingRange: { from, to: isLast ? 110 : from + 9 } } }
  })
  return { of: 'playingRange', values: values.filter(({ count }) => count > 0), unknown: noRange }
}

function wordFacet({ words }: BookColumns, kind: (typeof wordFacets)[number], counts: Counts, chosen: string | undefined): Facet {
  const asked = chosen?.toLowerCase()
  const found: { readonly word: string; readonly count: number }[] = []
  for (let id = 0; id < words.length; id++) {
    const count = counts.words[id] ?? 0
    const of = words[id]
    if (of?.kind === kind && (count > 0 || of.word === asked)) found.push({ word: of.word, count })
  }
  const isChosen = ({ word }: (typeof found)[number]): number => (word === asked ? 1 : 0)
  const first = found.sort((a, b) => isChosen(b) - isChosen(a) || b.count - a.count || (a.word < b.word ? -1 : 1)).slice(0, mostValues)
  const values = first.map(({ word, count }) => ({ label: kind === 'language' || kind === 'city' ? titled(word) : word, count, filter: { [kind]: word } }))
  return { of: kind, values, unknown: counts.without[wordFacets.indexOf(kind)] ?? 0 }
}
