import { isDeepStrictEqual } from 'node:util'
import type { ComparedFact, Taken } from '../../../src-preload/contract/duplicates.ts'
import { TalentField, type FactOrigins, type SpokenLanguage, type Talent, type TalentFacts } from '../../../src-preload/contract/talent.ts'
import type { Credit } from '../../../src-preload/contract/talentFacts.ts'
import { fold } from '../../spelling/folding.ts'
import { unknownFacts } from '../talentRecord.ts'

/** What is chosen for a fact where the user chose. */
export type TakenFacts = Readonly<Partial<Record<TalentField, Taken>>>

/** How the facts of two records stand to each other, and what a merge would take; facts of which neither says anything are left out. */
export function compareFacts(kept: Talent, other: Talent): readonly ComparedFact[] {
  return TalentField.options.flatMap((field): readonly ComparedFact[] => {
    const [isKept, isOther] = [isKnown(field, kept), isKnown(field, other)]
    if (!isKept && !isOther) return []
    const joins = canJoin(field, kept)
    if (!isKept || !isOther) return [{ field, state: 'one', joins: false, proposed: isKept ? 'kept' : 'other' }]
    if (sameFact(field, kept, other)) return [{ field, state: 'same', joins: false, proposed: 'kept' }]
    return [{ field, state: 'differs', joins, proposed: joins ? 'both' : laterOf(field, kept, other) }]
  })
}

/** The facts of a merge and where those that change come from. */
export interface MergedFacts {
  readonly facts: TalentFacts
  readonly origins: FactOrigins
}

/** Puts the facts of two records together: as chosen, else as {@link compareFacts} proposes. A screen name that is not taken becomes another spelling. */
export function mergeFacts(kept: Talent, other: Talent, take: TakenFacts): MergedFacts {
  const facts: TalentFacts = factsOf(kept)
  const origins: FactOrigins = {}
  for (const { field, joins, proposed } of compareFacts(kept, other)) {
    const asked = take[field] ?? proposed
    const taken = asked === 'both' && !joins ? proposed : asked
    if (taken === 'other') Object.assign(facts, { [field]: other[field] })
    if (taken === 'both') Object.assign(facts, { [field]: joined(field, kept, other) })
    if (taken === 'other' && other.sources[field]) origins[field] = other.sources[field]
  }
  return { facts: withBothNames(facts, kept, other), origins }
}

/** What a record says that merged facts do not say, by field. */
export function factsNotTaken(person: TalentFacts, merged: TalentFacts): Partial<TalentFacts> {
  const missing = TalentField.options.filter(field => isKnown(field, person) && !holds(field, merged, person))
  return Object.fromEntries(missing.map(field => [field, person[field]]))
}

/** The facts alone of a person with more about them. */
const factsOf = (person: TalentFacts): TalentFacts => Object.fromEntries(TalentField.options.map(field => [field, person[field]])) as TalentFacts

const isKnown = (field: TalentField, person: TalentFacts): boolean => field === 'name' || !isDeepStrictEqual(person[field], unknownFacts[field])

const canJoin = (field: TalentField, person: TalentFacts): boolean => Array.isArray(person[field]) || field === 'notes' || field === 'measurements'

const sameFact = (field: TalentField, a: TalentFacts, b: TalentFacts): boolean => {
  const [one, two] = [a[field], b[field]]
  if (typeof one === 'string' && typeof two === 'string') return one.trim() === two.trim()
  return isDeepStrictEqual(one, two) || (Array.isArray(one) && holds(field, a, b) && holds(field, b, a))
}

/** Whether one record says all of a fact that another says. */
const holds = (field: TalentField, whole: TalentFacts, part: TalentFacts): boolean => {
  const [all, some] = [whole[field], part[field]]
  if (field === 'name') return [whole.name, whole.legalName, ...whole.spellings].map(fold).includes(fold(part.name))
  if (field === 'notes') return whole.notes.includes(part.notes)
  if (Array.isArray(all) || field === 'measurements') return isDeepStrictEqual(joined(field, whole, part), all)
  return isDeepStrictEqual(all, some)
}

/** Whose fact was written later; the kept one's where nobody knows. */
function laterOf(field: TalentField, kept: Talent, other: Talent): Taken {
  if (field === 'name') return 'kept'
  const [at, otherAt] = [kept.sources[field]?.at ?? kept.updatedAt, other.sources[field]?.at ?? other.updatedAt]
  return otherAt > at ? 'other' : 'kept'
}

function withBothNames(facts: TalentFacts, kept: Talent, other: Talent): TalentFacts {
  const known = new Set([facts.name, facts.legalName, ...facts.spellings].map(fold))
  const more = [kept.name, other.name].filter(name => !known.has(fold(name)))
  return more.length === 0 ? facts : { ...facts, spellings: [...facts.spellings, ...new Set(more)] }
}

/** A fact of two records as one, without repeats, the kept one's first. */
function joined(field: TalentField, kept: TalentFacts, other: TalentFacts): unknown {
  switch (field) {
    case 'notes': return kept.notes.includes(other.notes) ? kept.notes : other.notes.includes(kept.notes) ? other.notes : `${kept.notes}\n${other.notes}`
    case 'measurements': return Object.fromEntries(Object.entries(kept.measurements).map(([part, value]) => [part, value === null || value === '' ? other.measurements[part as keyof TalentFacts['measurements']] : value]))
    case 'languages': return joinedLanguages(kept.languages, other.languages)
    case 'credits': return joinedBy(kept.credits, other.credits, sameCredit)
    case 'availability': return joinedBy(kept.availability, other.availability, (a, b) => isDeepStrictEqual(a.span, b.span))
    default: return joinedBy(kept[field] as readonly unknown[], other[field] as readonly unknown[], (a, b) => (typeof a === 'string' && typeof b === 'string' ? fold(a) === fold(b) : isDeepStrictEqual(a, b)))
  }
}

const joinedBy = <T>(kept: readonly T[], other: readonly T[], same: (a: T, b: T) => boolean): readonly T[] => [...kept, ...other.filter(entry => !kept.some(known => same(known, entry)))]

function joinedLanguages(kept: readonly SpokenLanguage[], other: readonly SpokenLanguage[]): readonly SpokenLanguage[] {
  const known = kept.map((spoken): SpokenLanguage => {
    const twin = other.find(({ language }) => fold(language) === fold(spoken.language))
    if (!twin) return spoken
    return { ...spoken, fluency: spoken.fluency ?? twin.fluency, dialects: [...joinedBy(spoken.dialects, twin.dialects, (a, b) => fold(a) === fold(b))] }
  })
  return joinedBy(known, other, (a, b) => fold(a.language) === fold(b.language))
}

/** The same production and role, where both are known, and no other year: one credit written twice. */
const sameCredit = (a: Credit, b: Credit): boolean =>
  fold(a.production) === fold(b.production) && (fold(a.role) === fold(b.role) || a.role === '' || b.role === '') && (a.year === b.year || a.year === null || b.year === null)
