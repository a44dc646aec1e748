import { expect, it } from 'vitest'
import { migrations } from '../../src-main/database/migrations/list.ts'
import { openDatabase } from '../../src-main/database/openDatabase.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

const now = () => new Date('2026-11-02T12:00:00Z')

it('numbers the vectors of a file that was written before it, and every later one higher', () => {
  const folder = temporaryFolder()
  const at = migrations.findIndex(({ name }) => name === 'vectors')
  const before = openDatabase({ folder, now, list: migrations.slice(0, at) })
  for (const row of [1, 2]) before.prepare(`INSERT INTO talent (row, id, name, name_key, text_hash, source, created_at, updated_at) VALUES (?, 'p' || ?, 'A', 'a', 'h', 's', '2026', '2026')`).run(row, row)
  before.prepare(`INSERT INTO talent_vec (talent_row, model_id, text_hash, e) VALUES (1, 'm', 'h', x'00000000')`).run()
  before.close()
  const db = openDatabase({ folder, now, list: migrations.slice(0, at + 1) })
  const seqs = () => db.prepare('SELECT talent_row, seq FROM talent_vec ORDER BY talent_row').raw().all()
  const write = (row: number) => db.prepare(`INSERT OR REPLACE INTO talent_vec (talent_row, model_id, text_hash, e) VALUES (?, 'm', 'h', x'00000000')`).run(row)
  expect(seqs()).toEqual([[1, 0]])
  write(2)
  write(1)
  expect(seqs()).toEqual([[1, 2], [2, 1]])
  db.prepare('DELETE FROM talent_vec WHERE talent_row = 1').run()
  write(1)
  db.prepare(`UPDATE talent_vec SET e = x'00000001' WHERE talent_row = 2`).run()
  expect(seqs()).toEqual([[1, 3], [2, 4]])
  db.close()
})
