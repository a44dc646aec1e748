import type { Session, SessionId, SlotId } from '../../src-preload/contract/auditions.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { sessionWords } from '../../src-preload/contract/said.ts'
import { readSlot } from '../auditions/slotRows.ts'
import { getSession, nameOf } from '../auditions/sessionStore.ts'
import { instantsOf } from '../auditions/fitSlot.ts'
import { instantOf } from '../auditions/wallClock.ts'
import type { Database } from '../database/openDatabase.ts'
import { getProduction } from '../productions/productionStore.ts'
import { readTalent } from '../talent/talentFacts.ts'
import type { Facts } from './facts.ts'

/** What an event stands for. */
export type Subject = { readonly kind: 'session'; readonly id: SessionId } | { readonly kind: 'slot'; readonly id: SlotId }

/** The subject of a row. */
export const subjectOf = (kind: Subject['kind'], id: string): Subject => ({ kind, id }) as Subject

/**
 * What the event of a subject is to say, by the records; null where there is to be none.
 *
 * Sessions and slots that were removed or cancelled have none, nor has a time that is only proposed. What is noted of a slot
 * is for the office alone and never goes there; people are named only as guests where `invites` is set.
 */
export function factsHere(db: Database, subject: Subject, { invites }: { readonly invites: boolean }): Facts | null {
  try {
    return subject.kind === 'session' ? sessionFacts(db, subject.id) : slotFacts(db, subject.id, invites)
  } catch (error) {
    if (error instanceof CastMatchError && error.code === 'NOT_FOUND') return null
    throw error
  }
}

function sessionFacts(db: Database, id: SessionId): Facts {
  const session = getSession(db, id)
  const { title } = getProduction(db, session.productionId)
  const rows = session.slots.filter(({ state }) => state !== 'proposed' && state !== 'declined')
  return {
    ...usual(session),
    start: instantOf(session.day, session.from, session.zone), end: instantOf(session.day, session.to, session.zone),
    title: `${title}: ${nameOf(session)}`.trim(),
    text: rows.map(({ from, talentName, roleName }) => `${from} ${talentName}${roleName === null ? '' : ` (${roleName})`}`).join('\n'),
  }
}

function slotFacts(db: Database, id: SlotId, invites: boolean): Facts | null {
  const { slot, isCancelled } = readSlot(db, id)
  if (isCancelled || slot.state === 'proposed') return null
  const session = getSession(db, slot.sessionId)
  const { title } = getProduction(db, session.productionId)
  const guest = invites ? guestOf(db, slot.talentId) : null
  return {
    ...usual(session), ...instantsOf(slot, session),
    title: `${slot.talentName}${slot.roleName === null ? '' : ` (${slot.roleName})`}: ${sessionWords[session.kind].toLowerCase()}, ${title}`,
    text: '', guests: guest === null ? [] : [guest], isFree: slot.state === 'declined',
  }
}

function guestOf(db: Database, talentId: Parameters<typeof readTalent>[1]): string | null {
  const email = readTalent(db, talentId, '').talent.email.trim().toLowerCase()
  return /^[^\s@]+@[^\s@]+$/.test(email) ? email : null
}

const usual = ({ zone, place }: Session) => ({ zone, place: place.trim(), shape: 'single', guests: [], isFree: false, answer: null }) as const
