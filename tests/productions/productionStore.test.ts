import { describe, expect, it } from 'vitest'
import {
  createProduction, findDemo, getProduction, listProductions, markDemo, markOpened, removeProduction, restoreProduction, updateProduction,
} from '../../src-main/productions/productionStore.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { testDatabase } from '../support/testDatabase.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 2, 1, hour))

describe('productions', () => {
  it('lists the one that was opened last first', () => {
    const db = testDatabase()
    const film = createProduction(db, { title: 'Kaagaz Ki Naav', kind: 'film', brief: '' }, at(8))
    const ad = createProduction(db, { title: 'Chai ad', kind: 'ad', brief: 'two leads' }, at(9))
    expect(listProductions(db).map(production => production.title)).toEqual(['Chai ad', 'Kaagaz Ki Naav'])
    markOpened(db, film.id, at(10))
    expect(listProductions(db).map(production => production.id)).toEqual([film.id, ad.id])
  })

  it('changes what is given and keeps the rest', () => {
    const db = testDatabase()
    const { id } = createProduction(db, { title: 'Kaagaz', kind: 'film', brief: 'A river town' }, at(8))
    updateProduction(db, id, { shoot: { from: '2026-04-01', to: '2026-05-10' }, suggestions: false })
    const after = updateProduction(db, id, { title: 'Kaagaz Ki Naav', kind: undefined })
    expect(after).toMatchObject({ title: 'Kaagaz Ki Naav', kind: 'film', brief: 'A river town', suggestions: false, shoot: { from: '2026-04-01', to: '2026-05-10' } })
    expect(getProduction(db, id)).toEqual(after)
    expect(updateProduction(db, id, { shoot: null }).shoot).toBeNull()
  })

  it('puts one away and brings it back', () => {
    const db = testDatabase()
    const { id } = createProduction(db, { title: 'Kaagaz', kind: 'film', brief: '' }, at(8))
    removeProduction(db, id, at(9))
    expect(listProductions(db)).toEqual([])
    expect(() => getProduction(db, id)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
    expect(() => removeProduction(db, id, at(9))).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
    expect(restoreProduction(db, id).title).toBe('Kaagaz')
    expect(() => restoreProduction(db, 'none' as ProductionId)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
  })

  it('knows the demo from the rest, put away or not', () => {
    const db = testDatabase()
    const { id } = createProduction(db, { title: 'Kaagaz', kind: 'film', brief: '' }, at(8))
    expect(findDemo(db)).toBeNull()
    markDemo(db, id)
    expect(findDemo(db)).toEqual({ id, isRemoved: false })
    removeProduction(db, id, at(9))
    expect(findDemo(db)).toEqual({ id, isRemoved: true })
  })
})
