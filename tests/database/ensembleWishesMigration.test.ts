import { expect, it } from 'vitest'
import { migrations } from '../../src-main/database/migrations/list.ts'
import { openDatabase } from '../../src-main/database/openDatabase.ts'
import { writeTalentOfBefore } from '../support/talentOfBefore.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

const now = () => new Date('2026-11-21T09:00:00Z')

it('brings the wishes of an ensemble to a file of the version before, whose people are kept', () => {
  const folder = temporaryFolder()
  const before = openDatabase({ folder, now, list: migrations.filter(({ version }) => version < 25) })
  writeTalentOfBefore(before, 'Asha Rane')
  before.close()
  const db = openDatabase({ folder, now, list: migrations.filter(({ version }) => version <= 25) })
  expect(db.prepare('SELECT count(*) FROM ensemble_wish').pluck().get()).toBe(0)
  expect(db.prepare('SELECT name FROM talent').pluck().all()).toEqual(['Asha Rane'])
  expect(db.pragma('foreign_key_check')).toEqual([])
  db.close()
})
