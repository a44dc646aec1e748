import { fold } from '../spelling/folding.ts'
import { indian, termsOf } from './terms.ts'

/** How two sentences about the same stand to each other: the share of telling words in common, 0 to 1, and whether they say different values. */
export interface Likeness {
  readonly shared: number
  readonly differs: boolean
}

const denials = new Set(['not', 'no', 'never', 'nor', 'without', 'refuse', 'refus', 'cannot', 'neither', 'nahi', 'nahin', 'nai', 'mat', 'nako', 'mana', 'stop'])
const endings = /\b(?:doesn|don|didn|isn|won|can|wasn|aren|couldn|wouldn|hasn|haven)['’]?t\b/iu

/** Words of which a sentence about one matter holds one; two sentences with different ones say different things. */
const alternatives: readonly (readonly string[])[] = [
  'monday tuesday wednesday thursday friday saturday sunday weekday weekend',
  'january february march april may june july august september october november december',
  'morning afternoon evening night', 'always never', 'before after', 'free busy', 'available unavailable', 'yes no', 'like dislike hate', 'prefer avoid', 'love hate',
  'confirm cancel', 'more less', 'early late', 'online live', 'hindi english marathi urdu bhojpuri tamil telugu bengali gujarati punjabi malayalam kannada', 'short long', 'young old', 'open close',
  'one two three four five six seven eight nine ten',
].map(group => group.split(' '))

/** The values that a word may stand for, each with its group: as it is, or cut to its stem. */
const valuesByWord = new Map<string, { readonly group: number; readonly value: string }[]>()
for (const [group, values] of alternatives.entries()) {
  for (const value of values) for (const word of new Set([value, value.replace(/e$/, ''), value.replace(/y$/, '')])) valuesByWord.set(word, [...(valuesByWord.get(word) ?? []), { group, value }])
}

/** A sentence as it is compared: read once, compared with many. */
export interface ReadSentence {
  /** The words that are no values. */
  readonly plain: ReadonlySet<string>
  readonly numbers: string
  readonly isDenied: boolean
  /** What it says of each group of alternatives, by the number of the group. */
  readonly values: ReadonlyMap<number, string>
}

/** Reads a sentence for {@link compareRead}. */
export function readSentence(text: string): ReadSentence {
  const words = [...new Set(termsOf(text).map(({ word, gloss }) => gloss[0] ?? word))]
  const values = words.flatMap(word => valuesByWord.get(word) ?? [])
  const saidOf = (group: number): string => [...new Set(values.flatMap(found => (found.group === group ? [found.value] : [])))].sort().join()
  return {
    plain: new Set(words.filter(word => !hasDigit(word) && !denials.has(word) && !valuesByWord.has(word))),
    numbers: words.filter(hasDigit).sort().join(),
    isDenied: isDenied(text, words),
    values: new Map(values.map(({ group }) => [group, saidOf(group)])),
  }
}

/** Compares two sentences word by word; pure. Denials, numbers, days, and words that exclude each other make them differ. */
export const compareSentences = (a: string, b: string): Likeness => compareRead(readSentence(a), readSentence(b))

/** {@link compareSentences} of sentences that were read before. */
export function compareRead(a: ReadSentence, b: ReadSentence): Likeness {
  const both = [...a.plain].filter(word => b.plain.has(word)).length
  const either = a.plain.size + b.plain.size - both
  const excludes = [...a.values].some(([group, said]) => said !== (b.values.get(group) ?? said))
  return { shared: either === 0 ? 1 : both / either, differs: a.isDenied !== b.isDenied || a.numbers !== b.numbers || excludes }
}

const hasDigit = (word: string): boolean => /\p{N}/u.test(word)

function isDenied(text: string, words: readonly string[]): boolean {
  return endings.test(text) || words.some(word => denials.has(word)) || (indian().isIndian(text) && fold(text).split(' ').some(word => denials.has(word)))
}
