import { describe, expect, it } from 'vitest'
import { mergeRoles, splitRole } from '../../src-main/roles/mergeRoles.ts'
import { removeRole } from '../../src-main/roles/roleStore.ts'
import { readSceneGrid } from '../../src-main/roles/sceneGrid.ts'
import type { SceneGrid } from '../../src-preload/contract/grid.ts'
import { testDatabase } from '../support/testDatabase.ts'
import { keepScript, noon } from './screenplay.ts'

const film = `INT. BOAT - DAY

GOPAL
Pull. Pull harder, bhai.

MEERA
I am pulling.

EXT. BANK - NIGHT

Meera waits under the tree. Gopal's lantern is far away. A STUDENT passes.

STUDENT
Kaun hai?

MEERA
Nobody.

INT. HUT - DAY

GOPAL
Chai?

A student laughs outside.

EXT. RIVER - DAWN

Gopal rows. Meera sleeps.
`

/** The grid in names: each role with its scenes, those in which it does not speak in brackets. */
const rowsOf = ({ roles }: SceneGrid) => roles.map(({ name, cells }) => `${name}: ${cells.map(({ scene, speeches }) => (speeches > 0 ? `${scene}x${speeches}` : `(${scene})`)).join(' ')}`)

const pairsOf = ({ roles, pairs }: SceneGrid) => {
  const nameOf = (id: string) => roles.find(role => role.id === id)?.name
  return pairs.map(({ roles: [a, b], scenes, spoken }) => `${nameOf(a)} + ${nameOf(b)}: ${scenes.join(' ')}, ${spoken} spoken`)
}

describe('the grid of a script', () => {
  it('has a role where it speaks, and where a line of action names it', async () => {
    const db = testDatabase()
    const { scriptId } = await keepScript(db, film)
    const grid = readSceneGrid(db, scriptId)
    expect(rowsOf(grid)).toEqual(['GOPAL: 0x1 2x1 (3)', 'MEERA: 0x1 1x1 (3)', 'STUDENT: 1x1'])
    expect(grid.roles[0]).toMatchObject({ speeches: 2, words: 5, eighths: [0, 2, 3].reduce((sum, at) => sum + (grid.scenes[at]?.eighths ?? 0), 0) })
  })

  it('counts who meets whom, the most shared scenes first', async () => {
    const db = testDatabase()
    const { scriptId } = await keepScript(db, film)
    expect(pairsOf(readSceneGrid(db, scriptId))).toEqual(['GOPAL + MEERA: 0 3, 1 spoken', 'MEERA + STUDENT: 1, 1 spoken'])
  })

  it('points at the element where a role is first heard or named in a scene', async () => {
    const db = testDatabase()
    const { scriptId, role } = await keepScript(db, film)
    const elementOf = (name: string, scene: number) => readSceneGrid(db, scriptId).roles.find(({ id }) => id === role(name))?.cells.find(cell => cell.scene === scene)?.element
    const texts = db.prepare<[string], string>('SELECT text FROM script_element WHERE script_id = ? ORDER BY position').pluck().all(scriptId)
    expect(texts[elementOf('MEERA', 1) ?? -1]).toMatch(/^Meera waits/)
    expect(texts[elementOf('GOPAL', 2) ?? -1]).toBe('GOPAL')
  })

  it('follows merging, splitting and taking off', async () => {
    const db = testDatabase()
    const { scriptId, role } = await keepScript(db, film)
    mergeRoles(db, role('MEERA'), [role('STUDENT')])
    expect(rowsOf(readSceneGrid(db, scriptId))).toEqual(['MEERA: 0x1 1x2 (3)', 'GOPAL: 0x1 2x1 (3)'])
    splitRole(db, { id: role('GOPAL'), name: 'OLD GOPAL', appearances: [{ scriptId, characterName: 'GOPAL', scene: 2 }] }, noon)
    expect(rowsOf(readSceneGrid(db, scriptId))).toEqual(['MEERA: 0x1 1x2 (3)', 'GOPAL: 0x1 (3)', 'OLD GOPAL: 2x1'])
    removeRole(db, role('MEERA'), noon)
    expect(pairsOf(readSceneGrid(db, scriptId))).toEqual([])
  })

  it('says that a script is gone', () => {
    expect(() => readSceneGrid(testDatabase(), 'nowhere' as never)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
  })
})
