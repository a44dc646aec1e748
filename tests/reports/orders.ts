import type { OrderBook, ReadOrder } from '../../src-main/reports/readOrder.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import { sceneNumber } from '../../src-preload/contract/said.ts'
import type { Scene } from '../../src-preload/contract/scripts.ts'

/** A scene of a page's half, by its printed number; null where none is printed. */
export const sceneOf = (number: string | null, index: number, heading = 'INT. HUT - DAY'): Scene => ({
  index, number, heading, setting: 'INT', place: 'HUT', time: 'DAY', page: index + 1, eighths: 4, element: index * 10,
})

/** What an order is read against: scenes by their printed numbers, and two roles. */
export const bookOf = (numbers: readonly (string | null)[]): OrderBook => ({
  scenes: numbers.map((number, index) => sceneOf(number, index)),
  roles: [{ id: 'meera' as RoleId, name: 'MEERA' }, { id: 'gopal' as RoleId, name: 'GOPAL RAO' }],
  anchor: '2027-01-10',
})

/** The days of an order in words: "Day 1 2027-01-12: 1 4 5A". */
export const daysOf = ({ days }: ReadOrder, { scenes }: OrderBook): readonly string[] =>
  days.map(({ label, date, kind, scenes: own }) => {
    const numbers = own.flatMap(index => scenes[index] ?? []).map(sceneNumber).join(' ')
    return `${label}${date ? ` ${date}` : ''}: ${kind === 'shoot' ? numbers : kind}`
  })
