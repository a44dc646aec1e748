import type { Ensemble, EnsembleWish } from '../../../src-preload/contract/ensemble.ts'
import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import type { Role, RoleId } from '../../../src-preload/contract/roles.ts'
import type { TalentId, TalentRecord } from '../../../src-preload/contract/talent.ts'
import type { Progress } from '../../../src-preload/contract/words.ts'
import { getProduction } from '../../productions/productionStore.ts'
import { standingRole } from '../../roles/roleRecord.ts'
import { getRole } from '../../roles/roleStore.ts'
import { talentFactsOf } from '../../talent/talentFacts.ts'
import { talentModelId } from '../../talent/talentRecord.ts'
import { candidatesFor, compareFor } from '../candidates.ts'
import type { PairParts } from '../pairs/pairParts.ts'
import { askedGap } from '../pairs/pairValues.ts'
import { forecastAll } from '../pairs/predictPairs.ts'
import { pairKey, readScriptPairs } from '../pairs/scriptPairs.ts'
import type { EnsembleLimit, EnsemblePair, EnsembleProblem } from './problem.ts'

/** A wish as it was read: the problem, and what its places mean. */
export interface ReadEnsemble {
  readonly problem: EnsembleProblem
  readonly roles: readonly Role[]
  readonly people: ReadonlyMap<string, TalentRecord>
  /** What each person costs, in minor units; who is not here costs nothing that is known. */
  readonly fees: ReadonlyMap<string, number>
  readonly currency: string
  readonly considered: Ensemble['considered']
  readonly pairs: Ensemble['pairs']
}

/** How many pairs of roles count at most, those on which most hangs: the rest would say little and cost time. */
const mostPairs = 8

/** Reads what a cast is to be found for. Throws NOT_FOUND, INVALID_INPUT, CANCELLED. */
export async function readEnsemble(parts: PairParts, wish: EnsembleWish, report: (progress: Progress) => void, signal: AbortSignal): Promise<ReadEnsemble> {
  const roles = rolesOf(parts, wish)
  const found: Considered[] = []
  for (const role of roles) {
    report({ kind: 'progress', stage: `Candidates for ${role.name}`, done: found.length, total: roles.length })
    found.push(await consideredFor(parts, wish, role.id, signal))
  }
  const ids = [...new Set([...found.flatMap(({ fits }) => [...fits.keys()]), ...namedIn(wish)])]
  const people = new Map(talentFactsOf(parts.db, talentModelId(parts.embedder), ids).map(person => [person.id as string, person]))
  const currency = wish.feeTotal?.currency ?? mostUsed([...people.values()])
  const fees = new Map([...people].flatMap(([id, person]) => {
    const fee = feeOf(person, currency, wish.days)
    return fee === null ? [] : [[id, fee] as const]
  }))
  const candidates = found.map(({ fits }) => [...fits].map(([id, fit]) => ({ person: id, worth: fit / 100, fee: fees.get(id) ?? 0 })))
  const pairs = wish.chemistry === 0 ? [] : await pairsFor({ parts, roles, candidates, people, wish }, signal)
  const { chemistry, alternatives, distance, seconds } = wish
  return {
    roles, people, fees, currency,
    problem: { roles: candidates, pairs, limits: limitsOf(wish, roles), chemistry, alternatives, distance, seconds },
    considered: roles.map(({ id, name }, at) => ({ roleId: id, roleName: name, people: candidates[at]?.length ?? 0, held: found[at]?.held ?? 0 })),
    pairs: pairs.flatMap(({ roles: [one, other], weight }) => {
      const [a, b] = [roles[one], roles[other]]
      return a && b ? [{ roleIds: [a.id, b.id] as [RoleId, RoleId], names: [a.name, b.name] as [string, string], weight }] : []
    }),
  }
}

function rolesOf({ db, settings }: PairParts, { productionId, roleIds }: EnsembleWish): readonly Role[] {
  const production = getProduction(db, productionId)
  const roles = roleIds.map(id => getRole(db, standingRole(db, id).id))
  const off = roles.find(role => !role.suggestions)
  if (!settings().suggestions || !production.suggestions) throw new CastMatchError('INVALID_INPUT', { subject: production.title, detail: 'suggestions are switched off' })
  if (off) throw new CastMatchError('INVALID_INPUT', { subject: off.name, detail: 'suggestions are switched off for this role' })
  const strange = roles.find(role => role.productionId !== productionId)
  if (strange) throw new CastMatchError('INVALID_INPUT', { subject: strange.name, detail: 'the role is of another production' })
  const twice = roles.find((role, at) => roles.findIndex(({ id }) => id === role.id) < at)
  if (twice) throw new CastMatchError('INVALID_INPUT', { subject: twice.name, detail: 'the role stands there twice' })
  return roles
}

interface Considered {
  readonly fits: ReadonlyMap<TalentId, number>
  readonly held: number
}

/** Who is considered for a role: those named, else the best fitting, and who is fixed; whom a gate holds is left out. */
async function consideredFor(parts: PairParts, wish: EnsembleWish, roleId: RoleId, signal: AbortSignal): Promise<Considered> {
  const named = wish.candidates.find(({ roleId: id }) => standingRole(parts.db, id).id === roleId)?.talentIds
  const fixed = wish.fixed.filter(({ roleId: id }) => standingRole(parts.db, id).id === roleId).map(({ talentId }) => talentId)
  const ranking = named ? null : await candidatesFor(parts, roleId, { limit: wish.perRole, signal })
  const asked = [...new Set([...(named ?? []), ...fixed, ...(ranking ? wish.must.flat() : [])])]
  const compared = asked.length === 0 ? [] : await compareFor(parts, roleId, asked, signal)
  // Whom the casting director fixed is hers, whatever a gate says.
  const open = compared.filter(({ talent, stoppedBy }) => stoppedBy.length === 0 || fixed.includes(talent.id))
  return {
    fits: new Map([...(ranking?.candidates ?? []), ...open].map(({ talent, fit }) => [talent.id, fit])),
    held: compared.length - open.length,
  }
}

const namedIn = ({ fixed, must, never }: EnsembleWish): readonly TalentId[] => [...fixed.map(({ talentId }) => talentId), ...must.flat(), ...never.flat()]

function limitsOf({ fixed, must, never, feeTotal }: EnsembleWish, roles: readonly Role[]): readonly EnsembleLimit[] {
  return [
    ...fixed.map(({ roleId, talentId }) => ({ kind: 'fixed' as const, role: roles.findIndex(({ id }) => id === roleId), person: talentId })),
    ...must.map(people => ({ kind: 'must' as const, people })),
    ...never.map(people => ({ kind: 'never' as const, people })),
    ...(feeTotal ? [{ kind: 'fee' as const, most: feeTotal.amount }] : []),
  ]
}

/** What somebody costs at most, in minor units: the upper end of the band, by the days where it is a fee per day. */
function feeOf({ fee }: TalentRecord, currency: string, days: number): number | null {
  if (!fee || fee.currency !== currency) return null
  return fee.per === 'day' ? fee.to * days : fee.to
}

function mostUsed(people: readonly TalentRecord[]): string {
  const counts = new Map<string, number>()
  for (const { fee } of people) if (fee) counts.set(fee.currency, (counts.get(fee.currency) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'INR'
}

interface PairsAsked {
  readonly parts: PairParts
  readonly roles: readonly Role[]
  readonly candidates: EnsembleProblem['roles']
  readonly people: ReadonlyMap<string, TalentRecord>
  readonly wish: EnsembleWish
}

async function pairsFor({ parts, roles, candidates, people, wish }: PairsAsked, signal: AbortSignal): Promise<readonly EnsemblePair[]> {
  const places = new Map(roles.map(({ id }, at) => [id, at]))
  const seen = new Set<string>()
  const made: EnsemblePair[] = []
  for (const { roles: [one, other], weight } of readScriptPairs(parts.db, wish.productionId)) {
    const [at, beside] = [places.get(one.id), places.get(other.id)]
    const [first, second] = [roles[at ?? -1], roles[beside ?? -1]]
    if (at === undefined || beside === undefined || !first || !second || made.length >= mostPairs || seen.has(pairKey(one.id, other.id))) continue
    seen.add(pairKey(one.id, other.id))
    const recordsOf = (role: number): readonly TalentRecord[] => (candidates[role] ?? []).flatMap(({ person }) => people.get(person) ?? [])
    const cells = await forecastAll(parts, { rows: recordsOf(at), columns: recordsOf(beside), gap: askedGap([first, second]) }, signal)
    made.push({ roles: [at, beside], weight, worth: cells.map(row => row.map(cell => (cell === null ? 0 : (cell.forecast.mean - 1) / 4))) })
  }
  return made
}
