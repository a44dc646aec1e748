import type { FactorName, OrderChange } from '../../src-preload/contract/matching.ts'
import { factorWords } from '../../src-preload/contract/said.ts'
import { between, type Factor } from './factor.ts'
import type { Judgement } from './fit.ts'

type Weighed = Pick<Factor, 'factor' | 'weight' | 'value'>

/** The fit before it is rounded, 0 to 1, one factor weighing `times` as much; half where nothing is known. */
function exactFit(factors: readonly Weighed[], factor?: FactorName, times = 1): number {
  let known = 0
  let sum = 0
  for (const part of factors) {
    if (part.value === null) continue
    const weight = part.factor === factor ? part.weight * times : part.weight
    known += weight
    sum += weight * part.value
  }
  return known === 0 ? 0.5 : sum / known
}

/** A slider goes to so much at most. */
const mostWeight = 100

/**
 * What would lift somebody over the one who stands above: the least moves of a weight, and the facts that, were they known, would.
 *
 * `weights` are those in force; a weight is given as the slider would have to stand. At most three, weights before facts, the
 * least change first.
 */
export function orderChanges(below: Judgement, above: Judgement, weights: Readonly<Record<FactorName, number>>): OrderChange[] {
  const over = { id: above.person.id, name: above.person.name }
  const factors = [...new Set([...below.factors, ...above.factors].map(({ factor }) => factor))]
  const moves = factors.flatMap(factor => weightMove(below.factors, above.factors, factor, weights[factor])).map(({ factor, from, to }): OrderChange =>
    ({ over, by: 'weight', factor, from, to, text: `${factorWords[factor]} at ${to} instead of ${from} would lift ${below.person.name} over ${above.person.name}` }))
  const facts = below.factors.flatMap(part => factMove(below.factors, part, exactFit(above.factors))).map(({ factor, needed, gap }): OrderChange =>
    ({ over, by: 'fact', factor, from: null, to: needed, text: `${gap}: were it known and met by ${needed} of 100 or more, ${below.person.name} would stand over ${above.person.name}` }))
  return [...moves.sort((a, b) => Math.abs((a.to) - (a.from ?? 0)) - Math.abs((b.to) - (b.from ?? 0))), ...facts.sort((a, b) => a.to - b.to)].slice(0, 3)
}

/** The nearest whole place of a slider at which the one below comes to stand above; nothing where there is none. */
function weightMove(below: readonly Weighed[], above: readonly Weighed[], factor: FactorName, from: number): readonly { factor: FactorName; from: number; to: number }[] {
  if (from === 0) return []
  const passes = (to: number): boolean => exactFit(below, factor, to / from) > exactFit(above, factor, to / from)
  for (let step = 1; step <= mostWeight; step++) {
    const to = [from + step, from - step].find(place => place >= 0 && place <= mostWeight && passes(place))
    if (to !== undefined) return [{ factor, from, to }]
  }
  return []
}

/** How far an unknown fact would have to be met, in points of a hundred. */
function factMove(below: readonly Weighed[], part: Factor, target: number): readonly { factor: FactorName; needed: number; gap: string }[] {
  if (part.value !== null) return []
  const known = below.reduce((sum, { weight, value }) => sum + (value === null ? 0 : weight), 0)
  const have = below.reduce((sum, { weight, value }) => sum + weight * (value ?? 0), 0)
  const needed = (target * (known + part.weight) - have) / part.weight
  const gap = part.gap()?.text
  return needed > 1 || gap === undefined ? [] : [{ factor: part.factor, needed: Math.ceil(100 * between(needed)), gap }]
}
