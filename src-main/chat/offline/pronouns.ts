import type { OpenPlace } from '../../../src-preload/contract/chat.ts'
import type { RoleSummary } from '../../../src-preload/contract/roles.ts'
import type { TalentSummary } from '../../../src-preload/contract/talent.ts'
import type { Gender } from '../../../src-preload/contract/words.ts'
import type { Database } from '../../database/openDatabase.ts'
import { listRoles } from '../../roles/roleStore.ts'
import { wordsOf } from '../../spelling/folding.ts'
import { summariesOf } from '../../talent/summaries.ts'
import type { EarlierTurn } from './earlier.ts'
import type { Concept } from './lexicon.ts'
import type { Mention } from './names.ts'
import type { Question } from './question.ts'

/** The turn before a question: what it showed, and how its question was read. */
export interface LastTurn extends Pick<EarlierTurn, 'people' | 'roles'> {
  readonly question: Question
}

/** What "him" and "is role" can point at: what stands open on the screen, and what was asked and shown last. */
export interface PointedAt {
  readonly place: OpenPlace
  readonly last: LastTurn | null
}

const pronoun =
  /^(?:he|him|his|she|her|hers|them|they|their|unko|unka|unki|unke|unhe|unhein|unhen|usko|use|uska|uski|uske|usne|unhone|inko|inka|inki|inke|inhe|inhein|isko|iska|iski|iske|woh|wo|vo)$/
const ofMen = /^(?:he|him|his)$/
const ofWomen = /^(?:she|her|hers)$/
const pointing = /^(?:this|that|same|is|iss|us|uss|yeh|ye|usi|isi)$/
const roleWord = /^(?:role|part|kirdar|kirdaar|character)$/
const personWord = /^(?:person|actor|actress|artist|kalakar)$/

/** What is asked of people, and what of roles. */
const ofPeople: readonly Concept[] = ['phone', 'email', 'height', 'agent', 'fee', 'city', 'skills', 'union', 'credits', 'free', 'number', 'session', 'come', 'onList', 'hold']
const ofRoles: readonly Concept[] = ['scene', 'speeches', 'first', 'page', 'together', 'asks', 'fits', 'shortList', 'longList', 'selects', 'progress', 'best']

/** More than so many who may be meant are asked for by name. */
const mostMeant = 4

/**
 * Puts whom a question points at ("her", "unko", "is role") in the place of the pronoun; null where it points at nobody who is certain enough to
 * be asked about.
 *
 * Several who may be meant stand as candidates of one mention, to be asked back about. What is said of somebody in the same sentence ("a girl in
 * her twenties") points at nobody.
 */
export function withPointedAt(db: Database, question: Question, at: PointedAt): Question | null {
  const words = wordsOf(question.sentence)
  const saysRole = words.some((word, index) => pointing.test(word) && roleWord.test(words[index + 1] ?? ''))
  const saysPerson = words.some((word, index) => pointing.test(word) && personWord.test(words[index + 1] ?? ''))
  const found = words.filter((word, index) => pronoun.test(word) && words[index + 1] !== 'jo')
  const leansOnRole = question.said.has('best') && question.roles.length === 0
  if (!saysRole && !saysPerson && found.length === 0 && !leansOnRole) return question
  if (!saysRole && !saysPerson && !leansOnRole && isOfSomebodyHere(question)) return question
  const gender: Gender | null = found.some(word => ofMen.test(word)) ? 'male' : found.some(word => ofWomen.test(word)) ? 'female' : null
  const people = saysRole || leansOnRole || question.people.length > 0 ? [] : peopleMeant(db, at, gender)
  const roles = saysPerson || question.roles.length > 0 ? [] : rolesMeant(db, question, at, gender)
  const kind = saysRole || leansOnRole ? 'role' : saysPerson ? 'person' : kindMeant(question, people, roles)
  const mention = <Named>(candidates: readonly Named[]): readonly Mention<Named>[] => [{ from: -1, to: -1, candidates, score: 1 }]
  if (kind === 'person' && people.length > 0 && people.length <= mostMeant) return { ...question, people: mention(people) }
  if (kind === 'role' && roles.length > 0 && roles.length <= mostMeant) return { ...question, roles: mention(roles) }
  return null
}

/** Whether the sentence itself has whom its pronoun means: a name, or the kind of people that is looked for. */
function isOfSomebodyHere({ people, roles, said, deed }: Question): boolean {
  if ((['women', 'men', 'people', 'want'] as const).some(concept => said.has(concept))) return true
  return deed ? people.length > 0 && (roles.length > 0 || deed.kind !== 'putOnList') : people.length > 0 || roles.length > 0
}

function kindMeant({ said, deed, people: named }: Question, people: readonly unknown[], roles: readonly unknown[]): 'person' | 'role' | null {
  if (deed) return named.length === 0 ? 'person' : 'role'
  const asks = (concepts: readonly Concept[]): boolean => concepts.some(concept => said.has(concept))
  if (asks(ofRoles)) return 'role'
  if (asks(ofPeople)) return 'person'
  if (people.length > 0 && roles.length > 0) return null
  return people.length > 0 ? 'person' : 'role'
}

/** Of several that an answer showed, the one that stands open is meant; of one that was asked about and another that is open, either may be. */
function meant(asked: readonly string[], shown: readonly string[], open: string | null): readonly string[] {
  const last = asked.length === 1 ? asked : shown
  if (open === null) return last
  return last.length === 1 ? [...new Set([...last, open])] : [open]
}

const fits = (gender: Gender | null) => (one: { readonly gender: Gender | null }): boolean => gender === null || one.gender === null || one.gender === gender || one.gender === 'nonBinary'

function peopleMeant(db: Database, { place, last }: PointedAt, gender: Gender | null): readonly TalentSummary[] {
  const ids = meant(last?.question.people.flatMap(({ candidates }) => candidates.map(({ id }) => id as string)) ?? [], last?.people ?? [], place.talentId)
  const rows = db.prepare<[string], number>('SELECT row FROM talent WHERE removed_at IS NULL AND id IN (SELECT value FROM json_each(?))').pluck().all(JSON.stringify(ids.slice(0, 40)))
  return [...summariesOf(db, rows, '').values()].filter(fits(gender))
}

function rolesMeant(db: Database, { productionId }: Question, { place, last }: PointedAt, gender: Gender | null): readonly RoleSummary[] {
  if (productionId === null) return []
  const ids = new Set(meant(last?.question.roles.flatMap(({ candidates }) => candidates.map(({ id }) => id as string)) ?? [], last?.roles ?? [], place.roleId))
  return listRoles(db, productionId).filter(({ id }) => ids.has(id)).filter(fits(gender))
}
