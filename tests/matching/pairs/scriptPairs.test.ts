import { expect, it } from 'vitest'
import { readScriptPairs } from '../../../src-main/matching/pairs/scriptPairs.ts'
import { keepScript } from '../../roles/screenplay.ts'
import { testDatabase } from '../../support/testDatabase.ts'

const script = `INT. KITCHEN - DAY

RANI
Where were you?

DEV
Out.

RANI
Out where?

EXT. TERRACE - NIGHT

RANI
Look.

DEV
I see it.

FARIDA
Dinner!

DEV
Coming.

INT. STAIRS - NIGHT

Farida watches Rani go.

RANI
Good night.
`

it('counts who answers whom and who is alone together, with the page of each scene, and sets the pair first on which most hangs', async () => {
  const db = testDatabase()
  const { productionId, role } = await keepScript(db, script)
  const pairs = readScriptPairs(db, productionId)
  const names = pairs.map(({ roles }) => roles.map(({ name }) => name).sort().join(' '))
  expect(names).toEqual(['DEV RANI', 'FARIDA RANI', 'DEV FARIDA'])
  expect(pairs[0]).toMatchObject({
    weight: 1, exchanges: 3, alone: 1,
    scenes: [{ scene: 0, sceneNumber: '1', page: 1, exchanges: 2, alone: true }, { scene: 1, exchanges: 1, alone: false }],
  })
  expect(pairs[1]).toMatchObject({ exchanges: 0, alone: 1, scenes: [{ scene: 1, exchanges: 0 }, { scene: 2, alone: true }] })
  expect(pairs[2]).toMatchObject({ exchanges: 2, alone: 0 })
  expect(pairs.flatMap(({ roles }) => roles.map(({ id }) => id))).toContain(role('FARIDA'))
})

it('counts an answer only within a scene', async () => {
  const db = testDatabase()
  const { productionId } = await keepScript(db, 'INT. A - DAY\n\nRANI\nYes.\n\nINT. B - DAY\n\nDEV\nNo.\n')
  expect(readScriptPairs(db, productionId)).toEqual([])
})
