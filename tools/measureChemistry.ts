/**
 * Measures the prediction of chemistry on simulated reads: `npm run measure:chemistry -- [OFFICES]`.
 *
 * Each simulated office has sixty people, a taste drawn from the beliefs of the model (and, in a second world, one that is not: other
 * weights, heavier tails), and records sixty reads, each predicted before. Then 300 fresh reads are predicted from those sixty. Prints the expected
 * calibration error of "rated 4 or 5" and how many ratings lay in the interval that is to hold nine of ten; and how well the mean
 * ranks the pairs beside Adamic-Adar and shared neighbours on the simulated co-star graph (L. A. Adamic, E. Adar, "Friends and Neighbors on the Web",
 * 2003). Ends with 1 where the error after sixty reads is 0.08 or more or the interval holds not 90 % within 4 in either world.
 */
import { beliefs, foresee, learnReads, valueFactors, type PairPoint, type RatedPair } from '../src-main/matching/pairs/chemistryModel.ts'
import { calibrationError, calibrationSteps, goodFrom } from '../src-main/matching/pairs/pairRecord.ts'
import { seeded } from '../tests/support/madeEnsemble.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const offices = Number(process.argv[2] ?? 40)
const people = 60
const learntFrom = 60
const fresh = 300
const required = { error: 0.08, cover: 0.9, within: 0.04 }

interface World {
  readonly name: string
  /** Weights of the factors beside what the model believes. */
  readonly scale: number
  /** Whether some reads go quite otherwise than the pair would have it. */
  readonly heavy: boolean
}

interface Seen {
  readonly mean: number
  readonly chance: number
  readonly good: boolean
  readonly inside: boolean
  readonly adamicAdar: number
  readonly neighbours: number
}

const draw = (random: () => number): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** An office with its people, their past together, and what would be seen if two of them read. */
function makeOffice(seed: number, { scale, heavy }: World) {
  const random = seeded(seed)
  const taste = valueFactors.map(factor => scale * (beliefs.factors[factor].points + beliefs.factors[factor].doubt * draw(random)))
  const eye = beliefs.office * draw(random)
  const own = Array.from({ length: people }, () => beliefs.person * draw(random))
  const traits = Array.from({ length: people }, () => valueFactors.map(() => draw(random)))
  const between = new Map<string, { readonly values: readonly (number | null)[]; readonly real: number }>()
  const costars: Set<number>[] = own.map(() => new Set())
  const pairOf = (a: number, b: number) => {
    const key = a < b ? `${a} ${b}` : `${b} ${a}`
    const known = between.get(key)
    if (known) return known
    const values = valueFactors.map((factor, at) => {
      if (factor === 'workedTogether') return costars[a]?.has(b) ? 0.6 : 0
      return Math.max(-1, Math.min(1, ((traits[a]?.[at] ?? 0) + (traits[b]?.[at] ?? 0)) / 2))
    })
    const real = values.reduce((sum, value, at) => sum + value * (taste[at] ?? 0), beliefs.middle + eye + (own[a] ?? 0) + (own[b] ?? 0) + beliefs.pair * draw(random))
    const made = { values: values.map(value => (random() < 0.25 ? null : value)), real }
    between.set(key, made)
    return made
  }
  // Who worked together: those whom chemistry drew a little, as casts come back.
  for (let n = 0; n < people * 3; n++) {
    const [a, b] = [Math.floor(random() * people), Math.floor(random() * people)]
    if (a === b) continue
    if (random() < 0.3 + 0.2 * ((own[a] ?? 0) + (own[b] ?? 0))) {
      costars[a]?.add(b)
      costars[b]?.add(a)
    }
  }
  const read = (a: number, b: number): { readonly point: PairPoint; readonly rating: number } => {
    const { values, real } = pairOf(a, b)
    const off = beliefs.read * draw(random) * (heavy ? (random() < 0.1 ? 2 : 0.83) : 1)
    return { point: { people: [`p${a}`, `p${b}`], values }, rating: Math.min(5, Math.max(1, Math.round(real + off))) }
  }
  const two = (): readonly [number, number] => {
    const a = Math.floor(random() * people)
    const b = Math.floor(random() * (people - 1))
    return [a, b >= a ? b + 1 : b]
  }
  return { read, two, costars }
}

/** Adamic-Adar: who knows two people counts the more the fewer they know. */
function linksOf(costars: readonly ReadonlySet<number>[], a: number, b: number): { readonly adamicAdar: number; readonly neighbours: number } {
  const shared = [...(costars[a] ?? [])].filter(person => costars[b]?.has(person))
  return { neighbours: shared.length, adamicAdar: shared.reduce((sum, person) => sum + 1 / Math.log(Math.max(2, costars[person]?.size ?? 2)), 0) }
}

function measure(world: World): { readonly asTheyCame: readonly Seen[]; readonly after: readonly Seen[]; readonly before: readonly Seen[] } {
  const [asTheyCame, after, before]: [Seen[], Seen[], Seen[]] = [[], [], []]
  for (let seed = 1; seed <= offices; seed++) {
    const { read, two, costars } = makeOffice(seed, world)
    const reads: RatedPair[] = []
    const look = (learnt: ReturnType<typeof learnReads>, [a, b]: readonly [number, number], { point, rating }: ReturnType<typeof read>): Seen => {
      const { forecast } = foresee(learnt, point)
      return { mean: forecast.mean, chance: forecast.good, good: rating >= goodFrom, inside: forecast.interval.low <= rating && rating <= forecast.interval.high, ...linksOf(costars, a, b) }
    }
    for (let n = 0; n < learntFrom; n++) {
      const pair = two()
      const seen = read(...pair)
      asTheyCame.push(look(learnReads(reads), pair, seen))
      reads.push({ ...seen.point, rating: seen.rating })
    }
    const [learnt, unlearnt] = [learnReads(reads), learnReads([])]
    for (let n = 0; n < fresh; n++) {
      const pair = two()
      const seen = read(...pair)
      after.push(look(learnt, pair, seen))
      before.push(look(unlearnt, pair, seen))
    }
  }
  return { asTheyCame, after, before }
}

const share = (seen: readonly Seen[], of: (one: Seen) => boolean): number => seen.filter(of).length / seen.length

/** How often a good pair stands over another, ties half: the area under the curve (J. A. Hanley, B. J. McNeil, 1982). */
function ranking(seen: readonly Seen[], score: (one: Seen) => number): number {
  const sorted = seen.map(one => ({ score: score(one), good: one.good })).sort((a, b) => a.score - b.score)
  const goods = sorted.filter(({ good }) => good).length
  let sum = 0
  for (let from = 0; from < sorted.length; ) {
    let to = from
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) to++
    sum += ((from + 1 + to) / 2) * sorted.slice(from, to).filter(({ good }) => good).length
    from = to
  }
  return (sum - (goods * (goods + 1)) / 2) / (goods * (sorted.length - goods))
}

say('No public set of co-stars is at hand here: there is no way to the net, and none is part of the project. What follows is simulated, and says nothing of real casts.')
for (const world of [{ name: 'as believed', scale: 1, heavy: false }, { name: 'otherwise than believed', scale: 1.5, heavy: true }] satisfies readonly World[]) {
  const { asTheyCame, after, before } = measure(world)
  say(`\n${world.name}: ${offices} offices, ${learntFrom} reads each, then ${fresh} fresh ones`)
  say('                          reads   calibration error   in the interval   ranks good pairs')
  for (const [name, seen] of [['nothing learnt', before], ['as the sixty came', asTheyCame], ['after sixty reads', after]] as const) {
    const figures = [seen.length, calibrationError(calibrationSteps(seen)).toFixed(3), `${(100 * share(seen, one => one.inside)).toFixed(1)} %`, ranking(seen, one => one.mean).toFixed(3)]
    say(`${name.padEnd(24)}${figures.map((text, at) => String(text).padStart([7, 20, 18, 19][at] ?? 0)).join('')}`)
  }
  say(`${'Adamic-Adar'.padEnd(69)}${ranking(after, one => one.adamicAdar).toFixed(3).padStart(19)}`)
  say(`${'shared neighbours'.padEnd(69)}${ranking(after, one => one.neighbours).toFixed(3).padStart(19)}`)
  const [error, cover] = [calibrationError(calibrationSteps(after)), share(after, one => one.inside)]
  if (error >= required.error || Math.abs(cover - required.cover) > required.within) process.exitCode = 1
}
