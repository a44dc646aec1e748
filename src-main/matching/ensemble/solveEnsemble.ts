import loadHighs from 'highs'
import { openSolver, type Bound, type FoundCast, type Outcome, type ProgramSolver } from './solveProgram.ts'
import { worthOf, type EnsembleProblem, type SolvedCast, type SolvedEnsemble } from './problem.ts'

/** Who hears how many casts were found so far, and the clock that the search is held to, in seconds. */
export interface SearchParts {
  readonly onCast?: (found: number) => void
  readonly clock?: () => number
}

const nothing = { casts: [], blocking: [], blockingRoles: [], leastFee: null } as const

/**
 * Finds the best cast, and alternatives that each differ from all before in at least `distance` roles.
 *
 * The program is solved by HiGHS (branch and cut; https://highs.dev), which proves that nothing is better. Where the seconds for a
 * cast run out, the best found by then is given with how much better one could be. Where there is no cast, limits are left out
 * one by one, and what is still needed to make it impossible stays: an irreducible set (the deletion filter of J. W. Chinneck,
 * "Feasibility and Infeasibility in Optimization", 2008, chapter 6).
 */
export async function solveEnsemble(problem: EnsembleProblem, { onCast = () => {}, clock = () => performance.now() / 1000 }: SearchParts = {}): Promise<SolvedEnsemble> {
  const solver = openSolver(await loadHighs(), problem)
  const timer = (): Timer => timerOf(clock, problem.seconds)
  const bound = solver.bound(problem.limits, problem.seconds)
  const casts: SolvedCast[] = []
  let reach = firstReach
  while (casts.length <= problem.alternatives) {
    const next = bestWithin(problem, { solver, bound, reach, before: casts.map(({ chosen }) => chosen), timer })
    reach = next.reach
    if (next.outcome.state !== 'found') {
      if (casts.length > 0) break
      return next.outcome.state === 'noTime' ? { ...nothing, state: 'noTime' } : { ...nothing, state: 'impossible', ...whyImpossible(problem, solver, timer()) }
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

/** Seconds that are left, 0 or less where none are. */
type Timer = () => number

function timerOf(clock: () => number, seconds: number): Timer {
  const until = clock() + seconds
  return () => until - clock()
}

interface Search {
  readonly solver: ProgramSolver
  readonly bound: Bound | null
  readonly reach: number
  readonly before: readonly (readonly number[])[]
  /** Starts the seconds of a search anew. */
  readonly timer: () => Timer
}

/**
 * The best cast that is far enough from those before.
 *
 * A cast that chooses a column is worth no more than the bound less the reduced cost of that column, so columns whose cost is over
 * `reach` may be left out where what is found is worth the bound less `reach` or more: nothing better can choose them (reduced
 * cost fixing: G. B. Dantzig, D. R. Fulkerson, S. M. Johnson, "Solution of a Large-Scale Traveling-Salesman Problem", 1954).
 */
function bestWithin(problem: EnsembleProblem, { solver, bound, reach, before, timer }: Search): { readonly outcome: Outcome; readonly reach: number } {
  const asked = { limits: problem.limits, before, goal: 'worth' } as const
  const left = timer()
  const under = (cast: FoundCast): number => Math.max(0, (bound?.worth ?? 1) - worthOf(problem, cast.chosen))
  let best: FoundCast | null = null
  let near = reach
  while (bound && near <= wholeReach && left() > 0) {
    const within = near
    const outcome = solver.cast({ ...asked, kept: bound.costs.map(cost => cost <= within) }, left())
    if (outcome.state === 'noTime') break
    const enough = outcome.state === 'found' ? under(outcome) + slack : near * 2
    if (outcome.state === 'found') {
      if (best === null || under(outcome) < under(best)) best = outcome
      if (enough <= near) return { outcome: outcome.proven ? outcome : unproven(problem, outcome, under(outcome)), reach: near }
    }
    // No cast that is better than the one found can reach further than this.
    near = Math.max(enough, near + slack)
  }
  const whole = solver.cast(asked, left())
  if (whole.state === 'impossible') return { outcome: whole, reach: wholeReach * 2 }
  if (whole.state === 'found' && whole.proven) return { outcome: whole, reach: wholeReach * 2 }
  const found = [whole.state === 'found' ? whole : null, best].filter(cast => cast !== null).sort((a, b) => under(a) - under(b))[0]
  if (found) return { outcome: unproven(problem, found, under(found)), reach }
  // Any cast at all is found sooner than the best one.
  const any = solver.cast({ ...asked, goal: 'any' }, timer()())
  return { outcome: any.state === 'found' ? unproven(problem, any, under(any)) : any, reach }
}

/** A cast that was not proven best, with how far it lies under what no cast can pass. */
const unproven = (problem: EnsembleProblem, cast: FoundCast, under: number): FoundCast =>
  ({ ...cast, proven: false, gap: under / Math.max(slack, worthOf(problem, cast.chosen)) })

function whyImpossible({ limits, roles }: EnsembleProblem, solver: ProgramSolver, left: Timer): Pick<SolvedEnsemble, 'blocking' | 'blockingRoles' | 'leastFee'> {
  // What there is no time to look at stays among the reasons.
  const impossible = (kept: readonly number[], cast?: ReadonlySet<number>): boolean =>
    solver.cast({ limits: limits.filter((_, at) => kept.includes(at)), before: [], goal: 'any', ...(cast && { cast }) }, left()).state === 'impossible'
  if (impossible([])) {
    const all = roles.map((_, role) => role)
    return { blocking: [], leastFee: null, blockingRoles: needed(all, kept => impossible([], new Set(kept))) }
  }
  const blocking = needed(limits.map((_, at) => at), kept => impossible(kept))
  const fee = blocking.find(at => limits[at]?.kind === 'fee')
  const cheapest = fee === undefined ? null : solver.cast({ limits: limits.filter(({ kind }) => kind !== 'fee'), before: [], goal: 'fee' }, left())
  const leastFee = cheapest?.state === 'found' && cheapest.proven ? cheapest.chosen.reduce((sum, at, role) => sum + (roles[role]?.[at]?.fee ?? 0), 0) : null
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
