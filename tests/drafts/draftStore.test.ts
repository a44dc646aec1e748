import { describe, expect, it } from 'vitest'
import { schemaVersion } from '../../src-main/database/migrate.ts'
import { migrations } from '../../src-main/database/migrations/list.ts'
import { openDatabase } from '../../src-main/database/openDatabase.ts'
import { changeDraft, compareInWorker, listDraftLines } from '../../src-main/drafts/draftStore.ts'
import { acceptRename, dismissRename, undoRename } from '../../src-main/drafts/renames.ts'
import { getRole, listRoles, removeRole, updateRole } from '../../src-main/roles/roleStore.ts'
import { suggestedMerges } from '../../src-main/roles/suggestedMerges.ts'
import { draftWords } from '../../src-preload/contract/said.ts'
import { getScriptSummary, removeScript, restoreScript } from '../../src-main/scripts/scriptStore.ts'
import { createWorkerPool } from '../../src-main/workers/workerPool.ts'
import { DraftReport } from '../../src-preload/contract/drafts.ts'
import type { ScriptId, ScriptSummary } from '../../src-preload/contract/scripts.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { codeOf } from '../support/codeOf.ts'
import { testDatabase } from '../support/testDatabase.ts'
import { compareKept, keepDrafts, rolesInShort } from './drafts.ts'

const white = `Title: The Goat

INT. KITCHEN - DAY

MEERA (28) kneads the dough for forty people and does not look up.

MEERA
The river took the bridge and the bus with it last night, and nobody has told the cook.

BHOLA
Then nobody comes to the wedding, and we eat for a week and thank the river.

EXT. YARD - NIGHT

MEERA
Four hundred for the band, two hundred for the light, and the priest on credit until Friday.
`
const blue = white.replaceAll('MEERA', 'MIRA').replace('(28)', '(35)')
const episode = `Title: The Goat

INT. KITCHEN - DAY

BHOLA
Seven goats went up the hill this morning, and six of them came down again with a bell.

EXT. YARD - NIGHT

BHOLA
I counted them twice, once with my own eyes, once with the eyes of my brother.
`

const noon = new Date('2026-11-21T12:00:00Z')
const colours = (scripts: readonly ScriptSummary[]) => scripts.map(({ draft }) => `${draftWords(draft)}${draft.newest ? ' newest' : ''}`)
const figures = (db: Parameters<typeof listRoles>[0], productionId: Parameters<typeof listRoles>[1]) =>
  Object.fromEntries(listRoles(db, productionId).map(({ name, speeches, scenes }) => [name, [speeches, scenes]]))
describe('the drafts of a production', () => {
  it('take the next colour as they come in, and only the newest counts for the roles', async () => {
    const db = testDatabase()
    const { productionId, scripts, before } = await keepDrafts(db, [white, blue, `${blue}\nBHOLA\nEnough now.\n`])
    expect(colours(scripts.map(({ id }) => getScriptSummary(db, id)))).toEqual(['White', 'Blue', 'Pink newest'])
    expect(before).toEqual([null, scripts[0]?.id, scripts[1]?.id])
    expect(figures(db, productionId)).toEqual({ MIRA: [2, 2], BHOLA: [2, 2], MEERA: [0, 0] })
    removeScript(db, scripts[2]?.id as ScriptId, noon)
    removeScript(db, scripts[1]?.id as ScriptId, noon)
    expect(figures(db, productionId)).toEqual({ MEERA: [2, 2], BHOLA: [1, 1] })
    restoreScript(db, scripts[1]?.id as ScriptId)
    expect(figures(db, productionId)).toEqual({ MIRA: [2, 2], BHOLA: [1, 1], MEERA: [0, 0] })
  })

  it('stand beside each other where they are episodes: what they ask is counted together', async () => {
    const db = testDatabase()
    const { productionId, scripts, before } = await keepDrafts(db, [white, episode])
    expect(before).toEqual([null, null])
    expect(colours(scripts)).toEqual(['White newest', 'White newest'])
    expect(figures(db, productionId)['BHOLA']).toEqual([3, 3])
    expect(listDraftLines(db, productionId).map(line => line.scripts.length)).toEqual([1, 1])
  })

  it('take the colour that the file names; an old one that comes late does not replace the newer', async () => {
    const db = testDatabase()
    const { scripts, before } = await keepDrafts(db, [{ text: blue, fileName: 'Goat - Pink Rev. 3-3-2026.fountain' }, { text: white, fileName: 'Goat - White draft.fountain' }])
    expect(colours(scripts.map(({ id }) => getScriptSummary(db, id)))).toEqual(['Pink newest', 'White'])
    expect(scripts[0]?.draft.date).toBe('2026-03-03')
    expect(before).toEqual([null, null])
  })

  it('are what she says: joined to a line, taken out of it, of another colour', async () => {
    const db = testDatabase()
    const { productionId, scripts: [first, second] } = await keepDrafts(db, [white, episode])
    if (!first || !second) throw new Error('two scripts were kept')
    expect(draftWords(changeDraft(db, second.id, { draftOf: first.id, name: 'Shooting draft' }).draft)).toBe('Blue')
    expect(figures(db, productionId)['BHOLA']).toEqual([2, 2])
    expect(listDraftLines(db, productionId).map(line => line.scripts.map(({ id }) => id))).toEqual([[second.id, first.id]])
    changeDraft(db, first.id, { colour: 'cherry' })
    expect(getScriptSummary(db, second.id).draft).toMatchObject({ newest: false, name: 'Shooting draft' })
    changeDraft(db, first.id, { draftOf: null })
    expect(getScriptSummary(db, second.id).draft.newest).toBe(true)
    expect(figures(db, productionId)['BHOLA']).toEqual([3, 3])
    const { scripts: [other] } = await keepDrafts(db, [blue])
    expect(codeOf(() => changeDraft(db, first.id, { draftOf: first.id }))).toBe('INVALID_INPUT')
    expect(codeOf(() => changeDraft(db, first.id, { draftOf: other?.id ?? null }))).toBe('INVALID_INPUT')
    expect(codeOf(() => changeDraft(db, 'gone' as ScriptId, {}))).toBe('NOT_FOUND')
  })

  it('are compared in a thread of their own; drafts of two productions are not', async () => {
    const db = testDatabase()
    const pool = createWorkerPool()
    const { scripts: [first, second] } = await keepDrafts(db, [white, blue])
    const { scripts: [other] } = await keepDrafts(db, [white])
    if (!first || !second || !other) throw new Error('three scripts were kept')
    const report = await compareInWorker({ db, pool }, { from: first.id, to: second.id })
    expect(DraftReport.parse(report)).toEqual(report)
    expect(report.totals).toMatchObject({ rolesRenamed: 1, rolesAged: 1 })
    await expect(compareInWorker({ db, pool }, { from: first.id, to: other.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await pool.close()
  })
})

describe('a role that the new draft calls otherwise', () => {
  it('is one with the new name when she says so, keeps what was set on it, and comes apart again', async () => {
    const db = testDatabase()
    const { productionId, scripts: [first, second], role } = await keepDrafts(db, [white, blue])
    if (!first || !second) throw new Error('two scripts were kept')
    const [old, now] = [role('MEERA'), role('MIRA')]
    updateRole(db, old, { notes: 'Ask the Pune group first.', playingRange: { from: 26, to: 32 } })
    expect(suggestedMerges(db, productionId)).toEqual([])
    const accepted = acceptRename(db, { from: first.id, to: second.id, old: [old], new: now })
    expect(accepted).toMatchObject({ merged: [now], nameBefore: 'MEERA', role: { id: old, name: 'MIRA', notes: 'Ask the Pune group first.', playingRange: { from: 26, to: 32 }, speeches: 2 } })
    expect(rolesInShort(compareKept(db, first.id, second.id))).toEqual(['renamed MEERA > MIRA aged', 'kept BHOLA'])
    expect(compareKept(db, first.id, second.id).roles[0]?.decided).toBe(true)
    expect(undoRename(db, { role: old, merged: accepted.merged, name: accepted.nameBefore })).toMatchObject({ name: 'MEERA', speeches: 0, notes: 'Ask the Pune group first.' })
    expect(getRole(db, now).speeches).toBe(2)
    expect(codeOf(() => undoRename(db, { role: old, merged: [now], name: 'MEERA' }))).toBe('NOT_FOUND')
  })

  it('keeps the name that she gave it herself', async () => {
    const db = testDatabase()
    const { scripts: [first, second], role } = await keepDrafts(db, [white, blue])
    if (!first || !second) throw new Error('two scripts were kept')
    const [old, now] = [role('MEERA'), role('MIRA')]
    updateRole(db, old, { name: 'The bride' })
    expect(acceptRename(db, { from: first.id, to: second.id, old: [old], new: now }).role.name).toBe('The bride')
  })

  it('is not suggested again for these drafts once she said that they are two', async () => {
    const db = testDatabase()
    const { scripts: [first, second], role } = await keepDrafts(db, [white, blue])
    if (!first || !second) throw new Error('two scripts were kept')
    const given = { from: first.id, to: second.id, old: [role('MEERA')], new: role('MIRA') }
    dismissRename(db, given, noon)
    dismissRename(db, given, noon)
    expect(rolesInShort(compareKept(db, first.id, second.id))).toEqual(['new MIRA', 'gone MEERA', 'kept BHOLA'])
    expect(rolesInShort(compareKept(db, second.id, first.id))[0]).toBe('renamed MIRA > MEERA aged')
  })

  it('is left out where she took it off the list', async () => {
    const db = testDatabase()
    const { scripts: [first, second], role } = await keepDrafts(db, [white, blue])
    if (!first || !second) throw new Error('two scripts were kept')
    removeRole(db, role('MEERA'), noon)
    expect(rolesInShort(compareKept(db, first.id, second.id))).toEqual(['new MIRA', 'kept BHOLA'])
  })
})

describe('the migration of drafts', () => {
  it('makes every script of an older file a White draft of its own, which counts as before', () => {
    const folder = temporaryFolder()
    const at = migrations.findIndex(({ name }) => name === 'drafts')
    const old = openDatabase({ folder, now: () => noon, list: migrations.slice(0, at) })
    old.exec(`INSERT INTO production (id, title, kind, created_at, opened_at) VALUES ('p', 'Test', 'film', 'then', 'then');
      INSERT INTO script (id, production_id, file_name, sha256, title, format, pages, confidence, reading, scene_count, character_count, added_at)
      VALUES ('a', 'p', 'a.txt', 'x', 'A', 'txt', 1, 1, '{}', 0, 0, '2026-01-01T00:00:00.000Z'), ('b', 'p', 'b.txt', 'y', 'B', 'txt', 1, 1, '{}', 0, 0, '2026-01-02T00:00:00.000Z')`)
    old.close()
    const db = openDatabase({ folder, now: () => noon, list: migrations.slice(0, at + 1) })
    expect(schemaVersion(db)).toBe(migrations[at]?.version)
    expect(db.prepare('SELECT id FROM current_script ORDER BY id').pluck().all()).toEqual(['a', 'b'])
    expect(getScriptSummary(db, 'a' as ScriptId).draft).toEqual({ line: 'a', colour: 'white', round: 1, date: null, name: '', newest: true })
    db.close()
  })
})
