import { expect, it } from 'vitest'
import { migrations } from '../../src-main/database/migrations/list.ts'
import { openDatabase } from '../../src-main/database/openDatabase.ts'
import { keptMatching } from '../../src-main/matching/matchSettings.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

const now = () => new Date('2026-11-21T09:00:00Z')

it('leaves the roles and productions of the version before as they were: no budget, no union, no brand, the weights of the house', () => {
  const folder = temporaryFolder()
  const before = openDatabase({ folder, now, list: migrations.filter(({ version }) => version < 21) })
  before.exec(`
    INSERT INTO production (id, title, kind, created_at, opened_at) VALUES ('p', 'Kaath', 'ad', '2026', '2026');
    INSERT INTO role (id, production_id, name, languages, created_at) VALUES ('r', 'p', 'RAMDIN', '[{"name":"Bhojpuri","must":true}]', '2026');
  `)
  before.close()
  const db = openDatabase({ folder, now, list: migrations.filter(({ version }) => version <= 21) })
  expect(db.prepare('SELECT languages, budget, union_wanted, typing FROM role').get()).toEqual({ languages: '[{"name":"Bhojpuri","must":true}]', budget: null, union_wanted: '', typing: null })
  expect(db.prepare('SELECT brand FROM production').pluck().get()).toBeNull()
  expect(keptMatching(db, 'p' as ProductionId)).toEqual({ weights: null, learning: false, across: false, learntFrom: null })
  expect(db.pragma('foreign_key_check')).toEqual([])
  db.close()
})
