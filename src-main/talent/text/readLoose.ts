import { languageNamed, languagePattern } from '../../roles/languages.ts'
import { readFluency } from '../sheet/readLanguages.ts'
import { readGender } from '../sheet/readGender.ts'
import { readHeight } from '../sheet/readHeight.ts'
import { readPlayingRange } from '../sheet/readPlayingRange.ts'
import { gone, piecesOf, trimmed, type Board } from './board.ts'
import type { Kind } from './labels.ts'
import type { Span } from './levelled.ts'
import { isPlace } from './places.ts'
import { creditWords, feeWords, introductions, isPleasantry, notNames, skillWords, trainingWords } from './words.ts'

/** More names of languages than scripts have, as they are written in messages. */
const moreLanguages = 'nagpuri|sadri|kinnauri|pahadi|pahari|mewari|gujrati|marwadi|agri|malvani|ahirani|khandeshi|sambalpuri|bagheli|kannauji|angika|bajjika|surjapuri|ho|mundari|gondi|chhattisgadhi|hinglish|konkni|malyalam|telgu|bangali|banjara|badaga|kodava|ladakhi|sikkimese|rajbanshi|sylheti|saraiki|multani|pothwari'

const oneLanguage = `(?:${languagePattern}|${moreLanguages})`
const notIn = String.raw`(?<![\p{L}\p{M}\p{N}])`
const notOut = String.raw`(?![\p{L}\p{M}\p{N}])`
const languageRun = new RegExp(
  String.raw`${notIn}(?:(?:fluent|basic|native|good|little|bit of|some)\s+)?${oneLanguage}${notOut}(?:\s*\([^()\n]{0,60}\))?(?:\s*[-:]\s*(?:native|fluent|basic|mother tongue|good|conversational|intermediate|average)\b)?`
  // Each sign and each space between two languages can be read in one way only, so that no run of them is tried again and again.
  + String.raw`(?:(?:\s*[,/&+;|•][\s,/&+;|•]*|[^\S\n]+|\s+(?=(?:and|aur|n|or|और|आणि|व)\s))(?:(?:and|aur|n|or|और|आणि|व)\s+|a (?:bit|little)(?: bit)? of\s+)*(?:(?:fluent|basic|native|good|little|bit of|some)\s+)?${oneLanguage}${notOut}(?:\s*\([^()\n]{0,60}\))?(?:\s*[-:]\s*(?:native|fluent|basic|mother tongue|good|conversational|intermediate|average)\b)?)*`,
  'giu',
)
const languageAlone = new RegExp(`${notIn}${oneLanguage}${notOut}`, 'giu')
const languageAndLevel = new RegExp(`${notIn}(${oneLanguage})${notOut}(\\s*\\([^()\\n]{0,60}\\)|\\s*[-:]\\s*(?:native|fluent|basic|mother tongue|good|conversational|intermediate|average)\\b)?`, 'giu')
const languageBeside = new RegExp(`(${oneLanguage})[^\\S\\n]+(?=${oneLanguage}${notOut})`, 'giu')
/** What makes of a language a kind of work: `Gujarati theatre`. */
const workAfter = /^[^\S\n]*(?:theat(?:re|er)|films?|movies?|serials?|plays?|natak|cinema|rangmanch|ads?|web|tv|news|songs?|industry|stage|short|music|literature|medium|speaking|singing|dance)(?![\p{L}\p{M}])/iu

const height = new RegExp(
  String.raw`(?<![\d.'-])(?:[3-7]\s*(?:'|ft\.?|feet|foot|फुट|फीट|फूट)\s*(?:(?:1[01]|\d)(?:\.\d)?\s*(?:"|''|'|inch(?:es)?|in\b|इंच)?)?|[3-7]'(?:1[01]|\d)|1\d\d(?:\.\d)?\s*c\.?m\.?s?|[12]\.\d\d?\s*(?:m|mtr|metres?|meters?))(?![\p{L}\p{M}\d])(?:\s+(?:tall|height))?`,
  'giu',
)
const saidAges: readonly RegExp[] = [
  /(?<![\d.'/-])(?:age[ds]?|aged|i am|i'm|he is|she is|he's|she's|umar|umr)\s*(?:is\s+|:\s*)?(\d{1,2}(?:\s*(?:-|to|se)\s*\d{1,2})?(?:\s*(?:years?|yrs?|saal|sal)\b)?(?:\s*old\b)?)(?![\d'".]|\s*(?:ft|feet|cm))/giu,
  /(?<![\d.'/-])(\d{1,2}(?:\s*(?:-|to|se)\s*\d{1,2})?(?:\s*(?:years?|yrs?|yr))?[\s-]*old)\b/giu,
  /\b((?:early|mid|late)[ -](?:\d0'?s|twenties|thirties|forties|fifties|sixties))\b/giu,
]
const wholeAge = /^(?:age\s*)?(?:\d{1,2}\s*(?:-|to|se|\/)\s*\d{1,2}|\d{1,2}\s*\+?|\d0'?s)\s*(?:years?|yrs?\.?|saal|sal|y\/?o|वर्ष|साल)?\s*(?:old)?$/iu
const wholeHeight = /^[3-7]\s*(?:[.'-]|\s)\s*(?:1[01]|\d)\s*(?:"|''|')?$/u

const stops = /^(?:[\s,;|•.()\n\ue000]|$)/u
const livesIn = /(?:\b(?:based (?:out of|in|at)|living in|lives? in|settled in|staying (?:in|at)|residing (?:in|at)|currently(?: in| at| based in)?|shifted to|moved to|presently in|now in|rehta (?:hu|hoon)|based)\s+)/giu
const comesFrom = /(?:\b(?:from|gaon|gaanv|native of|belongs? to|hails? from|originally from)\s+)/giu

/** A name that was found: where, and how surely it is one. */
export interface FoundName extends Span {
  readonly sure: boolean
}

/** Claims what is known by its own look, whatever stands round it, then every piece that is one thing and no other. */
export function readLoose(board: Board): void {
  readLanguageRuns(board)
  readEach(board, height, 'height', words => readHeight(words) !== null)
  for (const pattern of saidAges) {
    for (const match of board.rest().matchAll(pattern)) {
      const age = match[1] ?? ''
      const from = match.index + match[0].indexOf(age)
      if (isAge(age)) board.claim('age', { from, to: from + age.length })
    }
  }
  readTowns(board, livesIn, 'city')
  readTowns(board, comesFrom, 'native')
  readManagers(board)
}

function readLanguageRuns(board: Board): void {
  const text = board.rest()
  for (const match of text.matchAll(languageRun)) {
    const words = match[0]
    const names = [...words.matchAll(languageAlone)].map(([name]) => name)
    // "ho" is also "are" in Hindi, "n" joins; one doubtful word alone is no language.
    if (names.every(name => name.length < 3)) continue
    const behind = text.slice(match.index + words.length)
    if (workAfter.test(behind)) continue
    const after = /^\s*fluently\b/iu.exec(behind)
    board.claim('languages', { from: match.index, to: match.index + words.length + (after?.[0].length ?? 0) }, asList(words, after !== null))
  }
}

/** A run of languages with commas between, in the spellings of the house. */
function asList(run: string, fluently: boolean): string {
  let last = 0
  const parts: string[] = []
  for (const match of run.matchAll(languageAndLevel)) {
    const before = run.slice(last, match.index)
    const said = readFluency(before) ?? (fluently ? 'fluent' : null)
    const behind = (match[2] ?? '').replace(/^\s*[-:]\s*/u, ' - ')
    parts.push(`${languageWord(match[1] ?? '')}${behind || (said ? ` - ${said === 'native' ? 'mother tongue' : said}` : '')}`)
    last = match.index + match[0].length
  }
  return parts.join(', ')
}

const misspelt: Readonly<Record<string, string>> = { gujrati: 'Gujarati', marwadi: 'Marwari', konkni: 'Konkani', malyalam: 'Malayalam', telgu: 'Telugu', bangali: 'Bengali', chhattisgadhi: 'Chhattisgarhi', pahari: 'Pahadi' }

/** A language as it is written here, whatever its spelling or script. */
export const languageWord = (word: string): string => {
  const key = word.toLowerCase()
  return languageNamed(key) ?? misspelt[key] ?? key.replace(/^\p{L}/u, first => first.toUpperCase())
}

/** Puts the languages of a labelled list into the spellings of the house, Devanagari with them. */
export const languageWords = (list: string): string =>
  list
    .replace(languageAlone, name => (name.length < 3 ? name : languageWord(name)))
    .replace(languageBeside, '$1, ')

const isAge = (text: string): boolean => {
  const range = readPlayingRange(text)
  return range !== null && range.from >= 1 && range.to <= 95
}

function readEach(board: Board, pattern: RegExp, kind: Kind, isOne: (words: string) => boolean): void {
  for (const match of board.rest().matchAll(pattern)) if (isOne(match[0])) board.claim(kind, { from: match.index, to: match.index + match[0].length })
}

/** Claims the town after words such as "based in"; it is known, or written with a capital. */
function readTowns(board: Board, pattern: RegExp, kind: 'city' | 'native'): void {
  for (const match of board.rest().matchAll(pattern)) {
    const from = match.index + match[0].length
    const town = townIn(board.words({ from, to: Math.min(board.text.length, from + 60) }))
    if (town > 0) {
      board.claim(kind, { from, to: from + town })
      board.claim('said', { from: match.index, to: from })
    }
  }
}

/** Where the town ends that a text begins with; 0 where it begins with none. */
function townIn(text: string): number {
  let end = 0
  for (const [index, word] of [...text.matchAll(/[\p{L}\p{M}]+/gu)].slice(0, 4).entries()) {
    const at = word.index
    if (index > 0 && !/^[ -]$/u.test(text.slice(end, at)) && !/^,\s*$/u.test(text.slice(end, at))) break
    if (index === 0 && at !== 0) break
    const soFar = text.slice(0, at + word[0].length)
    if (isPlace(soFar)) end = at + word[0].length
    else if (text.startsWith(',', end) || !/^\p{Lu}\p{Ll}/u.test(word[0]) || notNames.has(word[0].toLowerCase())) break
    else end = at + word[0].length
  }
  return end
}

function readManagers(board: Board): void {
  for (const match of board.rest().matchAll(/\b(?:manager|co-?ordinator|agent)\s+(?:is\s+)?(\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)/gu)) {
    const name = match[1] ?? ''
    const from = match.index + match[0].length - name.length
    board.claim('representation', { from, to: from + name.length })
    board.claim('said', { from: match.index, to: from })
  }
}

/** Words whose full stop ends no sentence. */
const shortForm = /\b(?:dir|mr|ms|mrs|dr|st|no|nos|mob|ph|ht|wt|vs|prod|incl|approx|feat)\.$/iu

/** The pieces of what is left: lines, parted at commas, bars, bullets, spaced dashes and ends of sentences. */
export function loosePieces(board: Board): readonly Span[] {
  const text = board.rest()
  const pieces = piecesOf(text, { from: 0, to: text.length }, (sign, before, after, at) => {
    if (/[\n,;|•\ue000\t]/u.test(sign)) return true
    if (sign === '/') return !/\d/u.test(before) || !/\d/u.test(after)
    if (sign === '-') return /\s/u.test(before) && /\s|\ue000/u.test(after)
    return /[.!?।]/u.test(sign) && /\s/u.test(after) && /[\p{L}\p{M}\p{N})'"\ue000]{2}$/u.test(text.slice(Math.max(0, at - 2), at)) && !shortForm.test(text.slice(Math.max(0, at - 12), at + 1))
  }).map(piece => withoutOpening(text, piece)).filter(({ from, to }) => from < to)
  return together(text, pieces)
}

/** Puts the pieces of one address together: `Panaji, Goa`. */
function together(text: string, pieces: readonly Span[]): readonly Span[] {
  const whole: Span[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    const isAddress = last && /^,[^\S\n]*$/u.test(text.slice(last.to, piece.from)) && isPlace(text.slice(last.from, last.to)) && isPlace(text.slice(piece.from, piece.to))
    if (isAddress) whole[whole.length - 1] = { from: last.from, to: piece.to }
    else whole.push(piece)
  }
  return whole
}

function withoutOpening(text: string, piece: Span): Span {
  const skip = /^(?:(?:\d{1,2}[.)]|\(\d{1,2}\)|[-.:>#=&+\s])+)/u.exec(text.slice(piece.from, piece.to))?.[0] ?? ''
  // "5.6" alone is a height and no list's fifth entry.
  return skip === '' || /^\d/u.test(text.slice(piece.from + skip.length, piece.to)) ? piece : trimmed(text, { from: piece.from + skip.length, to: piece.to })
}

/** Claims a piece as what it is; false where it says nothing that is known. */
export function readPiece(board: Board, piece: Span): boolean {
  const words = board.words(piece).replace(/(?<![.!])[.!]+$/u, '')
  const kind = kindOf(words)
  if (kind === null) return false
  if (kind === 'playingRange') return board.claim(kind, piece, words.replace(/\bto look\b/iu, 'to'))
  return board.claim(kind, piece, kind === 'said' ? words : withoutFiller(words, kind))
}

function kindOf(words: string): Kind | 'said' | null {
  if (words.includes(gone)) return null
  if (!/[\p{L}\p{N}]/u.test(words) || isPleasantry(words)) return 'said'
  if (/^\d{1,2} to look \d{1,2}$/iu.test(words)) return 'playingRange'
  if (words.length < 30 && readGender(words) !== null && !/\d/u.test(words)) return 'gender'
  if (wholeHeight.test(words) && readHeight(words) !== null) return 'height'
  if (wholeAge.test(words) && isAge(words)) return 'age'
  if (isPlace(words.replace(/(?<!\s)\s+(?:based|se|wala|wale|wali)$/iu, ''))) return 'city'
  if (/\bcintaa\b/iu.test(words)) return 'union'
  if (feeWords.test(words) && /\d/u.test(words)) return 'fee'
  if (trainingWords.test(words)) return 'training'
  if (words.length < 80 && playsMusic.test(words)) return 'skills'
  if (creditWords.test(words) && !/^(?:i am |i'm )?(?:an? )?(?:[\p{L}]+ )?(?:actor|actress|artist|artiste|model)$/iu.test(words)) return 'credits'
  return words.length < 80 && skillWords.test(words) ? 'skills' : null
}

/** "Plays" beside what is played on, where "plays" alone is work on a stage. */
const playsMusic = /\bcan\b.*\bplay\b|\bplay(?:s|ing)?\s+(?:the\s+|on\s+)?(?:tabla|guitar|piano|keyboards?|flute|violin|drums?|dholak|harmonium|sitar|cricket|football|chess|basketball|badminton|tennis|hockey)\b/iu

const filler = /^(?:(?:and|also|i|he|she|have|has|had|did|done|do|can|know|knows|am|is|are|a|an|the|was|been|good at|worked in|work in|acted in|seen in|featured in|my|in)\s+)+/iu

/** What was done or learnt, without the words that lead to it. */
function withoutFiller(words: string, kind: Kind): string {
  if (kind !== 'credits' && kind !== 'training' && kind !== 'skills') return words
  const led = /\b(?:acted in|worked in|seen in|featured in)\s+/iu.test(words)
  const bare = words.replace(filler, '')
  return (led || kind === 'skills') && bare !== '' ? bare.replace(/(?<!\s)\s+(?:and|aur)\s+/giu, ', ') : bare || words
}

/** The names in what is left: after an opening such as "this is", before "here", as a signature, or a piece that looks like one. */
export function namesIn(board: Board, pieces: readonly Span[]): readonly FoundName[] {
  const text = board.rest()
  const introduced = [...text.matchAll(introductions)].flatMap(match => nameAt(text, match.index + match[0].length, /naam|नाम|name/iu.test(match[0])))
  const here = [...text.matchAll(/(?<![\p{L}\p{M}])((?:\p{Lu}[\p{L}\p{M}.]{0,40}\s+){1,4})here\b|(?<![\p{L}\p{M}])((?:\p{Lu}[\p{Ll}.]{1,40}\s?){1,4})'s (?:profile|details|resume|cv)\b/gu)]
    .map(match => named(text, { from: match.index, to: match.index + (match[1] ?? match[2] ?? '').trimEnd().length }))
    .flatMap(name => (name ? [{ ...name, sure: true }] : []))
  const signed = [...text.matchAll(/(?:regards|thanks|sincerely|faithfully|thank you)[\s,.!&-]*\n+\s*/giu)].flatMap(match => nameAt(text, match.index + match[0].length, false))
  const alone = pieces.filter(piece => looksLikeName(text.slice(piece.from, piece.to))).map(piece => ({ ...piece, sure: false }))
  return [...here, ...introduced, ...signed, ...alone]
}

function named(text: string, span: Span): Span | null {
  const words = [...text.slice(span.from, span.to).matchAll(/[\p{L}\p{M}.'-]+/gu)]
  const first = words.findIndex(word => !notNames.has(word[0].toLowerCase()))
  const start = words[first]
  return start ? { from: span.from + start.index, to: span.to } : null
}

/** The name that begins at a place, as long as its words have capitals; after "my name is" it may be all small. */
function nameAt(text: string, from: number, strong: boolean): readonly FoundName[] {
  let end = from
  for (const word of text.slice(from, from + 80).matchAll(/[\p{L}\p{M}.'-]+/gu)) {
    const at = from + word.index
    if (at !== end && (end === from || !/^ {1,3}$/u.test(text.slice(end, at)))) break
    if (!/^\p{Lu}/u.test(word[0]) && !/\p{Script=Devanagari}/u.test(word[0]) && !strong) break
    if (notNames.has(word[0].toLowerCase().replace(/[.']/gu, '')) || /^(?:hai|hu|hoon|है|हूं|हूँ)$/iu.test(word[0])) break
    end = at + word[0].length
    if (/[.]$/u.test(word[0]) && word[0].length > 3) {
      end--
      break
    }
    if (text.slice(from, end).split(' ').length === 5) break
  }
  const name = text.slice(from, end)
  if (name.length < 2 || !stops.test(text.slice(end)) || isPlace(name)) return []
  return [{ from, to: end, sure: true }]
}

/** Whether a piece looks like a person's name: up to five words with capitals, none of which means something else. */
export function looksLikeName(words: string): boolean {
  if (!/^[\p{L}\p{M}][\p{L}\p{M}.' -]{1,60}$/u.test(words) || isPlace(words)) return false
  const parts = words.split(/\s+/u)
  if (parts.length > 5 || parts.some(part => notNames.has(part.toLowerCase().replace(/[.']/gu, '')))) return false
  return parts.every(part => /^(?:\p{Lu}|\p{Lo})/u.test(part) || /^(?:bin|de|da|van|al|ul|e)$/iu.test(part))
}
