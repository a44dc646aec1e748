import type { SceneText } from './draftText.ts'

/** How alike an old and a new scene are, each part 0 to 1; `places` in the lists of scenes. */
export interface Likeness {
  readonly old: number
  readonly new: number
  /** Of the words: runs of three, and single words beyond what any two scenes share. */
  readonly text: number
  readonly heading: number
  /** The same number is printed beside both. */
  readonly number: boolean
  /** The share of the old scene's runs that stand in the new one, and the other way round. */
  readonly oldInNew: number
  readonly newInOld: number
  /** How many runs both have. */
  readonly runs: number
}

/** More scenes than this that share a run or a heading say nothing by it. */
const commonFrom = 24
/** The share of words that two scenes of one script have in common anyway. */
const usualWords = 0.4

/** The likeness of every two scenes that share a run of three words that is not everywhere, a heading or a number. */
export function likenesses(old: readonly SceneText[], now: readonly SceneText[]): readonly Likeness[] {
  const [oldRuns, newRuns] = [old.map(runsOf), now.map(runsOf)]
  const shared = sharedRuns(oldRuns, newRuns)
  const candidates = new Set(shared.keys())
  const join = (keyOf: (scene: SceneText) => string | null) => {
    const places = new Map<string, number[]>()
    old.forEach((scene, at) => push(places, keyOf(scene), at))
    now.forEach((scene, at) => {
      const holders = places.get(keyOf(scene) ?? '') ?? []
      const nearest = holders.length <= commonFrom ? holders : nearestTo(holders, (at * old.length) / now.length)
      for (const holder of nearest) candidates.add(holder * now.length + at)
    })
  }
  join(({ heading, scene }) => (scene === null ? ' before ' : heading || null))
  join(({ number }) => number)
  const bags = { old: old.map(bagOf), new: now.map(bagOf) }
  return [...candidates].flatMap((key): readonly Likeness[] => {
    const [a, b] = [Math.floor(key / now.length), key % now.length]
    const [one, other, oneRuns, otherRuns] = [old[a], now[b], oldRuns[a], newRuns[b]]
    if (!one || !other || !oneRuns || !otherRuns || one.omitted !== other.omitted) return one && other && one.number !== null && one.number === other.number ? [taken(a, b)] : []
    const runs = shared.get(key) ?? 0
    const byRuns = runs === 0 ? 0 : (2 * runs) / (oneRuns.size + otherRuns.size)
    const byWords = Math.max(0, (commonWords(bags.old[a], bags.new[b]) - usualWords) / (1 - usualWords))
    return [{
      old: a, new: b, runs,
      text: one.words.length + other.words.length === 0 ? 1 : Math.max(byRuns, (byRuns + byWords) / 2),
      heading: headingLikeness(one, other),
      number: one.number !== null && one.number === other.number,
      oldInNew: runs / Math.max(1, oneRuns.size),
      newInOld: runs / Math.max(1, otherRuns.size),
    }]
  })
}

/** "12 OMITTED" stands where scene 12 stood. */
const taken = (old: number, now: number): Likeness => ({ old, new: now, runs: 0, text: 0, heading: 0, number: true, oldInNew: 0, newInOld: 0 })

function push(places: Map<string, number[]>, key: string | null, at: number): void {
  if (key === null) return
  const own = places.get(key)
  if (own) own.push(at)
  else places.set(key, [at])
}

const nearestTo = (places: readonly number[], wanted: number): readonly number[] =>
  places.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted)).slice(0, commonFrom)

/** The runs of three words of a scene; of a shorter one all its words as one. */
function runsOf({ words }: SceneText): ReadonlySet<string> {
  const runs = new Set<string>()
  for (let at = 0; at + 2 < words.length; at++) runs.add(`${words[at]} ${words[at + 1]} ${words[at + 2]}`)
  if (runs.size === 0 && words.length > 0) runs.add(words.join(' '))
  return runs
}

/** How many runs an old and a new scene share, by `old * count of new + new`; runs that are everywhere are not looked at. */
function sharedRuns(old: readonly ReadonlySet<string>[], now: readonly ReadonlySet<string>[]): ReadonlyMap<number, number> {
  const places = new Map<string, number[]>()
  old.forEach((runs, at) => {
    for (const run of runs) push(places, run, at)
  })
  const shared = new Map<number, number>()
  now.forEach((runs, at) => {
    for (const run of runs) {
      const holders = places.get(run)
      if (!holders || holders.length > commonFrom) continue
      for (const holder of holders) shared.set(holder * now.length + at, (shared.get(holder * now.length + at) ?? 0) + 1)
    }
  })
  return shared
}

const bagOf = ({ words }: SceneText): ReadonlyMap<string, number> => {
  const bag = new Map<string, number>()
  for (const word of words) bag.set(word, (bag.get(word) ?? 0) + 1)
  return bag
}

function commonWords(a: ReadonlyMap<string, number> = new Map(), b: ReadonlyMap<string, number> = new Map()): number {
  let [both, all] = [0, 0]
  for (const [word, count] of a) {
    both += Math.min(count, b.get(word) ?? 0)
    all += count
  }
  for (const count of b.values()) all += count
  return all === 0 ? 0 : (2 * both) / all
}

function headingLikeness(a: SceneText, b: SceneText): number {
  if (a.heading === b.heading) return 1
  const [one, other] = [new Set(a.heading.split(' ')), new Set(b.heading.split(' '))]
  const both = [...one].filter(word => other.has(word)).length
  return (2 * both) / (one.size + other.size)
}
