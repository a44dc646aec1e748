import type { Database } from '../src-main/database/openDatabase.ts'
import { candidatesFor, type MatchParts } from '../src-main/matching/candidates.ts'
import type { Gate } from '../src-preload/contract/roles.ts'
import { countGates, trulyFits, type GateCount } from '../tests/support/truth/gateTruth.ts'
import type { KeptCasting } from '../tests/support/truth/madeBench.ts'

/** How a benchmark was ranked: each gate counted over all roles, and for each role who truly fits and how many of them stood among the first ten. */
export interface TruthCount {
  readonly gates: ReadonlyMap<Gate, GateCount>
  readonly roles: readonly { readonly name: string; readonly fitting: number; readonly recall: number; readonly missed: readonly string[] }[]
}

const firstTen = 10

/** Ranks every role of a benchmark and holds the rankings against the truth. */
export async function countTruth(parts: MatchParts & { readonly db: Database }, { roles, people }: KeptCasting): Promise<TruthCount> {
  const gates = new Map<Gate, GateCount>()
  const counted: TruthCount['roles'][number][] = []
  for (const { id, asked } of roles) {
    const ranking = await candidatesFor(parts, id, { limit: people.length })
    for (const [gate, count] of Object.entries(countGates(ranking, asked, people)) as [Gate, GateCount][]) gates.set(gate, added(gates.get(gate), count))
    const fitting = people.filter(person => trulyFits(person, asked))
    const first = ranking.candidates.slice(0, firstTen).map(({ talent }) => talent.id as string)
    const found = fitting.filter(person => first.includes(person.id)).length
    const missed = fitting.filter(person => !first.includes(person.id)).map(person => {
      const at = ranking.candidates.findIndex(({ talent }) => talent.id === person.id)
      return `${at < 0 ? 'stopped' : `place ${at + 1}`}, the book lacks ${[...person.lacks].join(' ') || 'nothing'}`
    })
    if (fitting.length > 0) counted.push({ name: asked.name, fitting: fitting.length, recall: found / Math.min(firstTen, fitting.length), missed })
  }
  return { gates, roles: counted }
}

const added = (one: GateCount | undefined, other: GateCount): GateCount => ({
  stops: (one?.stops ?? 0) + other.stops,
  opens: (one?.opens ?? 0) + other.opens,
  stoppedThoughAllowed: (one?.stoppedThoughAllowed ?? 0) + other.stoppedThoughAllowed,
  letThrough: (one?.letThrough ?? 0) + other.letThrough,
})
