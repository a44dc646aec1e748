import { useCallback } from 'react'
import type { ImportUndone } from '../../src-preload/contract/imports.ts'
import type { ImportId } from '../../src-preload/contract/talent.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { followWork, useJobs } from '../jobs/jobs.tsx'
import { useChanged } from '../look/changes.tsx'
import { placeNow } from '../look/hashPlace.ts'
import { withdrawUndo } from '../look/UndoToast.tsx'
import { countWords } from '../look/words.ts'

/** What can be done with an import that is over. */
export type ImportChange = 'undo' | 'redo'

/** Undoes or redoes an import as a job of the tray, which says what it did; resolves with what was done, undefined where it failed. */
export function useChangeImport(): (kind: ImportChange, id: ImportId, source: string) => Promise<ImportUndone | undefined> {
  const office = useOffice()
  const { start } = useJobs()
  const changed = useChanged()
  return useCallback(async (kind, id, source) => {
    withdrawUndo(id)
    const done = await start({
      title: kind === 'undo' ? `Undoing the import of ${source}` : `Redoing the import of ${source}`,
      run: async (signal, report) => followWork(await office.imports[kind]({ id }, { signal }), report),
      summary: result => changeWords(kind, result),
      link: () => (placeNow().startsWith('/talent/imports') ? null : { label: 'Earlier imports', place: '/talent/imports' }),
    })
    changed('talent')
    return done
  }, [office, start, changed])
}

/** What undoing or redoing did: "148 people taken back. 3 people were changed since: kept as they are." */
export function changeWords(kind: ImportChange, { people, keptCount }: ImportUndone): string {
  const done = kind === 'undo' ? countWords(people, 'person taken back.', 'people taken back.') : countWords(people, 'person is here again.', 'people are here again.')
  return keptCount === 0 ? done : `${done} ${keptWords(keptCount)}`
}

/** "3 people were changed or cast since: kept as they are." */
export const keptWords = (count: number): string => `${countWords(count, 'person was', 'people were')} changed or cast since: kept as they are.`
