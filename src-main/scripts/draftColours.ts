import { DraftColour } from '../../src-preload/contract/scripts.ts'
import type { Draft } from '../../src-preload/contract/scripts.ts'

const colours = DraftColour.options

/** The place of a colour in the order of issue: 0 for White, 8 for Cherry, 9 for 2nd White. */
export const rankOfColour = ({ colour, round }: Pick<Draft, 'colour' | 'round'>): number => (round - 1) * colours.length + colours.indexOf(colour)

/** The colour that stands at a place in the order of issue, and whether it is the first, second or a later time round. */
export const colourOfRank = (rank: number): Pick<Draft, 'colour' | 'round'> => ({
  colour: colours[rank % colours.length] ?? 'white',
  round: Math.floor(rank / colours.length) + 1,
})

/**
 * The place of a colour that a file names without saying which time round.
 *
 * It is the one nearest to the place that is expected next, the earlier one where two are as near: an old Blue that arrives after Pink is
 * the first Blue; a Blue after 2nd White is the second.
 */
export function nearestRank(colour: DraftColour, expected: number): number {
  const first = colours.indexOf(colour)
  const round = Math.max(0, Math.ceil((expected - first) / colours.length - 0.5))
  return first + round * colours.length
}
