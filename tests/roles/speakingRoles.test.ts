import { describe, expect, it } from 'vitest'
import { mergeRoles, splitRole } from '../../src-main/roles/mergeRoles.ts'
import { removeRole, updateRole } from '../../src-main/roles/roleStore.ts'
import { speakingRoles } from '../../src-main/roles/speakingRoles.ts'
import { removeScript } from '../../src-main/scripts/scriptStore.ts'
import { testDatabase } from '../support/testDatabase.ts'
import { keepScript, noon } from './screenplay.ts'

const script = `MEERA
Before the first heading.

INT. KITCHEN - DAY

MEERA
Aao.

BABU
Haan.

EXT. YARD - DAY

BABU
Kya?

BABU
Bolo.

GUARD
Chalo.
`

describe('the roles that speak in a script', () => {
  it('are listed by their speeches, with their scenes and where each is heard', async () => {
    const db = testDatabase()
    const { productionId, scriptId } = await keepScript(db, script)
    await keepScript(db, 'INT. ROOM - DAY\n\nGUARD\nElsewhere.\n\nGUARD\nTwice.\n', productionId)
    expect(speakingRoles(db, scriptId)).toMatchObject([
      { name: 'BABU', speeches: 3, scenes: [0, 1], appearances: [{ characterName: 'BABU', scene: 0, element: 5 }, { characterName: 'BABU', scene: 1, element: 8 }] },
      { name: 'MEERA', speeches: 2, scenes: [0], appearances: [{ scene: null, element: 0 }, { scene: 0, element: 3 }] },
      { name: 'GUARD', speeches: 1, scenes: [1] },
    ])
  })

  it('are as she merged, split, renamed and removed them', async () => {
    const db = testDatabase()
    const { scriptId, role } = await keepScript(db, script)
    splitRole(db, { id: role('BABU'), name: 'BABU OUTSIDE', appearances: [{ scriptId, characterName: 'BABU', scene: 1 }] }, noon)
    updateRole(db, role('BABU'), { name: 'BABUJI' })
    mergeRoles(db, role('MEERA'), [role('BABUJI')])
    removeRole(db, role('GUARD'), noon)
    expect(speakingRoles(db, scriptId).map(({ name, speeches, scenes }) => [name, speeches, scenes])).toEqual([['MEERA', 3, [0]], ['BABU OUTSIDE', 2, [1]]])
  })

  it('are not there with a script that was put away', async () => {
    const db = testDatabase()
    const { scriptId } = await keepScript(db, script)
    removeScript(db, scriptId, noon)
    expect(() => speakingRoles(db, scriptId)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
  })
})
