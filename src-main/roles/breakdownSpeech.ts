import type { ScriptElement } from '../../src-preload/contract/scripts.ts'
import { wordSet } from './words.ts'
import type { Speech } from './breakdownScenes.ts'

/** Words that Hindi in Roman letters is written with and English is not. */
const hindi = wordSet(
  'hai hain hoon hun tha thi thay nahi nahin nahee nai mat kya kyon kyun kyu kyunki kahan kahaan kab kaun kaise kaisa kaisi kitna kitni ' +
  'kitne mera meri mere tera teri tere tumhara tumhari tumhare tumhe tumhein tujhe mujhe mujhko hamara hamari hamare humara humari ' +
  'humein humko hume unka unki unke uska uski uske iska iski iske unko usko isko usse isse inka inki mein mai ko ka ki ke se aur ya ' +
  'toh bhi hee ne pe tak yeh ye woh wo voh tum aap apna apni apne tumko kuch kuchh koi sab sabko bahut bohot bahot abhi phir fir ' +
  'jab tab agar lekin magar kyonki isliye matlab bas haan han arre arey abe oye yaar bhai bhaiya behen beta beti ji sahab saab accha ' +
  'achha acha theek thik chal chalo chalte chalein aaja aao jao jaa jaao gaya gayi gaye raha rahi rahe rahein karo karna karke kar kiya kiye ' +
  'karta karti karte hua hui hue hota hoti hote hoga hogi honge dekho dekh suno sun bolo bol bola boli bolte batao bata pata lagta lagti ' +
  'chahiye chahte sakta sakti sakte wala wali wale waala waali liye diya diye dena lena lo le de do_na kal aaj raat din ghar paisa paise ' +
  'log ladka ladki aadmi baat baatein kaam jaan dil zindagi pyaar sirf itna itni utna jaise waise wahi yahi yahan yahaan wahan wahaan idhar udhar',
)
/** Words that English is written with and Hindi in Roman letters is not. */
const english = wordSet(
  "the a an is are was were am be been i you your yours he she it we they them their there this that these those what who why where how " +
  "and or but not of for with from at by on in if because have has had do_not don't doesn't didn't can can't could would should will won't " +
  "i'm i'll i've i'd you're you'll you've it's that's he's she's we're they're let's what's my me his him our us about just know think want " +
  'like get got going go come here now then when all some any one good well please thank thanks yes sorry never always before after',
)

/** A way in which lines are written: the language where letters and words tell it, else its letters. */
export type Heard = 'Roman Hindi' | 'English' | 'Devanagari'

/** How the words of some lines are shared out; parts of 1, of the words that could be told. */
export type HeardShare = ReadonlyMap<Heard, number>

/** How a line is written; null where it is too short or too mixed to tell. */
export function heardIn(text: string): Heard | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const devanagari = text.match(/\p{Script=Devanagari}/gu)?.length ?? 0
  if (letters > 0 && devanagari > letters / 2) return 'Devanagari'
  const words = text.toLowerCase().replace(/[’‘]/gu, "'").match(/[\p{L}']+/gu) ?? []
  const inHindi = words.filter(word => hindi.has(word)).length
  const inEnglish = words.filter(word => english.has(word)).length
  if (inHindi >= 1 && inHindi > inEnglish * 1.5) return 'Roman Hindi'
  if (inEnglish >= 2 && inEnglish > inHindi * 2) return 'English'
  return null
}

/** What the speeches of a role come to. */
export interface SpeechFigures {
  readonly speeches: number
  readonly words: number
  readonly longest: Speech | null
  readonly questions: number
  /** Speeches whose cue says V.O., O.S. or O.C. or that come over a phone: heard, not seen. */
  readonly unseen: readonly Speech[]
  readonly heard: ReadonlyMap<Heard, { readonly words: number; readonly first: ScriptElement; readonly speech: Speech }>
}

const spoken = (element: ScriptElement): boolean => element.kind === 'dialogue' || element.kind === 'lyric'
const unseenCue = /\(\s*(?:v\.?\s?o\.?|o\.?\s?s\.?|o\.?\s?c\.?|voice[- ]?over|off[- ]?screen|off[- ]?camera|filtered)\b/iu

/** Counts the speeches of a role; lines under a parenthetical that names their language are left out of `heard`. */
export function speechFigures(speeches: readonly Speech[], namesLanguage: (parenthetical: string) => boolean): SpeechFigures {
  const heard = new Map<Heard, { words: number; first: ScriptElement; speech: Speech }>()
  for (const speech of speeches) {
    if (speech.lines.some(line => line.kind === 'parenthetical' && namesLanguage(line.text))) continue
    for (const line of speech.lines.filter(spoken)) {
      const written = heardIn(line.text)
      if (!written) continue
      const words = line.text.split(/\s+/u).length
      const before = heard.get(written)
      heard.set(written, before ? { ...before, words: before.words + words } : { words, first: line, speech })
    }
  }
  return {
    speeches: speeches.length,
    words: speeches.reduce((sum, { words }) => sum + words, 0),
    longest: speeches.reduce<Speech | null>((most, speech) => (most === null || speech.words > most.words ? speech : most), null),
    questions: speeches.filter(({ lines }) => lines.some(line => spoken(line) && /\?/u.test(line.text))).length,
    unseen: speeches.filter(({ cue }) => unseenCue.test(cue.text)),
    heard,
  }
}
