import { isUpper } from './cues.ts'
import { parseHeading } from './headings.ts'
import type { LegacyLetters } from './legacyFontLetters.ts'
import { isTransition } from './pdfBands.ts'

/**
 * The commonest words of Hindi as Kruti Dev writes them, without those that are English words too (us, ml, go).
 *
 * है हैं में का के की से को ने और नहीं कि तो भी ही पर था थी थे वह यह एक मैं तुम आप क्या हो गया रहा रही रहे अब ये लिए मेरा.
 */
const commonWords: ReadonlySet<string> = new Set(
  'gS gSa esa dk ds dh ls dks vkSj ugha fd rks Hkh gh ij Fkk Fkh Fks og ;g ,d eSa rqe vki D;k x;k jgk jgh jgs ;s fy, esjk esjh rqEgkjs gks'.split(' '),
)
/** The commonest words of English and of Hindi in Roman letters, of which Kruti Dev text has none. */
const romanWords: ReadonlySet<string> = new Set('the and of to a in is it on you that he she with for are was hai hain nahi nahin mein kya aur tum main hoon'.split(' '))

/** How much of a text must be the commonest words of Kruti Dev, and how few of Roman letters: measured, Hindi has some 25 %. */
const [enoughCommon, fewRoman, leastWords, leastKinds] = [0.1, 0.06, 20, 6] as const

/**
 * Tells whether plain text, which states no font, was typed for Kruti Dev: by its commonest words, and only where it is long and clear.
 *
 * A text in English, in Roman Hindi or in Unicode never is; a short one may be missed.
 */
export const looksLikeKrutiDev = (text: string): boolean => {
  // Of Hindi these few words alone are a tenth; text of any other kind is told apart by one glance.
  if (!hasGlance(text) || /[\u0900-\u0dff]/u.test(text)) return false
  let [words, common, roman] = [0, 0, 0]
  const kinds = new Set<string>()
  for (const line of text.split('\n')) {
    if (line.trim() === '' || isRoman(line)) continue
    for (const word of line.split(/\s+/u)) {
      // A danda and a comma stand right behind their word.
      const bare = word.replace(/(?:A|\]|\\|!|-)+$/u, '')
      if (bare === '') continue
      words++
      if (romanWords.has(bare.toLowerCase()) && !commonWords.has(bare)) roman++
      if (!commonWords.has(bare)) continue
      common++
      kinds.add(bare)
    }
  }
  return common >= leastWords && kinds.size >= leastKinds && common >= enoughCommon * words && roman <= fewRoman * words
}

const hasGlance = (text: string): boolean => {
  const pattern = /\s(?:gSa?|esa|ds|dk|dh|ls)(?=[\sA\]])/gu
  for (let found = 0; found < 12; found++) if (!pattern.test(text)) return false
  return true
}

/** A line that is in Roman letters among such text: a heading, a transition, a name in capitals, a page number. */
const isRoman = (line: string): boolean => {
  const tidy = line.trim()
  return !/\p{L}/u.test(tidy) || parseHeading(tidy) !== null || isTransition(tidy) || (isUpper(tidy) && /^[A-Z0-9\s.'’()#/:-]{3,}$/u.test(tidy) && /[AEIOU]/u.test(tidy))
}

/** Hides what was typed for Kruti Dev in a plain text, line by line, where {@link looksLikeKrutiDev} says that it was; a doubt, no fact. */
export const hideKrutiDev = (text: string, letters: LegacyLetters | undefined): string => {
  if (!letters || !looksLikeKrutiDev(text)) return text
  return text.split('\n').map(line => (isRoman(line) ? line : letters.settle(letters.hide(line, 'Kruti Dev 010', true)))).join('\n')
}
