import type { CastingChange, CastingStatus } from '../../src-preload/contract/casting.ts'
import { listWords, pencilWords, printedDay, startOfDay, statusWords } from '../../src-preload/contract/said.ts'
import type { Episode } from '../memory/episodes.ts'

/** Statuses that only say what was looked at: no decision. */
const looks: ReadonlySet<CastingStatus> = new Set<CastingStatus>(['unviewed', 'viewed', 'pinned'])

/** What is remembered of a change on a list, null where nothing was decided by it: a look, a pin, a note. */
export function decisionEpisode({ productionId, roleId, roleName, talentId, talentName, before, after, reason }: CastingChange): Episode | null {
  const done = doneWords(before, after)
  if (done === null) return null
  const why = reason.trim() === '' ? '' : `: ${reason.trim()}`
  return {
    text: `${talentName} ${done} for ${roleName}${why}`, productionId, people: [talentId], roles: [roleId],
    importance: after?.status === 'booked' ? 0.9 : 0.5,
  }
}

function doneWords(before: CastingChange['before'], after: CastingChange['after']): string | null {
  if (after === null) return 'was taken off the lists'
  if (after.hold !== null && JSON.stringify(after.hold) !== JSON.stringify(before?.hold ?? null)) {
    const until = after.hold.expires === null ? '' : ` until ${printedDay(startOfDay(after.hold.expires))}`
    return `was put on hold, ${pencilWords(after.hold.position)}${until},`
  }
  if (after.status !== before?.status && after.status === 'booked') return 'was booked'
  if (after.status !== before?.status && after.status === 'released') return 'was released'
  // A list brings a status of its own: where both changed, the list is what was decided.
  if (after.list !== before?.list) return `was ${before === null ? 'put on' : 'moved to'} the ${listWords[after.list].toLowerCase()}`
  return after.status === before.status || looks.has(after.status) ? null : `was set to ${statusWords[after.status].toLowerCase()}`
}
