import type { Gender } from '../../src-preload/contract/words.ts'
import { wordSet } from './words.ts'

const female =
  'woman women girl lady aunty auntie aunt mother mom mum mummy daughter sister wife bride grandmother grandma granny widow ' +
  'housewife schoolgirl girlfriend waitress policewoman saleswoman businesswoman policewali actress heroine hostess queen princess ' +
  'stepmother niece bhabhi didi dadi nani maa maaji amma ammi mausi maasi bua chachi tai kaki mami behen behan bahu saas beti ladki ' +
  'aurat mahila budhiya mrs ms miss smt shrimati kumari madam begum memsahib'
const male =
  'man men boy gentleman uncle father dad daddy papa son brother husband groom grandfather grandpa widower schoolboy boyfriend ' +
  'waiter policeman salesman businessman businessmen fisherman watchman doorman postman milkman actor hero king prince stepfather ' +
  'nephew guy fellow bhaiya bhai chacha kaka mama-ji tauji pitaji baap beta ladka aadmi dada dadaji devar jija jijaji sasur damaad ' +
  'buddha budha mr shri sir'
/** Words that say a gender in a cue only as a head, since in running text they also mean something else. */
const titlesOnly = wordSet('mr mrs ms miss smt shri shrimati kumari sir madam begum memsahib dada buddha hero tai')

const femaleHindi = 'औरत महिला लड़की बच्ची बुढ़िया माँ मां दादी नानी बहन पत्नी बेटी भाभी दीदी चाची बुआ मौसी श्रीमती'
const maleHindi = 'आदमी पुरुष लड़का बूढ़ा पिता दादा चाचा भाई पति बेटा श्री'

const words: ReadonlyMap<string, Gender> = new Map([
  ...`${female} ${femaleHindi}`.split(' ').map(word => [word, 'female'] as const),
  ...`${male} ${maleHindi}`.split(' ').map(word => [word, 'male'] as const),
])

/** The gender that a word says by itself (woman, uncle, bhabhi, श्रीमती), null where it says none; case does not matter. */
export const genderOfWord = (word: string): Gender | null => words.get(word.toLowerCase().replace(/\.$/, '').normalize('NFC')) ?? null

/** The same for a word of running text, where titles, and words that are names as often, do not count. */
export const genderOfNoun = (word: string): Gender | null =>
  titlesOnly.has(word.toLowerCase().replace(/\.$/, '')) ? null : genderOfWord(word)

/** Kinship words that may stand before a name without a comma: "his sister MEERA". */
export const kinWords: readonly string[] = (
  'mother father sister brother wife husband bride son daughter grandmother grandfather aunt uncle niece nephew girlfriend boyfriend ' +
  'bhabhi didi bhai behen behan beta beti maa dadi nani chachi chacha mausi bua'
).split(' ')

const crowd = wordSet(
  'all everyone everybody both crowd crowds voices people men women boys girls kids children students villagers soldiers cops ' +
  'policemen passengers guests others group chorus mob audience workers friends family together bachche log sab sabhi भीड़ सब सभी ' +
  'लोग',
)

/**
 * Tells whether a cue names more than one person: a crowd (ALL, VILLAGERS) or people named together (RAVI & MEERA).
 *
 * Such a cue keeps its role, since somebody must say the line, but nothing is proposed for it.
 */
export function isCrowdCue(name: string): boolean {
  const head = name.toLowerCase().split(/\s+/).filter(word => !/^[\d#]+$/.test(word)).at(-1) ?? ''
  return crowd.has(head) || /\s(?:&|\+|and|aur|और)\s|\/|,/iu.test(name)
}

const honorifics = wordSet('mr mrs ms miss smt shri shrimati kumari dr sri श्री श्रीमती')

/** Tells whether a word is a title before a name. */
export const isHonorific = (word: string): boolean => honorifics.has(word.toLowerCase().replace(/\.$/, ''))

/** Words before a name that make it somebody else, or the same person at another age: YOUNG ANITA. */
const qualifiers = wordSet(
  'young younger little old older teenage baby adult senior junior elderly chhota chhoti chotu bada budha jawan युवा बूढ़ा बूढ़ी ' +
  'छोटा छोटी',
)

/** Tells whether a word before a name turns it into another role: YOUNG, LITTLE, MRS. */
export const isQualifier = (word: string): boolean => qualifiers.has(word.toLowerCase()) || isHonorific(word)

/** Words of a cue that name an office or a kind of person, so that alone they do not stand for the role. */
const generic = wordSet(
  'inspector constable officer doctor dr nurse driver guard judge lawyer teacher principal master minister major captain colonel ' +
  'general sergeant police cop clerk peon servant maid cook waiter manager boss agent reporter anchor announcer voice shopkeeper ' +
  'vendor priest pandit guru swami baba the and of one two three first second third big small fat thin tall short young old another ' +
  'other new red blue black white various some any several every someone chief head sub assistant station ticket hotel hospital ' +
  'school college front back date friend',
)

/** Tells whether a word of a cue is too common to stand for the role by itself. */
export const isGeneric = (word: string): boolean =>
  word.length < 3 || /\d/.test(word) || generic.has(word.toLowerCase()) || isQualifier(word) || genderOfWord(word) !== null
