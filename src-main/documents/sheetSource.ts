import { readHead, inspectSheet, readRows, type SheetFile, type SheetRow } from './sheetFile.ts'
import { isWorkbook, readWorkbook, type WorkbookSheet } from './workbook.ts'

/** A sheet to be read, whatever kind of file it lies in. */
export interface SheetSource {
  /** The sheets of the workbook by name, in its order; none where the file is one sheet (CSV, TSV). */
  readonly sheets: readonly string[]
  /** The name of the sheet that is read, empty for a file of one sheet. */
  readonly sheet: string
  /** The places of columns that are hidden in it. */
  readonly hidden: readonly number[]
  readonly rows: AsyncIterable<SheetRow>
}

/**
 * Opens a sheet: text and workbooks are read as streams, of a workbook the sheet called `wanted`, else the one that `choose` takes.
 *
 * Throws as {@link inspectSheet}, {@link readRows} and {@link readWorkbook} do.
 */
export async function openSheet(file: SheetFile, choose: (sheets: readonly WorkbookSheet[]) => WorkbookSheet | undefined, wanted?: string): Promise<SheetSource> {
  if (file.size === 0 || !isWorkbook(await readHead(file.path))) {
    return { sheets: [], sheet: '', hidden: [], rows: readRows(file, await inspectSheet(file)) }
  }
  const sheets = await readWorkbook(file)
  const chosen = sheets.find(({ name }) => name === wanted) ?? choose(sheets)
  return { sheets: sheets.map(({ name }) => name), sheet: chosen?.name ?? '', hidden: chosen?.hidden ?? [], rows: chosen?.rows() ?? noRows() }
}

async function* noRows(): AsyncGenerator<SheetRow> {
  // A workbook without a sheet has none.
}
