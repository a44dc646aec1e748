import { FactorName, type Candidate, type FactorBar, type FitWeights, type Reason } from '../../src-preload/contract/matching.ts'
import type { TalentRecord, TalentSummary } from '../../src-preload/contract/talent.ts'
import type { FactOrigins } from '../../src-preload/contract/talent.ts'
import type { Ask } from './ask.ts'
import { evidence } from './evidence.ts'
import type { Factor } from './factor.ts'
import { factorsOf, type KnownBeside } from './factors.ts'
import { gapInWords, passGates, stopInWords, type GateResult } from './gates.ts'
import { measureDoubt } from './weights.ts'

/** How a person fits a role, before it is put into words. */
export interface Judgement {
  readonly person: TalentRecord
  readonly fit: number
  readonly interval: Candidate['interval']
  readonly gates: GateResult
  readonly factors: readonly Factor[]
}

/** Holds a person against what a role asks, each factor counting as the weights say. */
export function judge(ask: Ask, person: TalentRecord, known: KnownBeside, weights: FitWeights): Judgement {
  const factors = factorsOf(ask, person, known, weights)
  return { person, factors, gates: passGates(ask, person), ...fitOf(factors) }
}

const points = (part: number): number => Math.round(Math.min(1, Math.max(0, part)) * 100)

/**
 * The fit of what is known, 0 to 100, and the interval it could lie in.
 *
 * The fit is the weighted mean of the known factors, so that what is unknown costs nothing. The interval runs from where the
 * unknown would all be 0 to where it would all be 1, and a little further for the measure itself. With nothing known it is 50,
 * from 0 to 100.
 */
export function fitOf(factors: readonly Pick<Factor, 'weight' | 'value'>[]): Pick<Candidate, 'fit' | 'interval'> {
  let asked = 0
  let known = 0
  let sum = 0
  for (const { weight, value } of factors) {
    asked += weight
    if (value === null) continue
    known += weight
    sum += weight * value
  }
  if (known === 0) return { fit: 50, interval: { low: 0, high: 100 } }
  const doubt = measureDoubt / 100
  return { fit: points(sum / known), interval: { low: points(sum / asked - doubt), high: points((sum + asked - known) / asked + doubt) } }
}

/** Best fit first; of equals the better known, then by name. */
export const byFit = (a: Judgement, b: Judgement): number =>
  b.fit - a.fit || breadth(a) - breadth(b) || a.person.name.localeCompare(b.person.name) || (a.person.id < b.person.id ? -1 : 1)

const breadth = ({ interval }: Judgement): number => interval.high - interval.low

/** From this worth on a factor speaks for somebody. */
const reasonFrom = 0.25

/** Puts a judgement into the words that the casting director reads; `origins` says where the facts of the person came from. */
export function inWords({ person, fit, interval, gates, factors }: Judgement, origins: FactOrigins = {}): Candidate {
  const asked = factors.reduce((sum, { weight }) => sum + weight, 0)
  const silence = factors.length === 0 ? [evidence('Nothing is said of this role yet to compare with')] : []
  const reasons: Reason[] = factors.flatMap(({ factor, weight, value, reason }) => {
    const said = value === null || value < reasonFrom ? null : reason()
    return said === null || value === null ? [] : [{ factor, strength: asked === 0 ? 0 : (weight * value) / asked, ...said }]
  })
  const gaps = [...silence, ...gates.gaps.map(gapInWords), ...factors.flatMap(({ gap }) => gap() ?? [])]
  return {
    talent: summaryOf(person),
    fit,
    interval,
    factors: barsOf(factors),
    reasons: reasons.sort((a, b) => b.strength - a.strength),
    gaps: [...new Map(gaps.map(gap => [gap.text, gap])).values()],
    stoppedBy: gates.stops.map(stopInWords).map(stop => ({ ...stop, origin: (stop.profile && origins[stop.profile.field]) ?? null })),
    order: [],
  }
}

/** The factors of a fit, the parts of each put together; a part that is not known counts for nothing. */
export function barsOf(factors: readonly Pick<Factor, 'factor' | 'weight' | 'value'>[]): FactorBar[] {
  const asked = factors.reduce((sum, { weight }) => sum + weight, 0)
  return FactorName.options.flatMap((factor): FactorBar[] => {
    const parts = factors.filter(part => part.factor === factor)
    const total = parts.reduce((sum, { weight }) => sum + weight, 0)
    if (total === 0) return []
    const known = parts.filter(({ value }) => value !== null)
    const weight = known.reduce((sum, part) => sum + part.weight, 0)
    return [{ factor, share: total / asked, value: weight === 0 ? null : known.reduce((sum, part) => sum + part.weight * (part.value ?? 0), 0) / weight }]
  })
}

/** A person in one line. */
export const summaryOf = ({ id, name, gender, playingRange, born, heightCm, city, languages, skills, tags, indexed, picture }: TalentRecord): TalentSummary => ({
  id, name, gender, playingRange, born, heightCm, city, languages, skills, tags, indexed, picture,
})
