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

/** Compares two sentences word by word; pure. Denials, numbers, days, and words that exclude each other make them differ. */
export function compareSentences(a: string, b: string): Likeness {
  const [one, other] = [wordsSaid(a), wordsSaid(b)]
  const [plain, plainOther] = [withoutValues(one), withoutValues(other)]
  const both = [...plain].filter(word => plainOther.has(word)).length
  const either = new Set([...plain, ...plainOther]).size
  const differs = isDenied(a, one) !== isDenied(b, other) || numbersDiffer(one, other) || alternatives.some(group => exclude(group, one, other))
  return { shared: either === 0 ? 1 : both / either, differs }
}

const wordsSaid = (text: string): ReadonlySet<string> => new Set(termsOf(text).map(({ word, gloss }) => gloss[0] ?? word))

const isValue = (word: string): boolean => /\p{N}/u.test(word) || denials.has(word) || alternatives.some(group => group.some(other => said(other, word)))

const withoutValues = (words: ReadonlySet<string>): ReadonlySet<string> => new Set([...words].filter(word => !isValue(word)))

const said = (value: string, word: string): boolean => word === value || word === value.replace(/e$/, '') || word === value.replace(/y$/, '')

function exclude(group: readonly string[], a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const inA = group.filter(value => [...a].some(word => said(value, word)))
  const inB = group.filter(value => [...b].some(word => said(value, word)))
  return inA.length > 0 && inB.length > 0 && inA.join() !== inB.join()
}

function numbersDiffer(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const numbers = (words: ReadonlySet<string>): string => [...words].filter(word => /\p{N}/u.test(word)).sort().join()
  return numbers(a) !== numbers(b)
}

function isDenied(text: string, words: ReadonlySet<string>): boolean {
  return endings.test(text) || [...words].some(word => denials.has(word)) || (indian().isIndian(text) && fold(text).split(' ').some(word => denials.has(word)))
}
