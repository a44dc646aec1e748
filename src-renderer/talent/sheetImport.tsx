import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import type { DateOrder, ImportResult, SheetMapping } from '../../src-preload/contract/talent.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { followWork, useJobs, type Job } from '../jobs/jobs.tsx'
import { useChanged } from '../look/changes.tsx'
import { placeNow } from '../look/hashPlace.ts'
import { countWords } from '../look/words.ts'
import { offerUndo } from '../look/UndoToast.tsx'
import { usePendingSheet } from '../window/pendingSheet.tsx'
import { useChangeImport } from './useChangeImport.ts'

/** The import of a sheet that runs or has ended; it survives a change of screen. */
export interface SheetImport {
  readonly fileName: string
  /** The title of its job in the tray. */
  readonly title: string
  /** What it did; null while it runs, and where it failed or was cancelled. */
  readonly result: ImportResult | null
  readonly running: boolean
}

interface SheetImportDesk {
  readonly current: SheetImport | null
  readonly start: (sheet: { readonly ticket: string; readonly fileName: string }, choice: { readonly mapping: SheetMapping; readonly sheet: string; readonly dates?: DateOrder }) => Promise<void>
  /** Puts the summary away. */
  readonly clear: () => void
}

const SheetImportContext = createContext<SheetImportDesk | null>(null)

/** Keeps the import of a sheet while screens come and go. */
export function SheetImportProvider({ children }: { readonly children: ReactNode }) {
  const office = useOffice()
  const { start: startJob } = useJobs()
  const changed = useChanged()
  const change = useChangeImport()
  const { setSheet } = usePendingSheet()
  const [current, setCurrent] = useState<SheetImport | null>(null)
  const desk = useMemo<SheetImportDesk>(() => ({
    current,
    clear: () => setCurrent(null),
    start: async ({ ticket, fileName }, { mapping, sheet, dates }) => {
      const title = `Talent from ${fileName}`
      setCurrent({ fileName, title, result: null, running: true })
      const result = await startJob({
        title,
        run: async (signal, report) => followWork(await office.talent.importSheet({ ticket, mapping, ...(sheet && { sheet }), ...(dates && { dates }) }, { signal }), report),
        summary: importWords,
        link: () => ({ label: 'Look at it', place: '/talent/import' }),
        quiet: () => placeNow().startsWith('/talent/import'),
      })
      changed('talent')
      // Cancelled or failed, the sheet with its mapping stays on the table for another try.
      if (result !== undefined) {
        setSheet(null)
        if (result.added + result.updated > 0) offerUndo(`${fileName} is in the book.`, () => change('undo', result.importId, fileName), result.importId)
      }
      setCurrent(result === undefined ? null : { fileName, title, result, running: false })
    },
  }), [current, office, startJob, changed, setSheet, change])
  return <SheetImportContext value={desk}>{children}</SheetImportContext>
}

/** The import of a sheet. Throws an Error outside a {@link SheetImportProvider}. */
export function useSheetImport(): SheetImportDesk {
  const desk = useContext(SheetImportContext)
  if (desk === null) throw new Error('useSheetImport needs a SheetImportProvider above it')
  return desk
}

/** What an import did, in a sentence: "148 people added, 2 rows left out." */
export function importWords({ added, updated, unchanged, failed }: ImportResult): string {
  const parts = [
    countWords(added, 'person added', 'people added'),
    updated > 0 ? `${updated.toLocaleString()} updated` : '',
    unchanged > 0 ? `${unchanged.toLocaleString()} unchanged` : '',
    failed.length > 0 ? countWords(failed.length, 'row left out', 'rows left out') : '',
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}

/** The job of an import as the tray shows it. */
export const jobOf = (jobs: readonly Job[], sheet: SheetImport): Job | undefined => jobs.find(job => job.title === sheet.title && job.state === 'running')
