import { heaviestRising } from './align.ts'
import type { SceneText } from './draftText.ts'
import { likenesses, type Likeness } from './sceneLikeness.ts'

/** Scenes of two drafts that belong together, by their places in the lists given; several on one side where a scene was split or joined. */
export interface SceneMatch {
  readonly kind: 'pair' | 'split' | 'joined' | 'omitted' | 'new'
  readonly old: readonly number[]
  readonly new: readonly number[]
  /** It stands before or after scenes that it did not stand before or after. */
  readonly moved: boolean
  /** How much of the words is the same, 0 to 1. */
  readonly likeness: number
}

/** From this likeness of the words on, scenes are the same wherever they stand. */
const sameWords = 0.45
/** With the same heading or number, less is enough. */
const sameWordsAndPlace = 0.2
/** A scene that holds this share of another's runs of three words took it in... */
const holds = 0.5
/** ...where there are at least so many. */
const leastRuns = 4

/** Which old scene stands beside which new one so far. */
interface Pairs {
  readonly toNew: Map<number, number>
  readonly toOld: Map<number, number>
}

/** Scenes that stand in one that is matched already: new ones in an old one, old ones in a new one. */
interface Shares {
  readonly split: ReadonlyMap<number, number>
  readonly joined: ReadonlyMap<number, number>
}

/**
 * Matches the scenes of two drafts: by their words, their headings and their numbers together, wherever they stand.
 *
 * First the pairs whose words are alike, the likest first; of scenes as like as each other the one that stands where its neighbours
 * lead to. Then what of a scene stands in another that is matched already: split or joined. Last, between matched neighbours, scenes with
 * the same heading or number, however much was rewritten. Moved are those outside the heaviest run (by words) that kept its order.
 */
export function matchScenes(old: readonly SceneText[], now: readonly SceneText[]): readonly SceneMatch[] {
  const found = likenesses(old, now)
  const pairs: Pairs = { toNew: new Map(), toOld: new Map() }
  pairAlike(found, pairs, now.length)
  const shares = findShares(found, pairs)
  pairBetween(found, pairs, shares)
  return rowsOf(old, now, { found, pairs, shares })
}

const isFree = ({ toNew, toOld }: Pairs, { old, new: now }: Likeness): boolean => !toNew.has(old) && !toOld.has(now)

function join({ toNew, toOld }: Pairs, { old, new: now }: Likeness): void {
  toNew.set(old, now)
  toOld.set(now, old)
}

/** Those that stand out first, so that scenes as like as each other (a car passes, twice) can be told apart by their neighbours. */
function pairAlike(found: readonly Likeness[], pairs: Pairs, count: number): void {
  const alike = found
    .filter(({ text, heading, number }) => text >= sameWords || (text >= sameWordsAndPlace && (heading === 1 || number)))
    .map(likeness => ({ likeness, score: likeness.text + 0.15 * likeness.heading + (likeness.number ? 0.1 : 0) }))
    .sort((a, b) => b.score - a.score)
  const rivals = { old: secondBest(alike, 'old'), new: secondBest(alike, 'new') }
  const standsOut = ({ likeness, score }: Scored): boolean => score - Math.max(rivals.old.get(likeness.old) ?? 0, rivals.new.get(likeness.new) ?? 0) >= 0.1
  for (const scored of alike) if (standsOut(scored) && isFree(pairs, scored.likeness)) join(pairs, scored.likeness)
  const expected = expectedPlaces(pairs, count)
  const off = ({ likeness }: Scored): number => Math.min(0.2, Math.abs((expected[likeness.new] ?? 0) - likeness.old) * 0.01)
  const rest = alike.filter(({ likeness }) => isFree(pairs, likeness)).sort((a, b) => b.score - off(b) - (a.score - off(a)))
  for (const { likeness } of rest) if (isFree(pairs, likeness)) join(pairs, likeness)
}

interface Scored {
  readonly likeness: Likeness
  readonly score: number
}

/** The second best score of each scene, 0 where there is one only; given the best first. */
function secondBest(scored: readonly Scored[], side: 'old' | 'new'): ReadonlyMap<number, number> {
  const seen = new Set<number>()
  const second = new Map<number, number>()
  for (const { likeness, score } of scored) {
    const scene = likeness[side]
    if (seen.has(scene) && !second.has(scene)) second.set(scene, score)
    seen.add(scene)
  }
  return second
}

/** Where each new scene would stand in the old draft by the matched scene before it. */
function expectedPlaces({ toOld }: Pairs, count: number): readonly number[] {
  let last = -1
  return Array.from({ length: count }, (_, at) => (last = toOld.get(at) ?? last + 1))
}

/** Unmatched scenes whose words stand in a scene that is matched already. */
function findShares(found: readonly Likeness[], pairs: Pairs): Shares {
  const split = new Map<number, number>()
  const joined = new Map<number, number>()
  const enough = found.filter(({ runs }) => runs >= leastRuns)
  for (const { old, new: now, newInOld } of enough.toSorted((a, b) => b.newInOld - a.newInOld)) {
    if (newInOld >= holds && !pairs.toOld.has(now) && pairs.toNew.has(old) && !split.has(now)) split.set(now, old)
  }
  for (const { old, new: now, oldInNew } of enough.toSorted((a, b) => b.oldInNew - a.oldInNew)) {
    if (oldInNew >= holds && !pairs.toNew.has(old) && pairs.toOld.has(now) && !joined.has(old)) joined.set(old, now)
  }
  return { split, joined }
}

/** Scenes of one heading or number between the same neighbours are one, though all their words are new. */
function pairBetween(found: readonly Likeness[], pairs: Pairs, { split, joined }: Shares): void {
  const open = found
    .filter(({ heading, number }) => heading === 1 || (number && heading >= 0.5))
    .filter(likeness => isFree(pairs, likeness) && !split.has(likeness.new) && !joined.has(likeness.old))
    .sort((a, b) => b.text + b.heading + Number(b.number) - (a.text + a.heading + Number(a.number)) || a.old - b.old || a.new - b.new)
  for (const likeness of open) {
    if (!isFree(pairs, likeness)) continue
    if ((likeness.number && likeness.heading === 1) || keepsOrder(pairs, likeness)) join(pairs, likeness)
  }
}

/** Tells whether a pair would stand between the pairs next to it on either side. */
function keepsOrder({ toNew, toOld }: Pairs, { old, new: now }: Likeness): boolean {
  const nearest = (map: ReadonlyMap<number, number>, from: number, step: 1 | -1): number | null => {
    for (let at = from + step; at >= 0 && at < from + 2_000; at += step) {
      const other = map.get(at)
      if (other !== undefined) return other
    }
    return null
  }
  return (nearest(toOld, now, -1) ?? -1) < old && (nearest(toOld, now, 1) ?? Infinity) > old &&
    (nearest(toNew, old, -1) ?? -1) < now && (nearest(toNew, old, 1) ?? Infinity) > now
}

interface Matched {
  readonly found: readonly Likeness[]
  readonly pairs: Pairs
  readonly shares: Shares
}

/** The matches in the order of the new draft; an omitted scene after the one that it stood after. */
function rowsOf(old: readonly SceneText[], now: readonly SceneText[], { found, pairs, shares }: Matched): readonly SceneMatch[] {
  const likeness = new Map(found.map(one => [one.old * now.length + one.new, one.text]))
  const parts = { split: grouped(shares.split), joined: grouped(shares.joined) }
  const moved = movedScenes(old, pairs)
  const rows = now.flatMap((scene, at): readonly SceneMatch[] => {
    const from = pairs.toOld.get(at)
    if (shares.split.has(at)) return []
    if (from === undefined) return scene.omitted ? [] : [{ kind: 'new', old: [], new: [at], moved: false, likeness: 0 }]
    const [more, fewer] = [parts.split.get(from) ?? [], parts.joined.get(at) ?? []]
    const isOmitted = scene.omitted && old[from]?.omitted === false
    return [{
      kind: isOmitted ? 'omitted' : more.length > 0 ? 'split' : fewer.length > 0 ? 'joined' : 'pair',
      old: [from, ...fewer].toSorted((a, b) => a - b),
      new: isOmitted ? [] : [at, ...more].toSorted((a, b) => a - b),
      moved: moved.has(from),
      likeness: likeness.get(from * now.length + at) ?? 0,
    }]
  })
  return withOmitted(rows, old)
}

function grouped(shares: ReadonlyMap<number, number>): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>()
  for (const [part, whole] of shares) groups.set(whole, [...(groups.get(whole) ?? []), part])
  return groups
}

function movedScenes(old: readonly SceneText[], { toNew }: Pairs): ReadonlySet<number> {
  const kept = [...toNew.keys()].toSorted((a, b) => a - b)
  const rising = heaviestRising(kept.map(at => toNew.get(at) ?? 0), kept.map(at => 1 + (old[at]?.words.length ?? 0) / 50))
  return new Set(kept.filter((_, index) => !rising.has(index)))
}

function withOmitted(rows: readonly SceneMatch[], old: readonly SceneText[]): readonly SceneMatch[] {
  const there = new Set(rows.flatMap(({ old }) => old))
  const after = new Map<number, SceneMatch[]>()
  let last = -1
  for (const [at, { omitted }] of old.entries()) {
    if (there.has(at)) last = at
    else if (!omitted) after.set(last, [...(after.get(last) ?? []), { kind: 'omitted', old: [at], new: [], moved: false, likeness: 0 }])
  }
  return [...(after.get(-1) ?? []), ...rows.flatMap(row => [row, ...row.old.flatMap(at => after.get(at) ?? [])])]
}
