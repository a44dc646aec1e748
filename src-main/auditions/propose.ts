import type { ProposedSlot, SessionId } from '../../src-preload/contract/auditions.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import { printedDay, startOfDay } from '../../src-preload/contract/said.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import { getProduction } from '../productions/productionStore.ts'
import { talentFactsOf } from '../talent/talentFacts.ts'
import type { WorkerPool } from '../workers/workerPool.ts'
import { proposeSlots, type Proposal } from './proposeSlots.ts'
import type { Schedule } from './schedule/solveSchedule.ts'
import { getSession, listSessions } from './sessionStore.ts'
import { busyOf, takesTime } from './slotRows.ts'

/** For whom times are looked for, and where; `minutes` left out are those of each session. */
export interface Wish {
  readonly productionId: ProductionId
  readonly sessionId?: SessionId | undefined
  readonly talentIds: readonly TalentId[]
  readonly roleId: RoleId | null
  readonly minutes?: number | undefined
}

/** What proposing works with. */
export interface ProposeParts {
  readonly db: Database
  readonly pool: WorkerPool
}

/**
 * Proposes free times for people in the sessions of a production that are still to come, or in one; books nothing.
 *
 * Throws NOT_FOUND for an unknown production, session or person, INVALID_INPUT for a session of another production, CANCELLED.
 */
export async function proposeFor({ db, pool }: ProposeParts, wish: Wish, now: Date, signal?: AbortSignal): Promise<{ slots: ProposedSlot[]; notPlaced: Proposal['notPlaced'][number][] }> {
  const production = getProduction(db, wish.productionId)
  const sessions = wish.sessionId === undefined ? listSessions(db, { productionId: wish.productionId }) : [getSession(db, wish.sessionId)]
  if (sessions.some(session => session.productionId !== wish.productionId)) {
    throw new CastMatchError('INVALID_INPUT', { subject: production.title, detail: 'the session is of another production' })
  }
  const ids = [...new Set(wish.talentIds)]
  const known = talentFactsOf(db, '', ids)
  if (known.length < ids.length) throw new CastMatchError('NOT_FOUND', { subject: 'One of these people' })
  const held = sessions.flatMap(session => session.slots.filter(takesTime).map(slot => ({ slot, day: session.day })))
  const people = known.map(({ id, name, availability }) => {
    const own = held.find(({ slot }) => slot.talentId === id && (slot.roleId ?? null) === wish.roleId)
    return {
      talentId: id, name, availability, busy: busyOf(db, id, null),
      has: own ? `${printedDay(startOfDay(own.day))} at ${own.slot.from}` : null,
    }
  })
  const open = sessions.map(session => ({ ...session, taken: session.slots.filter(takesTime) }))
  const { slots, notPlaced } = await proposeSlots(
    { sessions: open, people, minutes: wish.minutes, after: now.getTime() },
    problem => pool.run<Schedule>('auditions/solveSchedule', { problem }, { signal, subject: 'The proposal' }),
  )
  return { slots: slots.map(slot => ({ ...slot, roleId: wish.roleId })), notPlaced: [...notPlaced] }
}
