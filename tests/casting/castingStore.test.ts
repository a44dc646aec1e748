import { describe, expect, it } from 'vitest'
import { putOnList, readBoard, readLists, readStandings, takeOffList, undoChange } from '../../src-main/casting/castingStore.ts'
import { listChanges } from '../../src-main/casting/history.ts'
import { removeProduction, restoreProduction } from '../../src-main/productions/productionStore.ts'
import { mergeRoles, unmergeRole } from '../../src-main/roles/mergeRoles.ts'
import { removeRole, restoreRole } from '../../src-main/roles/roleStore.ts'
import { removeTalent, restoreTalent } from '../../src-main/talent/talentStore.ts'
import { CastingChange, CastingEntry, StandingFor } from '../../src-preload/contract/casting.ts'
import { codeOf } from '../support/codeOf.ts'
import { smallOffice, type SmallOffice } from './office.ts'

/** Who stands where for a role, in short. */
const lists = ({ db }: SmallOffice, roleId: Parameters<typeof readLists>[1]) =>
  readLists(db, roleId, '').map(({ talent, list, status, hold }) => [talent.name, list, status, ...(hold ? [hold.position] : [])])

function meeraAndAsha() {
  const office = smallOffice()
  const productionId = office.production('Masaan')
  return { ...office, office, productionId, meera: office.role(productionId, 'MEERA'), asha: office.person('Asha Rane'), ravi: office.person('Ravi Kale') }
}

describe('the lists of a role', () => {
  it('keep who was put on which, with the status that the list implies, from the short list down', () => {
    const { db, office, context, meera, asha, ravi } = meeraAndAsha()
    putOnList(db, { roleId: meera, talentId: ravi }, context)
    const { entry, change } = putOnList(db, { roleId: meera, talentId: asha, list: 'shortList', reason: 'The tape of the wedding scene' }, context)
    expect(CastingEntry.parse(entry)).toEqual(entry)
    expect(CastingChange.parse(change)).toEqual(change)
    expect(change).toMatchObject({ before: null, after: { list: 'shortList', status: 'underConsideration' }, by: 'user', reason: 'The tape of the wedding scene', talentName: 'Asha Rane', roleName: 'MEERA' })
    expect(lists(office, meera)).toEqual([['Asha Rane', 'shortList', 'underConsideration'], ['Ravi Kale', 'longList', 'unviewed']])
  })

  it('change what is said and leave the rest, who added and when included', () => {
    const { db, context, meera, asha } = meeraAndAsha()
    const { entry } = putOnList(db, { roleId: meera, talentId: asha, list: 'selects', note: 'Cries well' }, { ...context, by: 'claude' })
    const after = putOnList(db, { roleId: meera, talentId: asha, hold: { position: 1, expires: '2026-12-20' } }, context).entry
    expect(after).toMatchObject({ list: 'selects', status: 'onHold', note: 'Cries well', addedBy: 'claude', addedAt: entry.addedAt, hold: { position: 1, expires: '2026-12-20' } })
    expect(after.changedAt > entry.changedAt).toBe(true)
  })

  it('refuse a change that changes nothing, a held booking, and anything for who is not there', () => {
    const { db, context, productionId, meera, asha } = meeraAndAsha()
    putOnList(db, { roleId: meera, talentId: asha, status: 'booked' }, context)
    expect(codeOf(() => putOnList(db, { roleId: meera, talentId: asha, status: 'booked' }, context))).toBe('INVALID_INPUT')
    expect(codeOf(() => putOnList(db, { roleId: meera, talentId: asha, hold: { position: 1, expires: null }, status: 'booked' }, context))).toBe('INVALID_INPUT')
    expect(codeOf(() => putOnList(db, { roleId: 'none' as typeof meera, talentId: asha }, context))).toBe('NOT_FOUND')
    expect(codeOf(() => putOnList(db, { roleId: meera, talentId: 'none' as typeof asha }, context))).toBe('NOT_FOUND')
    removeProduction(db, productionId, context.now())
    expect(codeOf(() => putOnList(db, { roleId: meera, talentId: asha, status: 'viewed' }, context))).toBe('NOT_FOUND')
    expect(codeOf(() => readBoard(db, productionId, ''))).toBe('NOT_FOUND')
    expect(listChanges(db, { limit: 10 })).toEqual([])
    restoreProduction(db, productionId)
    expect(listChanges(db, { limit: 10 })).toHaveLength(1)
  })

  it('refuse what was shown for another standing', () => {
    const { db, office, context, meera, asha } = meeraAndAsha()
    putOnList(db, { roleId: meera, talentId: asha, standingBefore: null }, context)
    const shown = { list: 'longList', status: 'unviewed', hold: null, note: '' } as const
    expect(codeOf(() => putOnList(db, { roleId: meera, talentId: asha, list: 'selects', standingBefore: null }, context))).toBe('CONFLICT')
    expect(codeOf(() => takeOffList(db, { roleId: meera, talentId: asha, standingBefore: { ...shown, note: 'other' } }, context))).toBe('CONFLICT')
    expect(lists(office, meera)).toEqual([['Asha Rane', 'longList', 'unviewed']])
    putOnList(db, { roleId: meera, talentId: asha, list: 'selects', standingBefore: shown }, context)
    expect(lists(office, meera)).toEqual([['Asha Rane', 'selects', 'unviewed']])
  })

  it('tell who listens of every change, and change nothing where the listener fails', () => {
    const { db, office, context, heard, meera, asha } = meeraAndAsha()
    const { change } = putOnList(db, { roleId: meera, talentId: asha }, context)
    expect(heard).toEqual([change])
    expect(() => takeOffList(db, { roleId: meera, talentId: asha }, { ...context, onDecision: () => { throw new Error('the memory is full') } })).toThrow('the memory is full')
    expect(lists(office, meera)).toEqual([['Asha Rane', 'longList', 'unviewed']])
    expect(listChanges(db, { limit: 10 })).toEqual([change])
  })
})

describe('the history of a list', () => {
  it('takes a change back, and the taking back too', () => {
    const { db, office, context, meera, asha } = meeraAndAsha()
    putOnList(db, { roleId: meera, talentId: asha, list: 'shortList', status: 'pinned', note: 'Her own words' }, { ...context, by: 'assistant' })
    const before = readLists(db, meera, '')[0]
    const off = takeOffList(db, { roleId: meera, talentId: asha, reason: 'Dates' }, context)
    expect(lists(office, meera)).toEqual([])
    const back = undoChange(db, off.id, context)
    expect(readLists(db, meera, '')).toEqual([{ ...before, changedAt: back.at }])
    expect(listChanges(db, { roleId: meera, limit: 10 }).map(({ reason, undoneBy }) => [reason, undoneBy])).toEqual([['Undone', null], ['Dates', back.id], ['', null]])
    undoChange(db, back.id, context)
    expect(lists(office, meera)).toEqual([])
  })

  it('does not take back what was changed since, or was taken back already', () => {
    const { db, office, context, meera, asha } = meeraAndAsha()
    const { change } = putOnList(db, { roleId: meera, talentId: asha }, context)
    putOnList(db, { roleId: meera, talentId: asha, status: 'viewed' }, context)
    expect(codeOf(() => undoChange(db, change.id, context))).toBe('CONFLICT')
    expect(lists(office, meera)).toEqual([['Asha Rane', 'longList', 'viewed']])
    const { change: last } = putOnList(db, { roleId: meera, talentId: asha, status: 'pinned' }, context)
    undoChange(db, last.id, context)
    putOnList(db, { roleId: meera, talentId: asha, status: 'pinned' }, context)
    expect(codeOf(() => undoChange(db, last.id, context))).toBe('CONFLICT')
    expect(lists(office, meera)).toEqual([['Asha Rane', 'longList', 'pinned']])
  })

  it('is read by production, role and person, newest first', () => {
    const { db, office, context, productionId, meera, asha, ravi } = meeraAndAsha()
    const other = office.role(office.production('Newton'), 'NEWTON')
    putOnList(db, { roleId: meera, talentId: asha }, context)
    putOnList(db, { roleId: meera, talentId: ravi }, context)
    putOnList(db, { roleId: other, talentId: asha, list: 'selects' }, context)
    const said = (scope: Partial<Parameters<typeof listChanges>[1]>) => listChanges(db, { limit: 10, ...scope }).map(change => [change.roleName, change.talentName])
    expect(said({})).toEqual([['NEWTON', 'Asha Rane'], ['MEERA', 'Ravi Kale'], ['MEERA', 'Asha Rane']])
    expect(said({ limit: 1 })).toEqual([['NEWTON', 'Asha Rane']])
    expect(said({ productionId })).toEqual([['MEERA', 'Ravi Kale'], ['MEERA', 'Asha Rane']])
    expect(said({ productionId, talentId: asha })).toEqual([['MEERA', 'Asha Rane']])
    expect(said({ roleId: other })).toEqual([['NEWTON', 'Asha Rane']])
    const standings = readStandings(db, asha)
    expect(standings.map(standing => StandingFor.parse(standing))).toEqual(standings)
    expect(standings.map(({ roleName, productionTitle, list }) => [roleName, productionTitle, list])).toEqual([['NEWTON', 'Newton', 'selects'], ['MEERA', 'Masaan', 'longList']])
  })
})

describe('what is removed', () => {
  it('is left out of lists, board and history, and comes back as it was', () => {
    const { db, office, context, productionId, meera, asha } = meeraAndAsha()
    const boy = office.role(productionId, 'BOY')
    putOnList(db, { roleId: meera, talentId: asha }, context)
    putOnList(db, { roleId: boy, talentId: asha }, context)
    const names = () => readBoard(db, productionId, '').map(({ roleId }) => roleId)
    removeRole(db, boy, context.now())
    expect(names()).toEqual([meera])
    expect(readStandings(db, asha)).toHaveLength(1)
    restoreRole(db, boy)
    expect(names()).toEqual([boy, meera])
    removeTalent(db, asha, context.now)
    expect(names()).toEqual([])
    expect(listChanges(db, { limit: 10 })).toEqual([])
    restoreTalent(db, asha, '')
    expect(names()).toEqual([boy, meera])
  })
})

describe('a role that was merged into another', () => {
  it('shows its people under that role, and has them again as they were when it is taken out', () => {
    const { db, office, context, productionId, meera, asha, ravi } = meeraAndAsha()
    const young = office.role(productionId, 'YOUNG MEERA')
    putOnList(db, { roleId: young, talentId: asha, list: 'selects' }, context)
    const { change } = putOnList(db, { roleId: young, talentId: ravi }, context)
    mergeRoles(db, meera, [young])
    expect(lists(office, meera)).toEqual([['Asha Rane', 'selects', 'selected'], ['Ravi Kale', 'longList', 'unviewed']])
    expect(readBoard(db, productionId, '').every(({ roleId }) => roleId === meera)).toBe(true)
    expect(listChanges(db, { roleId: meera, limit: 10 }).map(({ roleId, roleName }) => [roleId, roleName])).toEqual([[meera, 'MEERA'], [meera, 'MEERA']])
    expect(readStandings(db, asha)).toMatchObject([{ roleId: meera, list: 'selects' }])

    putOnList(db, { roleId: young, talentId: asha, list: 'shortList' }, context)
    undoChange(db, change.id, context)
    expect(lists(office, meera)).toEqual([['Asha Rane', 'shortList', 'selected']])
    putOnList(db, { roleId: meera, talentId: ravi, list: 'selects' }, context)
    takeOffList(db, { roleId: meera, talentId: ravi }, context)
    expect(lists(office, meera)).toEqual([['Asha Rane', 'shortList', 'selected']])

    unmergeRole(db, young)
    expect(lists(office, young)).toEqual([['Asha Rane', 'selects', 'selected'], ['Ravi Kale', 'longList', 'unviewed']])
    expect(lists(office, meera)).toEqual([['Asha Rane', 'shortList', 'selected']])
  })

  it('gives way to what the role itself says of a person, the newest among the merged ones first', () => {
    const { db, office, context, productionId, meera, asha, ravi } = meeraAndAsha()
    const [first, second] = [office.role(productionId, 'BRIDE'), office.role(productionId, 'GIRL')]
    putOnList(db, { roleId: meera, talentId: asha, status: 'pinned' }, context)
    putOnList(db, { roleId: first, talentId: asha, status: 'released' }, context)
    putOnList(db, { roleId: first, talentId: ravi, status: 'viewed' }, context)
    putOnList(db, { roleId: second, talentId: ravi, status: 'backup' }, context)
    mergeRoles(db, meera, [first, second])
    expect(lists(office, meera)).toEqual([['Asha Rane', 'longList', 'pinned'], ['Ravi Kale', 'longList', 'backup']])
  })
})
