import { readCast } from '../reports/cast.ts'
import { readCastList } from '../reports/castList.ts'
import { keepNumbers } from '../reports/castNumbers.ts'
import { readDays } from '../reports/days.ts'
import { importOrder } from '../reports/importOrder.ts'
import { makeReport } from '../reports/makeReport.ts'
import { saveOrder } from '../reports/shootingOrder.ts'
import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'

/** Binds the procedures of `reports` to the office. */
export function bindReports(os: Os, { db, pool, tickets, now }: OfficeParts) {
  const sheetParts = { db, pool, now }
  return {
    castList: os.reports.castList.handler(({ input }) => readCastList(db, input.scriptId)),
    keepNumbers: os.reports.keepNumbers.handler(({ input }) => {
      keepNumbers(db, input.scriptId, input.numbers)
      return {}
    }),
    days: os.reports.days.handler(({ input }) => readDays(db, readCast(db, input.scriptId))),
    saveOrder: os.reports.saveOrder.handler(({ input }) => {
      saveOrder(db, input.scriptId, input.order, now())
      return {}
    }),
    importOrder: os.reports.importOrder.handler(async ({ input, signal }) => {
      const { before, days, left } = await importOrder(sheetParts, input.scriptId, tickets.open(input.ticket), signal)
      return { before, days, left: [...left] }
    }),
    make: os.reports.make.handler(({ input, signal }) => makeReport(sheetParts, input, signal)),
  }
}
