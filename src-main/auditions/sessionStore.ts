import { v7 as uuid } from 'uuid'
import { SessionFacts, type Session, type SessionId, type SessionKind } from '../../src-preload/contract/auditions.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { printedDay, sessionWords, startOfDay } from '../../src-preload/contract/said.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { getProduction } from '../productions/productionStore.ts'
import { checkFits, slotsOf } from './slotRows.ts'
import { instantOf } from './wallClock.ts'

/** What may change of a session; keys left out stay. */
export type SessionChange = { readonly [Key in keyof Omit<Session, 'id' | 'slots' | 'productionId'>]?: Session[Key] | undefined }

interface Row {
  readonly id: SessionId
  readonly production_id: ProductionId
  readonly kind: SessionKind
  readonly title: string
  readonly day: string
  readonly from_time: string
  readonly to_time: string
  readonly zone: string
  readonly place: string
  readonly slot_minutes: number
}

const select = 'SELECT a.* FROM audition_session a JOIN production p ON p.id = a.production_id AND p.removed_at IS NULL WHERE a.removed_at IS NULL'

/** Lists the sessions from a day to a day (both included), of one production or all, in the order they happen. */
export function listSessions(db: Database, { productionId, from, to }: { readonly productionId?: ProductionId | undefined; readonly from?: string | undefined; readonly to?: string | undefined }): Session[] {
  const rows = db
    .prepare<{ production: string | null; from: string | null; to: string | null }, Row>(
      `${select} AND (@production IS NULL OR a.production_id = @production) AND (@from IS NULL OR a.day >= @from) AND (@to IS NULL OR a.day <= @to)`,
    )
    .all({ production: productionId ?? null, from: from ?? null, to: to ?? null })
  const slots = Map.groupBy(slotsOf(db, rows.map(row => row.id)), slot => slot.sessionId)
  return rows
    .map(row => ({ session: toSession(row, slots.get(row.id) ?? []), start: instantOf(row.day, row.from_time, row.zone) }))
    .sort((a, b) => a.start - b.start || (a.session.id < b.session.id ? -1 : 1))
    .map(({ session }) => session)
}

/** Reads one session. Throws NOT_FOUND where it or its production was removed. */
export function getSession(db: Database, id: SessionId): Session {
  const row = db.prepare<[string], Row>(`${select} AND a.id = ?`).get(id)
  if (!row) throw new CastMatchError('NOT_FOUND', { subject: 'The session' })
  return toSession(row, slotsOf(db, [id]))
}

/** Makes a session. Throws NOT_FOUND for an unknown or removed production. */
export function createSession(db: Database, facts: SessionFacts, now: Date): Session {
  return inTransaction(db, () => {
    getProduction(db, facts.productionId)
    const id = uuid() as SessionId
    db.prepare(
      `INSERT INTO audition_session (id, production_id, kind, title, day, from_time, to_time, zone, place, slot_minutes, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(id, facts.productionId, ...columnsOf(facts), now.toISOString())
    return getSession(db, id)
  })
}

/**
 * Changes a session; its slots stay at their times of the wall clock.
 *
 * Throws NOT_FOUND, INVALID_INPUT where it would end before it begins or a slot would lie outside it, and SLOT_TAKEN where
 * somebody sits elsewhere at the time that their slot would then be.
 */
export function updateSession(db: Database, id: SessionId, change: SessionChange): Session {
  return inTransaction(db, () => {
    const before = getSession(db, id)
    const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    const read = SessionFacts.safeParse({ ...before, ...said })
    if (!read.success) throw new CastMatchError('INVALID_INPUT', { subject: nameOf(before), detail: read.error.issues[0]?.message ?? 'not valid' })
    db.prepare(
      'UPDATE audition_session SET kind = ?, title = ?, day = ?, from_time = ?, to_time = ?, zone = ?, place = ?, slot_minutes = ? WHERE id = ?',
    ).run(...columnsOf(read.data), id)
    return checked(db, id)
  })
}

/** Removes a session with its slots; it can be restored. Throws NOT_FOUND. */
export function removeSession(db: Database, id: SessionId, now: Date): void {
  const { changes } = db.prepare('UPDATE audition_session SET removed_at = ? WHERE id = ? AND removed_at IS NULL').run(now.toISOString(), id)
  if (changes !== 1) throw new CastMatchError('NOT_FOUND', { subject: 'The session' })
}

/**
 * Brings a removed session back with its slots; one that is there stays as it is.
 *
 * Throws NOT_FOUND where there never was one, and SLOT_TAKEN where somebody in it sits elsewhere by now.
 */
export const restoreSession = (db: Database, id: SessionId): Session =>
  inTransaction(db, () => {
    db.prepare('UPDATE audition_session SET removed_at = NULL WHERE id = ?').run(id)
    return checked(db, id)
  })

/** What a session is called: its title, else its kind and day. */
export const nameOf = ({ title, kind, day }: Pick<Session, 'title' | 'kind' | 'day'>): string => title || `${sessionWords[kind]} of ${printedDay(startOfDay(day))}`

function checked(db: Database, id: SessionId): Session {
  const session = getSession(db, id)
  for (const slot of session.slots) checkFits(db, slot, session)
  return session
}

const columnsOf = (facts: Omit<SessionFacts, 'productionId'>) =>
  [facts.kind, facts.title.trim(), facts.day, facts.from, facts.to, facts.zone, facts.place.trim(), facts.slotMinutes] as const

const toSession = (row: Row, slots: Session['slots']): Session => ({
  id: row.id,
  productionId: row.production_id,
  kind: row.kind,
  title: row.title,
  day: row.day,
  from: row.from_time,
  to: row.to_time,
  zone: row.zone,
  place: row.place,
  slotMinutes: row.slot_minutes,
  slots,
})
