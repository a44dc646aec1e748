import { z } from 'zod'
import { procedure } from './errors.ts'
import { ProductionId } from './productions.ts'
import { RoleId } from './roles.ts'
import { TalentId } from './talent.ts'
import { Day, Moment, Nothing } from './words.ts'

/** The id of an audition session: a UUIDv7 as text. */
export const SessionId = z.string().min(1).brand<'SessionId'>()
export type SessionId = z.infer<typeof SessionId>

/** The id of a slot: a UUIDv7 as text. */
export const SlotId = z.string().min(1).brand<'SlotId'>()
export type SlotId = z.infer<typeof SlotId>

/** What a session is for. */
export const SessionKind = z.enum(['preRead', 'audition', 'callback', 'chemistryRead', 'lookTest', 'selfTape'])
export type SessionKind = z.infer<typeof SessionKind>

/** A time of day on a wall clock, `HH:MM`. */
export const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is written 14:30')

/** A zone of the IANA list, such as `Asia/Kolkata`. */
export const Zone = z.string().min(1).max(60).refine(zone => {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}, 'this time zone is not known')

/** Somebody's time in a session: from when on the wall clock, for how many minutes, for which role. */
export const Slot = z.object({
  id: SlotId,
  sessionId: SessionId,
  from: WallTime,
  minutes: z.number().int().min(1).max(480),
  talentId: TalentId,
  talentName: z.string(),
  roleId: RoleId.nullable(),
  roleName: z.string().nullable(),
  state: z.enum(['proposed', 'booked', 'confirmed', 'declined', 'cameIn', 'missed']),
  note: z.string().max(2_000),
})
export type Slot = z.infer<typeof Slot>

/** A day or part of a day on which people read: wall-clock times in its zone. */
export const Session = z.object({
  id: SessionId,
  productionId: ProductionId,
  kind: SessionKind,
  title: z.string().max(200),
  day: Day,
  from: WallTime,
  to: WallTime,
  zone: Zone,
  place: z.string().max(500),
  slotMinutes: z.number().int().min(5).max(240),
  slots: z.array(Slot).describe('By time'),
})
export type Session = z.infer<typeof Session>

/** What may be said of a session. */
export const SessionFacts = Session.omit({ id: true, slots: true }).refine(({ from, to }) => from < to, 'the session ends before it begins')
export type SessionFacts = z.infer<typeof SessionFacts>

/** A free time in a session for somebody, with what speaks against it. */
export const ProposedSlot = z.object({ sessionId: SessionId, day: Day, from: WallTime, minutes: z.number().int(), talentId: TalentId, roleId: RoleId.nullable(), warnings: z.array(z.string()) })
export type ProposedSlot = z.infer<typeof ProposedSlot>

/** A language that messages to people are written in. */
export const MessageLanguage = z.enum(['en', 'hi', 'mr'])
export type MessageLanguage = z.infer<typeof MessageLanguage>

/** A message that calls somebody to a slot: to whom (the guardian of a minor), how they are reached, and what it says. */
export const SlotMessage = z.object({ to: z.string(), phone: z.string(), email: z.string(), subject: z.string(), text: z.string() })
export type SlotMessage = z.infer<typeof SlotMessage>

/** Auditions: sessions and their slots. */
export const auditions = {
  sessions: procedure
    .route({ summary: 'List the sessions of a span of days, of one production or all' })
    .input(z.object({ productionId: ProductionId.optional(), from: Day.optional(), to: Day.optional() }))
    .output(z.array(Session)),
  create: procedure.route({ summary: 'Make a session' }).input(z.object({ facts: SessionFacts })).output(Session),
  update: procedure.route({ summary: 'Change a session; refused where a slot would lie outside it' }).input(z.object({ id: SessionId, change: Session.omit({ id: true, slots: true, productionId: true }).partial() })).output(Session),
  remove: procedure.route({ summary: 'Remove a session with its slots; it can be restored' }).input(z.object({ id: SessionId })).output(Nothing),
  restore: procedure.route({ summary: 'Bring a removed session back' }).input(z.object({ id: SessionId })).output(Session),
  propose: procedure
    .route({ summary: 'Propose free slots for people, in the sessions of a production or in one' })
    .input(z.object({ productionId: ProductionId, sessionId: SessionId.optional(), talentIds: z.array(TalentId).min(1).max(200), roleId: RoleId.nullable().default(null), minutes: z.number().int().min(5).max(240).optional() }))
    .output(z.object({ slots: z.array(ProposedSlot), notPlaced: z.array(z.object({ talentId: TalentId, why: z.string() })) })),
  book: procedure
    .route({ summary: 'Book a slot; refused with SLOT_TAKEN where the time is taken or the person is elsewhere' })
    .input(z.object({ sessionId: SessionId, from: WallTime, minutes: z.number().int().min(5).max(240).optional(), talentId: TalentId, roleId: RoleId.nullable().default(null), note: z.string().max(2_000).default('') }))
    .output(Slot),
  move: procedure.route({ summary: 'Move a slot to another time or session' }).input(z.object({ id: SlotId, sessionId: SessionId.optional(), from: WallTime, minutes: z.number().int().min(5).max(240).optional() })).output(Slot),
  setState: procedure.route({ summary: 'Say how a slot stands' }).input(z.object({ id: SlotId, state: Slot.shape.state })).output(Slot),
  cancel: procedure.route({ summary: 'Cancel a slot; it can be booked back' }).input(z.object({ id: SlotId })).output(z.object({ slot: Slot, at: Moment })),
  message: procedure.route({ summary: 'Write the message that calls somebody to a slot; nothing is sent' }).input(z.object({ id: SlotId, language: MessageLanguage.default('en') })).output(SlotMessage),
  uncancel: procedure.route({ summary: 'Book a cancelled slot back, where its time is still free' }).input(z.object({ id: SlotId })).output(Slot),
}
