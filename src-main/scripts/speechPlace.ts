import type { LineKind } from '../../src-preload/contract/scripts.ts'
import { isAtPlace, type LineRules } from './lineRules.ts'
import { paragraphGap } from './pdfBands.ts'
import type { SeenLine } from './placedLines.ts'
import { mode, shareNear } from './statistics.ts'

/** Where the words under cues stand; `isSpoken` is asked of a line below a cue (`isFirst`) or below another line of its speech. */
export type SpeechPlace = { readonly isSpoken: (line: SeenLine, above: SeenLine | null, isFirst: boolean) => boolean }

/**
 * Learns where speeches stand from the lines right below the cues that the examples brought, against where action stands.
 *
 * Where both begin at one place only a gap ends a speech; else a line belongs to the nearer of the two, or to the middle that speeches
 * share.
 */
export function learnSpeechPlace(lines: readonly SeenLine[], base: readonly LineKind[], ruled: readonly (LineKind | null)[], { rules }: LineRules): SpeechPlace {
  const firsts = lines.filter((line, at) => ruled[at - 1] === 'cue' && !ruled[at] && base[at] !== 'heading' && !line.look.bracketed)
  const others = lines.filter((line, at) => {
    const isBelowCue = ruled[at - 1] === 'cue' || (base[at - 1] === 'cue' && ruled[at - 1] === null)
    return !isBelowCue && ruled[at] === null && base[at] === 'action' && (line.look.opens || base[at - 1] === 'heading' || ruled[at - 1] === 'heading')
  })
  const named = rules.filter(({ kind, place }) => kind === 'dialogue' && place.by === 'edge').map(({ place }) => place.at)
  const speech = named[0] ?? mode(firsts.map(({ x }) => x), 6)
  const action = rules.find(({ kind, place }) => kind === 'action' && place.by === 'edge')?.place.at ?? mode(others.map(({ x }) => x), 6)
  const centre = mode(firsts.map(middle), 8)
  const isCentred = named.length === 0 && centre !== undefined && speech !== undefined && shareNear(firsts.map(middle), centre, 12) > 1.4 * shareNear(firsts.map(({ x }) => x), speech, 6)
  const isFlush = speech === undefined || action === undefined || Math.abs(speech - action) <= 9
  return {
    isSpoken: (line, above, isFirst) => {
      if (rules.some(({ kind, place }) => kind === 'action' && isAtPlace(place, line))) return false
      const isBelow = above === null || line.row === above.row || line.page !== above.page || line.gap <= paragraphGap
      if (isCentred) return Math.abs(middle(line) - centre) <= 14 && (isBelow || isFirst)
      if (isFlush) return isFirst || (isBelow && line.page === above?.page)
      return (line.look.bracketed && isBelow) || Math.abs(line.x - speech) < Math.abs(line.x - action)
    },
  }
}

const middle = ({ x, end }: SeenLine): number => (x + end) / 2
