import { expect, it } from 'vitest'
import { migrations } from '../../src-main/database/migrations/list.ts'
import { openDatabase } from '../../src-main/database/openDatabase.ts'
import { openBookView } from '../../src-main/talent/search/bookColumns.ts'
import { listSearches } from '../../src-main/talent/savedSearches.ts'
import { writeTalentOfBefore } from '../support/talentOfBefore.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

const now = () => new Date('2026-11-21T09:00:00Z')

it('brings saved searches to a file of the version before, whose people are read as they stand and followed from then on', async () => {
  const folder = temporaryFolder()
  const before = openDatabase({ folder, now, list: migrations.filter(({ version }) => version < 18) })
  writeTalentOfBefore(before, 'Asha Rane')
  before.close()
  const db = openDatabase({ folder, now, list: migrations.filter(({ version }) => version <= 18) })
  expect(listSearches(db)).toEqual([])
  const view = openBookView(db)
  const { there } = await view.fresh()
  expect(there[1]).toBe(1)
  db.exec("UPDATE talent SET removed_at = '2026'")
  expect((await view.fresh()).there[1]).toBe(0)
  expect(db.pragma('foreign_key_check')).toEqual([])
  db.close()
})
