import { isUpper, parseCue } from './cues.ts'

/** Words that people say of themselves and to each other: English, Hindi in both scripts, Russian, French, German, Spanish. */
const spokenWords = new RegExp(
  `(?<![\\p{L}\\p{M}'’])(?:${[
    "i|i['’]\\p{L}+|me|my|mine|we|us|our|you|your|yours|let['’]?s|we['’]\\p{L}+|you['’]\\p{L}+",
    'main|mein|maine|mujhe|mera|meri|mere|hum|humne|humein|hamara|tu|tum|tumhe|tumhara|tumhari|tera|teri|aap|aapka|aapki',
    'kya|kyun|kyon|kahan|hai|hain|hoon|hun|tha|thi|nahi|nahin|मैं|मुझे|मेरा|मेरी|हम|तू|तुम|तेरा|आप|क्या|क्यों',
    'я|ты|вы|мы|мне|тебе|je|tu|vous|nous|ich|du|wir|yo|tú|usted|nosotros',
  ].join('|')})(?![\\p{L}\\p{M}])`,
  'iu',
)
const callWords = new RegExp(
  `^(?:${[
    'oh|ah|aha|ha|haha|hey|hello|hi|huh|hmm+|yes|yeah|yep|no|nope|well|okay|ok|right|sure|please|thanks|sorry|wait|stop|look|listen|damn|god',
    'haan|arre|are|accha|achha|theek|chalo|bas|ji|अरे|हाँ|अच्छा|चलो',
  ].join('|')})(?![\\p{L}\\p{M}'’])`,
  'iu',
)

/**
 * Whether a paragraph sounds as if somebody spoke it, which is all that tells speech from action where nothing else does: it says I or
 * you, asks, calls out, or runs on from the one before.
 */
export const soundsSpoken = (text: string): boolean =>
  /[?!]["”’)]?$|[?!]\s|^\p{Ll}|^(?:\.{2,}|…|[-–—]{1,2}\s?\p{L})/u.test(text) ||
  callWords.test(text) ||
  spokenWords.test(text)

/** Whether a sentence has somebody's name in it in capitals, as action has where somebody enters or does something. */
export const speaksOf = (text: string, names: ReadonlySet<string>): boolean => {
  if (isUpper(text)) return false
  return namesIn(text).some(name => names.has(name))
}

/** What may be names in a sentence: its words and runs of words in capitals. */
export const namesIn = (text: string): string[] =>
  (
    text.slice(0, 2000).match(/(?<![\p{L}\p{M}])\p{Lu}[\p{Lu}\p{N}.'’-]+(?: \p{Lu}[\p{Lu}\p{N}.'’-]+)*/gu) ?? []
  ).flatMap(run => [run, ...run.split(' ')].map(bareName))

/** A word as a canonical name, without the 's of a possessive. */
export const bareName = (word: string): string => parseCue(word.replace(/['’]S$|['’]$/u, '')).name
