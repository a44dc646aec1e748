import { describe, expect, it } from 'vitest'
import { decideProposal } from '../../src-main/roles/decideProposal.ts'
import { mergeRoles, splitRole } from '../../src-main/roles/mergeRoles.ts'
import { remakeRoles } from '../../src-main/roles/remakeRoles.ts'
import { getRole, listRoles, removeRole, updateRole } from '../../src-main/roles/roleStore.ts'
import { getScript, replaceReading } from '../../src-main/scripts/scriptStore.ts'
import type { Database } from '../../src-main/database/openDatabase.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import { testDatabase } from '../support/testDatabase.ts'
import { keepScript, noon, readText } from './screenplay.ts'

const script = `INT. KITCHEN - DAY

MEERA (28), wiry, kneads dough.

MEERA
Aao.

BABU
Haan.

EXT. YARD - DAY

MEERA
Sun rahe ho?

BABU
Kya?

BABU
Bolo.

THE RAIN
begins to fall on the yard.
`

/** The same with a scene before it, and without the line of action that was taken for a cue. */
const reread = `EXT. ROAD - DAWN

A bus.

${script.slice(0, script.indexOf('THE RAIN'))}The rain begins to fall on the yard.
`

async function readAnew(db: Database, id: ScriptId, text: string) {
  const { reading, elements } = await readText(text)
  const before = getScript(db, id)
  replaceReading(db, id, reading, elements, noon)
  remakeRoles(db, before, reading, elements, noon)
}

const names = (db: Database, productionId: Parameters<typeof listRoles>[1]) => listRoles(db, productionId).map(({ name, speeches }) => [name, speeches])

describe('a script that is read again', () => {
  it('loses the role that was none, and keeps the others with their ids', async () => {
    const db = testDatabase()
    const { productionId, scriptId, role } = await keepScript(db, script)
    const meera = role('MEERA')
    expect(names(db, productionId)).toEqual([['BABU', 3], ['MEERA', 2], ['THE RAIN', 1]])
    await readAnew(db, scriptId, reread)
    expect(names(db, productionId)).toEqual([['BABU', 3], ['MEERA', 2]])
    expect(getRole(db, meera).appearances.map(({ scene, heading }) => [scene, heading])).toEqual([[1, 'INT. KITCHEN - DAY'], [2, 'EXT. YARD - DAY']])
  })

  it('keeps a role of which she said something, though nothing is heard of it any more', async () => {
    const db = testDatabase()
    const { productionId, scriptId, role } = await keepScript(db, script)
    updateRole(db, role('THE RAIN'), { notes: 'A voice, perhaps' })
    await readAnew(db, scriptId, reread)
    expect(names(db, productionId)).toEqual([['BABU', 3], ['MEERA', 2], ['THE RAIN', 0]])
  })

  it('keeps what she decided, pointing at its words where they stand now', async () => {
    const db = testDatabase()
    const { scriptId, role } = await keepScript(db, script)
    const meera = role('MEERA')
    const age = getRole(db, meera).proposals.find(({ proposal }) => proposal.field === 'playingRange')
    decideProposal(db, { roleId: meera, proposalId: age?.id ?? '', state: 'accepted' })
    await readAnew(db, scriptId, reread)
    const { playingRange, proposals } = getRole(db, meera)
    expect(playingRange).not.toBeNull()
    expect(proposals.filter(({ proposal }) => proposal.field === 'playingRange')).toMatchObject([{ id: age?.id, state: 'accepted', citation: { scene: 1, element: 3 } }])
  })

  it('keeps merged roles merged, split ones split by their scenes, renamed ones renamed, and removed ones off the list', async () => {
    const db = testDatabase()
    const { productionId, scriptId, role } = await keepScript(db, script)
    const { made } = splitRole(db, { id: role('BABU'), name: 'BABU IN THE YARD', appearances: [{ scriptId, characterName: 'BABU', scene: 1 }] }, noon)
    updateRole(db, role('BABU'), { name: 'BABUJI' })
    mergeRoles(db, role('MEERA'), [role('BABUJI')])
    removeRole(db, role('THE RAIN'), noon)
    await readAnew(db, scriptId, reread)
    expect(names(db, productionId)).toEqual([['MEERA', 3], ['BABU IN THE YARD', 2]])
    expect(getRole(db, made.id).appearances).toMatchObject([{ scene: 2, heading: 'EXT. YARD - DAY' }])
    expect(getRole(db, role('MEERA')).mergedFrom).toMatchObject([{ name: 'BABUJI' }])
    await readAnew(db, scriptId, script)
    expect(names(db, productionId)).toEqual([['MEERA', 3], ['BABU IN THE YARD', 2]])
  })
})
