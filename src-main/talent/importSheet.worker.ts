import type { SheetMapping } from '../../src-preload/contract/talent.ts'
import type { Progress } from '../../src-preload/contract/words.ts'
import { joinDatabase } from '../database/openDatabase.ts'
import { workerTask } from '../workers/workerTask.ts'
import { previewOf, readSheet } from './sheet/readSheet.ts'
import type { SheetFile } from '../documents/sheetFile.ts'
import { takeIn } from './sheet/takeIn.ts'

/** What the sheet worker is given: a look at a sheet, or its import into the database of a data folder. */
export type SheetWork =
  | { readonly kind: 'preview'; readonly file: SheetFile; readonly mapping: SheetMapping | undefined }
  | { readonly kind: 'import'; readonly file: SheetFile; readonly mapping: SheetMapping | undefined; readonly folder: string; readonly at: string }

/** Rows between two progress steps. */
const reportEvery = 200

export default workerTask(async (work: SheetWork, report: (progress: Progress) => void) => {
  if (work.kind === 'preview') return previewOf(work.file, work.mapping)
  const say = (stage: string, total: number) => (done: number) => {
    if (done % reportEvery === 0 || done === total) report({ kind: 'progress', stage, done, total })
  }
  // Everything is read before the book is opened for writing, so that others wait for the writing alone.
  const sheet = await readSheet(work.file, work.mapping, { onRow: say('Reading the sheet', 0) })
  const db = joinDatabase(work.folder)
  try {
    return takeIn(db, sheet, { source: work.file.name, at: work.at, onRow: say('Taking people in', sheet.people.length) })
  } finally {
    db.close()
  }
})
