import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { TalentField, type TalentFacts } from '../../../src-preload/contract/talent.ts'
import { unknownFacts } from '../talentRecord.ts'

/** The name of a fact. */
export type FactName = TalentField

/** Every fact of a person, by name. */
export const factNames: readonly FactName[] = TalentField.options

/** The facts alone of a person with more about them. */
export const factsOf = (person: TalentFacts): TalentFacts => Object.fromEntries(factNames.map(name => [name, person[name]])) as TalentFacts

/** The facts that differ between two states of a person, as they were and as they are. */
export interface ChangedFacts {
  readonly before: Partial<TalentFacts>
  readonly after: Partial<TalentFacts>
}

/** What differs between two states of a person; null where nothing does. */
export function changesBetween(before: TalentFacts, after: TalentFacts): ChangedFacts | null {
  const changed = factNames.filter(name => !isDeepStrictEqual(before[name], after[name]))
  return changed.length === 0 ? null : { before: chosenFacts(before, changed), after: chosenFacts(after, changed) }
}

/** Which of the facts that somebody was left with still stand, and which were changed since. */
export function partedFacts(facts: TalentFacts, left: Partial<TalentFacts>): { readonly alone: readonly FactName[]; readonly changed: readonly FactName[] } {
  const names = factNames.filter(name => Object.hasOwn(left, name))
  const alone = names.filter(name => isDeepStrictEqual(facts[name], left[name]))
  return { alone, changed: names.filter(name => !alone.includes(name)) }
}

/** Some facts of a person, or what is said of some facts. */
export const chosenFacts = <Known extends Partial<Record<FactName, unknown>>>(known: Known, names: readonly FactName[]): Partial<Known> =>
  Object.fromEntries(names.filter(name => Object.hasOwn(known, name)).map(name => [name, known[name]])) as Partial<Known>

/**
 * By this it is known that nobody changed a person: 24 hexadecimal digits over the facts that are known. A fact that a later CastMatch
 * adds, unknown in all old records, does not change it.
 */
export function factsHash(facts: TalentFacts): string {
  const nothing: Partial<TalentFacts> = unknownFacts
  const known = factNames.filter(name => !isDeepStrictEqual(facts[name], nothing[name])).sort()
  return createHash('sha256').update(JSON.stringify(known.map(name => [name, inOrder(facts[name])]))).digest('hex').slice(0, 24)
}

/** The same value with the keys of its objects in order, for JSON that two equal values share. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, inOrder(inner)]))
}
