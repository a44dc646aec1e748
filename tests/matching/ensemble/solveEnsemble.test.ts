import { expect, it } from 'vitest'
import { worthOf, type EnsembleLimit, type EnsembleProblem } from '../../../src-main/matching/ensemble/problem.ts'
import { solveEnsemble } from '../../../src-main/matching/ensemble/solveEnsemble.ts'
import { madeEnsemble } from '../../support/madeEnsemble.ts'

const holds = ({ roles }: EnsembleProblem, chosen: readonly number[], limit: EnsembleLimit): boolean => {
  const people = chosen.map((at, role) => roles[role]?.[at]?.person ?? '')
  if (limit.kind === 'fixed') return people[limit.role] === limit.person
  if (limit.kind === 'must') return limit.people.every(person => people.includes(person))
  if (limit.kind === 'never') return !limit.people.every(person => people.includes(person))
  if (limit.kind === 'out') return !people.includes(limit.person)
  if (limit.kind === 'dates') return !limit.people.some(person => people.includes(person))
  return chosen.reduce((sum, at, role) => sum + (roles[role]?.[at]?.fee ?? 0), 0) <= limit.most
}

/** Every cast that keeps all limits, nobody twice, by trying them all. */
function allCasts(problem: EnsembleProblem): readonly (readonly number[])[] {
  let casts: (readonly number[])[] = [[]]
  for (const candidates of problem.roles) casts = casts.flatMap(cast => candidates.map((_, at) => [...cast, at]))
  return casts.filter(chosen => {
    const people = chosen.map((at, role) => problem.roles[role]?.[at]?.person)
    return new Set(people).size === people.length && problem.limits.every(limit => holds(problem, chosen, limit))
  })
}

const differs = (a: readonly number[], b: readonly number[]): number => a.filter((at, role) => at !== b[role]).length
const best = (problem: EnsembleProblem, casts: readonly (readonly number[])[]): number => Math.max(...casts.map(cast => worthOf(problem, cast)))

it('finds what trying every cast finds, with its alternatives, and says where there is none', async () => {
  const states: string[] = []
  for (let seed = 1; seed <= 12; seed++) {
    const made = madeEnsemble(seed, { roles: 4, perRole: 5, people: 9, pairs: 3, alternatives: 3 })
    const problem: EnsembleProblem = seed % 3 === 0 ? { ...made, limits: [...made.limits, { kind: 'out', person: 'p3' }, { kind: 'dates', people: ['p4', 'p5'] }] } : made
    const all = allCasts(problem)
    const { state, casts } = await solveEnsemble(problem)
    states.push(state)
    expect(state).toBe(all.length > 0 ? 'found' : 'impossible')
    for (const [at, cast] of casts.entries()) {
      const before = casts.slice(0, at)
      const far = all.filter(chosen => before.every(other => differs(chosen, other.chosen) >= problem.distance))
      expect(cast.proven).toBe(true)
      expect(far).toContainEqual(cast.chosen)
      expect(cast.worth).toBeCloseTo(best(problem, far), 6)
    }
    const left = all.filter(chosen => casts.every(other => differs(chosen, other.chosen) >= problem.distance))
    expect(casts.length === 4 || left.length === 0).toBe(true)
  }
  expect(new Set(states)).toEqual(new Set(['found', 'impossible']))
})

const small: EnsembleProblem = {
  roles: [
    [{ person: 'asha', worth: 0.9, fee: 50 }, { person: 'bina', worth: 0.5, fee: 10 }],
    [{ person: 'chand', worth: 0.8, fee: 40 }, { person: 'asha', worth: 0.9, fee: 50 }],
  ],
  pairs: [], limits: [], chemistry: 0.3, alternatives: 0, distance: 1, seconds: 10,
}

it('gives nobody two roles', async () => {
  expect((await solveEnsemble(small)).casts).toMatchObject([{ chosen: [0, 0], proven: true, gap: 0 }])
})

it('names the wishes that leave no cast, each of them needed, and what the least fee is', async () => {
  const limits: EnsembleLimit[] = [{ kind: 'never', people: ['bina', 'asha'] }, { kind: 'fee', most: 45 }, { kind: 'must', people: ['chand', 'chand'] }]
  expect(await solveEnsemble({ ...small, limits })).toMatchObject({ state: 'impossible', casts: [], blocking: [1], leastFee: 50 })
  const two: EnsembleLimit[] = [{ kind: 'must', people: ['asha', 'chand'] }, { kind: 'never', people: ['asha', 'chand'] }, { kind: 'fee', most: 100 }]
  expect(await solveEnsemble({ ...small, limits: two })).toMatchObject({ state: 'impossible', blocking: [0, 1], leastFee: null })
})

it('names the roles that cannot all be cast, where no wish is to blame', async () => {
  const one = [{ person: 'asha', worth: 1, fee: 0 }]
  const roles = [one, [...one, { person: 'bina', worth: 1, fee: 0 }], one]
  expect(await solveEnsemble({ ...small, roles })).toMatchObject({ state: 'impossible', blocking: [], blockingRoles: [0, 2] })
  expect(await solveEnsemble({ ...small, roles: [one, []] })).toMatchObject({ state: 'impossible', blockingRoles: [1] })
})

it('where time runs out gives the best cast found by then and says how much better one could be at most', async () => {
  const problem = madeEnsemble(3, { roles: 6, perRole: 12, people: 30, pairs: 5, alternatives: 0 })
  const best = (await solveEnsemble(problem)).casts[0]
  // Each look at the clock is nine seconds after the one before: the first looks still have time, the later ones none.
  let looks = 0
  const late = await solveEnsemble({ ...problem, seconds: 20 }, { clock: () => 9 * looks++ })
  expect(late).toMatchObject({ state: 'found', casts: [{ proven: false }] })
  const [cast] = late.casts
  expect(cast && best && cast.worth * (1 + cast.gap)).toBeGreaterThanOrEqual((best?.worth ?? 1) - 1e-6)
  expect(cast?.gap).toBeGreaterThan(0)
})

it('says that no cast was found where there was no time for any', async () => {
  const problem = madeEnsemble(3, { roles: 4, perRole: 5, people: 12, pairs: 2, alternatives: 3 })
  expect(await solveEnsemble({ ...problem, seconds: 0 })).toMatchObject({ state: 'noTime', casts: [] })
})

it('names the people who are kept out and the days that are wished for among what leaves no cast', async () => {
  const limits: EnsembleLimit[] = [{ kind: 'out', person: 'bina' }, { kind: 'dates', people: ['chand'] }, { kind: 'never', people: ['bina', 'chand'] }]
  expect(await solveEnsemble({ ...small, limits })).toMatchObject({ state: 'impossible', blocking: [0, 1] })
})
