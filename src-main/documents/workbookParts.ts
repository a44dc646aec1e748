import { attribute, xmlScanner } from './xmlScanner.ts'

/** A part of a workbook as it is read: its text in pieces. */
export type PartPieces = AsyncIterable<string>

/** What the whole of a workbook says: its sheets in order with the part each lies in, and from which day it counts. */
export interface WorkbookIndex {
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  /** Whether days count from 1904, as in workbooks of an old Mac, not from 1900. */
  readonly from1904: boolean
}

/** Reads `xl/workbook.xml` and its relations (ECMA-376 part 1, 18.2; part 2, 9.3). */
export async function readIndex(book: PartPieces, relations: PartPieces): Promise<WorkbookIndex> {
  const targets = new Map<string, string>()
  await scan(relations, (name, tag) => {
    if (name === 'Relationship' && attribute(tag, 'Type').endsWith('/worksheet')) targets.set(attribute(tag, 'Id'), attribute(tag, 'Target'))
  })
  const sheets: WorkbookIndex['sheets'][number][] = []
  let from1904 = false
  await scan(book, (name, tag) => {
    if (name === 'workbookPr') from1904 ||= /^(?:1|true)$/.test(attribute(tag, 'date1904'))
    const target = name === 'sheet' ? targets.get(attribute(tag, 'id')) : undefined
    if (target !== undefined) sheets.push({ name: attribute(tag, 'name'), part: target.startsWith('/') ? target.slice(1) : `xl/${target}` })
  })
  return { sheets, from1904 }
}

/** Reads the texts that cells share (ECMA-376 part 1, 18.4.9), without how they are to be pronounced. */
export async function readSharedStrings(part: PartPieces): Promise<readonly string[]> {
  const strings: string[] = []
  let words = ''
  let [inText, silent] = [false, false]
  await scan(part, name => {
    if (name === 'si') words = ''
    else if (name === 't') inText = !silent
    else if (name === 'rPh') silent = true
  }, name => {
    if (name === 'si') strings.push(withoutEscapes(words))
    else if (name === 't') inText = false
    else if (name === 'rPh') silent = false
  }, text => {
    if (inText) words += text
  })
  return strings
}

/** Which of the styles of cells, by their number, show a day or a time (ECMA-376 part 1, 18.8.30). */
export async function readDayStyles(part: PartPieces): Promise<readonly ('day' | 'time' | null)[]> {
  const formats = new Map<number, 'day' | 'time' | null>()
  const styles: ('day' | 'time' | null)[] = []
  let inCells = false
  await scan(part, (name, tag) => {
    if (name === 'numFmt') formats.set(Number(attribute(tag, 'numFmtId')), shownAs(attribute(tag, 'formatCode')))
    else if (name === 'cellXfs') inCells = true
    else if (name === 'xf' && inCells) {
      const id = Number(attribute(tag, 'numFmtId') || 0)
      styles.push(formats.has(id) ? formats.get(id) ?? null : builtIn(id))
    }
  }, name => {
    if (name === 'cellXfs') inCells = false
  })
  return styles
}

/** Numbers of formats that Excel has built in, those of East Asia with them. */
function builtIn(id: number): 'day' | 'time' | null {
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47) || (id >= 32 && id <= 35)) return 'time'
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'day' : null
}

/** What a format of numbers shows: letters of a date outside quotes, brackets and escapes, and no place for a digit. */
function shownAs(format: string): 'day' | 'time' | null {
  const bare = (format.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_./g, ' ').replace(/\[(h+|m+|s+)\]/gi, '$1').replace(/\[[^\]]*\]/g, '').replace(/s\.0+/gi, 's').toLowerCase().replace(/am\/pm|a\/p|general/g, '')
  if (/[0#?%]/.test(bare)) return null
  if (/[yd]/.test(bare)) return 'day'
  if (/[hs]/.test(bare)) return 'time'
  return /m/.test(bare) ? 'day' : null
}

/** Text without the escapes of signs that XML has no place for: `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export const withoutEscapes = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text

async function scan(part: PartPieces, open: (name: string, tag: string) => void, close: (name: string) => void = () => {}, text: (text: string) => void = () => {}): Promise<void> {
  const scanner = xmlScanner({ open, close, text })
  let isThere = false
  for await (const piece of part) {
    isThere = true
    scanner.push(piece)
  }
  if (isThere) scanner.end()
}
