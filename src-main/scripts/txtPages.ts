import { parseHeading } from './headings.ts'
import { continuedMark, moreMark, pageNumber } from './pdfFurniture.ts'
import { mode, quantile } from './statistics.ts'

/** A line of a text that is not blank: its words without indent, the column where they begin, and its place from the top of its page. */
export type TextRow = { readonly text: string; readonly indent: number; readonly at: number }

/** The rows of one page, its number from 1 and how many rows it is high. */
export type TextPage = { readonly number: number; readonly rows: readonly TextRow[]; readonly height: number }

/**
 * A text cut into pages.
 *
 * `printed` tells whether the text itself says where its pages are; where it does not, all of it is one page.
 */
export type TextPages = { readonly pages: readonly TextPage[]; readonly printed: boolean }

const tabStop = 8
const oddSpace = /[^\S\t ]/u
const oddSpaces = /[^\S\t ]/gu
const ruleLine = /^[-–—_=*~#]{3,}$/u

/**
 * Cuts a text into pages: by form feeds, else by page numbers that stand alone in a line or behind a running head and run in order, else not at all.
 *
 * Page numbers, running heads and feet and drawn rules are left out; form feeds that part too much for a page are taken for gaps.
 */
export const textPages = (text: string): TextPages => {
  const chunks = text.split('\f').map(rowsOf)
  while (chunks.length > 1 && chunks.at(-1)?.rows.length === 0) chunks.pop()
  const sizes = chunks.map(({ rows }) => rows.length)
  const usual = quantile(sizes, 0.5) ?? 0
  const isPaged = chunks.length > 1 && usual <= 90 && sizes.every(size => size <= 200) && (usual >= 5 || chunks.length <= 50)
  if (isPaged) return { pages: withoutFurniture(chunks.map((chunk, at) => ({ ...chunk, number: at + 1 }))), printed: true }
  const whole = chunks.length > 1 ? rowsOf(text.replaceAll('\f', '\n\n\n')) : (chunks[0] ?? rowsOf(''))
  const cuts = pageCuts(whole.rows)
  if (!cuts) return { pages: [{ ...whole, rows: whole.rows.filter(row => !ruleLine.test(row.text)), number: 1 }], printed: false }
  return { pages: withoutFurniture(cutAt(whole.rows, cuts)), printed: true }
}

const rowsOf = (text: string): Omit<TextPage, 'number'> => {
  const lines = text.split('\n')
  const rows = lines.flatMap((line, at): TextRow[] => {
    const wide = withoutTabs(oddSpace.test(line) ? line.replace(oddSpaces, ' ') : line).trimEnd()
    const words = wide.trimStart()
    return words === '' ? [] : [{ text: words, indent: wide.length - words.length, at }]
  })
  return { rows, height: lines.length }
}

/** Tabs as spaces up to the next stop, at least three of them behind a word, so that a column stays apart. */
const withoutTabs = (line: string): string => {
  if (!line.includes('\t')) return line
  let column = 0
  return line
    .split('\t')
    .map((part, at, parts) => {
      column += part.length
      if (at === parts.length - 1) return part
      const wanted = tabStop - (column % tabStop)
      const gap = part.trim() !== '' && wanted < 3 ? wanted + tabStop : wanted
      column += gap
      return part + ' '.repeat(gap)
    })
    .join('')
}

type Cut = { readonly row: number; readonly number: number }

/** Rows that number pages: alone in a line or behind a running head, counting up, as far apart as pages are. Null where there are not three of them. */
const pageCuts = (rows: readonly TextRow[]): { readonly cuts: readonly Cut[]; readonly atFoot: boolean } | null => {
  const cuts: Cut[] = []
  const heads = new Map<string, number>()
  for (const { text } of rows) if (numberBehind(text) !== null) heads.set(runningKey(text), (heads.get(runningKey(text)) ?? 0) + 1)
  rows.forEach((row, at) => {
    const number = numberIn(row.text) ?? ((heads.get(runningKey(row.text)) ?? 0) > 2 ? numberBehind(row.text) : null)
    if (number === null || !isApart(rows, at)) return
    const last = cuts.at(-1)
    const distance = row.at - (rows[last?.row ?? 0]?.at ?? 0)
    const steps = number - (last?.number ?? 0)
    if (last ? steps > 0 && steps <= 2 && distance >= 15 * steps && distance <= 160 * steps : number <= 5) cuts.push({ row: at, number })
  })
  if (cuts.length < 3) return null
  // Scene numbers that stand in a line of their own count up as well, but each before a heading and before nearly all of them.
  const beforeHeadings = cuts.filter(({ row }) => parseHeading(rows[row + 1]?.text ?? '') !== null).length
  const headings = rows.filter(row => parseHeading(row.text) !== null).length
  if (beforeHeadings > 0.6 * cuts.length && cuts.length > 0.6 * headings) return null
  const first = cuts[0]
  return { cuts, atFoot: first?.number === 1 && first.row > 12 }
}

/** A page number has room above or below it. */
const isApart = (rows: readonly TextRow[], at: number): boolean => {
  const [above, row, below] = [rows[at - 1], rows[at], rows[at + 1]]
  return !above || !below || (row !== undefined && (row.at - above.at > 1 || below.at - row.at > 1))
}

const numberIn = (text: string): number | null => {
  if (text.length > 20 || !pageNumber.test(text)) return null
  const digits = /\d+/u.exec(text)?.[0]
  return digits === undefined ? null : Number.parseInt(digits, 10)
}

/** The number at the end of a running head, `THE WET SEASON - Blue Rev.      12.`; scene headings have their numbers there too. */
const numberBehind = (text: string): number | null => {
  const digits = text.length < 120 ? /\S\s{3,}(?:PAGE\s)?(\d{1,3})\.?$/iu.exec(text)?.[1] : undefined
  return digits === undefined || parseHeading(text) ? null : Number.parseInt(digits, 10)
}

/** The number itself stays on its page, for {@link withoutFurniture} to take off with the running heads. */
const cutAt = (rows: readonly TextRow[], { cuts, atFoot }: { readonly cuts: readonly Cut[]; readonly atFoot: boolean }): TextPage[] => {
  const pages: TextPage[] = []
  const add = (number: number, from: number, to: number): void => {
    const own = rows.slice(from, to)
    const top = own[0]?.at ?? 0
    if (own.length) pages.push({ number, height: (own.at(-1)?.at ?? top) - top + 1, rows: own.map(row => ({ ...row, at: row.at - top })) })
  }
  const starts = cuts.map(({ row, number }) => (atFoot ? { row: row + 1, number: number + 1 } : { row, number }))
  const [first] = starts
  if (first) add(Math.max(1, first.number - 1), 0, first.row)
  starts.forEach(({ row, number }, at) => add(number, row, starts[at + 1]?.row ?? rows.length))
  // A text before page 1 is its own page, and numbers below are moved so that every page keeps one of its own.
  const moved = pages[0] && pages[1] && pages[0].number === pages[1].number ? 1 : 0
  return pages.map((page, at) => (at > 0 ? { ...page, number: page.number + moved } : page))
}

/** Takes page numbers and running heads and feet off the first and last two rows of each page, and drawn rules off everywhere. */
const withoutFurniture = (pages: readonly TextPage[]): TextPage[] => {
  const isNumber = numberRows(pages)
  const running = runningTexts(pages)
  return pages.map(page => {
    const drop = new Set<TextRow>()
    for (const fromTop of [true, false]) {
      for (let step = 0; step < 3; step++) {
        const at = fromTop ? step : page.rows.length - 1 - step
        const row = page.rows[at]
        if (!row) break
        const beside = page.rows[fromTop ? at + 1 : at - 1]
        const isClear = !beside || Math.abs(beside.at - row.at) > 1 || running.has(runningKey(beside.text)) || isNumber(page, beside)
        if (isNumber(page, row) || (isClear && running.has(runningKey(row.text))) || ruleLine.test(row.text)) drop.add(row)
        else break
      }
    }
    return { ...page, rows: page.rows.filter(row => !drop.has(row) && !ruleLine.test(row.text)) }
  })
}

/** Tells the rows that number their page: they run with the pages, or say PAGE or end in a full stop on pages that are numbered so. */
const numberRows = (pages: readonly TextPage[]): ((page: TextPage, row: TextRow) => boolean) => {
  const found = pages.flatMap(page => [page.rows[0], page.rows.at(-1)].flatMap(row => (row ? offsetOf(page, row) : [])))
  const usual = mode(found, 1)
  const agreeing = found.filter(offset => offset === usual).length
  const learnt = usual !== undefined && (agreeing >= 3 || agreeing >= 0.5 * pages.length) ? usual : null
  return (page, row) => {
    const [offset] = offsetOf(page, row)
    if (offset === undefined) return false
    if (learnt === null) return Math.abs(offset) <= 1 && /[-–—.]$|^PAGE/iu.test(row.text)
    return Math.abs(offset - learnt) <= 1 || (/[-–—.]$|^PAGE/iu.test(row.text) && Math.abs(offset - learnt) <= 0.1 * pages.length + 2)
  }
}

const offsetOf = (page: TextPage, row: TextRow): readonly number[] => {
  const number = numberIn(row.text)
  return number === null ? [] : [number - page.number]
}

const runningKey = (text: string): string => text.slice(0, 200).replace(/\d+/gu, '#').replace(/\s+/gu, ' ').trim().toUpperCase()

/** Texts at the head or foot of many pages, their digits taken for one another, that hardly stand anywhere else. */
const runningTexts = (pages: readonly TextPage[]): ReadonlySet<string> => {
  const edges = new Map<string, number>()
  const inner = new Map<string, number>()
  for (const { rows } of pages) {
    const own = new Set<string>()
    rows.forEach((row, at) => {
      const key = runningKey(row.text)
      if (at < 2 || at >= rows.length - 2) own.add(key)
      else inner.set(key, (inner.get(key) ?? 0) + 1)
    })
    for (const key of own) edges.set(key, (edges.get(key) ?? 0) + 1)
  }
  const least = Math.max(3, 0.25 * pages.length)
  const isRunning = (key: string, count: number): boolean =>
    count >= least && count > (inner.get(key) ?? 0) && !continuedMark.test(key) && !moreMark.test(key) && !parseHeading(key)
  return new Set([...edges].filter(([key, count]) => isRunning(key, count)).map(([key]) => key))
}
