import type { RoleSize } from '../../src-preload/contract/roles.ts'

/** How much a role speaks: speeches, and scenes in which it does. */
export interface Share {
  readonly speeches: number
  readonly scenes: number
}

/** From this weight beside the largest role on, a role carries the story with it. */
const leadWeight = 0.45
/** Up to this many speeches a role is a bit part: the "under five" of the American agreements is five lines or fewer. */
const bitSpeeches = 5
/** A role that speaks in no more scenes than this works a day or two on the usual schedule... */
const dayScenes = 2
/** ...unless it speaks so large a part of all speeches that those days are the film's centre. */
const dayShare = 0.03

/**
 * The sizes of all roles of a production, in the order given.
 *
 * A role's weight is the mean of its speeches and of its scenes, each as a part of the largest role's: speeches alone would
 * make a lead of a long monologue, scenes alone of a taxi driver who is always about. From a weight of 0.45 on it is a lead.
 * Of the others, a day player has at most five speeches, or speaks in at most two scenes and under 3 % of all speeches: one
 * who is called for a day or two. The rest are supporting. A role that does not speak is a day player.
 */
export function sizesOf(shares: readonly Share[]): readonly RoleSize[] {
  const largest = (of: keyof Share): number => shares.reduce((most, share) => Math.max(most, share[of]), 1)
  const most = { speeches: largest('speeches'), scenes: largest('scenes') }
  const all = Math.max(1, shares.reduce((sum, { speeches }) => sum + speeches, 0))
  return shares.map(({ speeches, scenes }) => {
    if (speeches === 0) return 'dayPlayer'
    if ((speeches / most.speeches + scenes / most.scenes) / 2 >= leadWeight) return 'lead'
    return speeches <= bitSpeeches || (scenes <= dayScenes && speeches / all < dayShare) ? 'dayPlayer' : 'supporting'
  })
}
