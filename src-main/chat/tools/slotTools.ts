import { z } from 'zod'
import { SessionId, Slot, SlotId, WallTime, type Session } from '../../../src-preload/contract/auditions.ts'
import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import { RoleId } from '../../../src-preload/contract/roles.ts'
import { slotWords } from '../../../src-preload/contract/said.ts'
import { TalentId } from '../../../src-preload/contract/talent.ts'
import { dayWarnings } from '../../auditions/availability.ts'
import { getSession } from '../../auditions/sessionStore.ts'
import { sameSeat, type Seat, type SlotChangeId } from '../../auditions/slotHistory.ts'
import { checkFits, readSlot, type Wanted } from '../../auditions/slotRows.ts'
import { bookSlot, cancelSlot, moveSlot, undoSlotChange, type AuditionContext, type ChangedSlot } from '../../auditions/slotStore.ts'
import { inTransaction } from '../../database/inTransaction.ts'
import { listProductions } from '../../productions/productionStore.ts'
import { talentModelId } from '../../talent/talentRecord.ts'
import { getTalent } from '../../talent/talentStore.ts'
import type { Done, ToolContext, WritingTool } from '../tool.ts'
import { TimeInput, timeWords } from './auditionTools.ts'
import { openCard, personAt, recordAt, ref, roleAt } from './lookUp.ts'
import { ToolRefusal, writingTool } from './makeTool.ts'
import { named } from './quoted.ts'
import { doneBy, type ToolParts } from './toolParts.ts'
import { dayIn } from './wallDay.ts'

const MinutesInput = z.number().int().min(5).max(240).optional()

const Booked = z.object({ sessionId: SessionId, from: WallTime, minutes: z.number().int(), talentId: TalentId, roleId: RoleId.nullable(), note: z.string() })

/** Books a slot. */
export const bookSlotTool = (parts: ToolParts): WritingTool => writingTool({
  name: 'book_slot',
  description: 'Books a time for one person in a session. Nothing is done before the user says yes. Refused where the time is taken, outside the session, or where the person sits in another session then; propose_slots finds free times.',
  input: z.object({ session: ref('session'), talent: ref('talent'), role: ref('role').optional(), from: TimeInput, minutes: MinutesInput, note: z.string().max(300).optional() }),
  settled: Booked,
  title: ({ talent, from }, context) => `Book ${named(personAt(context, talent).title)} at ${from}`,
  intend: async ({ session: at, talent, role, from, minutes: wished, note = '' }, context) => {
    const [sessionCard, person, roleCard] = [recordAt(context, at, 'session'), personAt(context, talent), role === undefined ? null : roleAt(context, role)]
    const session = getSession(parts.db, sessionCard.id as SessionId)
    if (roleCard && roleCard.productionId !== session.productionId) throw new ToolRefusal('The role is of another production than the session.')
    const minutes = wished ?? session.slotMinutes
    discreetly(parts, context, () => checkFits(parts.db, { id: null, from, minutes, talentId: person.id, talentName: person.title, state: 'booked' }, session))
    return {
      title: `Book ${person.title}${roleCard ? ` for ${roleCard.title}` : ''}: ${timeWords(session, from)}`,
      changes: [{ what: 'Slot', before: '', after: `${timeWords(session, from)}, ${minutes} minutes` }, ...(note === '' ? [] : [{ what: 'Note', before: '', after: note }])],
      warnings: [...warningsOf(parts, session, person.id)],
      records: [person, sessionCard, ...(roleCard ? [roleCard] : [])],
      settled: { sessionId: session.id, from, minutes, talentId: person.id, roleId: roleCard?.id ?? null, note },
    }
  },
  act: (booking, context) => doneWith(parts, context, discreetly(parts, context, () => bookSlot(parts.db, booking, auditionContext(parts, context)))),
  undo: receipt => undoOf(parts, receipt),
})

const SeatAt = Slot.pick({ sessionId: true, from: true, minutes: true, state: true })
const Moved = z.object({ slotId: SlotId, before: SeatAt, sessionId: SessionId, from: WallTime, minutes: z.number().int() })

/** Moves a slot. */
export const moveSlotTool = (parts: ToolParts): WritingTool => writingTool({
  name: 'move_slot',
  description: 'Moves a booked slot to another time, or to another session. Nothing is done before the user says yes. Refused where the new time is taken or outside the session.',
  input: z.object({ slot: ref('slot'), from: TimeInput, session: ref('session', 'The session it moves to; left out where it stays in its own').optional(), minutes: MinutesInput }),
  settled: Moved,
  title: ({ slot, from }, context) => `Move ${named(recordAt(context, slot, 'slot').title)} to ${from}`,
  intend: async ({ slot: at, from, session: to, minutes: wished }, context) => {
    const { slot, card } = slotAt(parts, context, at)
    const [old, session] = [getSession(parts.db, slot.sessionId), getSession(parts.db, to === undefined ? slot.sessionId : (recordAt(context, to, 'session').id as SessionId))]
    const minutes = wished ?? slot.minutes
    const wanted: Wanted = { ...slot, from, minutes }
    if (sameSeat(seatOf(slot), { sessionId: session.id, from, minutes, state: slot.state })) throw new ToolRefusal('The slot is at that time already.')
    if (slot.roleId !== null && old.productionId !== session.productionId) throw new ToolRefusal('The session is of another production than the role.')
    discreetly(parts, context, () => checkFits(parts.db, wanted, session))
    return {
      title: `Move ${slot.talentName} to ${timeWords(session, from)}`,
      changes: [{ what: 'Slot', before: `${timeWords(old, slot.from)}, ${slot.minutes} minutes`, after: `${timeWords(session, from)}, ${minutes} minutes` }],
      warnings: [...confirmedWords(slot), ...warningsOf(parts, session, slot.talentId)],
      records: recordsOf(context, slot, card, session.id),
      settled: { slotId: slot.id, before: seatOf(slot), sessionId: session.id, from, minutes },
    }
  },
  act: ({ slotId, before, ...to }, context) => doneWith(parts, context, discreetly(parts, context, () => inTransaction(parts.db, () => {
    assertUnmoved(parts, slotId, before)
    return moveSlot(parts.db, slotId, to, auditionContext(parts, context))
  }))),
  undo: receipt => undoOf(parts, receipt),
})

/** Cancels a slot. */
export const cancelSlotTool = (parts: ToolParts): WritingTool => writingTool({
  name: 'cancel_slot',
  description: 'Cancels a booked slot, so that its time is free. Nothing is done before the user says yes, and nobody is told by it: draft_message writes to the person.',
  input: z.object({ slot: ref('slot') }),
  settled: z.object({ slotId: SlotId, before: SeatAt }),
  title: ({ slot }, context) => `Cancel the slot of ${named(recordAt(context, slot, 'slot').title)}`,
  intend: async ({ slot: at }, context) => {
    const { slot, card } = slotAt(parts, context, at)
    const session = getSession(parts.db, slot.sessionId)
    return {
      title: `Cancel ${slot.talentName}: ${timeWords(session, slot.from)}`,
      changes: [{ what: 'Slot', before: `${timeWords(session, slot.from)}, ${slotWords[slot.state].toLowerCase()}`, after: '' }],
      warnings: confirmedWords(slot),
      records: recordsOf(context, slot, card, session.id),
      settled: { slotId: slot.id, before: seatOf(slot) },
    }
  },
  act: ({ slotId, before }, context) => doneWith(parts, context, inTransaction(parts.db, () => {
    assertUnmoved(parts, slotId, before)
    return cancelSlot(parts.db, slotId, auditionContext(parts, context))
  })),
  undo: receipt => undoOf(parts, receipt),
})

const seatOf = ({ sessionId, from, minutes, state }: Slot): Seat => ({ sessionId, from, minutes, state })

const auditionContext = ({ now, onSlot }: ToolParts, { askedBy }: ToolContext): AuditionContext => ({ now, by: doneBy(askedBy), onSlot })

function slotAt({ db }: ToolParts, context: ToolContext, reference: string) {
  const card = recordAt(context, reference, 'slot')
  return { card, slot: readSlot(db, card.id as SlotId).slot }
}

function assertUnmoved({ db }: ToolParts, id: SlotId, before: Seat): void {
  const { slot, isCancelled } = readSlot(db, id)
  if (!sameSeat(isCancelled ? null : seatOf(slot), before)) throw new CastMatchError('CONFLICT', { subject: `The slot of ${slot.talentName}`, detail: 'it stands otherwise by now' })
}

const confirmedWords = (slot: Slot): string[] => (slot.state === 'confirmed' ? [`${slot.talentName} confirmed this time`] : [])

function warningsOf({ db, embedder, now, zone }: ToolParts, session: Session, talentId: TalentId): readonly string[] {
  const { availability } = getTalent(db, talentId, talentModelId(embedder))
  return [...dayWarnings(availability, session.day), ...(session.day < dayIn(now(), zone) ? ['This day is past'] : [])]
}

const recordsOf = (context: ToolContext, slot: Slot, card: ReturnType<typeof recordAt>, sessionId: SessionId) =>
  [openCard(context, { kind: 'talent', id: slot.talentId }), card, openCard(context, { kind: 'session', id: sessionId })].flatMap(found => found ?? [])

/** Where a person sits in a production that may not be read, its title is not said. */
function discreetly<Result>({ db }: ToolParts, context: ToolContext, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    const { detail } = error instanceof CastMatchError && error.code === 'SLOT_TAKEN' ? error.data : {}
    if (!(error instanceof CastMatchError) || detail === undefined) throw error
    const closed = listProductions(db).find(({ id, title }) => !context.mayRead(id) && detail.includes(`with ${title} on`))
    throw closed ? new CastMatchError(error.code, { ...error.data, detail: 'they sit in another session then' }) : error
  }
}

function doneWith({ db }: ToolParts, context: ToolContext, { slot, change }: ChangedSlot<ChangedSlot['change'] | null>): Done {
  const session = getSession(db, slot.sessionId)
  const cards = [openCard(context, { kind: 'slot', id: slot.id }), openCard(context, { kind: 'talent', id: slot.talentId })].flatMap(card => card ?? [])
  const isCancelled = change?.after === null
  const detail = `${slot.talentName}: ${isCancelled ? 'cancelled, ' : ''}${timeWords(session, slot.from)}`
  const isOpen = context.mayRead(session.productionId)
  return {
    told: isOpen ? { done: true, slot: cards[0]?.ref ?? 'gone', person: named(slot.talentName), day: session.day, at: slot.from, zone: session.zone, minutes: slot.minutes, state: isCancelled ? 'Cancelled' : slotWords[slot.state] } : { done: true },
    detail,
    cards,
    receipt: change && { changeId: change.id },
  }
}

const Receipt = z.object({ changeId: z.string() })

function undoOf({ db, now, onSlot }: ToolParts, receipt: unknown): void {
  undoSlotChange(db, Receipt.parse(receipt).changeId as unknown as SlotChangeId, { now, by: 'user', onSlot })
}
