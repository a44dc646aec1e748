import { expect, it } from 'vitest'
import { migrations } from '../../src-main/database/migrations/list.ts'
import { openDatabase } from '../../src-main/database/openDatabase.ts'
import { listReads, ratedReads } from '../../src-main/matching/pairs/readStore.ts'
import { writeTalentOfBefore } from '../support/talentOfBefore.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

const now = () => new Date('2026-11-21T09:00:00Z')

it('brings chemistry reads to a file of the version before, whose people are kept', () => {
  const folder = temporaryFolder()
  const before = openDatabase({ folder, now, list: migrations.filter(({ version }) => version < 22) })
  writeTalentOfBefore(before, 'Asha Rane')
  before.close()
  const db = openDatabase({ folder, now, list: migrations.filter(({ version }) => version <= 22) })
  expect(listReads(db, { limit: 10 })).toEqual([])
  expect(ratedReads(db)).toEqual([])
  expect(db.prepare('SELECT name FROM talent').pluck().all()).toEqual(['Asha Rane'])
  expect(db.pragma('foreign_key_check')).toEqual([])
  db.close()
})

it('brings the pairs to be tested to a file of the version before, whose reads are kept', () => {
  const folder = temporaryFolder()
  const before = openDatabase({ folder, now, list: migrations.filter(({ version }) => version < 23) })
  writeTalentOfBefore(before, 'Asha Rane')
  before.close()
  const db = openDatabase({ folder, now, list: migrations.filter(({ version }) => version <= 23) })
  expect(db.prepare('SELECT * FROM pair_to_test').all()).toEqual([])
  expect(db.prepare('SELECT name FROM talent').pluck().all()).toEqual(['Asha Rane'])
  expect(db.pragma('foreign_key_check')).toEqual([])
  db.close()
})
