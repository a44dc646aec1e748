import { expect, it } from 'vitest'
import { migrations } from '../../src-main/database/migrations/list.ts'
import { openDatabase } from '../../src-main/database/openDatabase.ts'
import { connectCalendar } from '../../src-main/calendar/connect.ts'
import { readConnection } from '../../src-main/calendar/connection.ts'
import { listOutgoing } from '../../src-main/calendar/outbox.ts'
import { writeTalentOfBefore } from '../support/talentOfBefore.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

const now = () => new Date('2026-11-21T09:00:00Z')

it('brings the calendar to a file of the version before, whose people, sessions and slots are kept and sent when one is connected', () => {
  const folder = temporaryFolder()
  const before = openDatabase({ folder, now, list: migrations.filter(({ version }) => version < 26) })
  writeTalentOfBefore(before, 'Asha Rane')
  before.exec(`
    INSERT INTO production (id, title, kind, created_at, opened_at) VALUES ('p', 'Masaan', 'film', '2026-11-20T09:00:00Z', '2026-11-20T09:00:00Z');
    INSERT INTO audition_session (id, production_id, kind, day, from_time, to_time, zone, slot_minutes, created_at)
      VALUES ('a', 'p', 'audition', '2026-12-03', '16:00', '18:00', 'Asia/Kolkata', 20, '2026-11-20T09:00:00Z'), ('old', 'p', 'audition', '2026-10-03', '16:00', '18:00', 'Asia/Kolkata', 20, '2026-09-20T09:00:00Z');
    INSERT INTO audition_slot (id, session_id, from_time, minutes, talent_id, state, created_at) SELECT 's', 'a', '16:00', 20, id, 'booked', '2026-11-20T09:00:00Z' FROM talent;
  `)
  before.close()
  const db = openDatabase({ folder, now, list: migrations.filter(({ version }) => version <= 26) })
  expect(readConnection(db)).toBeNull()
  db.exec("UPDATE audition_slot SET from_time = '16:20'")
  expect(listOutgoing(db)).toEqual([])
  connectCalendar(db, { calendarId: 'auditions', isOwn: true }, '2026-11-21')
  expect(listOutgoing(db).map(({ subject }) => subject.id).sort()).toEqual(['a', 's'])
  expect(db.pragma('foreign_key_check')).toEqual([])
  db.close()
})
