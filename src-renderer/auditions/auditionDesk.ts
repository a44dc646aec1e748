import { useMemo } from 'react'
import type { ProposedSlot, Session, SessionFacts, Slot } from '../../src-preload/contract/auditions.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import { slotWords } from '../../src-preload/contract/said.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { offerUndo, sayFailure } from '../look/UndoToast.tsx'
import { countWords } from '../look/words.ts'
import { sessionName } from './agenda.ts'

/** A time for somebody as it is to be booked. */
export interface Booking {
  readonly sessionId: Session['id']
  readonly from: string
  readonly minutes?: number
  readonly talentId: TalentId
  readonly roleId: RoleId | null
}

/** How sessions and slots are changed; each act can be taken back from its toast, and tells whether it was done. */
export interface AuditionDesk {
  readonly productionId: ProductionId
  readonly sessions: readonly Session[]
  readonly create: (facts: SessionFacts) => Promise<boolean>
  readonly update: (session: Session, change: Omit<SessionFacts, 'productionId'>) => Promise<boolean>
  readonly remove: (session: Session) => Promise<boolean>
  readonly book: (booking: Booking) => Promise<boolean>
  readonly bookAll: (slots: readonly ProposedSlot[]) => Promise<boolean>
  readonly move: (slot: Slot, to: { readonly sessionId: Session['id']; readonly from: string; readonly minutes: number }) => Promise<boolean>
  readonly setState: (slot: Slot, state: Slot['state']) => Promise<boolean>
  readonly cancel: (slot: Slot) => Promise<boolean>
}

/** The desk from which the auditions of a production are run. */
export function useAuditionDesk(productionId: ProductionId, sessions: readonly Session[]): AuditionDesk {
  const office = useOffice()
  const changed = useChanged()
  return useMemo(() => {
    const told = async <Result>(act: () => Promise<Result>, said: (result: Result) => string, undo: (result: Result) => Promise<unknown>): Promise<boolean> => {
      try {
        const result = await act()
        changed('auditions')
        offerUndo(said(result), async () => {
          try {
            await undo(result)
          } finally {
            changed('auditions')
          }
        })
        return true
      } catch (error) {
        changed('auditions')
        sayFailure(error)
        return false
      }
    }
    const cancelAll = async (slots: readonly Slot[]) => {
      for (const { id } of slots) await office.auditions.cancel({ id })
    }
    return {
      productionId,
      sessions,
      create: facts => told(() => office.auditions.create({ facts }), session => `${sessionName(session)} is made.`, ({ id }) => office.auditions.remove({ id })),
      update: ({ id, slots: _slots, productionId: _production, ...before }, change) =>
        told(() => office.auditions.update({ id, change }), session => `${sessionName(session)} is changed.`, () => office.auditions.update({ id, change: before })),
      remove: session => told(() => office.auditions.remove({ id: session.id }), () => `${sessionName(session)} was removed with its slots.`, () => office.auditions.restore({ id: session.id })),
      book: booking => told(() => office.auditions.book(booking), slot => `${slot.talentName} is booked at ${slot.from}.`, slot => cancelAll([slot])),
      bookAll: slots => told(
        async () => {
          const booked: Slot[] = []
          try {
            for (const { sessionId, from, minutes, talentId, roleId } of slots) booked.push(await office.auditions.book({ sessionId, from, minutes, talentId, roleId }))
          } catch (error) {
            await cancelAll(booked) // all of them or none
            throw error
          }
          return booked
        },
        booked => `${countWords(booked.length, 'slot')} booked.`,
        cancelAll,
      ),
      move: (slot, to) => told(
        () => office.auditions.move({ id: slot.id, ...to }),
        moved => `${moved.talentName} was moved to ${moved.from}.`,
        () => office.auditions.move({ id: slot.id, sessionId: slot.sessionId, from: slot.from, minutes: slot.minutes }),
      ),
      setState: (slot, state) => told(
        () => office.auditions.setState({ id: slot.id, state }),
        () => `${slot.talentName}: ${slotWords[state].toLowerCase()}.`,
        () => office.auditions.setState({ id: slot.id, state: slot.state }),
      ),
      cancel: slot => told(() => office.auditions.cancel({ id: slot.id }), () => `The slot of ${slot.talentName} was cancelled.`, () => office.auditions.uncancel({ id: slot.id })),
    }
  }, [office, changed, productionId, sessions])
}
