import type { ModelData } from 'highs'
import { sharesOf, type EnsembleLimit, type EnsembleProblem } from './problem.ts'

/** What is asked of a program besides its roles. */
export interface Asked {
  readonly limits: readonly EnsembleLimit[]
  /** Casts that were found already. */
  readonly before: readonly (readonly number[])[]
  /** What is made best: the worth, the least fee, or nothing where only a cast is looked for. */
  readonly goal: 'worth' | 'fee' | 'any'
  /** Roles that have to be cast; all where it is left out. */
  readonly cast?: ReadonlySet<number>
  /** Which columns may be chosen, by their place; all where it is left out. */
  readonly kept?: readonly boolean[] | undefined
  /** Whether candidates may be chosen in part, which bounds what a whole choice can be worth. */
  readonly relaxed?: boolean
}

/** A program for the solver, and the places its columns had before those that may not be chosen were left out. */
export interface WrittenProgram {
  readonly data: ModelData
  readonly columns: readonly number[]
}

interface Row {
  readonly terms: readonly (readonly [column: number, value: number])[]
  readonly least: number
  readonly most: number
}

/**
 * Writes a cast as a mixed-integer linear program, its first columns the candidates role by role.
 *
 * A candidate of a role is a column of 0 or 1. Two candidates of a pair of roles are a column that is 1 where both are chosen; its
 * rows and columns add up to theirs, which is the tight way to write a product (W. P. Adams, H. D. Sherali, "A Tight
 * Linearization and an Algorithm for Zero-One Quadratic Programming Problems", 1986). A cast that was found before is kept off by
 * a row that lets it keep at most all but `distance` of its roles.
 */
export function programOf(problem: EnsembleProblem, asked: Asked): WrittenProgram {
  const { roles, distance } = problem
  const firsts = firstColumns(roles)
  const columnsOfPerson = peopleIn(problem, firsts)
  const rows: Row[] = roles.map((candidates, role) => {
    const least = asked.cast?.has(role) === false ? 0 : 1
    return { terms: candidates.map((_, at) => [(firsts[role] ?? 0) + at, 1] as const), least, most: 1 }
  })
  for (const columns of columnsOfPerson.values()) if (columns.length > 1) rows.push({ terms: ones(columns), least: 0, most: 1 })
  for (const limit of asked.limits) rows.push(...limitRows(problem, limit, firsts, columnsOfPerson))
  for (const chosen of asked.before) rows.push({ terms: chosen.map((at, role) => [(firsts[role] ?? 0) + at, 1] as const), least: 0, most: roles.length - Math.min(distance, roles.length) })
  const binaries = roles.reduce((sum, candidates) => sum + candidates.length, 0)
  const costs = candidateCosts(problem, asked.goal)
  if (asked.goal === 'worth') addPairs(problem, firsts, rows, costs)
  return toModel({ rows, costs, binaries: asked.relaxed ? 0 : binaries, maximize: asked.goal === 'worth' }, asked.kept)
}

const ones = (columns: readonly number[]): Row['terms'] => columns.map(column => [column, 1] as const)

/** The column of the first candidate of each role. */
export function firstColumns(roles: EnsembleProblem['roles']): readonly number[] {
  let next = 0
  return roles.map(candidates => {
    const first = next
    next += candidates.length
    return first
  })
}

function peopleIn({ roles }: EnsembleProblem, firsts: readonly number[]): ReadonlyMap<string, readonly number[]> {
  const columns = new Map<string, number[]>()
  for (const [role, candidates] of roles.entries()) {
    for (const [at, { person }] of candidates.entries()) columns.set(person, [...(columns.get(person) ?? []), (firsts[role] ?? 0) + at])
  }
  return columns
}

function limitRows({ roles }: EnsembleProblem, limit: EnsembleLimit, firsts: readonly number[], columnsOf: ReadonlyMap<string, readonly number[]>): readonly Row[] {
  const whole = (person: string): Row['terms'] => ones(columnsOf.get(person) ?? [])
  switch (limit.kind) {
    case 'fixed': {
      const at = (roles[limit.role] ?? []).findIndex(({ person }) => person === limit.person)
      return [{ terms: at < 0 ? [] : [[(firsts[limit.role] ?? 0) + at, 1]], least: 1, most: 1 }]
    }
    case 'must':
      return limit.people.map(person => ({ terms: whole(person), least: 1, most: 1 }))
    case 'never':
      return [{ terms: limit.people.flatMap(whole), least: 0, most: 1 }]
    case 'out':
      return [{ terms: whole(limit.person), least: 0, most: 0 }]
    case 'dates':
      return [{ terms: limit.people.flatMap(whole), least: 0, most: 0 }]
    case 'fee':
      return [{ terms: roles.flatMap((candidates, role) => candidates.map(({ fee }, at) => [(firsts[role] ?? 0) + at, fee] as const)), least: 0, most: limit.most }]
  }
}

function candidateCosts({ roles, ...problem }: EnsembleProblem, goal: Asked['goal']): number[] {
  const { fit } = sharesOf({ roles, ...problem })
  return roles.flatMap(candidates => candidates.map(({ worth, fee }) => (goal === 'worth' ? fit * worth : goal === 'fee' ? fee : 0)))
}

function addPairs(problem: EnsembleProblem, firsts: readonly number[], rows: Row[], costs: number[]): void {
  const { pair: share } = sharesOf(problem)
  for (const { roles: [one, other], weight, worth } of problem.pairs) {
    const [ours, theirs] = [problem.roles[one] ?? [], problem.roles[other] ?? []]
    const byOurs: number[][] = ours.map(() => [])
    const byTheirs: number[][] = theirs.map(() => [])
    for (const [p, { person }] of ours.entries()) {
      for (const [q, partner] of theirs.entries()) {
        if (partner.person === person) continue
        const column = costs.push(share * weight * (worth[p]?.[q] ?? 0)) - 1
        byOurs[p]?.push(column)
        byTheirs[q]?.push(column)
      }
    }
    const sums = (columns: readonly number[], chosen: number): Row => ({ terms: [...ones(columns), [chosen, -1]], least: 0, most: 0 })
    rows.push(...byOurs.map((columns, p) => sums(columns, (firsts[one] ?? 0) + p)), ...byTheirs.map((columns, q) => sums(columns, (firsts[other] ?? 0) + q)))
  }
}

interface Program {
  readonly rows: readonly Row[]
  readonly costs: readonly number[]
  readonly binaries: number
  readonly maximize: boolean
}

function toModel({ rows, costs, binaries, maximize }: Program, kept: Asked['kept']): WrittenProgram {
  const columns = Array.from(costs.keys()).filter(column => kept?.[column] !== false)
  const places = new Map(columns.map((column, place) => [column, place]))
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const { terms } of rows) {
    for (const [column, value] of terms) {
      const place = places.get(column)
      if (value === 0 || place === undefined) continue
      indices.push(place)
      values.push(value)
    }
    starts.push(indices.length)
  }
  const data: ModelData = {
    numCols: columns.length,
    numRows: rows.length,
    sense: (maximize ? -1 : 1) as ModelData['sense'] & number,
    colCost: columns.map(column => costs[column] ?? 0),
    colLower: new Float64Array(columns.length),
    colUpper: new Float64Array(columns.length).fill(1),
    rowLower: rows.map(({ least }) => least),
    rowUpper: rows.map(({ most }) => most),
    matrix: { format: 'csr', numRows: rows.length, numCols: columns.length, starts: Int32Array.from(starts), indices: Int32Array.from(indices), values: Float64Array.from(values) },
    integrality: Int32Array.from(columns, column => (column < binaries ? 1 : 0)),
  }
  return { data, columns }
}
