import { romanOf } from '../../src-preload/contract/devanagari.ts'
import { fold } from './folding.ts'

/** From this many letters on, spellings that sound nearly the same are one; shorter names differ by as little (KAN, KHAN). */
const longEnough = 5

/**
 * A word as it sounds, its vowels kept, so that Roman spellings of one Indian or English name meet: `DALJEET` and `DALJIT` are both `daljit`.
 *
 * Long vowels are short, doubled letters one, w is v, ph is f, q and hard c are k, x is ks. Where it may be `near`, also aspirates lose their h, sh is s,
 * ow and ou are au, and y is i where it sounds so. Devanagari is written in Roman first.
 */
function earOf(word: string, near: boolean): string {
  const plain = fold(romanOf(word))
    .replaceAll(' ', '')
    .replace(/ph/g, 'f').replace(/ck|q/g, 'k').replace(/chr/g, 'kr').replace(/c(?!h)/g, 'k').replace(/x/g, 'ks').replace(/w/g, 'v')
    .replace(/aa+/g, 'a').replace(/ee+|ii+/g, 'i').replace(/oo+|uu+/g, 'u').replace(/(?<=[aeiou])h$/, '')
  return (near ? nearly(plain) : plain).replace(/(.)\1+/g, '$1')
}

const nearly = (word: string): string =>
  word
    .replace(/nh$/, 'ng').replace(/nb/g, 'mb')
    .replace(/chh/g, 'ch').replace(/sh/g, 's').replace(/([bdgjkt])h/g, '$1')
    .replace(/o[uv](?=[^aeiou])/g, 'au').replace(/ao$/, 'av').replace(/ai/g, 'ay').replace(/iy(?=[ao])/g, 'i')
    .replace(/ey$|(?<![aou])y$/, 'i')

/** Vowels of the middle that are written or not as one likes: VIJAYLAXMI, VIJAYALAXMI. */
const withoutMiddleA = (heard: string): string => heard.replace(/(?<=[^aeiou])a(?=[^aeiou])|(?<=y)a(?=[^aeiou])/g, '')

/**
 * Tells whether two words are spellings of one name to the ear: DALJEET and DALJIT, मीरा and MEERA.
 *
 * A short "a" of the middle may be there or not in words of five letters and more, but not elsewhere: BARD is not BRAD, and KAMAL not KAMLA.
 * Where one word is in Devanagari and the other is not, j and z are one, and the "a" that ends कृष्ण is heard.
 */
export function soundAlike(a: string, b: string): boolean {
  if (isDevanagari(a) !== isDevanagari(b)) return acrossScripts(a) === acrossScripts(b)
  const near = Math.min(fold(a).length, fold(b).length) >= longEnough
  const [heardA, heardB] = [earOf(a, near), earOf(b, near)]
  if (heardA === heardB || !near) return heardA === heardB
  return heardA.length !== heardB.length && withoutMiddleA(heardA) === withoutMiddleA(heardB)
}

/** Tells whether a text is written in Devanagari, at least in part. */
export const isDevanagari = (text: string): boolean => /\p{Script=Devanagari}/u.test(text)

/** Between the scripts the length of a word says nothing of how it was spelt, so that all rules count. */
function acrossScripts(word: string): string {
  const inner = withoutMiddleA(earOf(word, true).replace(/z/g, 'j').replace(/(.)\1+/g, '$1'))
  return isDevanagari(word) && /्\p{L}$/u.test(word.normalize('NFC')) ? `${inner}a` : inner
}
