import loadHighs from 'highs'
import { openSolver, type Bound, type Outcome, type ProgramSolver } from './solveProgram.ts'
import { worthOf, type EnsembleProblem, type SolvedCast, type SolvedEnsemble } from './problem.ts'

/** Hears how many casts were found so far. */
export type OnCast = (found: number) => void

const nothing = { casts: [], blocking: [], blockingRoles: [], leastFee: null } as const

/**
 * Finds the best cast, and alternatives that each differ from all before in at least `distance` roles.
 *
 * The program is solved by HiGHS (branch and cut; https://highs.dev), which proves that nothing is better or says how far off the
 * best can be. Where there is no cast, limits are left out one by one, and what is still needed to make it impossible stays: an
 * irreducible set (the deletion filter of J. W. Chinneck, "Feasibility and Infeasibility in Optimization", 2008, chapter 6).
 */
export async function solveEnsemble(problem: EnsembleProblem, onCast: OnCast = () => {}): Promise<SolvedEnsemble> {
  const solver = openSolver(await loadHighs(), problem)
  const bound = solver.bound(problem.limits)
  const casts: SolvedCast[] = []
  let reach = firstReach
  while (casts.length <= problem.alternatives) {
    const next = bestWithin(problem, { solver, bound, reach, before: casts.map(({ chosen }) => chosen) })
    reach = next.reach
    if (next.outcome.state !== 'found') {
      if (casts.length > 0) break
      return next.outcome.state === 'noTime' ? { ...nothing, state: 'noTime' } : { ...nothing, state: 'impossible', ...whyImpossible(problem, solver) }
    }
    const { chosen, proven, gap } = next.outcome
    casts.push({ chosen, worth: worthOf(problem, chosen), proven, gap })
    onCast(casts.length)
  }
  return { ...nothing, state: 'found', casts }
}

/** How far under the bound candidates are looked at first, as worth; widened until it is enough. */
const firstReach = 0.0025
/** Past this nothing is left out. */
const wholeReach = 0.32
const slack = 1e-7

interface Search {
  readonly solver: ProgramSolver
  readonly bound: Bound | null
  readonly reach: number
  readonly before: readonly (readonly number[])[]
}

/**
 * The best cast that is far enough from those before.
 *
 * A cast that chooses a column is worth no more than the bound less the reduced cost of that column, so columns whose cost is over
 * `reach` may be left out where what is found is worth the bound less `reach` or more: nothing better can choose them (reduced
 * cost fixing: G. B. Dantzig, D. R. Fulkerson, S. M. Johnson, "Solution of a Large-Scale Traveling-Salesman Problem", 1954).
 */
function bestWithin(problem: EnsembleProblem, { solver, bound, reach, before }: Search): { readonly outcome: Outcome; readonly reach: number } {
  const asked = { limits: problem.limits, before, goal: 'worth' } as const
  let near = reach
  while (bound && near <= wholeReach) {
    const within = near
    const outcome = solver.cast({ ...asked, kept: bound.costs.map(cost => cost <= within) })
    const enough = outcome.state === 'found' ? bound.worth - worthOf(problem, outcome.chosen) + slack : near * 2
    if (outcome.state === 'found' && enough <= near) return { outcome, reach: near }
    // No cast that is better than the one found can reach further than this.
    near = Math.max(enough, near + slack)
  }
  return { outcome: solver.cast(asked), reach: wholeReach * 2 }
}

function whyImpossible({ limits, roles }: EnsembleProblem, solver: ProgramSolver): Pick<SolvedEnsemble, 'blocking' | 'blockingRoles' | 'leastFee'> {
  const impossible = (kept: readonly number[], cast?: ReadonlySet<number>): boolean =>
    solver.cast({ limits: limits.filter((_, at) => kept.includes(at)), before: [], goal: 'any', ...(cast && { cast }) }).state === 'impossible'
  if (impossible([])) {
    const all = roles.map((_, role) => role)
    return { blocking: [], leastFee: null, blockingRoles: needed(all, kept => impossible([], new Set(kept))) }
  }
  const blocking = needed(limits.map((_, at) => at), kept => impossible(kept))
  const fee = blocking.find(at => limits[at]?.kind === 'fee')
  const cheapest = fee === undefined ? null : solver.cast({ limits: limits.filter(({ kind }) => kind !== 'fee'), before: [], goal: 'fee' })
  const leastFee = cheapest?.state === 'found' ? cheapest.chosen.reduce((sum, at, role) => sum + (roles[role]?.[at]?.fee ?? 0), 0) : null
  return { blocking, blockingRoles: [], leastFee }
}

/** Leaves out one after the other what is not needed for `holds`. */
function needed(all: readonly number[], holds: (kept: readonly number[]) => boolean): readonly number[] {
  let kept = all
  for (const one of all) {
    const without = kept.filter(at => at !== one)
    if (holds(without)) kept = without
  }
  return kept
}
