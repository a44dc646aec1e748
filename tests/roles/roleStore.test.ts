import { describe, expect, it } from 'vitest'
import { decideProposal } from '../../src-main/roles/decideProposal.ts'
import { mergeRoles, splitRole, unmergeRole } from '../../src-main/roles/mergeRoles.ts'
import { getRole, listRoles, removeRole, restoreRole, updateRole } from '../../src-main/roles/roleStore.ts'
import { removeScript, restoreScript } from '../../src-main/scripts/scriptStore.ts'
import { Role, type RoleId, type RoleProposal } from '../../src-preload/contract/roles.ts'
import type { Database } from '../../src-main/database/openDatabase.ts'
import { codeOf } from '../support/codeOf.ts'
import { testDatabase } from '../support/testDatabase.ts'
import { keepScript, noon } from './screenplay.ts'

const script = `INT. KITCHEN - DAY #7A#

MEERA (28), wiry, kneads dough. Her neighbour BHOLA, mid-forties, a wrestler, leans in.

MEERA
(in Bhojpuri)
का हो?

BHOLA
Kuch nahin.

EXT. YARD - DAY

MEERA
Sun rahe ho?

PEHLWAN JI
Haan.

BOY
Main bhi.

EXT. ROAD - NIGHT

BOY
Arre!
`

const proposalOf = (db: Database, id: RoleId, field: RoleProposal['field']): string => {
  const found = getRole(db, id).proposals.find(({ proposal }) => proposal.field === field)
  if (!found) throw new Error(`no proposal of ${field}`)
  return found.id
}

describe('the roles of a script', () => {
  it('are listed by speeches, with size, scenes and open proposals', async () => {
    const db = testDatabase()
    const { productionId } = await keepScript(db, script)
    expect(listRoles(db, productionId).map(({ name, size, speeches, scenes, firstPage, openProposals }) => ({ name, size, speeches, scenes, firstPage, openProposals }))).toEqual([
      { name: 'MEERA', size: 'lead', speeches: 2, scenes: 2, firstPage: 1, openProposals: 3 },
      { name: 'BOY', size: 'lead', speeches: 2, scenes: 2, firstPage: 1, openProposals: 1 },
      { name: 'BHOLA', size: 'lead', speeches: 1, scenes: 1, firstPage: 1, openProposals: 2 },
      { name: 'PEHLWAN JI', size: 'lead', speeches: 1, scenes: 1, firstPage: 1, openProposals: 0 },
    ])
  })

  it('are read as the contract says, each fact with page, scene number and line', async () => {
    const db = testDatabase()
    const { role, scriptId } = await keepScript(db, script)
    const meera = getRole(db, role('MEERA'))
    expect(Role.parse(meera)).toEqual(meera)
    expect(meera.playingRange).toBeNull()
    expect(meera.proposals[0]).toMatchObject({
      proposal: { field: 'playingRange', value: { from: 28, to: 28 } },
      citation: { scriptId, page: 1, scene: 0, sceneNumber: '7A', element: 1, quote: 'MEERA (28), wiry, kneads dough.' },
      state: 'proposed',
    })
    expect(meera.appearances.map(({ sceneNumber, heading, speeches }) => [sceneNumber, heading, speeches])).toEqual([['7A', 'INT. KITCHEN - DAY', 1], [null, 'EXT. YARD - DAY', 1]])
  })

  it('keep what the user sets, and a size set by hand until it is given back', async () => {
    const db = testDatabase()
    const { role } = await keepScript(db, script)
    const id = role('BOY')
    expect(updateRole(db, id, { name: 'Raju', size: 'dayPlayer', dates: { from: '2027-01-04', to: '2027-01-05' }, liftedGates: ['gender'] })).toMatchObject({
      name: 'Raju', size: 'dayPlayer', sizeByHand: true, dates: { from: '2027-01-04', to: '2027-01-05' }, liftedGates: ['gender'],
    })
    expect(updateRole(db, id, { size: null, dates: null })).toMatchObject({ name: 'Raju', size: 'lead', sizeByHand: false, dates: null, liftedGates: ['gender'] })
    expect(codeOf(() => updateRole(db, 'gone' as RoleId, {}))).toBe('NOT_FOUND')
  })

  it('can be taken off the list and brought back', async () => {
    const db = testDatabase()
    const { role, productionId } = await keepScript(db, script)
    const id = role('BOY')
    removeRole(db, id, noon)
    expect(listRoles(db, productionId).map(({ name }) => name)).not.toContain('BOY')
    expect(codeOf(() => getRole(db, id))).toBe('NOT_FOUND')
    expect(codeOf(() => removeRole(db, id, noon))).toBe('NOT_FOUND')
    expect(restoreRole(db, id).name).toBe('BOY')
  })

  it('go away with the only script they speak in and come back with it', async () => {
    const db = testDatabase()
    const { productionId, scriptId } = await keepScript(db, script)
    removeScript(db, scriptId, noon)
    expect(listRoles(db, productionId)).toEqual([])
    restoreScript(db, scriptId)
    expect(listRoles(db, productionId)).toHaveLength(4)
  })

  it('take a second script of the production in without doubling or proposing twice', async () => {
    const db = testDatabase()
    const { productionId, role } = await keepScript(db, script)
    const meera = role('MEERA')
    updateRole(db, meera, { name: 'Meera Rao' })
    removeRole(db, role('BOY'), noon)
    await keepScript(db, `${script}\nINT. TRAIN - DAY\n\nMEERA\nAur ek.\n\nTEA SELLER\nChai!\n`, productionId)
    expect(listRoles(db, productionId).map(({ name, speeches }) => [name, speeches])).toEqual([['Meera Rao', 5], ['BHOLA', 2], ['PEHLWAN JI', 2], ['TEA SELLER', 1]])
    expect(getRole(db, meera).proposals).toHaveLength(3)
  })
})

describe('a proposal', () => {
  it('is written on the role when accepted, edited or not, and taken off when undone', async () => {
    const db = testDatabase()
    const { role } = await keepScript(db, script)
    const roleId = role('MEERA')
    const age = proposalOf(db, roleId, 'playingRange')
    const language = proposalOf(db, roleId, 'language')
    expect(decideProposal(db, { roleId, proposalId: age, state: 'accepted' }).playingRange).toEqual({ from: 28, to: 28 })
    const edited = decideProposal(db, { roleId, proposalId: age, state: 'accepted', edited: { field: 'playingRange', value: { from: 25, to: 32 } } })
    expect(edited).toMatchObject({ playingRange: { from: 25, to: 32 }, openProposals: 2 })
    expect(edited.proposals.find(({ id }) => id === age)).toMatchObject({ state: 'accepted', proposal: { value: { from: 25, to: 32 } } })
    expect(decideProposal(db, { roleId, proposalId: language, state: 'accepted' }).languages).toEqual([{ name: 'Bhojpuri', must: false }])
    expect(decideProposal(db, { roleId, proposalId: age, state: 'proposed' })).toMatchObject({ playingRange: null, languages: [{ name: 'Bhojpuri' }] })
    expect(decideProposal(db, { roleId, proposalId: language, state: 'dismissed' })).toMatchObject({ languages: [], openProposals: 2 })
  })

  it('leaves alone what the user changed since', async () => {
    const db = testDatabase()
    const { role } = await keepScript(db, script)
    const roleId = role('MEERA')
    const age = proposalOf(db, roleId, 'playingRange')
    const look = proposalOf(db, roleId, 'look')
    updateRole(db, roleId, { look: 'Tired eyes' })
    decideProposal(db, { roleId, proposalId: age, state: 'accepted' })
    expect(decideProposal(db, { roleId, proposalId: look, state: 'accepted' }).look).toBe('Tired eyes\nwiry')
    updateRole(db, roleId, { playingRange: { from: 20, to: 40 } })
    decideProposal(db, { roleId, proposalId: look, state: 'proposed' })
    expect(decideProposal(db, { roleId, proposalId: age, state: 'proposed' })).toMatchObject({ playingRange: { from: 20, to: 40 }, look: 'Tired eyes' })
  })

  it('cannot be accepted as another fact, nor on another role', async () => {
    const db = testDatabase()
    const { role } = await keepScript(db, script)
    const proposalId = proposalOf(db, role('MEERA'), 'playingRange')
    expect(codeOf(() => decideProposal(db, { roleId: role('MEERA'), proposalId, state: 'accepted', edited: { field: 'gender', value: 'female' } }))).toBe('INVALID_INPUT')
    expect(codeOf(() => decideProposal(db, { roleId: role('BHOLA'), proposalId, state: 'accepted' }))).toBe('NOT_FOUND')
  })
})

describe('merging and splitting', () => {
  it('makes one role of two, and takes them apart as they were', async () => {
    const db = testDatabase()
    const { role, productionId } = await keepScript(db, script)
    const [pehlwan, bhola, boy] = [role('PEHLWAN JI'), role('BHOLA'), role('BOY')]
    const bholaBefore = getRole(db, bhola)
    const merged = mergeRoles(db, pehlwan, [bhola])
    expect(merged).toMatchObject({ speeches: 2, scenes: 2, openProposals: 2, mergedFrom: [{ id: bhola, name: 'BHOLA' }] })
    expect(merged.introductions).toEqual(bholaBefore.introductions)
    const skill = proposalOf(db, pehlwan, 'skill')
    expect(decideProposal(db, { roleId: pehlwan, proposalId: skill, state: 'accepted' }).skills).toEqual([{ name: 'wrestling', must: false }])
    mergeRoles(db, boy, [pehlwan])
    expect(listRoles(db, productionId).map(({ name, speeches }) => [name, speeches])).toEqual([['BOY', 4], ['MEERA', 2]])
    expect(unmergeRole(db, pehlwan)).toMatchObject({ speeches: 2, mergedFrom: [{ id: bhola }], skills: [{ name: 'wrestling' }] })
    expect(unmergeRole(db, bhola)).toEqual(bholaBefore)
    expect(getRole(db, pehlwan)).toMatchObject({ speeches: 1, skills: [], mergedFrom: [] })
    expect(getRole(db, boy).speeches).toBe(2)
    expect(codeOf(() => unmergeRole(db, bhola))).toBe('NOT_FOUND')
  })

  it('refuses to merge a role into itself or across productions', async () => {
    const db = testDatabase()
    const { role } = await keepScript(db, script)
    const other = await keepScript(db, 'INT. SHIP - DAY\n\nCAPTAIN\nAye.\n')
    expect(codeOf(() => mergeRoles(db, role('BOY'), [role('BOY')]))).toBe('INVALID_INPUT')
    expect(codeOf(() => mergeRoles(db, role('BOY'), [other.role('CAPTAIN')]))).toBe('INVALID_INPUT')
    expect(getRole(db, role('BOY')).mergedFrom).toEqual([])
  })

  it('makes two boys of one, and merging them again makes one', async () => {
    const db = testDatabase()
    const { role, scriptId } = await keepScript(db, script)
    const id = role('BOY')
    const { remaining, made } = splitRole(db, { id, name: 'Boy on the road', appearances: [{ scriptId, characterName: 'BOY', scene: 2 }] }, noon)
    expect([remaining.speeches, made.speeches, made.name]).toEqual([1, 1, 'Boy on the road'])
    expect(mergeRoles(db, id, [made.id]).speeches).toBe(2)
    const rest = getRole(db, id).appearances.map(({ scene }) => ({ scriptId, characterName: 'BOY', scene }))
    expect(codeOf(() => splitRole(db, { id, name: 'All', appearances: rest }, noon))).toBe('INVALID_INPUT')
    expect(codeOf(() => splitRole(db, { id, name: 'None', appearances: [{ scriptId, characterName: 'MEERA', scene: 0 }] }, noon))).toBe('NOT_FOUND')
    expect(getRole(db, id).speeches).toBe(2)
  })
})
