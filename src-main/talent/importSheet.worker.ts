import { isDeepStrictEqual } from 'node:util'
import type { DateOrder, ImportId, ImportResult, SheetMapping } from '../../src-preload/contract/talent.ts'
import type { Progress } from '../../src-preload/contract/words.ts'
import { settleOnDisk } from '../database/inPieces.ts'
import type { OfficeBeat } from '../database/officeBeat.ts'
import { joinDatabase } from '../database/openDatabase.ts'
import { workerTask } from '../workers/workerTask.ts'
import type { BadRowsOfSheet } from './imports/badRowsFile.ts'
import type { BadRowKept } from './imports/importRecord.ts'
import { foreteller } from './sheet/foretell.ts'
import { goThroughSheet } from './sheet/goThroughSheet.ts'
import { previewOf, readSheet, type PreviewOfSheet } from './sheet/readSheet.ts'
import { keepMapping, mappingFor } from './sheet/savedMappings.ts'
import type { SheetFile } from '../documents/sheetFile.ts'
import { takeIn } from './sheet/takeIn.ts'

/** What the sheet worker is given: a look at a sheet or at what is bad in it, or its import into the database of a data folder. */
export type SheetWork =
  | { readonly kind: 'preview' | 'badRows'; readonly file: SheetFile; readonly mapping: SheetMapping | undefined; readonly dates: DateOrder | undefined; readonly sheet: string | undefined; readonly folder: string }
  | { readonly kind: 'import'; readonly file: SheetFile; readonly mapping: SheetMapping | undefined; readonly dates: DateOrder | undefined; readonly sheet: string | undefined; readonly folder: string; readonly at: string; readonly importId: ImportId; readonly office?: OfficeBeat }

/** Rows between two progress steps. */
const reportEvery = 200

export default workerTask(async (work: SheetWork, report: (progress: Progress) => void): Promise<PreviewOfSheet | ImportResult | BadRowsOfSheet> =>
  work.kind === 'import' ? takeSheetIn(work, report) : work.kind === 'preview' ? preview(work) : badRows(work))

type LookWork = Exclude<SheetWork, { kind: 'import' }>

async function badRows({ file, mapping, dates, sheet }: LookWork): Promise<BadRowsOfSheet> {
  const bad: BadRowKept[] = []
  const { header } = await goThroughSheet(file, { onPerson: () => {}, onBad: row => void bad.push(row) }, { mapping, dates, sheet })
  return { fileName: file.name, header, bad }
}

async function preview({ folder, file, mapping, dates, sheet }: LookWork): Promise<PreviewOfSheet> {
  const db = joinDatabase(folder, { readonly: true })
  try {
    return await previewOf(file, { mapping, dates, sheet, saved: headings => mappingFor(db, headings) }, foreteller(db))
  } finally {
    db.close()
  }
}

async function takeSheetIn({ folder, file, at, importId, office, ...choice }: Extract<SheetWork, { kind: 'import' }>, report: (progress: Progress) => void): Promise<ImportResult> {
  const say = (stage: string, total: number) => (done: number) => {
    if (done % reportEvery === 0 || done === total) report({ kind: 'progress', stage, done, total })
  }
  const db = joinDatabase(folder)
  try {
    // Everything is read before anything is written: a sheet that cannot be read to its end leaves nothing.
    const sheet = await readSheet(file, { ...choice, saved: headings => mappingFor(db, headings), onRow: say('Reading the sheet', 0) })
    const result = takeIn(db, sheet, { id: importId, kind: 'sheet', source: file.name, fileName: file.name, at, office, onRow: say('Taking people in', sheet.people.length) })
    const order = sheet.dates?.order ?? null
    if (order !== null || !isDeepStrictEqual(sheet.mapping, sheet.guess)) {
      keepMapping(db, { name: file.name.replace(/\.[^.]+$/, ''), headings: sheet.header, mapping: sheet.mapping, dates: order, at })
    }
    settleOnDisk(db)
    return result
  } finally {
    db.close()
  }
}
