/** What lies where in a sheet of a workbook, found without building its cells up. */
export interface SheetLayout {
  /** The largest column and row that a cell is in, and how many cells there are. */
  readonly columns: number
  readonly rows: number
  readonly cells: number
  /** The places of hidden columns, from 0. */
  readonly hidden: readonly number[]
  /** What is merged over several rows: the column where it stands, the first and last row, from 0. */
  readonly merged: readonly { readonly column: number; readonly from: number; readonly to: number }[]
}

const nothing: SheetLayout = { columns: 0, rows: 0, cells: 0, hidden: [], merged: [] }

/** Hidden columns past this are not listed one by one: Excel hides "all the rest" up to 16,384. */
const lastListed = 1_000

/**
 * The layouts of the sheets of a workbook, in its order (ECMA-376 part 1, 18.2.20, 18.3.1.13, 18.3.1.55).
 *
 * `book` and `relations` are the texts of `xl/workbook.xml` and its relations; `read` gives the text of a part by its name, null where it
 * is not there.
 */
export function layoutOf(book: string, relations: string, read: (name: string) => string | null): readonly SheetLayout[] {
  const targets = new Map([...tags(relations, 'Relationship')].map(tag => [attribute(tag, 'Id'), attribute(tag, 'Target')]))
  return [...tags(book, 'sheet')].map(tag => {
    const target = targets.get(attribute(tag, '(?:\\w+:)?id')) ?? ''
    const xml = read(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    return xml === null ? nothing : layoutOfSheet(xml)
  })
}

function layoutOfSheet(xml: string): SheetLayout {
  const size = { columns: 0, rows: 0, cells: 0 }
  for (const [, letters = '', row = ''] of xml.matchAll(/<(?:\w+:)?c\s(?:[^>]*?\s)?r\s*=\s*["']([A-Za-z]{1,4})(\d{1,8})["']/g)) {
    size.columns = Math.max(size.columns, columnAt(letters) + 1)
    size.rows = Math.max(size.rows, Number(row))
    size.cells++
  }
  for (const [, row = ''] of xml.matchAll(/<(?:\w+:)?row\s(?:[^>]*?\s)?r\s*=\s*["'](\d{1,12})["']/g)) size.rows = Math.max(size.rows, Number(row))
  const bare = xml.match(/<(?:\w+:)?c(?:\s(?![^>]*\br\s*=)[^>]*)?>/g)?.length ?? 0
  return { ...size, cells: size.cells + bare, hidden: hiddenIn(xml), merged: mergedIn(xml) }
}

function hiddenIn(xml: string): readonly number[] {
  const hidden = [...tags(xml, 'col')].filter(tag => /^(?:1|true)$/.test(attribute(tag, 'hidden')))
  return hidden.flatMap(tag => {
    const [from, to] = [Number(attribute(tag, 'min')), Math.min(lastListed, Number(attribute(tag, 'max')))]
    return from >= 1 && to >= from ? Array.from({ length: to - from + 1 }, (_, step) => from - 1 + step) : []
  })
}

const mergedIn = (xml: string): SheetLayout['merged'] =>
  [...tags(xml, 'mergeCell')].flatMap(tag => {
    const [, column = '', from = '', to = ''] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?[A-Za-z]{1,3}\$?(\d{1,7})$/.exec(attribute(tag, 'ref')) ?? []
    return column !== '' && Number(to) > Number(from) ? [{ column: columnAt(column), from: Number(from) - 1, to: Number(to) - 1 }] : []
  })

/** The place of a column by its letters, from 0: A is 0, AA is 26. */
const columnAt = (letters: string): number => [...letters.toUpperCase()].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1

function* tags(xml: string, name: string): Generator<string> {
  for (const [tag] of xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g'))) yield tag
}

const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? ''
