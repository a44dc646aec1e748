import { romanOf } from '../../src-preload/contract/devanagari.ts'
import { fold } from '../spelling/folding.ts'
import { isHonorific, isQualifier } from './people.ts'
import { wordSet } from './words.ts'

/**
 * The name of a role taken apart for comparing, its words folded and in Roman letters.
 *
 * `words` has abbreviated ranks written out and numbers as digits ("capt. singh 2" and "captain singh two" are one); `ranks` are the titles it begins
 * with, `core` the words between them and a JI or SAHAB that ends it. `numbers` are its numbers, joined. `qualifiers` are words such as YOUNG and REAL before a name.
 */
export interface SpokenName {
  readonly words: readonly string[]
  readonly ranks: readonly string[]
  readonly core: readonly string[]
  readonly numbers: string
  readonly qualifiers: string
  /** "A man", who is not Aman. */
  readonly article: boolean
  /** "Will's", "Meera ki": the role is somebody or something of theirs. */
  readonly possessive: boolean
  /** What was written out: "capt" with "captain". */
  readonly shortened: ReadonlyMap<string, string>
}

const longRanks: ReadonlyMap<string, string> = new Map(
  ('captain capt cpt;doctor dr;inspector insp inspr;sergeant sgt sergt;professor prof;constable const;advocate adv;shrimati smt shreemati;shri sri shree;' +
    'lieutenant lt lieut;colonel col;general gen;major maj;corporal cpl;commander cmdr comdr;reverend rev;superintendent supt;kumari kum;officer ofc;' +
    'detective det;mr mister;mrs missus;assistant asst;deputy dy')
    .split(';')
    .flatMap(line => {
      const [long = '', ...short] = line.split(' ')
      return short.map(word => [word, long] as const)
    }),
)
const ranksInHindi: ReadonlyMap<string, string> = new Map([
  ['डॉ', 'doctor'], ['डा', 'doctor'], ['डॉक्टर', 'doctor'], ['डाक्टर', 'doctor'], ['श्री', 'shri'], ['श्रीमती', 'shrimati'], ['कुमारी', 'kumari'],
  ['इंस्पेक्टर', 'inspector'], ['इन्स्पेक्टर', 'inspector'], ['कैप्टन', 'captain'], ['मेजर', 'major'], ['कर्नल', 'colonel'], ['प्रो', 'professor'],
  ['प्रोफेसर', 'professor'], ['प्रोफ़ेसर', 'professor'], ['एडवोकेट', 'advocate'], ['सिपाही', 'sipahi'], ['जी', 'ji'],
])
const offices = wordSet('sipahi hawaldar hawaldaar havaldar havildar sub head chief judge justice nurse pandit swami inspector police')
const longs = new Set([...longRanks.values(), ...ranksInHindi.values()].filter(word => word !== 'ji'))
/** What makes another role of a name beside the ages that `isQualifier` knows. */
const states = wordSet('teen teenaged child kid infant toddler grown real fake false dead ghost masked future past imaginary another other second')
const respects = wordSet('ji jee sahab sahib saheb saab')

const numberWords = 'one two three four five six seven eight nine ten'.split(' ')
const romanNumbers = 'i ii iii iv v vi vii viii ix x'.split(' ')

/** Tells whether a word, folded, is a title or rank before a name: mr, captain, inspector. */
export const isRank = (word: string): boolean => longs.has(word) || offices.has(word) || isHonorific(word)

/** Takes the name of a role apart; never throws, and gives no words where the name has no letters. */
export function readName(name: string): SpokenName {
  const straight = name.normalize('NFC').replace(/[’‘`´]/g, "'").replace(/&/g, ' and ').replace(/\b(?:\p{L}\.){2,}/gu, initials => initials.replaceAll('.', ''))
  const written = fold(straight).split(' ').filter(word => word !== '')
  const shortened = new Map<string, string>()
  const words: string[] = []
  let first = true
  written.forEach((word, at) => {
    const long = ranksInHindi.get(word) ?? (first && (written.length > 1 || straight.trim().endsWith('.')) ? longRanks.get(word) : undefined)
    if (long !== undefined && !/\p{Script=Devanagari}/u.test(word)) shortened.set(word, long)
    const read = long ?? numberOf(word, at > 0 && at === written.length - 1) ?? fold(romanOf(word))
    first &&= isRank(read)
    words.push(read)
  })
  const firstOfName = words.findIndex(word => !isRank(word))
  const ranks = words.slice(0, Math.max(0, firstOfName))
  const named = words.slice(ranks.length)
  const core = named.length > 1 && respects.has(named.at(-1) ?? '') ? named.slice(0, -1) : named
  return {
    words,
    ranks,
    core,
    numbers: words.flatMap(word => word.match(/\d+/g) ?? []).join(' '),
    qualifiers: words.slice(0, -1).filter(word => states.has(word) || (isQualifier(word) && !isHonorific(word))).join(' '),
    article: words.length > 1 && /^(?:an?|the)$/.test(words[0] ?? ''),
    possessive: /\p{L}'s?(?=[\s-])/iu.test(straight) || /\s(?:ka|ki|ke|का|की|के)\s/iu.test(straight),
    shortened,
  }
}

function numberOf(word: string, last: boolean): string | undefined {
  const spelt = numberWords.indexOf(word)
  if (spelt >= 0) return String(spelt + 1)
  const roman = last ? romanNumbers.indexOf(word) : -1
  return roman >= 0 ? String(roman + 1) : undefined
}
