import { describe, expect, it } from 'vitest'
import { schemaVersion } from '../../src-main/database/migrate.ts'
import { migrations } from '../../src-main/database/migrations/list.ts'
import { openDatabase, type Database } from '../../src-main/database/openDatabase.ts'
import { mergeRoles, unmergeRole } from '../../src-main/roles/mergeRoles.ts'
import { getRole, removeRole, updateRole } from '../../src-main/roles/roleStore.ts'
import { dismissMerge, suggestedMerges } from '../../src-main/roles/suggestedMerges.ts'
import { removeScript } from '../../src-main/scripts/scriptStore.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { Role, SuggestedMerge, type RoleId } from '../../src-preload/contract/roles.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { codeOf } from '../support/codeOf.ts'
import { testDatabase } from '../support/testDatabase.ts'
import { keepScript, noon } from './screenplay.ts'

const script = `INT. KITCHEN - DAY #7A#

The singer of the band waits.

VIJAYALAXMI
Chai?

CAPT. SINGH
Do.

VIJAYALAXMI
Lo.

EXT. YARD - DAY #8#

VIJAYLAXMI
Ek aur?

CAPTAIN SINGH
Nahin.

DALJEET
Mujhe do.

DALJIT
Mujhe bhi.

VIJAYALAKSHMI'S MOTHER
Bas.

INT. HALL - NIGHT

BAND SINGER
La la.

DALJEET AND CAPTAIN SINGH
La la la.

SINGER
La.

MR MISHRA
Shh.

MRS MISHRA
Shh.
`

const suggested = (db: Database, productionId: ProductionId): readonly string[] => {
  const merges = suggestedMerges(db, productionId)
  expect(SuggestedMerge.array().parse(merges)).toEqual(merges)
  return merges.map(({ into, from, reason }) => `${getRole(db, into).name} <- ${getRole(db, from).name}: ${reason}`)
}

const laxmi = 'VIJAYALAXMI <- VIJAYLAXMI: spelt alike, never in one scene'
const singh = 'CAPTAIN SINGH <- CAPT. SINGH: CAPT is short for CAPTAIN, never in one scene'
const daljeet = 'DALJEET <- DALJIT: spelt alike, but both speak in scene 8'

describe('suggested merges', () => {
  it('are the names of a production that may be one person, likeliest first, with the number of the scene they share', async () => {
    const db = testDatabase()
    const { productionId } = await keepScript(db, script)
    expect(suggested(db, productionId)).toEqual([singh, laxmi, daljeet])
  })

  it('are gone where the user said that they are two, whichever way round, and only those', async () => {
    const db = testDatabase()
    const { productionId, role } = await keepScript(db, script)
    dismissMerge(db, { into: role('VIJAYLAXMI'), from: role('VIJAYALAXMI') }, noon)
    dismissMerge(db, { into: role('VIJAYALAXMI'), from: role('VIJAYLAXMI') }, noon)
    expect(suggested(db, productionId)).toEqual([singh, daljeet])
    expect(db.prepare('SELECT count(*) FROM role_apart').pluck().get()).toBe(1)
  })

  it('are gone once merged, and there again when taken out', async () => {
    const db = testDatabase()
    const { productionId, role } = await keepScript(db, script)
    const [into, from] = [role('CAPTAIN SINGH'), role('CAPT. SINGH')]
    mergeRoles(db, into, [from])
    expect(suggested(db, productionId)).toEqual([laxmi, daljeet])
    unmergeRole(db, from)
    expect(suggested(db, productionId)).toEqual([singh, laxmi, daljeet])
  })

  it('name each role once, with the one it is likest; the next comes when that is dismissed', async () => {
    const db = testDatabase()
    const { productionId, role } = await keepScript(db, `${script}\nINT. ROAD - DAY\n\nVIJAYALAKSHMI\nHaan.\n`)
    expect(suggested(db, productionId)).toEqual([singh, laxmi, 'VIJAYALAXMI <- VIJAYALAKSHMI: spelt alike, never in one scene', daljeet])
    dismissMerge(db, { into: role('VIJAYALAXMI'), from: role('VIJAYLAXMI') }, noon)
    expect(suggested(db, productionId)).toContain('VIJAYALAKSHMI <- VIJAYLAXMI: spelt alike, never in one scene')
  })

  it('leave out roles off the list, of a script put away, renamed, and of two genders', async () => {
    const db = testDatabase()
    const { productionId, role, scriptId } = await keepScript(db, script)
    removeRole(db, role('CAPT. SINGH'), noon)
    updateRole(db, role('VIJAYLAXMI'), { name: 'Second neighbour' })
    updateRole(db, role('DALJEET'), { gender: 'female' })
    updateRole(db, role('DALJIT'), { gender: 'male' })
    expect(suggested(db, productionId)).toEqual([])
    removeScript(db, scriptId, noon)
    expect(suggestedMerges(db, productionId)).toEqual([])
  })

  it('cannot be dismissed for one role, for two productions, or for a role that never was', async () => {
    const db = testDatabase()
    const { role } = await keepScript(db, script)
    const other = await keepScript(db, 'INT. SHIP - DAY\n\nCAPTAIN\nAye.\n')
    expect(codeOf(() => dismissMerge(db, { into: role('DALJIT'), from: role('DALJIT') }, noon))).toBe('INVALID_INPUT')
    expect(codeOf(() => dismissMerge(db, { into: role('DALJIT'), from: other.role('CAPTAIN') }, noon))).toBe('INVALID_INPUT')
    expect(codeOf(() => dismissMerge(db, { into: role('DALJIT'), from: 'gone' as RoleId }, noon))).toBe('NOT_FOUND')
  })
})

describe('migration 2', () => {
  it('leaves the roles of a file of version 1 as they are, and keeps pairs from then on, in one order only', () => {
    const folder = temporaryFolder()
    const now = () => noon
    const old = openDatabase({ folder, now, list: migrations.slice(0, 1) })
    old.exec(`INSERT INTO production (id, title, kind, created_at, opened_at) VALUES ('p', 'Test', 'film', 'then', 'then');
      INSERT INTO role (id, production_id, name, created_at) VALUES ('a', 'p', 'VIJAYALAXMI', 'then'), ('b', 'p', 'VIJAYLAXMI', 'then')`)
    const before = old.prepare('SELECT * FROM role').all()
    old.close()
    const db = openDatabase({ folder, now, list: migrations.slice(0, 2) })
    expect(schemaVersion(db)).toBe(2)
    expect(db.prepare('SELECT * FROM role').all()).toEqual(before)
    const [first, second] = ['a' as RoleId, 'b' as RoleId]
    dismissMerge(db, { into: second, from: first }, noon)
    expect(db.prepare('SELECT role_id, other_role_id FROM role_apart').all()).toEqual([{ role_id: first, other_role_id: second }])
    expect(() => db.prepare('INSERT INTO role_apart (role_id, other_role_id, said_at) VALUES (?, ?, ?)').run(second, first, 'now')).toThrow('CHECK constraint failed')
    db.close()
  })
})

describe('the role of a group cue', () => {
  it('knows the roles that it names, also renamed and merged, and other roles know none', async () => {
    const db = testDatabase()
    const { role } = await keepScript(db, script)
    const group = role('DALJEET AND CAPTAIN SINGH')
    const captain = role('CAPTAIN SINGH')
    const read = getRole(db, group)
    expect(Role.parse(read)).toEqual(read)
    expect(read.group).toEqual([{ id: role('DALJEET'), name: 'DALJEET' }, { id: captain, name: 'CAPTAIN SINGH' }])
    updateRole(db, captain, { name: 'Singh Sahab' })
    updateRole(db, group, { name: 'The two singers' })
    expect(getRole(db, group).group.map(({ name }) => name)).toEqual(['DALJEET', 'Singh Sahab'])
    mergeRoles(db, role('CAPT. SINGH'), [captain])
    expect(getRole(db, group).group.map(({ name }) => name)).toEqual(['DALJEET', 'CAPT. SINGH'])
    expect(getRole(db, role('CAPT. SINGH')).group).toEqual([])
  })

  it('names nobody once one of them is off the list, or once it was merged into one of them', async () => {
    const db = testDatabase()
    const { role } = await keepScript(db, script)
    const group = role('DALJEET AND CAPTAIN SINGH')
    expect(mergeRoles(db, role('DALJEET'), [group]).group).toEqual([])
    expect(unmergeRole(db, group).group).toHaveLength(2)
    removeRole(db, role('DALJEET'), noon)
    expect(getRole(db, group).group).toEqual([])
  })
})
