import { describe, expect, it, onTestFinished } from 'vitest'
import { importSheet, previewSheet } from '../../src-main/talent/importSheet.ts'
import { talentFactsOf } from '../../src-main/talent/talentFacts.ts'
import { createWorkerPool } from '../../src-main/workers/workerPool.ts'
import { newBook, now, readAll, sheetOf } from './book.ts'

const sheet = (...dates: readonly string[]) => sheetOf(['Name,DOB,City', ...dates.map((date, index) => `${['Asha', 'Ravi', 'Joy', 'Meera'][index]},${date},Pune`)].join('\n'), 'Agency list.csv')
const born = async (...dates: readonly string[]) => (await readAll(sheet(...dates))).people.map(({ person }) => person.born)

describe('dates of a sheet that could be two days', () => {
  it('are read day first where nothing is said, and asked about', async () => {
    const { dates, people } = await readAll(sheet('03/04/1996', '5-6-91'))
    expect(dates).toEqual({ heading: 'DOB', sample: '03/04/1996', dayFirst: '1996-04-03', monthFirst: '1996-03-04', order: null })
    expect(people.map(({ person }) => person.born)).toEqual(['1996-04-03', '1991-06-05'])
  })

  it('are read month first where that is said', async () =>
    expect((await readAll(sheet('03/04/1996', '5-6-91'), { dates: 'monthFirst' })).people.map(({ person }) => person.born)).toEqual(['1996-03-04', '1991-05-06']))

  it('are decided by one of the column that has no such month', async () => {
    expect(await born('03/04/1996', '12/25/1990')).toEqual(['1996-03-04', '1990-12-25'])
    expect(await born('03/04/1996', '25/12/1990')).toEqual(['1996-04-03', '1990-12-25'])
    expect((await readAll(sheet('03/04/1996', '12/25/1990'))).dates).toBeNull()
    expect((await readAll(sheet('03/04/1996', '25/12/1990'), { dates: 'monthFirst' })).people[0]?.person.born).toBe('1996-04-03')
  })

  it('are asked about where the others contradict each other, and each certain one stays as it is', async () => {
    expect((await readAll(sheet('03/04/1996', '25/12/1990', '12/25/1990'))).dates).toMatchObject({ sample: '03/04/1996' })
    expect(await born('03/04/1996', '25/12/1990', '12/25/1990')).toEqual(['1996-04-03', '1990-12-25', '1990-12-25'])
  })

  it('are not asked about where they leave no doubt', async () => {
    for (const sure of [['12 Aug 1998'], ['1998-08-12'], ['04/04/1996'], ['', '']]) expect((await readAll(sheet(...sure))).dates).toBeNull()
    expect((await readAll(sheetOf('Name,Remarks\nAsha,03/04/1996'))).dates).toBeNull()
  })

  it('are read as it was said the last time for the same headings', async () => {
    const pool = createWorkerPool({ threads: 1 })
    onTestFinished(() => pool.close())
    const parts = { ...newBook(), pool, now }
    expect((await previewSheet(parts, sheet('03/04/1996'))).dates).toMatchObject({ order: null })
    for await (const _ of importSheet(parts, sheet('03/04/1996'), { dates: 'monthFirst' }));
    expect(talentFactsOf(parts.db, '')[0]?.born).toBe('1996-03-04')
    const next = await previewSheet(parts, sheet('05/06/1991'))
    expect([next.dates?.order, next.rows[0]?.read.born]).toEqual(['monthFirst', expect.stringMatching(/6 May 1991|1991-05-06/)])
    expect((await previewSheet(parts, sheet('05/06/1991'), { dates: 'dayFirst' })).dates).toMatchObject({ order: 'dayFirst' })
  })
})
