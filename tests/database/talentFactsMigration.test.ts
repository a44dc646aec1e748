import { expect, it } from 'vitest'
import { migrations } from '../../src-main/database/migrations/list.ts'
import { openDatabase } from '../../src-main/database/openDatabase.ts'
import { getTalent } from '../../src-main/talent/talentStore.ts'
import { writeTalentOfBefore } from '../support/talentOfBefore.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

const now = () => new Date('2026-11-21T12:00:00Z')

it('reads the credits of a file from before they were parted, and leaves its vectors as they are', () => {
  const folder = temporaryFolder()
  const before = openDatabase({ folder, now, list: migrations.filter(({ version }) => version < 14) })
  const asha = writeTalentOfBefore(before, 'Asha Rane', { credits: ['Kinara (lead, feature, 2024)', 'much loved on the ghats'] })
  const ravi = writeTalentOfBefore(before, 'Ravi Joshi', { changedAt: '2026-02-06T10:00:00.000Z' })
  before.close()
  // Today's code reads people as today's file holds them.
  const db = openDatabase({ folder, now })
  expect(getTalent(db, asha, '').credits).toEqual([
    { production: 'Kinara', role: 'lead', kind: 'feature', year: 2024, director: '' },
    { production: 'much loved on the ghats', role: '', kind: '', year: null, director: '' },
  ])
  expect(db.prepare('SELECT DISTINCT text_hash FROM talent').pluck().all()).toEqual(['as it was'])
  expect(getTalent(db, asha, '').sources).toEqual({ name: { source: 'people.csv', at: '2026-01-05T09:00:00.000Z' }, credits: { source: 'people.csv', at: '2026-01-05T09:00:00.000Z' } })
  expect(getTalent(db, ravi, '').sources.name).toEqual({ source: '', at: '2026-02-06T10:00:00.000Z' })
  db.close()
})
