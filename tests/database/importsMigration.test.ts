import { expect, it } from 'vitest'
import { migrations } from '../../src-main/database/migrations/list.ts'
import { openDatabase } from '../../src-main/database/openDatabase.ts'
import { listImports } from '../../src-main/talent/imports/importRecord.ts'
import { takeIn } from '../../src-main/talent/sheet/takeIn.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

it('lets the next import into a file of the version before be undone, and lists none of those before it', () => {
  const folder = temporaryFolder()
  const now = () => new Date('2026-03-01T10:00:00Z')
  const before = openDatabase({ folder, now, list: migrations.filter(({ version }) => version < 16) })
  before.exec(`INSERT INTO talent (id, name, name_key, source, text_hash, created_at, updated_at) VALUES ('t', 'Asha Rane', 'asha rane', 'old.csv', '', '2026', '2026')`)
  before.close()
  const db = openDatabase({ folder, now })
  expect(listImports(db, { limit: 10, offset: 0 })).toEqual({ total: 0, imports: [] })
  const { importId, updated } = takeIn(db, { people: [{ person: { name: 'Asha Rane', city: 'Pune' } }] }, { kind: 'message', source: 'a message', at: now().toISOString() })
  expect(updated).toBe(1)
  expect(listImports(db, { limit: 10, offset: 0 }).imports).toMatchObject([{ id: importId, kind: 'message', state: 'done', updated: 1 }])
  expect(db.pragma('foreign_key_check')).toEqual([])
  db.close()
})
