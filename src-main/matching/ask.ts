import type { AdBrand, Production, ProductionId } from '../../src-preload/contract/productions.ts'
import type { Asked, AskedLanguage, Citation, Gate, Role, RoleBudget, RoleId, RoleProposal, RoleSize, Typing } from '../../src-preload/contract/roles.ts'
import type { DaySpan, Gender, PlayingRange } from '../../src-preload/contract/words.ts'
import { isGeneric } from '../roles/people.ts'
import { sentencesOf } from '../roles/sentences.ts'
import { fold } from '../spelling/folding.ts'
import { isNotCounted, withoutLooks } from './notCounted.ts'
import { conceptsOfRole, type RoleConcept } from './roleConcepts.ts'
import { sameSkill } from './sisterSkills.ts'
import { createSounds, type Sounds } from './sounds.ts'
import type { Glossary } from '../talent/search/glossary.ts'

/** A skill that is asked for, with every folded word that a profile may say it in; each list must be met by one of its words. */
export interface AskedSkill extends Asked {
  readonly words: readonly (readonly string[])[]
  /** The line of the script that says so. */
  readonly page: Citation | null
}

/** A language that is asked for, with the line of the script that says so. */
export interface AskedTongue extends AskedLanguage {
  readonly page: Citation | null
}

/** What a role asks of people, ready to be held against them. */
export interface Ask {
  readonly roleId: RoleId
  readonly productionId: ProductionId
  readonly playingRange: PlayingRange | null
  readonly gender: Gender | null
  /** What the script says of age and gender where the user has neither accepted nor dismissed it: it weighs, it stops nobody. */
  readonly proposedRanges: readonly PlayingRange[]
  readonly proposedGender: Gender | null
  /** Languages and skills of the role, and those the script proposes, as wishes. */
  readonly languages: readonly AskedTongue[]
  readonly skills: readonly AskedSkill[]
  /** The days the role is needed: its own, else the shoot of the production. */
  readonly days: DaySpan | null
  /** Whether those days are the role's own. */
  readonly ownDays: boolean
  readonly size: RoleSize
  readonly budget: RoleBudget | null
  readonly union: string
  readonly typing: Typing | null
  /** What the production advertises. */
  readonly brand: AdBrand | null
  /** The day it is, YYYY-MM-DD. */
  readonly today: string
  /** The lines that say how old and of which gender the role is, and the first that tells of it. */
  readonly pages: { readonly playingRange: Citation | null; readonly gender: Citation | null; readonly told: Citation | null }
  readonly lifted: ReadonlySet<Gate>
  /** The words that meaning is compared with. */
  readonly text: string
  /** The telling words of that text and of the name, folded, so that shared ones count and can be named. */
  readonly telling: ReadonlySet<string>
  /** What its words speak of beside what it asks by name, with other words for it, what the role is called last: CONSTABLE also finds police and havaldar. */
  readonly concepts: readonly RoleConcept[]
  readonly sounds: Sounds
}

/** Words after a skill that say only that one does it. */
const doing = new Set(['riding', 'playing', 'skills', 'skill', 'acting', 'singing', 'dance', 'dancing', 'work', 'speaking', 'performer'])

/** Words of scripts and profiles that tell nothing of a person. */
const empty = new Set(
  (
    'about above after again against along another around asks away back because been before behind being below beside between both ' +
    'came cannot come comes could does doing done down each either else even ever every find finds from front gets give gives goes ' +
    'hand hands have having head here hers herself himself holds into itself just keep keeps know knows last later left like little ' +
    'long look looks made make makes many more most much must name near never next nobody none nothing once one only onto open ' +
    'opens other others over part place plays puts right round same says scene seen sees side sits some somebody something stands ' +
    'still such take takes tell than that their them then there these they thing things this those though three through time toward ' +
    'towards turn turns under until upon very walks want wants watches well went were what when where which while who whole whom ' +
    'whose will with within without would years young your woman male female languages small large hard soft great good short long ' +
    'quick quiet plain big three four five six seven eight nine ten twenty thirty forty fifty sixty hundred early late first second ' +
    'third voice plays playing role film feature'
  ).split(' '),
)

/** Participles and short words are shared by chance. */
const isTelling = (word: string): boolean => word.length > 4 && !empty.has(word) && !/(?:ed|ing|ly)$/.test(word) && !/^\d/.test(word)

/**
 * Turns a role into what it asks, with the words of the office for the same skill.
 *
 * What the script proposes and nobody has decided yet counts as wished for: the list is of use from the first minute, and only
 * what the user set or accepted is a gate.
 */
export function askOf(role: Role, { shoot, brand }: Pick<Production, 'shoot' | 'brand'>, glossary: Glossary, today: string, sounds: Sounds = createSounds()): Ask {
  const open = role.proposals.filter(({ state }) => state === 'proposed').map(({ proposal }) => proposal)
  const proposedRanges = role.playingRange ? [] : open.flatMap(proposal => (proposal.field === 'playingRange' ? [proposal.value] : []))
  const proposedGender = role.gender ? null : (open.flatMap(proposal => (proposal.field === 'gender' ? [proposal.value] : []))[0] ?? null)
  const wished = (field: 'language' | 'skill'): readonly string[] =>
    open.flatMap(proposal => (proposal.field === field ? [proposal.value] : []))
  const languages: readonly AskedLanguage[] = withWishes(role.languages, wished('language'), () => false)
  const skills = withWishes(role.skills, wished('skill'), (a, b) => glossary.alternatives(a).includes(b))
  const gender = role.gender ?? proposedGender
  const free = freeWordsOf(role, glossary)
  const text = wordsOfRole({ ...role, languages: [...languages], skills, gender, playingRange: role.playingRange ?? proposedRanges[0] ?? null }, free)
  return {
    roleId: role.id,
    productionId: role.productionId,
    playingRange: role.playingRange,
    gender: role.gender,
    proposedRanges,
    proposedGender,
    languages: languages.map(asked => ({ ...asked, page: pageSaying(role, 'language', asked.name) })),
    skills: skills.map(asked => ({ ...asked, words: skillWords(asked.name, glossary), page: pageSaying(role, 'skill', asked.name) })),
    days: role.dates ?? shoot,
    ownDays: role.dates !== null,
    size: role.size,
    budget: role.budget,
    union: role.union,
    typing: role.typing,
    brand,
    today,
    pages: { playingRange: pageSaying(role, 'playingRange'), gender: pageSaying(role, 'gender'), told: role.introductions[0] ?? null },
    lifted: new Set(role.liftedGates),
    text,
    telling: new Set(fold(`${withoutLooks(role.name)} ${text}`).split(' ').filter(isTelling)),
    concepts: conceptsOfRole(fold(`${free.join(' ')} ${withoutLooks(role.name)}`), glossary, isTelling).map(concept => ({ ...concept, alternatives: concept.alternatives.filter(word => !isNotCounted(word)) })),
    sounds,
  }
}

/** The line that a fact of the role was read from, unless the user dismissed it; by its words where a role asks for several of a kind. */
function pageSaying({ proposals }: Role, field: RoleProposal['field'], name?: string): Citation | null {
  const said = proposals.find(({ proposal, state }) =>
    proposal.field === field && state !== 'dismissed' && (name === undefined || (typeof proposal.value === 'string' && fold(proposal.value) === fold(name))))
  return said?.citation ?? null
}

/** What is asked, and what is merely proposed where it is not asked already, be it by another word for the same. */
const withWishes = <One extends Asked>(asked: readonly One[], proposed: readonly string[], isSame: (a: string, b: string) => boolean): (One | Asked)[] => [
  ...asked,
  ...proposed
    .filter(name => !asked.some(other => fold(other.name) === fold(name) || isSame(fold(name), fold(other.name))))
    .map(name => ({ name, must: false })),
]

/**
 * What is asked by name stands first, since the encoder reads some 90 words only; of the lines of the script those sentences
 * come last that name the role. A mere name of a person says nothing; a calling (CONSTABLE) does. How the role looks stays out,
 * as do skin, caste, faith and beauty wherever they are spoken of.
 */
function wordsOfRole(role: Role, free: readonly string[]): string {
  const who = role.gender === null ? '' : { female: 'Woman', male: 'Man', nonBinary: 'Non-binary performer' }[role.gender]
  const range = role.playingRange
  const age = range === null ? '' : range.from === range.to ? `plays ${range.from}` : `plays ${range.from} to ${range.to}`
  const list = (head: string, asked: readonly Asked[]): string =>
    asked.length === 0 ? '' : `${head}: ${asked.map(({ name }) => name).join(', ')}`
  return [
    [who, age].filter(part => part !== '').join(', '),
    list('Skills', role.skills),
    list('Languages', role.languages),
    ...free,
  ].map(part => part.replace(/[.\s]+$/u, '').replaceAll('\n', ', ')).filter(part => part !== '').join('. ')
}

/** What is said of a role beside what it asks by name: its notes, the lines that introduce it, else its calling. */
function freeWordsOf(role: Role, glossary: Glossary): readonly string[] {
  const looks = [role.look, ...role.proposals.flatMap(({ proposal }) => (proposal.field === 'look' ? [proposal.value] : []))].flatMap(look => look.split(', '))
  const told = role.introductions.map(({ quote }) => withoutLooks(aboutRole(quote, role.name), looks))
  const calling = role.name.split(/\s+/u).filter(word => isGeneric(word) || glossary.alternatives(fold(word)).length > 0)
  return [withoutLooks(role.notes), ...told, told.length === 0 ? withoutLooks(calling.join(' ').toLowerCase()) : '']
}

function aboutRole(quote: string, name: string): string {
  const words = fold(name).split(' ').filter(word => !isGeneric(word))
  const about = sentencesOf(quote).filter(({ text }) => words.some(word => ` ${fold(text)} `.includes(` ${word} `)))
  return about.length === 0 ? quote : about.map(({ text }) => text).join(' ')
}

/** "motorcycle riding" asks for any word for a motorcycle; "kushti" for wrestling, pehlwan, akhara. */
export function skillWords(name: string, glossary: Glossary): readonly (readonly string[])[] {
  const whole = fold(name)
  const others = sameSkill(whole, glossary.alternatives(whole))
  if (others.length > 0 || !whole.includes(' ')) return [[whole, ...others]]
  const parts = whole.split(' ')
  const telling = parts.filter(word => !doing.has(word) && word.length > 2)
  return (telling.length > 0 ? telling : parts).map(word => [word, ...sameSkill(word, glossary.alternatives(word))])
}
