import { describe, expect, it } from 'vitest'
import { putOnList, readLists } from '../../src-main/casting/castingStore.ts'
import { schemaVersion } from '../../src-main/database/migrate.ts'
import { migrations } from '../../src-main/database/migrations/list.ts'
import { openDatabase } from '../../src-main/database/openDatabase.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import { writeTalentOfBefore } from '../support/talentOfBefore.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

const now = () => new Date('2026-12-01T09:00:00Z')

describe('a file from before there were lists and sessions', () => {
  it('keeps its roles and people, who can then be put on lists', () => {
    const folder = temporaryFolder()
    const at = migrations.findIndex(({ name }) => name === 'casting and auditions')
    const old = openDatabase({ folder, now, list: migrations.slice(0, at) })
    const productionId = 'production'
    old.prepare("INSERT INTO production (id, title, kind, created_at, opened_at) VALUES (?, 'Masaan', 'film', '2026', '2026')").run(productionId)
    const role = 'role' as RoleId
    old.prepare('INSERT INTO role (id, production_id, name, created_at) VALUES (?, ?, ?, ?)').run(role, productionId, 'MEERA', now().toISOString())
    const id = writeTalentOfBefore(old, 'Asha Rane')
    old.close()

    const db = openDatabase({ folder, now, list: migrations.slice(0, at + 1) })
    expect(schemaVersion(db)).toBe(migrations[at]?.version)
    db.close()
    // Today's code reads and writes lists with people as today's file holds them.
    const newest = openDatabase({ folder, now })
    expect(readLists(newest, role, '')).toEqual([])
    putOnList(newest, { roleId: role, talentId: id }, { modelId: '', now, by: 'user' })
    newest.close()
    const again = openDatabase({ folder, now })
    expect(readLists(again, role, '').map(({ talent, list }) => [talent.name, list])).toEqual([['Asha Rane', 'longList']])
    again.close()
  })
})
