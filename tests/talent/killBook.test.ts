import { expect, it } from 'vitest'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { killBook } from './killBook.ts'

/** Points in the midst of a sheet and of learning; `npm run measure:kills` ends it at twenty others. */
const points = [2, 30]

it('has each sheet whole or not at all, wherever CastMatch is killed, and learns the rest', async () => {
  const folder = temporaryFolder()
  const after = []
  for (const point of points) after.push(await killBook(folder, point))
  expect(after.flatMap(({ wrong }) => wrong)).toEqual([])
  expect(after.map(({ during }) => during)).toEqual(['importing', 'known'])
}, 120_000)
