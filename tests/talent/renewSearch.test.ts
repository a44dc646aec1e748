import { expect, it, onTestFinished } from 'vitest'
import { migrations } from '../../src-main/database/migrations/list.ts'
import { openDatabase, type Database } from '../../src-main/database/openDatabase.ts'
import { createWorkerPool } from '../../src-main/workers/workerPool.ts'
import { renewSearch, renewSearchRows, searchRowsVersion } from '../../src-main/talent/renewSearch.ts'
import { searchTalent } from '../../src-main/talent/searchTalent.ts'
import { removeTalent } from '../../src-main/talent/talentStore.ts'
import { add, newFolder, now } from './book.ts'

const people = ['राजश्री देशपांडे', 'Asha Rane', 'செந்தில் குமார்', 'రాజేశ్వరి రావు', 'गोपाल कुलकर्णी'] as const

/** A book as it was written before names of Indian scripts stood in Roman letters too; `pieces` of the pass are done. */
function olderBook(): { readonly db: Database; readonly folder: string } {
  const folder = newFolder()
  const before = openDatabase({ folder, now, list: migrations.filter(({ version }) => version < 24) })
  for (const name of people) add(before, { name, city: 'Pune' })
  removeTalent(before, add(before, { name: 'रेखा जोशी' }), now)
  for (const table of ['talent_fts', 'talent_name_fts']) {
    for (const [at, name] of people.entries()) before.prepare(`UPDATE ${table} SET name = ? WHERE rowid = ?`).run(name, at + 1)
  }
  before.exec(`DELETE FROM talent_term WHERE term GLOB '[a-z]*'`)
  before.close()
  const db = openDatabase({ folder, now })
  onTestFinished(() => void db.close())
  return { db, folder }
}

const found = async (db: Database, text: string) => (await searchTalent({ db, embedder: null, glossary: [] }, { text, without: [], filters: {}, sort: 'best', limit: 3, offset: 0 })).people.map(({ talent }) => talent.name)

it('finds the people of an older book by their names in Roman letters once the pass is over', async () => {
  const { db } = olderBook()
  expect(await found(db, 'Rajeshwari Rao')).not.toContain('రాజేశ్వరి రావు')
  const pool = createWorkerPool({ threads: 1 })
  onTestFinished(() => pool.close())
  await renewSearch({ db, pool })
  for (const [asked, name] of [['Rajeshwari Rao', 'రాజేశ్వరి రావు'], ['Senthil Kumar', 'செந்தில் குமார்'], ['Gopal Kulkarni', 'गोपाल कुलकर्णी'], ['Asha Rane', 'Asha Rane']] as const) expect([asked, (await found(db, asked))[0]]).toEqual([asked, name])
  expect(await found(db, 'Rekha Joshi')).not.toContain('रेखा जोशी')
  expect(db.prepare('SELECT version, up_to FROM talent_search_pass').get()).toEqual({ version: searchRowsVersion, up_to: null })
})

it('goes on after the row that it had come to, and does nothing a second time', () => {
  const { db } = olderBook()
  db.prepare('UPDATE talent_search_pass SET version = ?, up_to = 3').run(searchRowsVersion)
  expect(renewSearchRows(db)).toBe(2)
  expect(renewSearchRows(db)).toBe(0)
})

it('begins anew where another version of CastMatch wrote it', () => {
  const { db } = olderBook()
  db.prepare('UPDATE talent_search_pass SET version = ?, up_to = NULL').run(searchRowsVersion + 1)
  expect(renewSearchRows(db)).toBe(4)
})
