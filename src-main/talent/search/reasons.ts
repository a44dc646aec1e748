import type { Availability, FeeBand, TalentSummary } from '../../../src-preload/contract/talent.ts'
import type { DaySpan } from '../../../src-preload/contract/words.ts'
import { rangeWords } from '../../../src-preload/contract/said.ts'
import type { Database } from '../../database/openDatabase.ts'
import { fold } from '../../spelling/folding.ts'
import type { Condition, FeeLimit } from './conditions.ts'
import { titled } from './readChips.ts'
import { moneyWords } from './readFees.ts'
import { spanWords } from './readFreeDays.ts'
import { feetWords } from './readHeights.ts'

/** From this place among the found on, 0 to 1, somebody counts as similar in meaning. */
const similarFrom = 0.6

/** Facts of a person that no list shows, read where a condition asks for them. */
export interface AskedFacts {
  readonly fee: FeeBand | null
  readonly union: string
  readonly born: string | null
  readonly hasPassport: boolean | null
  readonly availability: readonly Availability[]
}

/** What a person was found by. */
export interface Evidence {
  readonly conditions: readonly Condition[]
  readonly facts: AskedFacts | undefined
  /** By the name of the field, the words found in it. */
  readonly matched: ReadonlyMap<string, readonly string[]>
  readonly meaning: number
  readonly byWords: boolean
  readonly byName: boolean
  /** `YYYY-MM-DD`, for how days are said. */
  readonly today: string | undefined
}

/** What a record says of a condition, in words; `known` is false where it says nothing. */
export interface Said {
  readonly says: string
  readonly known: boolean
}

/** Whether somebody found so near in meaning, 0 to 1 among the found, counts as similar. */
export const isSimilar = ({ byWords, byName, meaning }: Pick<Evidence, 'byWords' | 'byName' | 'meaning'>): boolean => meaning >= similarFrom || (!byWords && !byName && meaning > 0)

/** Why a person was found, in words: which words in which field, which condition, or the meaning. */
export function reasonsFor(person: TalentSummary, evidence: Evidence): string[] {
  const fields = [...evidence.matched].map(([field, words]) => `${words.slice(0, 4).map(word => `“${word}”`).join(', ')} in ${field}`)
  const conditions = evidence.conditions.map(condition => saidOf(person, condition, evidence.facts, evidence.today)?.says).filter(says => says !== undefined)
  return [
    ...(evidence.byName && !evidence.matched.has('name') ? ['the name is spelt alike'] : []),
    ...fields,
    ...conditions,
    ...(isSimilar(evidence) ? ['similar in meaning'] : []),
  ]
}

/** What a record says of a condition; null where there is nothing to say. */
export function saidOf(person: TalentSummary, condition: Condition, facts: AskedFacts | undefined, today = '0000'): Said | null {
  const genders = { female: 'woman', male: 'man', nonBinary: 'non-binary' }
  switch (condition.kind) {
    case 'gender': return known(person.gender === null ? null : genders[person.gender], 'gender')
    case 'playingRange':
    case 'ageBeside': return known(person.playingRange && `plays ${rangeWords(person.playingRange)}`, 'playing range')
    case 'language': return languageSaid(person, condition.word, condition.least !== null)
    case 'city': return known(person.city && `in ${person.city}`, 'city')
    case 'tag': return { says: `tagged ${condition.word}`, known: true }
    case 'height': return known(person.heightCm === null ? null : feetWords(person.heightCm), 'height')
    case 'fee': return feeSaid(facts?.fee ?? null, condition.limit)
    case 'dates': return datesSaid(facts?.availability ?? [], condition.span, today)
    case 'union': return known(facts?.union ? facts.union : null, 'union card')
    case 'passport': return known(facts?.hasPassport ? 'has a passport' : null, 'passport')
    case 'minor': return facts?.born ? { says: `born ${facts.born.slice(0, 4)}`, known: true } : known(person.playingRange && `plays ${rangeWords(person.playingRange)}, date of birth not known`, 'age')
    case 'media': return { says: { headshot: 'has a headshot', reel: 'has a reel', selfTape: 'has a self-tape' }[condition.media], known: true }
    case 'excludeWords': return { says: `nothing says ${condition.phrase}`, known: true }
    case 'excludeGender': return person.gender === null ? known(null, 'gender') : null
    case 'skill':
    case 'like': return null
  }
}

const known = (says: string | null, what: string): Said => (says ? { says, known: true } : { says: `${what} not known`, known: false })

const fluencySaid = { native: 'mother tongue', fluent: 'fluent', conversational: 'conversational', basic: 'basic' }

function languageSaid({ languages }: TalentSummary, word: string, asksHowWell: boolean): Said {
  if (languages.length === 0) return known(null, 'languages')
  const spoken = languages.find(({ language, dialects }) => [language, ...dialects].some(name => fold(name).includes(word)))
  const says = `speaks ${titled(word)}`
  if (!asksHowWell) return { says, known: true }
  return spoken?.fluency ? { says: `${says}, ${fluencySaid[spoken.fluency]}`, known: true } : { says: `${says}, how well is not known`, known: false }
}

function feeSaid(fee: FeeBand | null, { currency, per }: FeeLimit): Said {
  if (!fee) return known(null, 'fee')
  const paid = fee.per === 'day' ? 'a day' : 'for the project'
  const band = fee.from === fee.to ? moneyWords(fee.from, fee.currency) : `${moneyWords(fee.from, fee.currency)} to ${moneyWords(fee.to, fee.currency)}`
  const isComparable = fee.currency === currency && (per === null || fee.per === per)
  return isComparable ? { says: `${band} ${paid}`, known: true } : { says: `${band} ${paid}, which cannot be compared`, known: false }
}

/** How somebody stands on some days: pencilled is said, and so is what is not known. */
function datesSaid(availability: readonly Availability[], asked: DaySpan, today: string): Said {
  const within = availability.filter(({ span }) => span.from <= asked.to && span.to >= asked.from)
  const clipped = ({ span }: Availability): string => spanWords({ from: span.from < asked.from ? asked.from : span.from, to: span.to > asked.to ? asked.to : span.to }, today)
  const pencilled = within.filter(({ state }) => state === 'pencilled')
  const free = within.filter(({ state }) => state === 'free')
  if (pencilled.length > 0) return { says: `pencilled ${pencilled.map(clipped).join(', ')}`, known: true }
  if (free.some(({ span }) => span.from <= asked.from && span.to >= asked.to)) return { says: `free ${spanWords(asked, today)}`, known: true }
  return free.length > 0 ? { says: `free ${free.map(clipped).join(', ')}, other days not known`, known: false } : known(null, 'availability')
}

interface AskedRow {
  readonly row: number
  readonly id: string
  readonly fee: string | null
  readonly union_card: string
  readonly born: string | null
  readonly passport: string | null
}

/** The facts that the conditions ask for and no list shows, by the number of the row; empty where no condition asks for any. */
export function factsAsked(db: Database, conditions: readonly Condition[], rows: readonly number[]): ReadonlyMap<number, AskedFacts> {
  if (!conditions.some(({ kind }) => ['fee', 'dates', 'union', 'passport', 'minor'].includes(kind))) return new Map()
  const people = db.prepare('SELECT row, id, fee, union_card, born, passport FROM talent WHERE row IN (SELECT value FROM json_each(?))').all(JSON.stringify(rows)) as readonly AskedRow[]
  const days = conditions.flatMap(condition => (condition.kind === 'dates' ? [condition.span] : []))
  const spans = days.length === 0 ? new Map<string, readonly Availability[]>() : availabilityIn(db, people.map(({ id }) => id), days)
  return new Map(people.map(({ row, id, fee, union_card, born, passport }) => [row, {
    fee: fee === null ? null : (JSON.parse(fee) as FeeBand), union: union_card, born,
    hasPassport: passport === null ? null : (JSON.parse(passport) as { readonly held: boolean }).held, availability: spans.get(id) ?? [],
  }]))
}

function availabilityIn(db: Database, ids: readonly string[], days: readonly DaySpan[]): ReadonlyMap<string, readonly Availability[]> {
  const [from, to] = [days.map(span => span.from).sort()[0] ?? '', days.map(span => span.to).sort().at(-1) ?? '']
  const rows = db
    .prepare<[string, string, string], { id: string; state: Availability['state']; from_day: string; to_day: string }>(
      'SELECT talent_id AS id, state, from_day, to_day FROM talent_availability WHERE talent_id IN (SELECT value FROM json_each(?)) AND from_day <= ? AND to_day >= ? ORDER BY from_day',
    )
    .all(JSON.stringify(ids), to, from)
  return new Map([...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => [id, own.map(({ state, from_day, to_day }) => ({ state, span: { from: from_day, to: to_day } }))]))
}
