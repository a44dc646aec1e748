import type { RoleScene } from '../../src-preload/contract/sides.ts'

/** Scenes that are suggested at most: more than an actor learns over night is too much. */
const mostScenes = 4

/** A scene counts from so many words of the role on, or from a fifth of its busiest scene where that has few. */
const enoughWords = 20

/** Words of a speech that is called long. */
const longSpeech = 40

type Counted = Omit<RoleScene, 'reason'>

/**
 * Says which scenes of a role suit an audition, and why: where it says most, alone with another, at its longest, where it comes in, and
 * its best scene of each third of the script that had none yet.
 *
 * Takes and gives the scenes in the order of the script; reasons are short phrases joined by commas. Where no scene has enough words,
 * the one with most is suggested all the same.
 */
export function suggestScenes(scenes: readonly Counted[], sceneCount: number): readonly RoleScene[] {
  const reasons = new Map<Counted, string[]>()
  const give = (scene: Counted | undefined, reason: string) => {
    if (!scene || (!reasons.has(scene) && reasons.size >= mostScenes)) return
    reasons.set(scene, [...(reasons.get(scene) ?? []), reason])
  }
  const busiest = best(scenes, ({ words }) => words)
  const enough = Math.min(enoughWords, (busiest?.words ?? 0) / 5)
  const worth = scenes.filter(({ words, speeches }) => speeches > 0 && words >= Math.max(1, enough))
  if (worth.length > 1) give(busiest, 'most lines')
  const alone = worth.filter(scene => scene.with.length === 1)
  const withWhom = new Set(alone.map(scene => scene.with[0]?.name ?? ''))
  const pairs = [...withWhom].map(name => best(alone.filter(scene => scene.with[0]?.name === name), ({ words }) => words)).filter(scene => scene !== undefined)
  for (const scene of pairs.sort((a, b) => b.words - a.words).slice(0, 2)) give(scene, `alone with ${scene.with[0]?.name ?? ''}`)
  const [first] = scenes
  if (first && worth.includes(first)) give(first, worth.length > 1 ? 'first scene' : 'the only scene')
  const longest = best(worth, scene => scene.longest)
  if (longest && longest.longest >= longSpeech) give(longest, 'longest speech')
  const third = ({ scene }: Counted) => Math.min(2, Math.floor((3 * scene.index) / Math.max(1, sceneCount)))
  for (const [at, name] of ['first', 'middle', 'last'].entries()) {
    if ([...reasons.keys()].some(scene => third(scene) === at)) continue
    give(best(worth.filter(scene => third(scene) === at), ({ words }) => words), `most lines of the ${name} third`)
  }
  if (reasons.size === 0) give(busiest, scenes.length > 1 ? 'most lines' : 'the only scene')
  return scenes.map(scene => ({ ...scene, reason: reasons.get(scene)?.join(', ') ?? null }))
}

/** The first of those that have most; none of an empty list. */
const best = (scenes: readonly Counted[], most: (scene: Counted) => number): Counted | undefined =>
  scenes.reduce<Counted | undefined>((found, scene) => (found === undefined || most(scene) > most(found) ? scene : found), undefined)
