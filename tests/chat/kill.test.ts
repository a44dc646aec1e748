import { expect, it } from 'vitest'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { killChat } from './killChat.ts'

/** Points in the midst of words, at a tool, between two answers; `npm run measure:kills` ends it at fifty others. */
const points = [5, 47, 130]

it('loses nothing that was shown, wherever CastMatch is killed, and goes on', async () => {
  const folder = temporaryFolder()
  const after = []
  for (const point of points) after.push(await killChat(folder, point))
  expect(after.flatMap(({ wrong }) => wrong)).toEqual([])
  expect(after.some(({ during }) => during === 'streaming')).toBe(true)
}, 60_000)
