import { setImmediate } from 'node:timers/promises'
import type { Ensemble, EnsembleWish } from '../../../src-preload/contract/ensemble.ts'
import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import type { Candidate } from '../../../src-preload/contract/matching.ts'
import type { CastingList } from '../../../src-preload/contract/casting.ts'
import type { Role, RoleId } from '../../../src-preload/contract/roles.ts'
import type { TalentId, TalentRecord } from '../../../src-preload/contract/talent.ts'
import type { DaySpan, Progress } from '../../../src-preload/contract/words.ts'
import { getProduction } from '../../productions/productionStore.ts'
import { getRole } from '../../roles/roleStore.ts'
import { talentFactsOf } from '../../talent/talentFacts.ts'
import { talentModelId } from '../../talent/talentRecord.ts'
import { consideredFor, nearest, type Considered } from './considered.ts'
import { datesOn } from './datesOn.ts'
import type { EnsembleParts } from './ensembleParts.ts'
import { rolePairs, weighed, type RolePair } from './rolePairs.ts'
import { standingWish } from './standingWish.ts'
import type { EnsembleLimit, EnsembleProblem } from './problem.ts'

/** A wish as it was read: the problem, and what its places mean. */
export interface ReadEnsemble {
  readonly problem: EnsembleProblem
  readonly wish: EnsembleWish
  readonly roles: readonly Role[]
  /** The days that each role asks for: those wished for, else its own, else the shoot. */
  readonly days: readonly (DaySpan | null)[]
  /** From which lists the candidates of each role come. */
  readonly from: readonly (CastingList | null)[]
  /** The candidates of each role, in the order of the problem. */
  readonly candidates: readonly (readonly Candidate[])[]
  readonly people: ReadonlyMap<string, TalentRecord>
  /** What each person costs, in minor units; who is not here costs nothing that is known. */
  readonly fees: ReadonlyMap<string, number>
  readonly currency: string
  readonly considered: Ensemble['considered']
  readonly pairs: readonly RolePair[]
}

/** Reads what a cast is to be found for. Throws NOT_FOUND, INVALID_INPUT, CANCELLED. */
export async function readEnsemble(parts: EnsembleParts, asked: EnsembleWish, report: (progress: Progress) => void, signal: AbortSignal): Promise<ReadEnsemble> {
  const wish = standingWish(parts.db, asked)
  const { roles, shoot } = await rolesOf(parts, wish)
  const found: Considered[] = []
  for (const role of roles) {
    report({ kind: 'progress', stage: `Candidates for ${role.name}`, done: found.length, total: roles.length })
    found.push(await consideredFor(parts, wish, role, signal))
  }
  const people = await recordsOf(parts, [...new Set([...found.flatMap(({ candidates }) => [...candidates.keys()]), ...namedIn(wish)])])
  const currency = wish.feeTotal?.currency ?? mostUsed([...people.values()])
  const fees = new Map([...people].flatMap(([id, person]) => {
    const fee = feeOf(person, currency, wish.days)
    return fee === null ? [] : [[id, fee] as const]
  }))
  const blocked = wish.dates ? blockedOn(wish.dates, people) : []
  const away = new Set<string>([...wish.out, ...blocked])
  const candidates = found.map(considered => nearest(considered, wish.perRole, away).filter(({ talent }) => people.has(talent.id)))
  const inRoles = candidates.map(list => list.flatMap(({ talent }) => people.get(talent.id) ?? []))
  // Where predictions of chemistry are switched off, none enters.
  const counts = wish.chemistry > 0 && parts.settings().chemistry
  if (counts) report({ kind: 'progress', stage: 'Chemistry of the pairs', done: 0, total: 0 })
  const pairs = !counts ? [] : await rolePairs(parts, { productionId: wish.productionId, roles, people: inRoles }, signal)
  const { chemistry, alternatives, distance, seconds } = wish
  return {
    wish, roles, candidates, people, fees, currency, pairs,
    days: roles.map(({ dates }) => wish.dates ?? dates ?? shoot),
    from: found.map(({ from }) => from),
    problem: {
      roles: candidates.map(list => list.map(({ talent: { id }, fit }) => ({ person: id, worth: fit / 100, fee: fees.get(id) ?? 0 }))),
      pairs: pairs.map(weighed), limits: limitsOf(wish, roles, blocked), chemistry, alternatives, distance, seconds,
    },
    considered: roles.map(({ id, name }, at) => ({ roleId: id, roleName: name, people: candidates[at]?.length ?? 0, held: found[at]?.held ?? 0 })),
  }
}

/** The roles in full, read one by one so that others have their turn between. */
async function rolesOf({ db, settings }: EnsembleParts, { productionId, roleIds }: EnsembleWish): Promise<{ readonly roles: readonly Role[]; readonly shoot: DaySpan | null }> {
  const production = getProduction(db, productionId)
  if (!settings().suggestions || !production.suggestions) throw new CastMatchError('INVALID_INPUT', { subject: production.title, detail: 'suggestions are switched off' })
  const twice = roleIds.find((id, at) => roleIds.indexOf(id) < at)
  if (twice) throw new CastMatchError('INVALID_INPUT', { subject: getRole(db, twice).name, detail: 'the role stands there twice' })
  const roles: Role[] = []
  for (const id of roleIds) {
    const role = getRole(db, id)
    if (role.productionId !== productionId) throw new CastMatchError('INVALID_INPUT', { subject: role.name, detail: 'the role is of another production' })
    if (!role.suggestions) throw new CastMatchError('INVALID_INPUT', { subject: role.name, detail: 'suggestions are switched off for this role' })
    roles.push(role)
    await setImmediate()
  }
  return { roles, shoot: production.shoot }
}

/** How many people are read at once; others have their turn between. */
const atOnce = 50

async function recordsOf({ db, embedder }: EnsembleParts, ids: readonly TalentId[]): Promise<ReadonlyMap<string, TalentRecord>> {
  const people = new Map<string, TalentRecord>()
  for (let at = 0; at < ids.length; at += atOnce) {
    for (const person of talentFactsOf(db, talentModelId(embedder), ids.slice(at, at + atOnce))) people.set(person.id, person)
    await setImmediate()
  }
  return people
}

const namedIn = ({ fixed, must, never, out }: EnsembleWish): readonly TalentId[] => [...fixed.map(({ talentId }) => talentId), ...must.flat(), ...never.flat(), ...out]

const blockedOn = (dates: DaySpan, people: ReadonlyMap<string, TalentRecord>): readonly string[] =>
  [...people].filter(([, { availability }]) => datesOn(dates, availability).state === 'blocked').map(([id]) => id)

function limitsOf({ fixed, must, never, out, dates, feeTotal }: EnsembleWish, roles: readonly Role[], blocked: readonly string[]): readonly EnsembleLimit[] {
  const placeOf = (roleId: RoleId): number => roles.findIndex(({ id }) => id === roleId)
  return [
    // Who is fixed for a role that is not cast now waits until it is.
    ...fixed.filter(({ roleId }) => placeOf(roleId) >= 0).map(({ roleId, talentId }) => ({ kind: 'fixed' as const, role: placeOf(roleId), person: talentId })),
    ...must.map(people => ({ kind: 'must' as const, people })),
    ...never.map(people => ({ kind: 'never' as const, people })),
    ...out.map(person => ({ kind: 'out' as const, person })),
    ...(dates ? [{ kind: 'dates' as const, people: blocked }] : []),
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
