import { soundAlike } from './ear.ts'
import { editDistance, wordsOf } from './folding.ts'
import { romanSpelling } from './indianScripts.ts'
import { mayBeSlip } from './slip.ts'

/** What stands before names and is no part of them. */
const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'shri', 'sri', 'smt', 'sushri', 'late', 'adv', 'capt', 'col', 'actor', 'actress'])

/** Ways to shorten a name that everybody writes. */
const short: Readonly<Record<string, string>> = { mohd: 'mohammed', md: 'mohammed', sk: 'shaikh' }

/** Bengali surnames that are written in an English and an older form. */
const older: Readonly<Record<string, string>> = {
  bandyopadhyay: 'banerjee', bandopadhyay: 'banerjee', banerji: 'banerjee', mukhopadhyay: 'mukherjee', mukherji: 'mukherjee', chattopadhyay: 'chatterjee', chatterji: 'chatterjee',
  gangopadhyay: 'ganguly', bhattacharjee: 'bhattacharya', bhattacharyya: 'bhattacharya', bhattacharji: 'bhattacharya',
}

/** The words of a name in Roman letters, folded, without titles: "Smt. विजयलक्ष्मी राव" gives "vijaylakshmi", "rav". */
export function nameWords(name: string, { secondSpelling = false } = {}): readonly string[] {
  const words = wordsOf(romanSpelling(name, { secondSpelling }))
  const named = words.filter((word, at) => !(titles.has(word) && (at === 0 || word.length > 2)))
  return (named.length === 0 ? words : named).map(word => older[word] ?? (words.length > 1 ? (short[word] ?? word) : word))
}

/**
 * The consonants of a word of a name as they sound across spellings and scripts: VIJAYLAXMI and विजयलक्ष्मी are both `bjlksm`.
 *
 * Coarser than `skeleton`: b and v are one (BIKASH, VIKAS), so are ज्ञ however it is written and au, ou and ow. To find who may be meant, never to say that two are one.
 */
export function nameSound(word: string): string {
  const sounds = word
    .replace(/^(?:dny|jny|gny|jn|gy)/, 'gn').replace(/ph/g, 'f').replace(/ck|q/g, 'k').replace(/c(?!h)/g, 'k').replace(/ch+/g, 'c').replace(/x/g, 'ks').replace(/z/g, 'j')
    .replace(/sh/g, 's').replace(/([bdgjkt])h/g, '$1').replace(/[wv]/g, 'b').replace(/(?<=[aou])b(?=[^aeiouy]|$)/g, '').replace(/n(?=b)/g, 'm')
  const first = sounds.charAt(0)
  const rest = sounds.slice(1).replace(/[aeiouyh]/g, '')
  return ((/[aeiouy]/.test(first) ? 'a' : first) + rest).replace(/(.)\1+/g, '$1')
}

/** How two words of names agree: the same letters, the same to the ear, a slip apart, one the initial of the other, or not. */
export type WordLikeness = 'same' | 'alike' | 'near' | 'initial' | 'none'

/** Compares two words as {@link nameWords} gives them. */
export function wordLikeness(a: string, b: string): WordLikeness {
  if (a === b) return a.length === 1 ? 'initial' : 'same'
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 'initial' : 'none'
  if (soundAlike(a, b)) return 'alike'
  const [soundA, soundB] = [nameSound(a), nameSound(b)]
  const most = Math.min(a.length, b.length) >= 7 ? 3 : 2
  // A vowel at the end makes another name: KAMAL is a man and KAMALA a woman; elsewhere vowels are written as one likes.
  const sameEnd = isVowel(a.at(-1)) === isVowel(b.at(-1))
  if (soundA === soundB && soundA.length > 1 && sameEnd && a.length > 2 && b.length > 2) {
    if (sameVowels(a, b)) return a.length > 3 && b.length > 3 ? 'alike' : 'near'
    if (a.length > 3 && b.length > 3 && editDistance(a, b, most) <= most) return 'near'
  }
  return sameEnd && mayBeSlip(a, b, true) ? 'near' : 'none'
}

const isVowel = (letter = ''): boolean => /[aeiouy]/.test(letter)

/** Vowels as broad sounds in their order, the short "a" left out. */
const vowelsOf = (word: string): string => word.replace(/ee|ii|y(?![aeiou])/g, 'i').replace(/oo/g, 'u').replace(/[^eiou]+/g, '').replace(/e/g, 'i').replace(/o/g, 'u').replace(/(.)\1+/g, '$1')
const sameVowels = (a: string, b: string): boolean => vowelsOf(a) === vowelsOf(b)
