import type { DayOutOfDays } from '../../src-preload/contract/reports.ts'
import type { Database } from '../database/openDatabase.ts'
import type { Cast } from './cast.ts'
import { roleDays } from './outOfDays.ts'
import { readOrder } from './readOrder.ts'
import { getOrder } from './shootingOrder.ts'

/**
 * Reads the shooting order of a script and the day-out-of-days of its cast, by number; no rows where there are no days.
 *
 * A year that the order leaves out is the one nearest to the first day of the shoot or, where that is not known, to the day the script came in.
 */
export function readDays(db: Database, { script, production, grid, roles }: Cast): DayOutOfDays {
  const order = getOrder(db, script.id)
  const read = readOrder(order.text, { scenes: grid.scenes, roles, anchor: production.shoot?.from ?? script.addedAt.slice(0, 10) })
  return {
    order,
    days: [...read.days],
    findings: [...read.findings],
    unscheduled: [...read.unscheduled],
    scenes: grid.scenes,
    rows: read.days.length === 0 ? [] : roles.map(({ id, number, name, size, cells }) => ({
      role: id, number, name, size, ...roleDays(id, new Set(cells.map(({ scene }) => scene)), read.days, order.dropAfter),
    })),
  }
}
