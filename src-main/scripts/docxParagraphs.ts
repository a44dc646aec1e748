import { attributeOf, scanXml } from './docxXml.ts'
import { lookOf, points, withStop, wordPrefix } from './docxStyles.ts'
import type { WordLook, WordStyles } from './docxStyles.ts'
import type { LegacyLetters } from './legacyFontLetters.ts'

/** Where a paragraph stands in a table: the number of the table in the document, its row and its place in the row, all from 0. */
export type WordCell = { readonly table: number; readonly row: number; readonly column: number }

/**
 * A paragraph of a Word document that has text.
 *
 * `text` holds tabs, and line breaks as \n; `blanks` counts the empty paragraphs before it and `space` is the space before it in
 * points. `style` is the name of its style. `page` is the printed page it begins on as Word last laid it out, from 1; `turns` says that
 * its writer began a new page before it.
 */
export type WordParagraph = {
  readonly text: string
  readonly style: string
  readonly look: WordLook
  readonly blanks: number
  readonly space: number
  readonly page: number
  readonly turns: boolean
  readonly cell: WordCell | null
}

/** The paragraphs of a document, the width of its text in points, and whether Word left the places where pages end. */
export type WordBody = { readonly paragraphs: readonly WordParagraph[]; readonly width: number; readonly isPaged: boolean }

/** What is wrong with a document part: not whole, not of Word, or more paragraphs than any script has. */
export type WordFault = 'damaged' | 'not Word' | 'too long'

/** The style of paragraphs that stand in the drawing of another and have none of their own. */
const textBox = 'Text Box'
/** Bounds that no script comes near: a long one has 6,000 paragraphs and 300,000 letters. */
const [mostParagraphs, mostLetters] = [300_000, 10_000_000]

/** Deleted and moved-away text, earlier looks kept for revision marks, and the second copy that old programs read. */
const skipped = new Set(['del', 'moveFrom', 'pPrChange', 'rPrChange', 'sectPrChange', 'tblPrChange', 'tcPrChange', 'trPrChange', 'mc:Fallback'])
const inText: Readonly<Record<string, string>> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }

/** A paragraph whose end has not come: where in it the reading is, and what page breaks and deletions it has met. */
type Open = {
  id: string
  look: WordLook
  text: string
  in: 'paragraph' | 'look' | 'mark' | 'run' | 'letters' | 'words'
  run: WordLook
  page: number
  turns: boolean
  ends: boolean
  marked: boolean
  gone: boolean
  section: string | null
}

const opened = (page: number): Open => ({
  id: '', look: {}, text: '', in: 'paragraph', run: {}, page, turns: false, ends: false, marked: false, gone: false, section: null,
})

/** What hides the letters of legacy fonts, and the fonts of the theme (see {@link readTheme}). */
export type WordFonts = { readonly letters: LegacyLetters; readonly theme: ReadonlyMap<string, string> }

type Reading = {
  readonly fonts: WordFonts | undefined
  prefix: string | null
  readonly open: Open[]
  readonly done: WordParagraph[]
  skipping: number
  tables: { depth: number; count: number; row: number; column: number; rowGone: boolean; inRow: boolean }
  blanks: number
  after: number
  page: number
  isPaged: boolean
  /** A page break by the writer that Word's own mark has not followed yet. */
  turning: boolean
  turned: boolean
  width: number
  carried: string
  letters: number
}

/** Reads the main part of a document; headers, notes and comments are parts of their own and never come here. */
export const readParagraphs = (xml: string, styles: WordStyles, fonts?: WordFonts): WordBody | WordFault => {
  const reading: Reading = {
    fonts, prefix: null, open: [], done: [], skipping: 0, tables: { depth: 0, count: -1, row: 0, column: 0, rowGone: false, inRow: false },
    blanks: 0, after: 0, page: 1, isPaged: false, turning: false, turned: false, width: 432, carried: '', letters: 0,
  }
  let fault: WordFault | null = null
  const isWhole = scanXml(xml, {
    opens: (tag, attributes) => {
      if (reading.prefix === null) {
        reading.prefix = wordPrefix(attributes)
        if (reading.prefix === null || tag !== `${reading.prefix}document`) fault = 'not Word'
      }
      if (reading.done.length > mostParagraphs || reading.letters > mostLetters) fault = 'too long'
      if (!fault) opens(reading, styles, localName(reading, tag), attributes)
    },
    closes: tag => {
      if (!fault) closes(reading, styles, localName(reading, tag))
    },
    says: text => {
      const paragraph = reading.open.at(-1)
      if (!reading.skipping && paragraph?.in === 'words') paragraph.text += runText(paragraph, text.replace(/[\r\n]+/gu, ' '), styles, reading)
    },
  })
  if (fault) return fault
  return isWhole ? { paragraphs: reading.done, width: reading.width, isPaged: reading.isPaged } : 'damaged'
}

/** A name without the prefix of WordprocessingML; names of other vocabularies keep a colon. */
const localName = ({ prefix }: Reading, tag: string): string => {
  if (tag.includes(':')) return prefix && tag.startsWith(prefix) ? tag.slice(prefix.length) : tag
  return prefix === '' ? tag : `:${tag}`
}

const opens = (reading: Reading, styles: WordStyles, name: string, attributes: string): void => {
  const paragraph = reading.open.at(-1)
  if (reading.skipping) {
    reading.skipping++
    return
  }
  const attribute = (key: string): string | null => attributeOf(attributes, (reading.prefix ?? '') + key)
  if (name === 'del' && paragraph?.in === 'mark') paragraph.gone = true
  if (name === 'del' && reading.tables.inRow) reading.tables.rowGone = true
  if (skipped.has(name)) reading.skipping = 1
  else if (name === 'p') reading.open.push(opened(reading.page))
  else if (!paragraph) opensOutside(reading, name, attribute)
  else if (paragraph.in === 'paragraph') {
    if (name === 'pPr') paragraph.in = 'look'
    else if (name === 'r') {
      paragraph.in = 'run'
      paragraph.run = {}
    }
  } else if (paragraph.in === 'look' || paragraph.in === 'mark') opensLook(reading, paragraph, name, attribute)
  else if (paragraph.in === 'run') opensRun(reading, styles, paragraph, name, attribute)
  else if (paragraph.in === 'letters') {
    if (name === 'rStyle') paragraph.run = { ...characterLook(styles, attribute('val') ?? ''), ...paragraph.run }
    else paragraph.run = { ...paragraph.run, ...lookOf(name, attribute) }
  }
}

/** A style of letters says only what it sets itself; the size of the default paragraph under it is not its own. */
const characterLook = (styles: WordStyles, id: string): WordLook => {
  const { capitals, hidden } = styles.look(id)
  const font = styles.font(id)
  return { ...(capitals ? { capitals } : {}), ...(hidden ? { hidden } : {}), ...(font ? { font } : {}) }
}

const opensOutside = (reading: Reading, name: string, attribute: (name: string) => string | null): void => {
  const { tables } = reading
  if (name === 'tbl' && tables.depth++ === 0) Object.assign(tables, { count: tables.count + 1, row: -1 })
  else if (name === 'tr' && tables.depth === 1) Object.assign(tables, { row: tables.row + 1, column: -1, rowGone: false })
  else if (name === 'trPr' && tables.depth === 1) tables.inRow = true
  else if (name === 'tc' && tables.depth === 1) tables.column++
  else if (name === 'pgSz' || name === 'pgMar') measure(reading, name, attribute)
}

const opensLook = (reading: Reading, paragraph: Open, name: string, attribute: (name: string) => string | null): void => {
  if (paragraph.in === 'mark') return
  if (name === 'pStyle') paragraph.id = attribute('val') ?? ''
  else if (name === 'rPr') paragraph.in = 'mark'
  else if (name === 'tab') paragraph.look = withStop(paragraph.look, points(attribute('pos')))
  else if (name === 'sectPr') paragraph.section = 'nextPage'
  else if (name === 'type' && paragraph.section) paragraph.section = attribute('val') ?? 'nextPage'
  else if (name === 'pgSz' || name === 'pgMar') measure(reading, name, attribute)
  else paragraph.look = { ...paragraph.look, ...lookOf(name, attribute) }
}

const opensRun = (reading: Reading, styles: WordStyles, paragraph: Open, name: string, attribute: (name: string) => string | null): void => {
  const kind = name === 'br' ? attribute('type') : null
  if (name === 'rPr') paragraph.in = 'letters'
  else if (name === 't') paragraph.in = 'words'
  else if (kind === 'page') turn(reading, paragraph)
  else if (name === 'lastRenderedPageBreak') printedTurn(reading, paragraph)
  else if (inText[name]) paragraph.text += runText(paragraph, inText[name], styles, reading)
}

/** A page break by the writer; text after it in the same paragraph is a line of its own. */
const turn = (reading: Reading, paragraph: Open): void => {
  reading.page++
  reading.turning = true
  if (paragraph.text.trim() === '') Object.assign(paragraph, { page: reading.page, turns: true, marked: true })
  else {
    paragraph.text += '\n'
    paragraph.ends = true
  }
}

/** Word marks where pages ended when it last laid them out, also after a break by the writer, which then counts once. */
const printedTurn = (reading: Reading, paragraph: Open): void => {
  reading.isPaged = true
  if (!reading.turning) reading.page++
  reading.turning = false
  if (paragraph.text.trim() === '') Object.assign(paragraph, { page: reading.page, marked: true })
}

const runText = (paragraph: Open, text: string, styles: WordStyles, reading: Reading): string => {
  const style = styles.look(paragraph.id)
  if (paragraph.run.hidden ?? style.hidden) return ''
  if (text.trim() !== '') {
    reading.turning = false
    paragraph.look = paragraph.look.size === undefined && paragraph.run.size !== undefined ? { ...paragraph.look, size: paragraph.run.size } : paragraph.look
  }
  const hidden = withoutLegacy(text, paragraph.run.font ?? style.font ?? '', reading.fonts)
  return (paragraph.run.capitals ?? style.capitals) ? hidden.toUpperCase() : hidden
}

const withoutLegacy = (text: string, font: string, fonts: WordFonts | undefined): string => {
  const name = font.startsWith('+') ? (fonts?.theme.get(font.slice(1, 6)) ?? '') : font
  return fonts && name ? fonts.letters.hide(text, name) : text
}

const measure = (reading: Reading, name: string, attribute: (name: string) => string | null): void => {
  const wide = points(attribute('w')) ?? 612
  const margins = (points(attribute('left')) ?? 72) + (points(attribute('right')) ?? 72)
  reading.width = name === 'pgSz' ? Math.max(150, wide - 180) : reading.width
  if (name === 'pgMar') reading.width = Math.max(150, reading.width + 180 - margins)
}

const outer: Readonly<Record<string, readonly [from: Open['in'], to: Open['in']]>> = {
  pPr: ['look', 'paragraph'],
  r: ['run', 'paragraph'],
  t: ['words', 'run'],
}

const closes = (reading: Reading, styles: WordStyles, name: string): void => {
  if (reading.skipping) {
    reading.skipping--
    return
  }
  const paragraph = reading.open.at(-1)
  const [from, to] = outer[name] ?? []
  if (name === 'p') finish(reading, styles)
  else if (!paragraph) closesOutside(reading, name)
  else if (name === 'rPr') paragraph.in = paragraph.in === 'mark' ? 'look' : paragraph.in === 'letters' ? 'run' : paragraph.in
  else if (paragraph.in === from && to) paragraph.in = to
}

const closesOutside = ({ tables }: Reading, name: string): void => {
  if (name === 'tbl') tables.depth--
  else if (name === 'trPr') tables.inRow = false
}

/** Runs are settled together: Word cuts them anywhere, also between a short i and its letter. */
const settled = (text: string, fonts: WordFonts | undefined): string => (fonts ? fonts.letters.settle(text) : text)

const finish = (reading: Reading, styles: WordStyles): void => {
  const paragraph = reading.open.pop()
  if (!paragraph) return
  const look = { ...styles.look(paragraph.id), ...paragraph.look }
  const { tables } = reading
  const text = reading.carried + paragraph.text
  reading.carried = ''
  reading.letters += paragraph.text.length
  // A paragraph whose end is deleted runs on into the next (17.13.5.15).
  if (paragraph.gone) reading.carried = text
  else if (text.trim() === '') {
    reading.blanks++
    if (paragraph.turns) reading.turned = true
  } else if (!(tables.depth && tables.rowGone)) {
    const before = reading.done.at(-1)?.cell
    const cell = tables.depth ? { table: tables.count, row: tables.row, column: tables.column } : null
    const turns = paragraph.turns || reading.turned || look.newPage === true
    if (look.newPage && !paragraph.marked) paragraph.page = ++reading.page
    reading.done.push({
      text: settled(text.normalize('NFC'), reading.fonts), style: reading.open.length && !paragraph.id ? textBox : styles.name(paragraph.id), look, cell, turns, page: paragraph.page,
      blanks: before?.row === cell?.row && before?.column === cell?.column ? reading.blanks : 0,
      space: reading.done.length ? reading.after + (look.before ?? 0) : 0,
    })
    Object.assign(reading, { blanks: 0, after: look.after ?? 0, turned: paragraph.ends })
  }
  if (paragraph.section && paragraph.section !== 'continuous') {
    reading.page++
    Object.assign(reading, { turning: true, turned: true })
  }
}
