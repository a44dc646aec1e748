import { expect, it } from 'vitest'
import { putOnList, readBoard } from '../../src-main/casting/castingStore.ts'
import { putCast, undoAll } from '../../src-main/casting/putCast.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { codeOf } from '../support/codeOf.ts'
import { smallOffice } from './office.ts'

function twoRoles() {
  const office = smallOffice()
  const productionId = office.production('Chai')
  const [rani, dev] = [office.role(productionId, 'RANI'), office.role(productionId, 'DEV')]
  const [asha, dilip] = [office.person('Asha Rane'), office.person('Dilip Kale')]
  const people = [{ roleId: rani, talentId: asha }, { roleId: dev, talentId: dilip }]
  const lists = () => readBoard(office.db, productionId, '').map(({ talent, list, addedBy }) => [talent.name, list, addedBy])
  return { ...office, rani, dev, asha, dilip, people, lists }
}

it('puts a proposed cast on the short lists in one step, marked as proposed by the application, and takes it back in one', () => {
  const { db, context, people, lists, heard } = twoRoles()
  const { changes, stood } = putCast(db, { people, list: 'shortList', reason: 'The best cast of six roles' }, { ...context, by: 'assistant' })
  expect(stood).toBe(0)
  expect(changes).toMatchObject([{ talentName: 'Asha Rane', by: 'assistant', reason: 'The best cast of six roles' }, { talentName: 'Dilip Kale' }])
  expect(lists()).toEqual([['Dilip Kale', 'shortList', 'assistant'], ['Asha Rane', 'shortList', 'assistant']])
  expect(undoAll(db, changes.map(({ id }) => id), context)).toHaveLength(2)
  expect(lists()).toEqual([])
  expect(heard).toHaveLength(4)
})

it('leaves who stands on a shorter list already, and moves up who stands on a longer one', () => {
  const { db, context, people, rani, dev, asha, dilip, lists } = twoRoles()
  putOnList(db, { roleId: rani, talentId: asha, list: 'shortList', status: 'pinned' }, context)
  putOnList(db, { roleId: dev, talentId: dilip, list: 'longList' }, context)
  expect(putCast(db, { people, list: 'selects', reason: '' }, context)).toMatchObject({ stood: 1, changes: [{ talentName: 'Dilip Kale' }] })
  expect(lists()).toEqual([['Dilip Kale', 'selects', 'user'], ['Asha Rane', 'shortList', 'user']])
})

it('puts nobody anywhere where one of the cast is gone, and takes nothing back where one stands otherwise by now', () => {
  const { db, context, people, rani, asha, lists } = twoRoles()
  expect(codeOf(() => putCast(db, { people: [...people, { roleId: rani, talentId: 'nobody' as TalentId }], list: 'shortList', reason: '' }, context))).toBe('NOT_FOUND')
  expect(lists()).toEqual([])
  const { changes } = putCast(db, { people, list: 'shortList', reason: '' }, context)
  putOnList(db, { roleId: rani, talentId: asha, status: 'booked' }, context)
  expect(codeOf(() => undoAll(db, changes.map(({ id }) => id), context))).toBe('CONFLICT')
  expect(lists()).toHaveLength(2)
})
