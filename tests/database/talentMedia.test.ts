import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../src-main/database/openDatabase.ts'
import { schemaVersion } from '../../src-main/database/migrate.ts'
import { migrations } from '../../src-main/database/migrations/list.ts'
import { insertRow, rowsOf } from '../../src-main/talent/media/mediaRows.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

const now = () => new Date('2026-12-01T09:00:00Z')
const at = migrations.findIndex(({ name }) => name === 'talentMedia')

describe('a file from before people had pictures', () => {
  it('keeps its people, who can then be given files, each once and with one main headshot', () => {
    const folder = temporaryFolder()
    const old = openDatabase({ folder, now, list: migrations.slice(0, at) })
    old.prepare(`INSERT INTO talent (id, name, name_key, source, text_hash, created_at, updated_at) VALUES ('asha', 'Asha Rane', 'asha rane', 'by hand', '', '', '')`).run()
    old.close()

    const db = openDatabase({ folder, now, list: migrations.slice(0, at + 1) })
    expect(schemaVersion(db)).toBe(migrations[at]?.version)
    const row = { talent_id: 'asha', kind: 'headshot', file_name: 'a.jpg', bytes: 1, mime: 'image/jpeg', width: 1, height: 1, likeness: null, source: 'by hand', added_at: now().toISOString() } as const
    insertRow(db, { ...row, id: 'one', sha256: 'a' })
    insertRow(db, { ...row, id: 'two', sha256: 'b' })
    expect(() => insertRow(db, { ...row, id: 'three', sha256: 'a' })).toThrow(/UNIQUE/)
    db.prepare("UPDATE talent_media SET is_main = 1 WHERE id = 'one'").run()
    expect(() => db.prepare("UPDATE talent_media SET is_main = 1 WHERE id = 'two'").run()).toThrow(/UNIQUE/)
    expect(rowsOf(db, 'asha').map(({ id }) => id)).toEqual(['one', 'two'])
    db.close()
  })
})
