import type { PairCell, PairFactorName, PairForecast } from '../../src-preload/contract/pairs.ts'
import { countWords } from '../look/words.ts'

/** What a factor of a pair is called. */
export const pairFactorWords: Readonly<Record<PairFactorName, string>> = {
  workedTogether: 'Worked together', ratedTogether: 'Your ratings of both', playingRange: 'Ages', height: 'Height', languages: 'Languages', style: 'Training and style', notes: 'Your notes', reads: 'Chemistry reads',
}

/** What a rating of a read says. */
export const ratingWords: Readonly<Record<1 | 2 | 3 | 4 | 5, string>> = { 1: 'Nothing', 2: 'Little', 3: 'Some', 4: 'Good', 5: 'Rare' }

/** A rating or a mean with one decimal: "3.4". */
export const pointWords = (points: number): string => points.toFixed(1)

/** Points with their sign: "+0.3", "−0.2", "0.0". */
export function signedWords(points: number): string {
  const said = Math.abs(points).toFixed(1)
  return said === '0.0' ? said : `${points > 0 ? '+' : '−'}${said}`
}

/** A chance or a share in a hundred: "47 in 100". */
export const chanceWords = (share: number): string => `${Math.round(100 * share)} in 100`

/** A forecast in words: "3.4 of 5, nine of ten reads between 1.6 and 5.0". */
export const forecastWords = ({ mean, interval }: PairForecast): string => `${pointWords(mean)} of 5, nine of ten reads between ${pointWords(interval.low)} and ${pointWords(interval.high)}`

/** Half of the width of an interval, in points. */
export const halfWidth = ({ interval }: Pick<PairForecast, 'interval'>): number => (interval.high - interval.low) / 2

/** Whether nothing at all is known of two people: no fact and no read. */
export const isUnknown = ({ known, reads }: PairCell): boolean => known === 0 && reads === 0

/** What a cell of the grid says to whom it is read out. */
export function cellWords(cell: PairCell | null): string {
  if (cell === null) return 'one person, no pair'
  const said = isUnknown(cell) ? `not known, anywhere between ${pointWords(cell.interval.low)} and ${pointWords(cell.interval.high)}` : forecastWords(cell)
  return cell.reads === 0 ? said : `${said}, ${countWords(cell.reads, 'read')}`
}
