import { describe, expect, it, onTestFinished } from 'vitest'
import type { ImportId } from '../../src-preload/contract/talent.ts'
import type { Database } from '../../src-main/database/openDatabase.ts'
import { beginImport, readImport } from '../../src-main/talent/imports/importRecord.ts'
import { changeImport, mendImports } from '../../src-main/talent/imports/imports.ts'
import { talentFactsOf } from '../../src-main/talent/talentFacts.ts'
import { createTalent } from '../../src-main/talent/talentStore.ts'
import { createWorkerPool } from '../../src-main/workers/workerPool.ts'
import { newBook, now, takeInText } from './book.ts'

const sheet = 'Name,City,Mobile\nAsha Rane,Pune,98200 00001\nRavi Menon,Kochi,'
const parts = () => {
  const pool = createWorkerPool({ threads: 1 })
  onTestFinished(() => pool.close())
  return { ...newBook(), pool, now }
}
const names = (db: Database) => talentFactsOf(db, '').map(({ name, city }) => [name, city])
const standsAs = (db: Database, id: ImportId, state: string, pid = process.pid) => db.prepare('UPDATE talent_import SET state = ?, worker_pid = ? WHERE id = ?').run(state, pid, id)

describe('after a run of the office that was killed', () => {
  it('an import that was half done is taken back without a trace', async () => {
    const { db, pool } = parts()
    createTalent(db, { name: 'Asha Rane', phone: '98200 00001', city: 'Nashik' }, { modelId: '', now })
    const { importId } = await takeInText(db, sheet)
    standsAs(db, importId, 'running')
    await mendImports({ db, pool, now })
    expect(names(db)).toEqual([['Asha Rane', 'Nashik']])
    expect(() => readImport(db, importId)).toThrow('not there any more')
    expect(await takeInText(db, sheet)).toMatchObject({ added: 1, updated: 1 })
  })

  it('somebody of it who is on a list by now only leaves the book', async () => {
    const { db, pool } = parts()
    const { importId } = await takeInText(db, sheet)
    db.exec(`CREATE TABLE pointing (talent_row INTEGER REFERENCES talent(row)) STRICT; INSERT INTO pointing SELECT row FROM talent WHERE name = 'Ravi Menon'`)
    standsAs(db, importId, 'running')
    await mendImports({ db, pool, now })
    expect(names(db)).toEqual([])
    expect(db.prepare('SELECT name FROM talent').pluck().all()).toEqual(['Ravi Menon'])
  })

  it('an undo and a redo that were half done are ended', async () => {
    const { db, pool } = parts()
    const { importId } = await takeInText(db, sheet)
    standsAs(db, importId, 'undoing')
    await mendImports({ db, pool, now })
    expect([readImport(db, importId).state, names(db)]).toEqual(['undone', []])
    standsAs(db, importId, 'redoing')
    await mendImports({ db, pool, now })
    expect([readImport(db, importId).state, names(db).length]).toEqual(['done', 2])
  })

  it('an import of another process that still runs is left alone', async () => {
    const { db, pool } = parts()
    const { id } = beginImport(db, { kind: 'sheet', source: 'people.csv', at: now().toISOString() })
    standsAs(db, id, 'running', process.ppid)
    await mendImports({ db, pool, now })
    expect(readImport(db, id).state).toBe('running')
  })
})

it('an import is undone in a worker, which says how far it is and what it did', async () => {
  const { db, pool } = parts()
  const { importId } = await takeInText(db, sheet)
  const events = []
  for await (const event of changeImport({ db, pool, now }, 'undo', importId)) events.push(event)
  expect(events.at(-1)).toMatchObject({ kind: 'done', result: { people: 2, import: { state: 'undone' } } })
  expect(names(db)).toEqual([])
  await expect(changeImport({ db, pool, now }, 'undo', importId).next()).rejects.toMatchObject({ code: 'CONFLICT', data: { subject: 'The import of people.csv' } })
})
