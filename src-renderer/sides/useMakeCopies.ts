import { useCallback } from 'react'
import type { SidesId } from '../../src-preload/contract/sides.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { followWork, useJobs } from '../jobs/jobs.tsx'
import { saveFile } from '../look/saveFile.ts'
import { countWords } from '../look/words.ts'

/** Sides and whose copies are wanted; nobody named is one copy without a name. */
export interface CopyRow {
  readonly sidesId: SidesId
  readonly recipients: readonly string[]
}

/** How several copies come: a PDF for each in a zip, or all in one PDF. */
export type CopyForm = 'zip' | 'one'

/** Gives the function that makes copies as a job of the tray and saves what comes; one copy comes as its PDF at once. */
export function useMakeCopies(): (title: string, rows: readonly CopyRow[], form: CopyForm) => Promise<void> {
  const office = useOffice()
  const { start } = useJobs()
  return useCallback(async (title, rows, form) => {
    const [only] = rows
    if (only && rows.length === 1 && only.recipients.length < 2) {
      saveFile(await office.sides.pdf({ id: only.sidesId, recipient: only.recipients[0] ?? null }))
      return
    }
    await start({
      title,
      run: async (signal, report) => {
        const wanted = rows.map(({ sidesId, recipients }) => ({ sidesId, recipients: [...recipients] }))
        const made = await followWork(await office.sides.batch({ rows: wanted, combined: form === 'one' }, { signal }), report)
        saveFile(await office.sides.collect({ ticket: made.ticket }, { signal }))
        return made
      },
      summary: made => `${countWords(made.copies, 'copy', 'copies')} on ${countWords(made.pages, 'page')}, saved as ${made.name}.`,
    })
  }, [office, start])
}
