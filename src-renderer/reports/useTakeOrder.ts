import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { ticketFor } from '../connection/ticketFor.ts'
import { useChanged } from '../look/changes.tsx'
import { offerUndo, sayFailure } from '../look/UndoToast.tsx'
import { countWords } from '../look/words.ts'

/** The script whose days stand at a place; null at any other place. */
export const daysScript = (path: string): ScriptId | null => (/^\/production\/[^/]+\/script\/([^/]+)\/days$/.exec(path)?.[1] ?? null) as ScriptId | null

/** Gives a function that takes the shooting order of a script in from a sheet; the one before comes back by Undo. */
export function useTakeOrder(): (scriptId: ScriptId, file: File) => Promise<void> {
  const office = useOffice()
  const changed = useChanged()
  return async (scriptId, file) => {
    try {
      const { before, days, left } = await office.reports.importOrder({ scriptId, ticket: await ticketFor(file) })
      changed('orders')
      const lost = left.length === 0 ? '' : ` ${countWords(left.length, 'row')} named scenes but no day (line ${left.slice(0, 5).map(({ line }) => line).join(', ')}).`
      offerUndo(`${file.name}: ${countWords(days, 'day')} read.${lost}`, async () => {
        await office.reports.saveOrder({ scriptId, order: before })
        changed('orders')
      })
    } catch (error) {
      sayFailure(error)
    }
  }
}
