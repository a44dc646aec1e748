import { readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { candidatesFor } from '../../src-main/matching/candidates.ts'
import { importSheet } from '../../src-main/talent/importSheet.ts'
import { createWorkerPool } from '../../src-main/workers/workerPool.ts'
import type { ImportResult } from '../../src-preload/contract/talent.ts'
import { keepScript, noon } from '../roles/screenplay.ts'
import { testDatabase } from '../support/testDatabase.ts'
import { learnAll, partsOf } from './book.ts'

const demo = new URL('../../resources/demo/', import.meta.url)

it('the demo has all of its 60 people read, and the right ones first beside its roles from the first minute', async () => {
  const db = testDatabase()
  const pool = createWorkerPool({ threads: 1 })
  onTestFinished(() => pool.close())
  const path = fileURLToPath(new URL('talent.csv', demo))
  const results: ImportResult[] = []
  for await (const event of importSheet({ db, pool, now: () => noon }, { name: 'talent.csv', path, size: statSync(path).size })) {
    if (event.kind === 'done') results.push(event.result)
  }
  expect(results).toMatchObject([{ added: 60, updated: 0, unchanged: 0, failed: [] }])
  await learnAll(db)
  const { role } = await keepScript(db, readFileSync(new URL('chai-at-platform-nine.fountain', demo), 'utf8'))
  const first = async (name: string, count: number): Promise<readonly string[]> =>
    (await candidatesFor(partsOf(db), role(name), { limit: count })).candidates.map(({ talent }) => talent.name).sort()
  expect(await first('SAROJ DEVI', 2)).toEqual(['Phoolmati Kunwar', 'Sundari Ojha'])
  expect(await first('BHOLA', 3)).toEqual(['Balbir Phogawat', 'Digvijay Pahalwan Nirala', 'Sarfaraz Ustad Khalifa'])
  expect(await first('PINKI', 3)).toEqual(['Aadya Rengarajan', 'Chutki Saharan', 'Gudiya Kumari Prasad'])
  expect(await first('LALITA', 2)).toEqual(['Aarohi Mishrilal', 'Simran Bhatti Chauhan'])
  expect(await first('IMRAN', 1)).toEqual(['Ayaan Rizvi Sabri'])
  expect(await first('NANDINI', 2)).toEqual(['Keerthana Addanki', 'Sravanthi Mudunuri'])
})
