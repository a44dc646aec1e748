import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importOrder } from '../../src-main/reports/importOrder.ts'
import { readSheetOrder } from '../../src-main/reports/sheetOrder.ts'
import { getOrder, saveOrder } from '../../src-main/reports/shootingOrder.ts'
import { createWorkerPool } from '../../src-main/workers/workerPool.ts'
import { keepScript, noon } from '../roles/screenplay.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { testDatabase } from '../support/testDatabase.ts'

const fileOf = (text: string | Uint8Array, name = 'order.csv') => {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, text)
  return { name, path, size: statSync(path).size }
}
const linesOf = async (text: string | Uint8Array) => (await readSheetOrder(fileOf(text))).text.split('\n')

describe('a shooting order out of a sheet', () => {
  it.each([
    ['a scene a row, in script order', 'Scene #,Set,D/N,Shoot Day,Shoot Date\n1,HUT,D,2,2027-01-13\n2,BOAT,N,1,2027-01-12\n3,HUT,D,2,2027-01-13\n', ['Day 1 (12 Jan 2027): 2', 'Day 2 (13 Jan 2027): 1, 3']],
    ['several scenes in a cell', 'Shooting order of Masoom\nDay,Scenes\nDay 1,"1, 4; 5A-7"\nDay 2,OFF\nDay 3,Travel\n', ['Day 1: 1, 4, 5A-7', 'Day 2 - OFF', 'Day 3 - Travel']],
    ['semicolons and dates with the month first', 'Date;Scene No.;Day/Night\n01/25/2027;1;D\n01/05/2027;2;N\n', ['5 Jan 2027: 2', '25 Jan 2027: 1']],
    ['tabs and the day first', 'SHOOTING DATE\tSC. NOS\n25/01/2027\t1\n05/01/2027\t2\n', ['5 Jan 2027: 2', '25 Jan 2027: 1']],
    ['day breaks below their scenes', 'Scene,Set\n1,HUT\n2,BOAT\n,End of Day 1 - Tue 12 Jan 2027 - 2 3/8 pgs\n3,HUT\n,END OF SHOOT DAY #2\n', ['Day 1 (12 Jan 2027): 1, 2', 'Day 2: 3']],
    ['day banners above their scenes', 'Scene,Set\nDAY 1,\n1,HUT\n2,BOAT\nDay 2 (13 Jan 2027),\n3,HUT\n', ['Day 1: 1, 2', 'Day 2 (13 Jan 2027): 3']],
    ['merged cells', 'Day,Scene,Set\n1,1,HUT\n,2,BOAT\n2,3,HUT\n,4,BOAT\n', ['Day 1: 1, 2', 'Day 2: 3, 4']],
    ['no heads', '1,12/01/2027,"1, 2"\n2,13/01/2027,3\n', ['Day 1 (12 Jan 2027): 1, 2', 'Day 2 (13 Jan 2027): 3']],
  ])('is read from %s', async (_what, text, lines) => {
    expect(await linesOf(text)).toEqual(lines)
  })

  it('is read in the encodings that Excel writes', async () => {
    const text = 'Day\tScene\nDay 1\t1\n'
    expect(await linesOf(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toEqual(['Day 1: 1'])
  })

  it('tells the rows that name a scene but no day', async () => {
    expect((await readSheetOrder(fileOf('Scene,Shoot Day\n1,1\n2,1\n3,\n'))).left).toEqual([{ line: 4, reason: '"3" is on no day' }])
  })

  it.each([
    ['Name,City\nLeela,Pune\n', 'SHEET_UNREADABLE'], ['Scene,Set\n1,HUT\n2,BOAT\n', 'SHEET_UNREADABLE'], ['', 'FILE_EMPTY'], [new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d]), 'SHEET_UNREADABLE'],
  ])('says why %j is none', async (text, code) => {
    await expect(readSheetOrder(fileOf(text))).rejects.toMatchObject({ code })
  })

  it('takes the place of the one before, which is given back; a bad file changes nothing', async () => {
    const db = testDatabase()
    const pool = createWorkerPool({ threads: 1 })
    const parts = { db, pool, now: () => noon }
    const { scriptId } = await keepScript(db, 'INT. HUT - DAY\n\nGOPAL\nChai?\n')
    saveOrder(db, scriptId, { text: 'Day 1: 1', dropAfter: 5 }, noon)
    try {
      await expect(importOrder(parts, scriptId, fileOf('Name\nLeela\n'))).rejects.toMatchObject({ code: 'SHEET_UNREADABLE' })
      expect(getOrder(db, scriptId).text).toBe('Day 1: 1')
      expect(await importOrder(parts, scriptId, fileOf('Day,Scene\nDay 7,1\n'))).toEqual({ before: { text: 'Day 1: 1', dropAfter: 5 }, days: 1, left: [] })
      expect(getOrder(db, scriptId)).toEqual({ text: 'Day 7: 1', dropAfter: 5 })
    } finally {
      await pool.close()
    }
  })
})
