import { describe, expect, it, onTestFinished } from 'vitest'
import type { ImportResult } from '../../src-preload/contract/talent.ts'
import { importSheet, previewSheet } from '../../src-main/talent/importSheet.ts'
import { talentFactsOf } from '../../src-main/talent/talentFacts.ts'
import { listMappings, removeMapping, renameMapping } from '../../src-main/talent/sheet/savedMappings.ts'
import { removeTalent, updateTalent } from '../../src-main/talent/talentStore.ts'
import { createWorkerPool } from '../../src-main/workers/workerPool.ts'
import { add, newBook, now, sheetOf, takeInText } from './book.ts'

const header = 'Name,Gender,Playing Age,City,Mobile,Mail id,Skills,Remarks'
const people = (rows: readonly string[]) => [header, ...rows].join('\n')
const asha = 'Asha Rane,F,25-30,Pune,98200 00001,asha@example.org,"Lavani, swimming",Good eyes'
const ravi = 'Ravi Menon,M,40-50,Kochi,,,chenda,'

describe('taking a sheet in again', () => {
  it('changes nothing where the sheet is the same', async () => {
    const { db } = newBook()
    expect(await takeInText(db, people([asha, ravi]))).toMatchObject({ added: 2, updated: 0, unchanged: 0, failed: [] })
    expect(await takeInText(db, people([asha, ravi]))).toMatchObject({ added: 0, updated: 0, unchanged: 2, failed: [] })
  })

  it('updates who changed, and a blank cell never takes away what is known', async () => {
    const { db } = newBook()
    await takeInText(db, people([asha, ravi]))
    const result = await takeInText(db, people(['ASHA RANE,F,28-34,,98200 00001,,,Lovely in the second take', ravi]))
    expect(result).toMatchObject({ added: 0, updated: 1, unchanged: 1 })
    expect(talentFactsOf(db, '')[0]).toMatchObject({
      name: 'Asha Rane', playingRange: { from: 28, to: 34 }, city: 'Pune', email: 'asha@example.org', skills: ['Lavani', 'swimming'],
      notes: 'Good eyes\nLovely in the second take',
    })
  })

  it('finds somebody who stands twice in a sheet by the words of both rows, and once', async () => {
    const { db } = newBook()
    expect(await takeInText(db, people([asha, ravi, 'Asha Rane,F,25-30,Satara,98200 00001,,kathak,']))).toMatchObject({ added: 2, updated: 1 })
    const found = (words: string) => db.prepare('SELECT rowid FROM talent_fts WHERE talent_fts MATCH ?').pluck().all(words)
    expect([found('kathak'), found('lavani'), found('satara'), found('chenda')]).toEqual([[1], [], [1], [2]])
    expect(db.prepare(`SELECT word FROM talent_word WHERE talent_row = 1 AND kind IN ('skill', 'city') ORDER BY word`).pluck().all()).toEqual(['kathak', 'satara'])
  })

  it('keeps what was corrected by hand since', async () => {
    const { db } = newBook()
    await takeInText(db, people([asha]))
    const [person] = talentFactsOf(db, '')
    if (!person) throw new Error('nobody was taken in')
    updateTalent(db, person.id, { city: 'Mumbai' }, { modelId: '', now })
    expect(await takeInText(db, people([asha]))).toMatchObject({ unchanged: 1 })
    expect(talentFactsOf(db, '')[0]?.city).toBe('Mumbai')
  })

  it('adds somebody anew who was taken out of the book', async () => {
    const { db } = newBook()
    await takeInText(db, people([asha]))
    removeTalent(db, talentFactsOf(db, '')[0]?.id ?? add(db, { name: 'nobody' }), now)
    expect(await takeInText(db, people([asha]))).toMatchObject({ added: 1 })
  })
})

describe('who is the same person', () => {
  it('two of one name with other phones are two, also the second time', async () => {
    const { db } = newBook()
    const twins = people(['Rahul Sharma,M,20-25,Delhi,98200 00001,,,', 'Rahul Sharma,M,50-60,Mumbai,98200 00002,,,'])
    expect(await takeInText(db, twins)).toMatchObject({ added: 2 })
    expect(await takeInText(db, twins)).toMatchObject({ added: 0, unchanged: 2 })
  })

  it('two of one name in other towns are two within a sheet without phones', async () => {
    const { db } = newBook()
    const rows = ['Rahul Sharma,M,20-25,Delhi,,,,', 'Rahul Sharma,M,22-28,Mumbai,,,,']
    expect(await takeInText(db, people(rows))).toMatchObject({ added: 2 })
    expect(await takeInText(db, people([...rows].reverse()))).toMatchObject({ added: 0, unchanged: 2 })
    expect(await takeInText(db, people(['Rahul Sharma,M,20-25,Delhi,,,kathak,', 'Rahul Sharma,M,22-28,Mumbai,,,,']))).toMatchObject({ updated: 1, unchanged: 1 })
  })

  it("the co-ordinator's phone does not make two actors one", async () => {
    const { db } = newBook()
    expect(await takeInText(db, people(['Asha Rane,F,,,98200 00009,,,', 'Meera Nair,F,,,98200 00009,,,']))).toMatchObject({ added: 2 })
  })

  it('a moved person with a new phone is known by the address', async () => {
    const { db } = newBook()
    await takeInText(db, people([asha]))
    expect(await takeInText(db, people(['Asha Rane,F,25-30,Delhi,+91 99999 00000,asha@example.org,,']))).toMatchObject({ added: 0, updated: 1 })
  })

  it('another spelling with the same phone is one person', async () => {
    const { db } = newBook()
    add(db, { name: 'Asha Rane', spellings: ['Aasha Rane'], phone: '+91 98200 00001' })
    expect(await takeInText(db, people(['Aasha Rane,F,,,98200 00001,,,']))).toMatchObject({ added: 0, updated: 1 })
    expect(talentFactsOf(db, '')[0]?.name).toBe('Asha Rane')
  })
})

describe('the import in its worker', () => {
  const parts = () => {
    const pool = createWorkerPool({ threads: 1 })
    onTestFinished(() => pool.close())
    return { ...newBook(), pool, now }
  }
  const many = (count: number) => people(Array.from({ length: count }, (_, index) => `Person ${'abcdefghij'[index % 10]}${index.toString(36)}x,F,20-30,Pune,,,"swimming, chess",`))

  it('streams its progress and ends with what it did', async () => {
    const { db, pool } = parts()
    const stages = new Set<string>()
    let result: ImportResult | undefined
    for await (const event of importSheet({ db, pool, now }, sheetOf(many(900) + '\n,F,20,,,,,'))) {
      if (event.kind === 'done') result = event.result
      else stages.add(event.stage)
    }
    expect(result).toMatchObject({ added: 900, updated: 0, unchanged: 0, failed: [{ line: 902, reason: 'no name' }] })
    expect(stages.size).toBeGreaterThan(0)
    expect(talentFactsOf(db, '')).toHaveLength(900)
  })

  it('lets the office write between its pieces', async () => {
    const { db, pool } = parts()
    db.exec('CREATE TABLE said_meanwhile (at INTEGER) STRICT')
    const say = db.prepare('INSERT INTO said_meanwhile VALUES (?)')
    let said = 0
    for await (const event of importSheet({ db, pool, now }, sheetOf(many(3_000)))) {
      if (event.kind === 'progress' && event.total > 0) say.run(said++)
    }
    expect(said).toBeGreaterThan(0)
    expect(talentFactsOf(db, '')).toHaveLength(3_000)
    expect(db.prepare('SELECT count(*) FROM said_meanwhile').pluck().get()).toBe(said)
  })

  it('leaves nothing behind when it is cancelled while people are written', async () => {
    const { db, pool } = parts()
    const cancel = new AbortController()
    const run = async () => {
      for await (const event of importSheet({ db, pool, now }, sheetOf(many(8_000)), undefined, cancel.signal)) {
        if (event.kind === 'progress' && event.total > 0) cancel.abort()
      }
    }
    await expect(run()).rejects.toMatchObject({ code: 'CANCELLED' })
    const counts = ['talent', 'talent_fts', 'talent_name_fts', 'talent_word', 'talent_term', 'talent_import', 'talent_import_change'].map(table => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
    expect(counts).toEqual([0, 0, 0, 0, 0, 0, 0])
    expect(await takeInText(db, people([asha]))).toMatchObject({ added: 1 })
  })

  it('tells beforehand what each row would do', async () => {
    const { db, pool } = parts()
    await takeInText(db, people([asha]))
    const { rows } = await previewSheet({ db, pool }, sheetOf(people([asha, 'Asha Rane,F,28-34,Satara,98200 00001,,,', ravi, ',F,,,,,,'])))
    expect(rows.map(({ line, outcome }) => [line, outcome])).toEqual([[2, 'nothing new'], [3, 'changes 2 facts of Asha Rane'], [4, 'new'], [5, '']])
  })

  it('reads the next sheet with the same headings as the last one was read', async () => {
    const { db, pool } = parts()
    const odd = (row: string) => sheetOf(`Who,Based where,Shoe\n${row}`, 'Agency list.csv')
    for await (const _ of importSheet({ db, pool, now }, odd('Asha,Pune,4'), { mapping: ['name', 'city', 'notes'] }));
    const next = await previewSheet({ db, pool }, odd('Ravi,Kochi,9'))
    expect([next.mapping, next.mappedAs, next.rows[0]?.read]).toEqual([['name', 'city', 'notes'], 'Agency list', { name: 'Ravi', city: 'Kochi', notes: '9' }])
    const [saved] = listMappings(db)
    if (!saved) throw new Error('no mapping was kept')
    expect(renameMapping(db, saved.id, 'The agency').name).toBe('The agency')
    removeMapping(db, saved.id)
    expect((await previewSheet({ db, pool }, odd('Ravi,Kochi,9'))).mappedAs).toBeNull()
    expect(() => removeMapping(db, saved.id)).toThrow('not there any more')
  })

  it('tells of a sheet that cannot be read by the code of the contract', async () => {
    const { db, pool } = parts()
    const file = sheetOf('Who,Where\nAsha,Pune')
    await expect(importSheet({ db, pool, now }, file).next()).rejects.toMatchObject({ code: 'SHEET_UNREADABLE', data: { subject: 'people.csv' } })
    await expect(previewSheet({ db, pool }, sheetOf(''))).rejects.toMatchObject({ code: 'FILE_EMPTY' })
    expect(await previewSheet({ db, pool }, sheetOf(people([asha])))).toMatchObject({ total: 1, fileName: 'people.csv', bad: [] })
  })
})
