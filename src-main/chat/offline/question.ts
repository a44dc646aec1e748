import { romanOf } from '../../../src-preload/contract/devanagari.ts'
import type { OpenPlace } from '../../../src-preload/contract/chat.ts'
import type { ProductionId } from '../../../src-preload/contract/productions.ts'
import type { RoleSummary } from '../../../src-preload/contract/roles.ts'
import type { TalentSummary } from '../../../src-preload/contract/talent.ts'
import type { Settings } from '../../../src-preload/contract/settings.ts'
import type { DaySpan } from '../../../src-preload/contract/words.ts'
import type { Database } from '../../database/openDatabase.ts'
import type { Embedder } from '../../embedding/embedder.ts'
import { listProductions } from '../../productions/productionStore.ts'
import { listRoles } from '../../roles/roleStore.ts'
import { isDevanagari } from '../../spelling/ear.ts'
import { wordsOf } from '../../spelling/folding.ts'
import { makeGlossary } from '../../talent/search/glossary.ts'
import { plain } from '../../talent/sheet/readNumbers.ts'
import { dayIn } from '../tools/wallDay.ts'
import type { SearchShelf } from '../../talent/search/searchShelf.ts'
import { readDays } from '../../talent/search/readDays.ts'
import { readDeed, type Deed, type DeedRead } from './deeds.ts'
import { hindiWords, smallWords, type Concept } from './lexicon.ts'
import { marksOf } from './marks.ts'
import { peopleIn, rolesIn, type Mention } from './names.ts'
import { ordinalOf, withFigures } from './numbers.ts'

/** What answering from the records needs of the office. */
export interface OfflineParts {
  readonly db: Database
  /** Without it people are found by words alone. */
  readonly embedder: Embedder | null
  /** What the searches of an open office share. */
  readonly shelf?: SearchShelf | undefined
  readonly settings: () => Pick<Settings, 'suggestions' | 'glossary'>
  readonly now: () => Date
  /** The IANA zone by whose clock it is today. */
  readonly zone: string
}

/** A question as it was read: what its words mean, and whom, what and when it speaks of. */
export interface Question {
  readonly text: string
  /** Lower case, in Roman letters, numbers as figures. */
  readonly sentence: string
  readonly language: 'en' | 'hi'
  readonly today: string
  readonly productionId: ProductionId | null
  readonly said: ReadonlySet<Concept>
  readonly roles: readonly Mention<RoleSummary>[]
  readonly people: readonly Mention<TalentSummary>[]
  readonly days: DaySpan | null
  /** The number of a scene as it was called, lower case. */
  readonly scene: string | null
  /** Words that nothing above explains. */
  readonly unexplained: readonly string[]
  /** The sentence without its days, its names and the words that ask: what is left says what kind of people are meant. */
  readonly about: string
  /** What the sentence wishes to have done, where it was read for that. */
  readonly deed: Deed | null
}

/** What a sentence is read for: what it asks, or what it wishes to have done. */
export type ReadFor = 'asking' | 'doing'

/**
 * Reads a question against the records: no question is too odd, what is not understood stands in `unexplained`.
 *
 * Read for doing, the words that wish for a deed are taken out before the rest is read; without such words it is read as asking.
 */
export function readQuestion({ db, now, zone, settings }: OfflineParts, text: string, productionId: ProductionId | null, place: OpenPlace, readFor: ReadFor = 'asking'): Question {
  const today = dayIn(now(), zone)
  const production = productionId ?? place.productionId ?? onlyProduction(db)
  const sentence = inRoman(text)
  const wished = readFor === 'doing' ? deedIn(text) : null
  const { span, rest } = readDays(wished?.rest ?? sentence, today)
  const scene = readScene(rest, place)
  const words = wordsOf(scene.rest)
  const roles = rolesIn(words, production === null ? [] : listRoles(db, production))
  const inRoles = placesOf(roles)
  const exact = marksOf(words, inRoles, false)
  const taken = new Set([...inRoles, ...placesOf(exact)])
  const glossary = makeGlossary(settings().glossary)
  const isKind = (word: string): boolean => glossary.alternatives(word).length > 0
  const named = peopleIn(db, words, at => (!taken.has(at) || isPartial(roles, at)) && !smallWords.has(words[at] ?? ''))
  // "Pahalwan" is a name in the book, but "a pahalwan" is a wrestler.
  const people = named.filter(({ from, to }) => to - from > 1 || !isKind(words[from] ?? ''))
  const { keptRoles, keptPeople } = settle(roles, people)
  const names = new Set([...placesOf(keptRoles), ...placesOf(keptPeople)])
  const marks = marksOf(words, names, true)
  const explained = new Set([...names, ...placesOf(marks)])
  return {
    text, sentence, today, productionId: production, deed: wished?.deed ?? null,
    language: languageOf(text, sentence),
    said: new Set(marks.map(({ concept }) => concept)),
    roles: keptRoles,
    people: keptPeople,
    days: span,
    scene: scene.number,
    unexplained: words.filter((word, at) => !explained.has(at) && !smallWords.has(word)),
    about: words.filter((_, at) => !names.has(at) && !marks.some(({ concept, from, to }) => from <= at && at < to && !describing.has(concept))).join(' '),
  }
}

const deedIn = (text: string): DeedRead | null => readDeed(inRoman(text), /[?？]\s*$/u.test(text))

/** Tells whether a text has the words that wish for something to be done, whatever else it says. */
export const isDeed = (text: string): boolean => deedIn(text) !== null

/** Concepts that describe people rather than ask something. */
const describing: ReadonlySet<Concept> = new Set(['women', 'men', 'age', 'language', 'speaks', 'city', 'skills', 'and'])

/** A text in lower case and Roman letters, number words as figures, possessives and marks of end taken off. */
export function inRoman(text: string): string {
  // "में" is "in", and sounds like the English word for several of them.
  const roman = romanOf(plain(text.replace(/(?<!\p{L})में(?!\p{L})/gu, 'mein'))).toLowerCase().replace(/(\p{L})'s\b/gu, '$1').replace(/[?!।"]+|[.,;:](?=\s|$)/gu, ' ').replace(/\s+/g, ' ').trim()
  return withFigures(roman)
}

const placesOf = (stretches: readonly { readonly from: number; readonly to: number }[]): ReadonlySet<number> =>
  new Set(stretches.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)))

const isPartial = (roles: readonly Mention<RoleSummary>[], at: number): boolean => roles.some(({ from, to, score }) => from <= at && at < to && (score < 1 || to - from === 1))

/** Where a role and a person are named by the same words, the longer name is meant, then the surer one, then the role. */
function settle(roles: readonly Mention<RoleSummary>[], people: readonly Mention<TalentSummary>[]) {
  const overlap = (a: Mention<unknown>, b: Mention<unknown>): boolean => a.from < b.to && b.from < a.to
  const beats = (person: Mention<unknown>, role: Mention<unknown>): boolean => person.to - person.from > role.to - role.from || (person.to - person.from === role.to - role.from && person.score > role.score)
  const keptRoles = roles.filter(role => !people.some(person => overlap(role, person) && beats(person, role)))
  return { keptRoles, keptPeople: people.filter(person => !keptRoles.some(role => overlap(role, person))) }
}

const sceneWord = '(?:scene|seen|sin|scne|sc)'

function readScene(sentence: string, place: OpenPlace): { readonly number: string | null; readonly rest: string } {
  const after = new RegExp(String.raw`\b${sceneWord}\s*(?:no\.?|number|num|nambar|#)?\s*(\d{1,4}[a-z]?)\b`).exec(sentence)
  if (after) return { number: after[1] ?? null, rest: sentence.replace(after[0], 'scene ') }
  for (const match of sentence.matchAll(new RegExp(String.raw`\b([\p{L}\d]+)\s+${sceneWord}\b`, 'gu'))) {
    const number = /^\d+$/.test(match[1] ?? '') ? null : ordinalOf(match[1] ?? '')
    if (number !== null) return { number: `${number}`, rest: sentence.replace(match[0], 'scene ') }
  }
  if (place.scene !== null && new RegExp(String.raw`\b(?:this|is|iss|yeh)\s+${sceneWord}\b`).test(sentence)) return { number: `${place.scene + 1}`, rest: sentence }
  return { number: null, rest: sentence }
}

function languageOf(text: string, sentence: string): 'en' | 'hi' {
  if (isDevanagari(text)) return 'hi'
  return sentence.split(' ').some(word => hindiWords.has(word) && word !== 'par' && word !== 'me') ? 'hi' : 'en'
}

function onlyProduction(db: Database): ProductionId | null {
  const [one, ...others] = listProductions(db)
  return one && others.length === 0 ? one.id : null
}
