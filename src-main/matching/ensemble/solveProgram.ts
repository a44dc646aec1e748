import type { Highs } from 'highs'
import { firstColumns, programOf, type Asked } from './programOf.ts'
import type { EnsembleProblem } from './problem.ts'

/** What the solver found: a cast by the place of each role's candidate, or that there is none, or that time ran out. */
export type Outcome = FoundCast | { readonly state: 'impossible' | 'noTime' }

/** A cast that was found; `gap` is how much better one of its program could be at most, as a part of the worth. */
export interface FoundCast {
  readonly state: 'found'
  readonly chosen: readonly number[]
  readonly proven: boolean
  readonly gap: number
}

/** What no cast can be worth more than, and what choosing each column costs against that at least. */
export interface Bound {
  readonly worth: number
  readonly costs: readonly number[]
}

/** Solves programs of one problem. */
export interface ProgramSolver {
  /** Solves one program within so many seconds. */
  cast(asked: Asked, seconds: number): Outcome
  /** The bound of all casts under some limits; null where there is none, or no time. */
  bound(limits: Asked['limits'], seconds: number): Bound | null
}

/** Opens a solver for a problem. */
export function openSolver(highs: Highs, problem: EnsembleProblem): ProgramSolver {
  const firsts = firstColumns(problem.roles)
  const { optimal, infeasible, unboundedOrInfeasible } = highs.constants.modelStatus
  return {
    cast(asked, seconds) {
      // A row that nothing can fill is no program for the solver, and no cast either.
      if (problem.roles.some((candidates, role) => candidates.length === 0 && asked.cast?.has(role) !== false)) return { state: 'impossible' }
      if (seconds <= 0) return { state: 'noTime' }
      const { data, columns } = programOf(problem, asked)
      return highs.withModel(data, (model): Outcome => {
        model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 1e-9 })
        model.run()
        const status = model.getModelStatus()
        if (status === infeasible || status === unboundedOrInfeasible) return { state: 'impossible' }
        const proven = status === optimal
        if (!proven && Number(model.info.get('primal_solution_status')) !== foundFeasible) return { state: 'noTime' }
        const values = whole(model.getSolution().colValue, columns)
        const chosen = problem.roles.map((candidates, role) => largest(values, firsts[role] ?? 0, candidates.length))
        return { state: 'found', chosen, proven, gap: proven ? 0 : Math.max(0, Number(model.info.get('mip_gap'))) }
      })
    },
    bound(limits, seconds) {
      if (problem.roles.some(candidates => candidates.length === 0) || seconds <= 0) return null
      const { data } = programOf(problem, { limits, before: [], goal: 'worth', relaxed: true })
      return highs.withModel(data, (model): Bound | null => {
        model.options.set({ output_flag: false, time_limit: seconds })
        model.run()
        if (model.getModelStatus() !== optimal) return null
        return { worth: model.getObjectiveValue(), costs: Array.from(model.getSolution().colDual, dual => Math.max(0, -dual)) }
      })
    },
  }
}

/** `kSolutionStatusFeasible` of HiGHS. */
const foundFeasible = 2

function whole(values: ArrayLike<number>, columns: readonly number[]): ReadonlyMap<number, number> {
  return new Map(columns.map((column, place) => [column, values[place] ?? 0]))
}

function largest(values: ReadonlyMap<number, number>, first: number, count: number): number {
  let best = 0
  for (let at = 1; at < count; at++) if ((values.get(first + at) ?? 0) > (values.get(first + best) ?? 0)) best = at
  return best
}
