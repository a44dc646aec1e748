import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OAuth2Client } from 'google-auth-library'
import { createSession } from '../../../src-main/auditions/sessionStore.ts'
import { bookSlot, type AuditionContext } from '../../../src-main/auditions/slotStore.ts'
import { connectCalendar } from '../../../src-main/calendar/connect.ts'
import { openGoogleCalendar, type GoogleCalendar } from '../../../src-main/calendar/googleCalendar.ts'
import { syncRound, type Round } from '../../../src-main/calendar/syncRound.ts'
import { openDatabase, type Database } from '../../../src-main/database/openDatabase.ts'
import { createProduction } from '../../../src-main/productions/productionStore.ts'
import { createTalent } from '../../../src-main/talent/talentStore.ts'
import type { SessionId } from '../../../src-preload/contract/auditions.ts'
import type { TalentId } from '../../../src-preload/contract/talent.ts'
import { startGoogle, type Fault, type GoogleStandIn } from '../googleStandIn/startGoogle.ts'

/** The calendar that is written to, and the one that is only looked at. */
export const [own, other] = ['auditions@group.calendar.google.com', 'casting@example.com']

/** The office was killed in the middle of a round. */
export class Killed extends Error {}

/** A file of the newest schema with two sessions that overlap, three people and two booked slots, from which each run begins. */
export interface Template {
  readonly file: string
  readonly folder: string
  readonly sessions: readonly SessionId[]
  readonly people: readonly TalentId[]
}

/** Makes the file that each run begins from; `folder` is to be removed after. */
export function makeTemplate(): Template {
  const folder = mkdtempSync(join(tmpdir(), 'castmatch-model-'))
  const now = () => new Date('2026-12-01T09:00:00Z')
  const db = openDatabase({ folder, now })
  const productionId = createProduction(db, { title: 'Masaan', kind: 'film', brief: '' }, now()).id
  const facts = { productionId, kind: 'audition', title: '', day: '2026-12-03', zone: 'Asia/Kolkata', place: 'Aram Nagar', slotMinutes: 20 } as const
  const sessions = [{ from: '16:00', to: '18:00' }, { from: '17:00', to: '19:00' }].map(times => createSession(db, { ...facts, ...times }, now()).id)
  const people = ['Asha Rane', 'Ravi Kale', 'Meenal Joshi'].map(name => createTalent(db, { name, email: `${name.split(' ')[0]?.toLowerCase()}@example.com` }, { modelId: '', now }).id)
  for (const [index, from] of ['16:00', '16:40'].entries()) {
    const [sessionId, talentId] = [sessions[0], people[index]]
    if (sessionId && talentId) bookSlot(db, { sessionId, from, talentId }, { now, by: 'user' })
  }
  connectCalendar(db, { calendarId: own, isOwn: true, watched: [other], invites: true, meets: true }, '2026-12-01')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  return { file: join(folder, 'castmatch.db'), folder, sessions, people }
}

/** One run: an office that can be killed and started anew, its clock, and Google. */
export interface ModelOffice extends Pick<Template, 'sessions' | 'people'> {
  readonly db: Database
  readonly google: GoogleStandIn
  readonly context: AuditionContext
  readonly now: () => Date
  readonly goOn: (ms: number) => void
  /** Sets what goes wrong with the next requests, one after the other. */
  readonly failNext: (faults: readonly (Fault | (() => void) | null)[]) => void
  /** Whether Google was changed while a round ran, so that what was asked a moment before may not hold. */
  readonly raced: () => boolean
  readonly round: (terms?: { readonly killedAt?: number; readonly hurried?: boolean }) => Promise<Round | 'killed'>
  readonly restart: () => void
  readonly close: () => Promise<void>
}

/** Opens a run. */
export async function openModel(template: Template): Promise<ModelOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'castmatch-model-'))
  copyFileSync(template.file, join(folder, 'castmatch.db'))
  let at = Date.parse('2026-12-01T09:00:00Z')
  let starts = 0
  let raced = false
  let faults: readonly (Fault | (() => void) | null)[] = []
  const now = () => new Date(at)
  const open = () => {
    const db = openDatabase({ folder, now })
    // A power cut is not part of this model, and waiting for the disk takes most of its time.
    db.pragma('synchronous = OFF')
    return db
  }
  let db = open()
  const google = await startGoogle({ now, largestPage: 3 })
  google.world.addCalendar(own, 'Auditions')
  google.fails(() => {
    const [next = null, ...rest] = faults
    faults = rest
    if (typeof next !== 'function') {
      if (next?.kind === 'late') raced = true
      return next
    }
    raced = true
    next()
    return null
  })
  const auth = new OAuth2Client()
  auth.setCredentials({ access_token: 'a token', expiry_date: Date.parse('2100-01-01') })
  const api = openGoogleCalendar({ auth, address: google.address })
  const restart = (): void => {
    db.close()
    starts += 1
    db = open()
  }
  return {
    sessions: template.sessions, people: template.people, google, now, restart,
    get db() {
      return db
    },
    context: { now, by: 'user' },
    goOn: ms => {
      at += ms
    },
    failNext: next => {
      faults = next
    },
    raced: () => raced,
    round: async ({ killedAt = Infinity, hurried = false } = {}) => {
      const writer = `start ${starts}`
      const round = syncRound({ db, google: killable(api, killedAt), now, writer, backOff: { firstMs: 1_000, longestMs: 60_000, random: () => 0.5 }, pull: { busyDays: 30, renewAfterDays: 7 } }, { hurried })
      try {
        return await round
      } catch (error) {
        if (!(error instanceof Killed)) throw error
        // Who is killed does not lay down the pen.
        db.prepare('UPDATE calendar_connection SET writer = ?, writer_until = ?').run(writer, new Date(at + 60_000).toISOString())
        restart()
        return 'killed'
      }
    },
    close: async () => {
      db.close()
      await google.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A way to Google on which the office is killed at the n-th request: before an even one, after an odd one was done. */
function killable(api: GoogleCalendar, killedAt: number): GoogleCalendar {
  let count = 0
  const wrapped = Object.entries(api).map(([name, ask]) => [name, async (...given: readonly unknown[]) => {
    count += 1
    if (count >= killedAt && killedAt % 2 === 0) throw new Killed()
    const answer = await (ask as (...given: readonly unknown[]) => Promise<unknown>)(...given)
    if (count >= killedAt) throw new Killed()
    return answer
  }])
  return Object.fromEntries(wrapped)
}
