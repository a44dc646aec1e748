import { wordLikeness, type WordLikeness } from '../../spelling/nameSound.ts'
import type { NameHeard } from './comparedPerson.ts'
import type { Frequencies } from './frequencies.ts'
import { fillers, weights } from './weights.ts'

/** How two names agree: the bits it is worth and what to say of it. */
export interface NameAgreement {
  readonly bits: number
  /** What the given names alone say, for a family shares the rest. */
  readonly givenBits: number
  readonly how: 'same' | 'script' | 'order' | 'alike' | 'near' | 'part' | 'surname' | 'other'
  readonly a: string
  readonly b: string
}

/** Compares words, each pair of them once however many people bear them. */
export type WordComparer = (a: string, b: string) => WordLikeness

/** Makes a comparer that keeps what it found, up to a million pairs. */
export function wordComparer(): WordComparer {
  const kept = new Map<string, WordLikeness>()
  return (a, b) => {
    if (a === b || a.length === 1 || b.length === 1) return wordLikeness(a, b)
    const key = a < b ? `${a} ${b}` : `${b} ${a}`
    const known = kept.get(key)
    if (known) return known
    const found = wordLikeness(a, b)
    if (kept.size < 1_000_000) kept.set(key, found)
    return found
  }
}

/** The best agreement of any name of one person with any of another; of equal ones that of the screen names. */
export function compareNames(a: readonly NameHeard[], b: readonly NameHeard[], gender: string | null, frequencies: Frequencies, compare: WordComparer): NameAgreement {
  const all = a.flatMap(nameA => b.map(nameB => agreement(nameA, nameB, gender, frequencies, compare)))
  return all.reduce((best, next) => (next.bits > best.bits ? next : best), all[0] ?? { bits: weights.name.nothing, givenBits: weights.name.nothing, how: 'other', a: '', b: '' })
}

interface Matched {
  readonly at: number
  readonly to: number
  readonly how: WordLikeness
  readonly bits: number
}

function agreement(a: NameHeard, b: NameHeard, gender: string | null, frequencies: Frequencies, compare: WordComparer): NameAgreement {
  const names = { a: a.written, b: b.written }
  const matched = matchWords(a, b, frequencies, compare)
  const [leftA, leftB] = [left(a, matched.map(({ at }) => at)), left(b, matched.map(({ to }) => to))]
  const givenBits = givenBitsOf(matched)
  const sum = matched.reduce((total, { bits }) => total + bits, 0)
  if (leftA.length > 0 && leftB.length > 0) {
    const joined = joinedBits(a, b, frequencies, compare)
    if (joined !== null) return { ...names, bits: joined, givenBits: joined / 2, how: 'alike' }
    const isGiven = matched.some(({ at, to, how }) => (at === 0 || to === 0) && how !== 'initial')
    const isSurname = leftA.includes(a.words.length - 1) && leftB.includes(b.words.length - 1)
    if (isGiven && isSurname) return { ...names, bits: sum + otherSurname(gender) + extras([...leftA, ...leftB].length - 2), givenBits, how: 'surname' }
    const bits = matched.length === 0 ? weights.name.nothing : weights.name.otherGiven
    return { ...names, bits, givenBits: bits, how: 'other' }
  }
  const extra = [...leftA.map(at => a.words[at] ?? ''), ...leftB.map(at => b.words[at] ?? '')]
  const bits = sum + extra.reduce((total, word) => total + (fillers.has(word) ? weights.name.filler : weights.name.extra), 0)
  return { ...names, bits, givenBits, how: howOf(a, b, matched, extra.length) }
}

/** Of the words that agree and begin one of the names; the order may be turned, so that the weaker one counts. */
function givenBitsOf(matched: readonly Matched[]): number {
  const firsts = matched.filter(({ at, to }) => at === 0 || to === 0)
  return firsts.length === 0 ? weights.name.nothing : Math.min(...firsts.map(({ how, bits }) => (how === 'near' ? Math.min(bits, weights.kinNear) : bits)))
}

const extras = (count: number): number => count * weights.name.extra
const otherSurname = (gender: string | null): number => weights.name.otherSurname[gender === 'female' ? 'female' : gender === 'male' ? 'male' : 'unknown']
const left = ({ words }: NameHeard, taken: readonly number[]): readonly number[] => words.map((_, at) => at).filter(at => !taken.includes(at))

const rank: Readonly<Record<WordLikeness, number>> = { same: 0, alike: 1, near: 2, initial: 3, none: 4 }

function matchWords(a: NameHeard, b: NameHeard, frequencies: Frequencies, compare: WordComparer): readonly Matched[] {
  const possible = a.words.flatMap((word, at) =>
    b.words.flatMap((other, to): readonly Matched[] => {
      const how = compare(word, other)
      return how === 'none' ? [] : [{ at, to, how, bits: wordBits(how, a.sounds[at] ?? '', frequencies) }]
    }),
  ).sort((x, y) => rank[x.how] - rank[y.how] || Math.abs(x.at - x.to) - Math.abs(y.at - y.to))
  const matched: Matched[] = []
  for (const pair of possible) if (!matched.some(({ at, to }) => at === pair.at || to === pair.to)) matched.push(pair)
  return matched
}

function wordBits(how: WordLikeness, sound: string, frequencies: Frequencies): number {
  if (how === 'initial' || how === 'none') return weights.name.initial
  const { m, u } = weights.name[how]
  return Math.min(weights.name.most, Math.max(0.5, Math.log2(m / (u * frequencies.sound(sound)))))
}

/** "Ram Kumar Tiwari" and "Ramkumar Tiwari": the same letters or sounds once the spaces are out. Null where they are not. */
function joinedBits(a: NameHeard, b: NameHeard, frequencies: Frequencies, compare: WordComparer): number | null {
  if (a.words.length === b.words.length) return null
  const how = compare(a.words.join(''), b.words.join(''))
  if (how !== 'same' && how !== 'alike') return null
  const longer = a.words.length > b.words.length ? a : b
  return longer.sounds.reduce((sum, sound) => sum + wordBits(how, sound, frequencies), 0) + weights.name.joined
}

function howOf(a: NameHeard, b: NameHeard, matched: readonly Matched[], extra: number): NameAgreement['how'] {
  if (matched.length === 0) return 'other'
  if (extra > 0 || matched.some(({ how }) => how === 'initial')) return 'part'
  if (matched.some(({ how }) => how === 'near')) return 'near'
  if (isRoman(a.written) !== isRoman(b.written)) return 'script'
  if (matched.some(({ how }) => how === 'alike')) return 'alike'
  return matched.some(({ at, to }) => at !== to) ? 'order' : 'same'
}

const isRoman = (text: string): boolean => /\p{Script=Latin}/u.test(text)
