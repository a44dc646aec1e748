import { expect, it } from 'vitest'
import { candidatesFor } from '../../src-main/matching/candidates.ts'
import type { Ranking } from '../../src-preload/contract/matching.ts'
import { Gate } from '../../src-preload/contract/roles.ts'
import { testDatabase } from '../support/testDatabase.ts'
import { countGates, mustStop, type GateCount } from '../support/truth/gateTruth.ts'
import { keepCasting, type KeptCasting } from '../support/truth/madeBench.ts'
import { makeCasting } from '../support/truth/madeCasting.ts'
import { noon } from '../roles/screenplay.ts'
import { partsOf, wordEmbedder } from './book.ts'

interface Ranked {
  readonly kept: KeptCasting
  readonly rankings: readonly Ranking[]
}

async function rankAll(): Promise<Ranked> {
  const db = testDatabase()
  const seed = 11
  const kept = keepCasting(db, makeCasting(seed, { roles: 3, crowd: 20 }), { embedder: wordEmbedder, now: () => noon, seed })
  const rankings: Ranking[] = []
  for (const { id } of kept.roles) rankings.push(await candidatesFor(partsOf(db), id, { limit: kept.people.length }))
  return { kept, rankings }
}

let made: Promise<Ranked> | undefined
/** The rankings, made once for all tests. */
const ranked = (): Promise<Ranked> => (made ??= rankAll())

/** Counts the gates of the rankings, which `plant` may spoil before. */
async function counted(plant: (ranking: Ranking, at: number) => Ranking = ranking => ranking) {
  const { kept, rankings } = await ranked()
  const counts = kept.roles.map(({ asked }, at) => {
    const ranking = rankings[at]
    if (!ranking) throw new Error('a ranking for each role')
    return countGates(plant(ranking, at), asked, kept.people)
  })
  return (key: keyof GateCount) => Object.fromEntries(Gate.options.map(gate => [gate, counts.reduce((total, count) => total + count[gate][key], 0)])) as Record<Gate, number>
}

const none = Object.fromEntries(Gate.options.map(gate => [gate, 0]))

it('no gate stops anybody it may not, and none lets through whom it is known to stop', async () => {
  const of = await counted()
  expect(of('stoppedThoughAllowed')).toEqual(none)
  expect(of('letThrough')).toEqual(none)
  for (const key of ['stops', 'opens'] as const) for (const count of Object.values(of(key))) expect(count).toBeGreaterThan(2)
}, 120_000)

it('a gate that is wrong is counted, either way', async () => {
  const shut = await counted((ranking, at) => {
    const [first, ...candidates] = ranking.candidates
    if (!first || at > 1) return ranking
    return { ...ranking, candidates, stopped: [...ranking.stopped, { ...first, stoppedBy: [{ gate: 'fee', text: '', profile: null, page: null, origin: null }] }] }
  })
  expect(shut('stoppedThoughAllowed')).toEqual({ ...none, fee: 2 })
  expect(shut('letThrough')).toEqual(none)
  const open = await counted(ranking => ({ ...ranking, stopped: ranking.stopped.map(one => ({ ...one, stoppedBy: one.stoppedBy.filter(({ gate }) => gate !== 'brand') })) }))
  expect(open('letThrough')).toEqual({ ...none, brand: open('stops').brand })
  const lost = await counted(ranking => ({ ...ranking, candidates: ranking.candidates.slice(1) }))
  expect(Object.values(lost('stoppedThoughAllowed')).every(count => count > 0)).toBe(true)
}, 120_000)

it('the truth knows only what the book shows: the unknown must stop nobody', () => {
  const { roles, people } = makeCasting(3, { roles: 4, crowd: 10 })
  for (const role of roles) for (const person of people) expect(mustStop({ ...person, lacks: new Set(['gender', 'ages', 'languages', 'skills', 'days', 'fee', 'brands', 'minor', 'union']) }, role)).toEqual([])
})
