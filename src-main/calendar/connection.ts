import type { Database } from '../database/openDatabase.ts'
import type { SendUpdates } from './googleCalendar.ts'

/** What stands in the way until the user does something: signing in anew, choosing another calendar, or asking for its use. */
export type Trouble = 'signIn' | 'calendarGone' | 'forbidden'

/** The calendar that sessions and slots go to, and how. */
export interface Connection {
  readonly calendarId: string
  /** Whether CastMatch made the calendar. */
  readonly isOwn: boolean
  /** Calendars whose busy times count, beside the one that is written to. */
  readonly watched: readonly string[]
  readonly sendUpdates: SendUpdates
  readonly invites: boolean
  readonly meets: boolean
  readonly trouble: Trouble | null
  /** How many rounds failed in a row. */
  readonly failures: number
  readonly pausedUntil: string | null
  readonly syncedAt: string | null
}

/** What the user chooses of it. */
export type ConnectionChoice = Pick<Connection, 'calendarId' | 'isOwn'> & Partial<Pick<Connection, 'watched' | 'sendUpdates' | 'invites' | 'meets'>>

interface Row {
  readonly calendar_id: string
  readonly is_own: number
  readonly watched: string
  readonly send_updates: SendUpdates
  readonly invites: number
  readonly meets: number
  readonly trouble: Trouble | null
  readonly failures: number
  readonly paused_until: string | null
  readonly synced_at: string | null
}

/** The connection; null where there is none. */
export function readConnection(db: Database): Connection | null {
  const row = db.prepare<[], Row>('SELECT * FROM calendar_connection').get()
  return row ? {
    calendarId: row.calendar_id, isOwn: row.is_own === 1, watched: JSON.parse(row.watched) as string[], sendUpdates: row.send_updates,
    invites: row.invites === 1, meets: row.meets === 1, trouble: row.trouble, failures: row.failures, pausedUntil: row.paused_until, syncedAt: row.synced_at,
  } : null
}

/** Says how a round went: what stands in the way, or that nothing does. */
export function noteRound(db: Database, { trouble, failures, pausedUntil, syncedAt }: Pick<Connection, 'trouble' | 'failures' | 'pausedUntil' | 'syncedAt'>): void {
  db.prepare('UPDATE calendar_connection SET trouble = ?, failures = ?, paused_until = ?, synced_at = ?').run(trouble, failures, pausedUntil, syncedAt)
}
