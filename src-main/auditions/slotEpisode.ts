import type { Slot } from '../../src-preload/contract/auditions.ts'
import { printedDay, sessionWords, startOfDay } from '../../src-preload/contract/said.ts'
import type { Episode } from '../memory/episodes.ts'
import type { SlotChange } from './slotHistory.ts'

const stateWords: Readonly<Record<Slot['state'], string>> = {
  proposed: 'was proposed for', booked: 'was booked for', confirmed: 'confirmed', declined: 'declined', cameIn: 'came in to', missed: 'missed',
}

/** What is remembered of a change of a slot; a time that is only proposed is not. */
export function slotEpisode({ before, after, slot, session }: SlotChange): Episode | null {
  if (after?.state === 'proposed' || (after === null && before?.state === 'proposed')) return null
  const done = after === null ? 'lost the time in' : before !== null && before.state === after.state ? 'was moved in' : stateWords[after.state]
  const role = slot.roleName === null ? '' : ` for ${slot.roleName}`
  return {
    text: `${slot.talentName} ${done} the ${sessionWords[session.kind].toLowerCase()} of ${printedDay(startOfDay(session.day))}, ${slot.from}${role}`,
    productionId: session.productionId, people: [slot.talentId], roles: slot.roleId === null ? [] : [slot.roleId],
  }
}
