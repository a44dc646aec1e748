import { describe, expect, it } from 'vitest'
import { RoleId } from '../../src-preload/contract/roles.ts'
import type { TalentFacts, TalentId } from '../../src-preload/contract/talent.ts'
import { bookSlot } from '../../src-main/auditions/slotStore.ts'
import { createSession } from '../../src-main/auditions/sessionStore.ts'
import { putOnList, readLists, readStandings } from '../../src-main/casting/castingStore.ts'
import { listChanges } from '../../src-main/casting/history.ts'
import { furtherStanding, joinStandings } from '../../src-main/casting/joinStandings.ts'
import type { Database } from '../../src-main/database/openDatabase.ts'
import { createProduction } from '../../src-main/productions/productionStore.ts'
import { followers } from '../../src-main/talent/duplicates/followers.ts'
import { mergePeople, mergesInto, unmergePeople } from '../../src-main/talent/duplicates/mergePeople.ts'
import { peopleNamed } from '../../src-main/talent/peopleNamed.ts'
import { takeIn } from '../../src-main/talent/sheet/takeIn.ts'
import { talentFactsOf } from '../../src-main/talent/talentFacts.ts'
import { createTalent, getTalent, removeTalent, restoreTalent, updateTalent } from '../../src-main/talent/talentStore.ts'
import { newBook, now } from './book.ts'

const later = () => new Date('2026-03-02T09:00:00.000Z')
const context = { modelId: '', now, joinStandings }
const add = (db: Database, facts: Partial<TalentFacts> & { readonly name: string }, source = 'by hand', at = now) => createTalent(db, facts, { modelId: '', now: at, source }).id
const merge = (db: Database, keptId: TalentId, otherId: TalentId, take = {}) => mergePeople(db, { keptId, otherId, take }, context)

/** Everything in the file that people see or search finds, but for what is written anew by itself and the history of merges. */
function everything(db: Database): unknown {
  const tables = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_data' ESCAPE '\\' AND name NOT LIKE '%\\_idx' ESCAPE '\\'
    AND name NOT LIKE '%\\_docsize' ESCAPE '\\' AND name NOT LIKE '%\\_config' ESCAPE '\\' AND name NOT IN ('duplicate_due', 'talent_change', 'talent_merge', 'memory_vocabulary')`).pluck().all() as readonly string[]
  return Object.fromEntries(tables.map(table => [table, rowsOf(db, table)]))
}

const rowsOf = (db: Database, table: string): readonly string[] =>
  (db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]).map(row => JSON.stringify({ ...row, ...(table === 'memory' && { words_due: 0 }) })).sort()

function twoTaras(db: Database): { readonly kept: TalentId; readonly other: TalentId } {
  const kept = add(db, {
    name: 'Tara Sood', phone: '9816013001', city: 'Shimla', heightCm: 164, languages: [{ language: 'Hindi', fluency: null, dialects: ['Pahari'] }], skills: ['Dance'], tags: ['theatre'], notes: 'Warm, quick',
    availability: [{ span: { from: '2026-04-01', to: '2026-04-10' }, state: 'blocked' }], credits: [{ production: 'Kaath', role: 'Savitri', kind: '', year: 2019, director: '' }],
  }, 'old.csv')
  const other = add(db, {
    name: 'Tara Sud', phone: '9004416402', city: 'Mumbai', email: 'tara@post.example', languages: [{ language: 'hindi', fluency: 'native', dialects: [] }, { language: 'Punjabi', fluency: 'fluent', dialects: [] }],
    skills: ['dance', 'Riding'], notes: 'Came in late', availability: [{ span: { from: '2026-05-01', to: '2026-05-03' }, state: 'free' }],
    credits: [{ production: 'Kaath', role: '', kind: 'film', year: 2019, director: 'R. Kamat' }, { production: 'Dhool', role: 'Meera', kind: '', year: null, director: '' }],
  }, 'new.csv', later)
  return { kept, other }
}

function officeRound(db: Database, kept: TalentId, other: TalentId): RoleId {
  const productionId = createProduction(db, { title: 'Masaan', kind: 'film', brief: '' }, now()).id
  const role = RoleId.parse('role')
  for (const id of [role, RoleId.parse('second')]) db.prepare('INSERT INTO role (id, production_id, name, created_at) VALUES (?, ?, ?, ?)').run(id, productionId, id === role ? 'MEERA' : 'DEVI', now().toISOString())
  const casting = { modelId: '', now, by: 'user' } as const
  putOnList(db, { roleId: role, talentId: kept, list: 'selects', status: 'viewed', note: 'Good eyes' }, casting)
  putOnList(db, { roleId: role, talentId: other, list: 'longList', status: 'onHold', hold: { position: 1, expires: null }, note: 'Held by phone' }, casting)
  putOnList(db, { roleId: RoleId.parse('second'), talentId: other }, casting)
  const session = createSession(db, { productionId, kind: 'audition', title: '', day: '2026-04-20', from: '10:00', to: '18:00', zone: 'Asia/Kolkata', place: '', slotMinutes: 15 }, now())
  bookSlot(db, { sessionId: session.id, talentId: other, roleId: role, from: '11:00', minutes: 15 }, { now, by: 'user' })
  db.prepare(`INSERT INTO memory (id, kind, text, text_key, text_hash, importance, confidence, pinned, state, source_from, source_words, created_at, confirmed_at)
    VALUES ('m', 'semantic', 'Tara rides', 'tara rides', '', 1, 1, 0, 'live', 'said', '', '2026', '2026')`).run()
  db.prepare('INSERT INTO memory_person (memory_row, talent_id) VALUES (1, ?)').run(other)
  db.prepare(`INSERT INTO chat_conversation (id, created_at, updated_at) VALUES ('c', '2026', '2026')`).run()
  db.prepare(`INSERT INTO memory_proposal (id, conversation_id, message_id, state, kind, text, key_hash, people, source_words, proposed_at) VALUES ('p', 'c', '', 'waiting', 'semantic', '', '', ?, '', '2026')`).run(JSON.stringify([kept, other]))
  const addFile = db.prepare(`INSERT INTO talent_media (id, talent_id, kind, sha256, file_name, bytes, mime, is_main, source, added_at) VALUES (?, ?, 'headshot', ?, 'a.jpg', 1, 'image/jpeg', ?, 'by hand', '2026')`)
  for (const [id, of, file, main] of [['k1', kept, 'aa', 1], ['o1', other, 'bb', 1], ['o2', other, 'aa', 0]] as const) addFile.run(id, of, file, main)
  return role
}

describe('two records of one person', () => {
  it('become one: lists are joined without repeats, single facts are the later ones or as chosen, each with where it came from', () => {
    const { db } = newBook()
    const { kept, other } = twoTaras(db)
    const { talent, merge: made } = merge(db, kept, other, { city: 'kept' })
    expect(talent).toMatchObject({
      id: kept, name: 'Tara Sood', spellings: ['Tara Sud'], phone: '9004416402', city: 'Shimla', email: 'tara@post.example', heightCm: 164, notes: 'Warm, quick\nCame in late', skills: ['Dance', 'Riding'], tags: ['theatre'],
      languages: [{ language: 'Hindi', fluency: 'native', dialects: ['Pahari'] }, { language: 'Punjabi', fluency: 'fluent', dialects: [] }],
      availability: [{ span: { from: '2026-04-01', to: '2026-04-10' }, state: 'blocked' }, { span: { from: '2026-05-01', to: '2026-05-03' }, state: 'free' }],
    })
    expect(talent.credits.map(({ production }) => production)).toEqual(['Kaath', 'Dhool'])
    expect(talent.sources.phone).toEqual({ source: 'new.csv', at: later().toISOString() })
    expect(talent.sources.heightCm).toEqual({ source: 'old.csv', at: now().toISOString() })
    expect(talent.sources.notes).toEqual({ source: 'merged with Tara Sud', at: now().toISOString() })
    expect(made.notTaken).toMatchObject({ kept: { phone: '9816013001' }, other: { city: 'Mumbai' } })
    expect(mergesInto(db, kept)).toEqual([made])
  })

  it('are found under either name, and a link to the one that went opens the one that is kept', () => {
    const { db } = newBook()
    const { kept, other } = twoTaras(db)
    merge(db, kept, other)
    expect(getTalent(db, other, '').id).toBe(kept)
    expect(talentFactsOf(db, '', [other]).map(({ id }) => id)).toEqual([kept])
    expect(restoreTalent(db, other, '').id).toBe(kept)
    expect(peopleNamed(db, 'Tara Sud', 5, '').map(({ id }) => id)).toEqual([kept])
    const third = add(db, { name: 'Tara S.' })
    merge(db, third, kept)
    expect(getTalent(db, other, '').id).toBe(third)
    removeTalent(db, third, now)
    expect(() => getTalent(db, other, '')).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
  })

  it('stand on the lists as one, the further status kept and said in the history; sessions, memories and proposals follow', () => {
    const { db } = newBook()
    const { kept, other } = twoTaras(db)
    const role = officeRound(db, kept, other)
    merge(db, kept, other)
    expect(readLists(db, role, '').map(({ talent, list, status, hold, note }) => ({ id: talent.id, list, status, hold, note }))).toEqual([
      { id: kept, list: 'selects', status: 'onHold', hold: { position: 1, expires: null }, note: 'Good eyes\nHeld by phone' },
    ])
    expect(readStandings(db, kept)).toHaveLength(2)
    expect(listChanges(db, { talentId: kept, limit: 10 }).map(({ reason }) => reason)).toEqual(['Merged with Tara Sud, who stood on Long list, On hold', '', '', ''])
    for (const table of ['audition_slot', 'memory_person']) expect(db.prepare(`SELECT talent_id FROM ${table}`).pluck().all()).toEqual([kept])
    expect(db.prepare('SELECT people FROM memory_proposal').pluck().get()).toBe(JSON.stringify([kept]))
  })

  it('have their headshots together, one of them the main one, and a file that both had once', () => {
    const { db } = newBook()
    const { kept, other } = twoTaras(db)
    officeRound(db, kept, other)
    merge(db, kept, other)
    expect(db.prepare('SELECT id, is_main AS main FROM talent_media WHERE talent_id = ? ORDER BY id').all(kept)).toEqual([{ id: 'k1', main: 1 }, { id: 'o1', main: 0 }])
  })

  it('stay one when the sheet that knew both comes in again', () => {
    const { db } = newBook()
    const sheet = [{ person: { name: 'Tara Sood', phone: '9816013001' } }, { person: { name: 'Tara Sud', phone: '9004416402', city: 'Mumbai' } }]
    const again = (city: string) => takeIn(db, { people: sheet.map(({ person }) => ({ person: { ...person, ...(person.city !== undefined && { city }) } })) }, { kind: 'sheet', source: 'old.csv', fileName: 'old.csv', at: '2026-03-01T09:00:00.000Z' })
    again('Mumbai')
    const [kept, other] = ['Tara Sood', 'Tara Sud'].map(name => db.prepare<[string], TalentId>('SELECT id FROM talent WHERE name = ?').pluck().get(name))
    if (!kept || !other) throw new Error('the sheet was not taken in')
    merge(db, kept, other, { phone: 'kept', city: 'kept' })
    expect(again('Mumbai')).toMatchObject({ added: 0, updated: 0, unchanged: 2 })
    expect(getTalent(db, kept, '')).toMatchObject({ phone: '9816013001', city: '' })
    expect(again('Pune')).toMatchObject({ added: 0, updated: 1, unchanged: 1 })
    expect(getTalent(db, kept, '').city).toBe('Pune')
  })

  it('are two again after Undo, and the whole file is as it was', () => {
    const { db } = newBook()
    const { kept, other } = twoTaras(db)
    officeRound(db, kept, other)
    const third = add(db, { name: 'Tara Suri' })
    const [a = '', b = ''] = [other, third].sort()
    db.prepare(`INSERT INTO duplicate_pair (id, talent_id, other_talent_id, state, likelihood, bits, reasons, found_at) VALUES ('x', ?, ?, 'apart', 0.5, 0, '[]', '2026')`).run(a, b)
    const before = everything(db)
    const { merge: made } = merge(db, kept, other)
    expect(db.prepare(`SELECT count(*) FROM duplicate_pair WHERE state = 'apart'`).pluck().get()).toBe(2)
    expect(everything(db)).not.toEqual(before)
    expect(unmergePeople(db, made.id, now)).toEqual({ changedSince: [] })
    expect(everything(db)).toEqual(before)
    expect(db.pragma('foreign_key_check')).toEqual([])
    expect(mergesInto(db, kept)).toEqual([])
    expect(() => unmergePeople(db, made.id, now)).toThrow(expect.objectContaining({ code: 'CONFLICT' }))
  })

  it('keep after Undo what was changed since', () => {
    const { db } = newBook()
    const { kept, other } = twoTaras(db)
    const role = officeRound(db, kept, other)
    const { merge: made } = merge(db, kept, other)
    updateTalent(db, kept, { city: 'Goa', bio: 'Grew up in Shimla' }, { modelId: '', now: later })
    putOnList(db, { roleId: role, talentId: kept, status: 'booked' }, { modelId: '', now: later, by: 'user' })
    expect(unmergePeople(db, made.id, later).changedSince).toEqual(['city', 'bio'])
    expect(getTalent(db, kept, '')).toMatchObject({ city: 'Goa', bio: 'Grew up in Shimla', phone: '9816013001', skills: ['Dance'] })
    expect(getTalent(db, other, '')).toMatchObject({ name: 'Tara Sud', city: 'Mumbai' })
    expect(readLists(db, role, '').map(({ talent, status }) => [talent.name, status])).toEqual([['Tara Sood', 'booked'], ['Tara Sud', 'onHold']])
  })

  it('are parted in the other order of their merging only where nothing is lost by it', () => {
    const { db } = newBook()
    const { kept, other } = twoTaras(db)
    const third = add(db, { name: 'Tara S.' })
    const first = merge(db, kept, other)
    const second = merge(db, third, kept)
    expect(() => unmergePeople(db, first.merge.id, now)).toThrow(/merged into Tara S\. since/)
    unmergePeople(db, second.merge.id, now)
    unmergePeople(db, first.merge.id, now)
    expect(getTalent(db, other, '').name).toBe('Tara Sud')
  })

  it('are refused where they are one already or a fact would grow too long, and nothing is changed', () => {
    const { db } = newBook()
    const { kept, other } = twoTaras(db)
    updateTalent(db, kept, { notes: 'a'.repeat(15_000) }, { modelId: '', now })
    updateTalent(db, other, { notes: 'b'.repeat(15_000) }, { modelId: '', now })
    const before = everything(db)
    expect(() => merge(db, kept, other)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }))
    expect(() => merge(db, kept, kept)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }))
    expect(everything(db)).toEqual(before)
    expect(merge(db, kept, other, { notes: 'other' }).talent.notes).toBe('b'.repeat(15_000))
    expect(() => merge(db, kept, other)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }))
  })
})

describe('what points at people', () => {
  it('is all accounted for in a merge: every column that names a person or the row of one', () => {
    const { db } = newBook()
    const tables = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`).pluck().all() as readonly string[]
    const pointing = tables.filter(table => {
      const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as readonly string[]
      const references = db.prepare('SELECT "table" FROM pragma_foreign_key_list(?)').pluck().all(table) as readonly string[]
      return references.includes('talent') || columns.some(column => /talent|people|person/.test(column) && !/^people$/.test(column) || column === 'people' && table.startsWith('memory'))
    })
    const known = followers.map(({ table }) => table)
    expect(pointing.filter(table => !known.includes(table))).toEqual([])
    for (const table of known) expect(tables).toContain(table)
    expect(followers.filter(({ how, why }) => how === 'stays' && !why)).toEqual([])
  })
})

describe('two standings for one role', () => {
  const standing = { list: 'longList', status: 'viewed', hold: null, note: '', addedBy: 'user', addedAt: '2026-02-01' } as const
  it('are one on the further list, in the further status, with both notes', () => {
    expect(furtherStanding(standing, { ...standing, list: 'shortList', status: 'unviewed', note: 'Tall', addedAt: '2026-01-01' })).toEqual({ ...standing, list: 'shortList', note: 'Tall', addedAt: '2026-01-01' })
    expect(furtherStanding({ ...standing, status: 'released' }, { ...standing, status: 'booked' }).status).toBe('booked')
  })
})
