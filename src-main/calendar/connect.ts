import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import type { ConnectionChoice } from './connection.ts'
import { putOut } from './outbox.ts'
import { subjectOf, type Subject } from './subjects.ts'

/**
 * Connects the office with a calendar, and puts out every session from today on with its slots.
 *
 * The events that were made in this calendar before are known again. `today` is a day; choosing the same calendar anew keeps
 * what is waiting.
 */
export function connectCalendar(db: Database, { calendarId, isOwn, watched = [], sendUpdates = 'none', invites = false, meets = false }: ConnectionChoice, today: string): void {
  inTransaction(db, () => {
    db.prepare('DELETE FROM calendar_connection').run()
    db.prepare('INSERT INTO calendar_connection (one, calendar_id, is_own, watched, send_updates, invites, meets) VALUES (1, ?, ?, ?, ?, ?, ?)')
      .run(calendarId, isOwn ? 1 : 0, JSON.stringify(watched), sendUpdates, invites ? 1 : 0, meets ? 1 : 0)
    const rows = db.prepare<{ today: string; calendar: string }, { kind: Subject['kind']; id: string }>(`
      SELECT 'session' AS kind, id FROM audition_session WHERE removed_at IS NULL AND day >= @today
      UNION ALL SELECT 'slot', s.id FROM audition_slot s JOIN audition_session a ON a.id = s.session_id WHERE a.removed_at IS NULL AND s.cancelled_at IS NULL AND a.day >= @today
      UNION SELECT kind, subject_id FROM calendar_link WHERE calendar_id = @calendar`).all({ today, calendar: calendarId })
    for (const { kind, id } of rows) putOut(db, subjectOf(kind, id))
  })
}

/** Ends the connection. Events stay where they are in Google, and what is known of them stays here for the next connection; changes are not collected any more. */
export function disconnectCalendar(db: Database): void {
  inTransaction(db, () => {
    db.prepare('DELETE FROM calendar_connection').run()
    for (const table of ['calendar_outbox', 'calendar_sync', 'calendar_busy']) db.prepare(`DELETE FROM ${table}`).run()
  })
}
