import type { Cast, CastPair, CastRole, Money } from '../../../src-preload/contract/ensemble.ts'
import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import type { PairForecast } from '../../../src-preload/contract/pairs.ts'
import type { Role } from '../../../src-preload/contract/roles.ts'
import { askedGap } from '../pairs/pairValues.ts'
import { forecastAll } from '../pairs/predictPairs.ts'
import { datesOn } from './datesOn.ts'
import type { EnsembleParts } from './ensembleParts.ts'
import type { EnsembleProblem, SolvedCast } from './problem.ts'
import type { ReadEnsemble } from './readEnsemble.ts'

/** Puts a cast into the words of the contract; wished pairs that did not weigh are predicted here. Throws CANCELLED. */
export async function shownCast(parts: EnsembleParts, read: ReadEnsemble, { chosen, worth, proven, gap }: SolvedCast, best: SolvedCast, signal: AbortSignal): Promise<Cast> {
  const roles = read.roles.map((role, at) => shownRole(read, role, at, chosen[at] ?? -1))
  const known = roles.flatMap(({ fee }) => (fee ? [fee.amount] : []))
  return {
    roles,
    worth: worth * 100,
    fit: roles.reduce((sum, { fit }) => sum + fit, 0) / roles.length,
    chemistry: chemistryOf(read.problem, chosen),
    pairs: [...countedPairs(read, chosen), ...(await wishedPairs(parts, read, roles, signal))],
    fee: known.length === 0 ? null : moneyOf(read, known.reduce((sum, amount) => sum + amount, 0)),
    feesUnknown: roles.length - known.length,
    differs: chosen.filter((at, role) => at !== best.chosen[role]).length,
    proven,
    gap,
  }
}

const moneyOf = ({ currency }: ReadEnsemble, amount: number): Money => ({ amount, currency })

function shownRole(read: ReadEnsemble, { id: roleId, name: roleName }: Role, at: number, chosen: number): CastRole {
  const candidate = read.candidates[at]?.[chosen]
  const person = candidate && read.people.get(candidate.talent.id)
  if (!candidate || !person) throw new CastMatchError('NOT_FOUND', { subject: roleName })
  const fee = read.fees.get(person.id) ?? null
  const days = read.days[at] ?? null
  return {
    roleId, roleName, talentId: person.id, talentName: person.name, picture: person.picture,
    fit: candidate.fit, interval: candidate.interval,
    fee: fee === null ? null : moneyOf(read, fee),
    dates: days && datesOn(days, person.availability),
    why: candidate.reasons.slice(0, 3).map(({ text }) => text),
    gap: candidate.gaps[0]?.text ?? null,
    stoppedBy: candidate.stoppedBy.map(({ text }) => text),
    fixed: read.wish.fixed.some(one => one.roleId === roleId && one.talentId === person.id),
  }
}

/** The mean predicted rating of the pairs, 1 to 5. */
function chemistryOf({ pairs }: EnsembleProblem, chosen: readonly number[]): number | null {
  const weights = pairs.reduce((sum, { weight }) => sum + weight, 0)
  if (weights === 0) return null
  const worth = pairs.reduce((sum, { roles: [one, other], weight, worth: cells }) => sum + weight * (cells[chosen[one] ?? -1]?.[chosen[other] ?? -1] ?? 0), 0)
  return 1 + (4 * worth) / weights
}

function countedPairs({ wish, roles, candidates, pairs }: ReadEnsemble, chosen: readonly number[]): readonly CastPair[] {
  return pairs.flatMap(({ roles: [one, other], cells }) => {
    const forecast = cells[chosen[one] ?? -1]?.[chosen[other] ?? -1]
    const two = [one, other].flatMap(at => candidates[at]?.[chosen[at] ?? -1]?.talent ?? [])
    const [first, second] = two
    if (!forecast || !first || !second) return []
    const wished = wish.must.some(pair => pair.includes(first.id) && pair.includes(second.id))
    return [shownPair([roles[one]?.name ?? '', roles[other]?.name ?? ''], [first.name, second.name], forecast, { wished, counted: true })]
  })
}

/** Wished pairs whose roles are no pair that counts: predicted all the same, so that she sees what she asked for, unless predictions are switched off. */
async function wishedPairs(parts: EnsembleParts, read: ReadEnsemble, cast: readonly CastRole[], signal: AbortSignal): Promise<readonly CastPair[]> {
  const made: CastPair[] = []
  if (!parts.settings().chemistry) return made
  for (const two of read.wish.must) {
    const [one, other] = two.map(id => cast.findIndex(({ talentId }) => talentId === id))
    const [first, second] = [read.roles[one ?? -1], read.roles[other ?? -1]]
    if (one === undefined || other === undefined || !first || !second) continue
    if (read.pairs.some(({ roles }) => roles.includes(one) && roles.includes(other))) continue
    const people = two.map(id => read.people.get(id)).filter(person => person !== undefined)
    const [cells] = await forecastAll(parts, { rows: people.slice(0, 1), columns: people.slice(1), gap: askedGap([first, second]) }, signal)
    const forecast = cells?.[0]?.forecast
    if (forecast) made.push(shownPair([first.name, second.name], [people[0]?.name ?? '', people[1]?.name ?? ''], forecast, { wished: true, counted: false }))
  }
  return made
}

const shownPair = (roles: [string, string], people: [string, string], { mean, interval }: PairForecast, said: Pick<CastPair, 'wished' | 'counted'>): CastPair =>
  ({ roles, people, mean, interval, ...said })
