import { describe, expect, it } from 'vitest'
import type { TalentFacts } from '../../src-preload/contract/talent.ts'
import type { Database } from '../../src-main/database/openDatabase.ts'
import { importDetails, listImports } from '../../src-main/talent/imports/importRecord.ts'
import { redoImport, undoImport } from '../../src-main/talent/imports/undoImport.ts'
import { readTalent, talentFactsOf } from '../../src-main/talent/talentFacts.ts'
import { createTalent, removeTalent, updateTalent } from '../../src-main/talent/talentStore.ts'
import { newBook, now, takeInText } from './book.ts'

const header = 'Name,Gender,Playing Age,City,Mobile,Skills,Remarks'
const people = (...rows: readonly string[]) => [header, ...rows].join('\n')
const asha = 'Asha Rane,F,25-30,Pune,98200 00001,"Lavani, swimming",Good eyes'
const ravi = 'Ravi Menon,M,40-50,Kochi,98200 00002,chenda,'
const at = now().toISOString()
const book = { modelId: '', now }

const known = (db: Database) => talentFactsOf(db, '')
const person = (db: Database, name: string) => {
  const found = known(db).find(one => one.name === name)
  if (!found) throw new Error(`${name} is not in the book`)
  return found
}
const facts = (db: Database) => known(db).map(({ id }) => ({ ...readTalent(db, id, '').talent, updatedAt: '' }))
const addAsha = (db: Database, more: Partial<TalentFacts> = {}) => createTalent(db, { name: 'Asha Rane', phone: '98200 00001', city: 'Nashik', skills: ['Lavani'], ...more }, book)

describe('undoing an import', () => {
  it('takes out who was added and gives back the facts that were changed; redoing brings all of it again', async () => {
    const { db } = newBook()
    addAsha(db)
    const before = facts(db)
    const { importId } = await takeInText(db, people(asha, ravi))
    const after = facts(db)
    expect(undoImport(db, importId, { at })).toMatchObject({ people: 2, keptCount: 0, import: { state: 'undone', undoneAt: at } })
    expect(facts(db)).toEqual(before)
    expect(redoImport(db, importId, { at })).toMatchObject({ people: 2, keptCount: 0, import: { state: 'done', undoneAt: null } })
    expect(facts(db)).toEqual(after)
    expect(undoImport(db, importId, { at })).toMatchObject({ people: 2 })
    expect(facts(db)).toEqual(before)
  })

  it('leaves alone what was changed by hand since, and says of whom and what', async () => {
    const { db } = newBook()
    const { id } = addAsha(db)
    const { importId } = await takeInText(db, people(asha, ravi))
    updateTalent(db, id, { city: 'Mumbai' }, book)
    updateTalent(db, person(db, 'Ravi Menon').id, { notes: 'Call him after six' }, book)
    const undone = undoImport(db, importId, { at })
    expect(undone).toMatchObject({ people: 1, keptCount: 2 })
    expect(undone.kept).toMatchObject([{ name: 'Asha Rane', reason: 'changedSince', facts: ['city'] }, { name: 'Ravi Menon', reason: 'changedSince', facts: [] }])
    expect(person(db, 'Asha Rane')).toMatchObject({ city: 'Mumbai', skills: ['Lavani'], playingRange: null, notes: '' })
    expect(person(db, 'Ravi Menon')).toMatchObject({ notes: 'Call him after six' })
    expect(importDetails(db, importId).kept).toEqual(undone.kept)
    redoImport(db, importId, { at })
    expect(person(db, 'Asha Rane')).toMatchObject({ city: 'Mumbai', playingRange: { from: 25, to: 30 } })
    expect(importDetails(db, importId).kept).toEqual([])
  })

  it('keeps who was added and is on a list by now', async () => {
    const { db } = newBook()
    const { importId } = await takeInText(db, people(asha, ravi))
    db.exec(`INSERT INTO production (id, title, kind, created_at, opened_at) VALUES ('p', 'The Last Tonga', 'film', '2026', '2026')`)
    db.exec(`INSERT INTO role (${requiredOf(db, 'role').join()}) VALUES (${requiredOf(db, 'role').map(name => (name === 'production_id' ? `'p'` : name === 'id' ? `'r'` : '0')).join()})`)
    db.prepare(`INSERT INTO casting_entry (role_id, talent_id, list, status, added_by, added_at, changed_at) VALUES ('r', ?, 'selects', 'selected', 'user', '2026', '2026')`).run(person(db, 'Asha Rane').id)
    expect(undoImport(db, importId, { at }).kept).toMatchObject([{ name: 'Asha Rane', reason: 'inUse' }])
    expect(known(db).map(({ name }) => name)).toEqual(['Asha Rane'])
  })

  it('leaves out of the book who was taken out by hand, also when it is redone', async () => {
    const { db } = newBook()
    const { importId } = await takeInText(db, people(asha, ravi))
    removeTalent(db, person(db, 'Ravi Menon').id, now)
    expect(undoImport(db, importId, { at })).toMatchObject({ people: 1, keptCount: 0 })
    redoImport(db, importId, { at })
    expect(known(db).map(({ name }) => name)).toEqual(['Asha Rane'])
  })

  it('takes two rows of one person back to what stood before the first', async () => {
    const { db } = newBook()
    addAsha(db)
    const before = facts(db)
    const { importId } = await takeInText(db, people(asha, 'Asha Rane,F,28-34,Satara,98200 00001,,Second look', ravi, 'Ravi Menon,M,40-50,Kochi,98200 00002,,Sings'))
    expect(person(db, 'Asha Rane')).toMatchObject({ city: 'Satara' })
    expect(undoImport(db, importId, { at })).toMatchObject({ people: 2, keptCount: 0 })
    expect(facts(db)).toEqual(before)
  })

  it('lets the same sheet in again afterwards', async () => {
    const { db } = newBook()
    addAsha(db)
    const sheet = people(asha, ravi)
    undoImport(db, (await takeInText(db, sheet)).importId, { at })
    expect(await takeInText(db, sheet)).toMatchObject({ added: 1, updated: 1, unchanged: 0 })
  })

  it('undoes the earlier of two imports around the later one', async () => {
    const { db } = newBook()
    addAsha(db)
    const first = await takeInText(db, people(asha))
    const second = await takeInText(db, people('Asha Rane,F,25-30,Satara,98200 00001,,'))
    expect(undoImport(db, first.importId, { at }).kept).toMatchObject([{ facts: ['city'] }])
    expect(person(db, 'Asha Rane')).toMatchObject({ city: 'Satara', skills: ['Lavani'] })
    expect(listImports(db, { limit: 10, offset: 0 })).toMatchObject({ total: 2, imports: [{ id: second.importId, state: 'done' }, { id: first.importId, state: 'undone' }] })
  })

  it('goes on where it was broken off', async () => {
    const { db } = newBook()
    const { importId } = await takeInText(db, people(asha, ravi))
    const breaking = () => undoImport(db, importId, { at, onPerson: done => { if (done === 2) throw new Error('the machine stops') } })
    expect(breaking).toThrow('the machine stops')
    expect(importDetails(db, importId).state).toBe('undoing')
    expect(undoImport(db, importId, { at })).toMatchObject({ people: 2, import: { state: 'undone' } })
    expect(known(db)).toEqual([])
  })

  it('is refused where the import is undone already, or unknown', async () => {
    const { db } = newBook()
    const { importId } = await takeInText(db, people(asha))
    undoImport(db, importId, { at })
    expect(() => undoImport(db, importId, { at })).toThrow('it is undone')
    expect(() => redoImport(db, 'nothing' as typeof importId, { at })).toThrow('not there any more')
  })
})

/** The columns of a table that have to be given. */
function requiredOf(db: Database, table: string): readonly string[] {
  return db.prepare(`SELECT name FROM pragma_table_info(?) WHERE pk = 1 OR ("notnull" = 1 AND dflt_value IS NULL)`).pluck().all(table) as string[]
}
