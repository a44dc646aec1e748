import { preferencesOf } from '../src-main/matching/learning.ts'
import { learnWeights, type FactorValues } from '../src-main/matching/learnWeights.ts'
import { houseWeights } from '../src-main/matching/weights.ts'
import { FactorName, type FitWeights } from '../src-preload/contract/matching.ts'
import type { RoleId } from '../src-preload/contract/roles.ts'
import type { TalentId } from '../src-preload/contract/talent.ts'
import { seededNumbers } from '../tests/support/manyPeople.ts'

/** How people do on each factor, by role and person. */
export type AllValues = ReadonlyMap<RoleId, ReadonlyMap<TalentId, FactorValues>>

/** How a simulated director agreed with the weights: before any decision, and after each of them. */
export interface Taste {
  readonly start: number
  readonly after: readonly number[]
}

const decisionsMade = 40
/** So many people of a role are decided on before the next. */
const ofOneRole = 10
const unseenPairs = 600

/**
 * Lets a director whose taste is known decide on forty people, ten of a role, and learns after each.
 *
 * Her taste is a weight for each factor, drawn anew for each seed. What the book lacks she sees; she selects who is worth more than
 * the middle of the ten, with a little noise, and passes the others over. Agreement is on pairs of roles on which she decided nothing, where her
 * taste tells the two apart.
 */
export function simulateTaste(values: AllValues, seed: number): Taste {
  const random = seededNumbers(seed)
  const taste = Object.fromEntries(FactorName.options.map(factor => [factor, 100 * random() ** 2])) as FitWeights
  const seen = new Map<string, number>()
  const worthOf = (roleId: RoleId, id: TalentId): number => {
    const own = values.get(roleId)?.get(id) ?? {}
    return Object.entries(own).reduce((sum, [factor, value]) => {
      const key = `${roleId} ${id} ${factor}`
      const truly = value ?? seen.get(key) ?? random()
      seen.set(key, truly)
      return sum + taste[factor as FactorName] * truly
    }, 0)
  }
  const roles = shuffled([...values.keys()], random)
  const decided = roles.slice(0, decisionsMade / ofOneRole)
  const decisions = decided.flatMap(roleId => {
    const ten = shuffled([...(values.get(roleId)?.keys() ?? [])], random).slice(0, ofOneRole)
    const worths = ten.map(id => ({ id, worth: worthOf(roleId, id) * (0.95 + 0.1 * random()) }))
    const middle = worths.map(({ worth }) => worth).toSorted((a, b) => a - b)[Math.floor(ofOneRole / 2)] ?? 0
    return worths.map(({ id, worth }) => ({ roleId, talentId: id, level: worth >= middle ? 2 : 0 }))
  })
  const pairs = makePairs(values, roles.slice(decided.length), worthOf, random)
  const agreement = (weights: FitWeights): number => pairs.reduce((sum, [one, other]) => sum + (Math.sign(fit(weights, one) - fit(weights, other)) + 1) / 2, 0) / pairs.length
  const read = (roleId: RoleId, ids: readonly TalentId[]) => new Map(ids.map(id => [id, values.get(roleId)?.get(id) ?? {}]))
  return {
    start: agreement(houseWeights),
    after: decisions.map((_, at) => agreement(learnWeights(preferencesOf(decisions.slice(0, at + 1), read), houseWeights).weights)),
  }
}

/** The fit as the ranking makes it: the mean of what is known. */
function fit(weights: FitWeights, values: FactorValues): number {
  const known = (Object.entries(values) as [FactorName, number | null][]).flatMap(([factor, value]) => (value === null ? [] : [{ weight: weights[factor], value }]))
  const whole = known.reduce((sum, { weight }) => sum + weight, 0)
  return whole === 0 ? 0.5 : known.reduce((sum, { weight, value }) => sum + weight * value, 0) / whole
}

function makePairs(values: AllValues, roles: readonly RoleId[], worthOf: (roleId: RoleId, id: TalentId) => number, random: () => number): readonly (readonly [FactorValues, FactorValues])[] {
  const pairs: (readonly [FactorValues, FactorValues])[] = []
  for (let tries = 0; pairs.length < unseenPairs && tries < 20 * unseenPairs; tries++) {
    const roleId = roles[Math.floor(random() * roles.length)]
    const people = [...(roleId === undefined ? [] : (values.get(roleId)?.keys() ?? []))]
    const [one, other] = [people[Math.floor(random() * people.length)], people[Math.floor(random() * people.length)]]
    if (roleId === undefined || one === undefined || other === undefined || one === other) continue
    const [a, b] = [worthOf(roleId, one), worthOf(roleId, other)]
    if (Math.abs(a - b) < 1) continue
    const [better, worse] = a > b ? [one, other] : [other, one]
    pairs.push([values.get(roleId)?.get(better) ?? {}, values.get(roleId)?.get(worse) ?? {}])
  }
  return pairs
}

function shuffled<Value>(list: readonly Value[], random: () => number): Value[] {
  return list.map(value => ({ value, at: random() })).sort((a, b) => a.at - b.at).map(({ value }) => value)
}
