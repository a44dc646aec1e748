import { proposeFor } from '../auditions/propose.ts'
import * as sessions from '../auditions/sessionStore.ts'
import { slotMessage } from '../auditions/slotMessage.ts'
import * as slots from '../auditions/slotStore.ts'
import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'

/** Binds the procedures of `auditions` to the office. */
export function bindAuditions(os: Os, parts: OfficeParts) {
  const { db, now } = parts
  const auditions = { now, by: 'user', onSlot: parts.onSlot } as const
  return {
    sessions: os.auditions.sessions.handler(({ input }) => sessions.listSessions(db, input)),
    create: os.auditions.create.handler(({ input }) => sessions.createSession(db, input.facts, now())),
    update: os.auditions.update.handler(({ input }) => sessions.updateSession(db, input.id, input.change)),
    remove: os.auditions.remove.handler(({ input }) => {
      sessions.removeSession(db, input.id, now())
      return {}
    }),
    restore: os.auditions.restore.handler(({ input }) => sessions.restoreSession(db, input.id)),
    propose: os.auditions.propose.handler(({ input, signal }) => proposeFor(parts, input, now(), signal)),
    book: os.auditions.book.handler(({ input }) => slots.bookSlot(db, input, auditions).slot),
    move: os.auditions.move.handler(({ input }) => slots.moveSlot(db, input.id, input, auditions).slot),
    setState: os.auditions.setState.handler(({ input }) => slots.setSlotState(db, input.id, input.state, auditions).slot),
    cancel: os.auditions.cancel.handler(({ input }) => {
      const { slot, change } = slots.cancelSlot(db, input.id, auditions)
      return { slot, at: change.at }
    }),
    message: os.auditions.message.handler(({ input }) => slotMessage(db, input.id, input.language)),
    uncancel: os.auditions.uncancel.handler(({ input }) => slots.uncancelSlot(db, input.id, auditions).slot),
  }
}
