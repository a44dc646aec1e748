import type { AuditionContext } from '../auditions/slotStore.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { pauseAfter, type BackOffTerms } from './backOff.ts'
import { noteRound, readConnection, type Connection, type Trouble } from './connection.ts'
import type { GoogleCalendar } from './googleCalendar.ts'
import { GoogleFailure } from './googleFailures.ts'
import { listOutgoing, outgoingOf } from './outbox.ts'
import { pull, type PullTerms } from './pull.ts'
import { pushSubject, type PushParts } from './push.ts'

/** What a round needs. */
export interface RoundParts {
  readonly db: Database
  readonly google: GoogleCalendar
  readonly now: () => Date
  readonly onSlot?: AuditionContext['onSlot']
  readonly backOff: BackOffTerms
  readonly pull: PullTerms
  /** Who writes: another for each start of the application. */
  readonly writer: string
  readonly signal?: AbortSignal | undefined
}

/** How a round went: nothing is connected, another writes, it is too early, the user is needed first, it broke off, or all was done. */
export type Round =
  | { readonly kind: 'off' | 'busy' | 'stopped' }
  | { readonly kind: 'paused'; readonly until: string }
  | { readonly kind: 'trouble'; readonly trouble: Trouble }
  | { readonly kind: 'broken'; readonly failure: GoogleFailure; readonly until: string }
  | { readonly kind: 'done'; readonly waiting: number }

/** How long a writer that said nothing is taken to be at work still, in milliseconds. */
const writerMs = 2 * 60_000

/**
 * One round: takes in what changed in Google, then sends what changed here.
 *
 * Only one round runs at a time on a data folder, also over several starts of the application. Where Google fails in a way
 * that passes, the round ends and says until when to wait; what was not sent stays in the outbox.
 */
export async function syncRound(parts: RoundParts, { hurried = false } = {}): Promise<Round> {
  const { db, now } = parts
  const connection = readConnection(db)
  if (!connection) return { kind: 'off' }
  if (connection.trouble !== null && !hurried) return { kind: 'trouble', trouble: connection.trouble }
  const pausedFor = connection.pausedUntil === null ? 0 : Date.parse(connection.pausedUntil) - now().getTime()
  // A pause that is longer than any can be comes from a clock that was set back.
  if (connection.pausedUntil !== null && pausedFor > 0 && pausedFor <= parts.backOff.longestMs && !hurried) return { kind: 'paused', until: connection.pausedUntil }
  if (!takePen(parts)) return { kind: 'busy' }
  try {
    return await work(parts, connection)
  } finally {
    db.prepare('UPDATE calendar_connection SET writer = NULL, writer_until = NULL WHERE writer = ?').run(parts.writer)
  }
}

async function work(parts: RoundParts, connection: Connection): Promise<Round> {
  const { db, now, google, onSlot, signal } = parts
  const context: AuditionContext = { now, by: 'user', ...(onSlot && { onSlot }) }
  const push: PushParts = { db, google, connection, context, invites: connection.invites, zone: 'UTC' }
  try {
    await pull(push, parts.pull)
    for (const { subject } of listOutgoing(db)) {
      if (signal?.aborted || !takePen(parts)) return { kind: 'stopped' }
      if (outgoingOf(db, subject)) await pushSubject(push, subject)
    }
    noteRound(db, { trouble: null, failures: 0, pausedUntil: null, syncedAt: now().toISOString() })
    return { kind: 'done', waiting: listOutgoing(db).length }
  } catch (error) {
    if (!(error instanceof GoogleFailure)) throw error
    return broken(parts, connection, error)
  }
}

const troubles: Partial<Record<GoogleFailure['kind'], Trouble>> = { signIn: 'signIn', absent: 'calendarGone', gone: 'calendarGone', forbidden: 'forbidden' }

function broken({ db, now, backOff }: RoundParts, { failures, syncedAt }: Connection, failure: GoogleFailure): Round {
  const trouble = troubles[failure.kind]
  if (trouble !== undefined) {
    noteRound(db, { trouble, failures: 0, pausedUntil: null, syncedAt })
    return { kind: 'trouble', trouble }
  }
  const until = new Date(now().getTime() + pauseAfter(failures + 1, failure.waitMs, backOff)).toISOString()
  noteRound(db, { trouble: null, failures: failures + 1, pausedUntil: until, syncedAt })
  return { kind: 'broken', failure, until }
}

/** Takes the pen, or goes on holding it; gives whether it is ours. */
function takePen({ db, now, writer }: RoundParts): boolean {
  return inTransaction(db, () => {
    const row = db.prepare<[], { writer: string | null; writer_until: string | null }>('SELECT writer, writer_until FROM calendar_connection').get()
    const left = Date.parse(row?.writer_until ?? '') - now().getTime()
    // One that holds it for longer than anybody may lived before a clock was set back.
    if (row?.writer && row.writer !== writer && left > 0 && left <= writerMs) return false
    db.prepare('UPDATE calendar_connection SET writer = ?, writer_until = ?').run(writer, new Date(now().getTime() + writerMs).toISOString())
    return row !== undefined
  })
}
