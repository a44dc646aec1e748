import type { EnsembleLimit, EnsembleProblem } from '../../src-main/matching/ensemble/problem.ts'

/** Numbers from 0 to 1 that are the same for one seed everywhere (mulberry32, public domain). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** How large a made-up problem is. */
export interface MadeSize {
  readonly roles: number
  readonly perRole: number
  readonly people: number
  readonly pairs: number
  readonly alternatives: number
}

/** A made-up cast to be found: people stand for several roles, fees go with fit, pairs of neighbouring roles count. */
export function madeEnsemble(seed: number, { roles, perRole, people, pairs, alternatives }: MadeSize): EnsembleProblem {
  const random = seeded(seed)
  const fees = Array.from({ length: people }, () => Math.round(1e5 * (0.5 + random() * 4)))
  const made = Array.from({ length: roles }, () => {
    const pool = Array.from({ length: people }, (_, at) => ({ at, key: random() })).sort((a, b) => a.key - b.key).slice(0, perRole)
    return pool.map(({ at }) => ({ person: `p${at}`, worth: 0.3 + 0.4 * random() + 0.3 * ((fees[at] ?? 0) / 4.5e5), fee: fees[at] ?? 0 }))
  })
  const links = Array.from({ length: pairs }, (_, at) => {
    const one = at % roles
    const other = (one + 1 + Math.floor(at / roles)) % roles
    return { roles: [one, other] as const, weight: 1 / (1 + at), worth: (made[one] ?? []).map(() => (made[other] ?? []).map(() => random())) }
  })
  const limits: EnsembleLimit[] = [
    { kind: 'fee', most: Math.round(1.7e5 * roles) },
    { kind: 'never', people: ['p0', 'p1'] },
    { kind: 'must', people: [made[0]?.[0]?.person ?? 'p2', made[roles - 1]?.at(-1)?.person ?? 'p3'] },
  ]
  return { roles: made, pairs: links, limits, chemistry: 0.3, alternatives, distance: 2, seconds: 20 }
}
