import { expect, it } from 'vitest'
import { migrations } from '../../src-main/database/migrations/list.ts'
import { openDatabase } from '../../src-main/database/openDatabase.ts'
import { keepMapping, listMappings } from '../../src-main/talent/sheet/savedMappings.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

const now = () => new Date('2026-11-21T09:00:00Z')

it('keeps the mappings of a file of the version before, of which nothing was said of dates', () => {
  const folder = temporaryFolder()
  const before = openDatabase({ folder, now, list: migrations.filter(({ version }) => version < 20) })
  before.exec(`INSERT INTO sheet_mapping (id, headings_key, name, headings, mapping, used_at) VALUES ('m', '["who","dob"]', 'The agency', '["Who","DOB"]', '["name","born"]', '2026')`)
  before.close()
  const db = openDatabase({ folder, now, list: migrations.filter(({ version }) => version <= 20) })
  expect(listMappings(db)).toMatchObject([{ name: 'The agency', dates: null }])
  keepMapping(db, { name: 'Another name', headings: ['Who', 'DOB'], mapping: ['name', 'born'], dates: 'monthFirst', at: '2027' })
  keepMapping(db, { name: 'Another name', headings: ['Who', 'DOB'], mapping: ['name', 'born'], at: '2028' })
  expect(listMappings(db)).toMatchObject([{ name: 'The agency', dates: 'monthFirst', usedAt: '2028' }])
  db.close()
})
