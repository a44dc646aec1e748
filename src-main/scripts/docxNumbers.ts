import { attributeOf, scanXml } from './docxXml.ts'
import { wordPrefix } from './docxStyles.ts'
import type { WordParagraph } from './docxParagraphs.ts'

/** The first levels of the lists of a document that count in plain numbers, by the id of the list: which count they share, and its start. */
export type WordNumbering = ReadonlyMap<string, { readonly count: string; readonly start: number }>

/** Reads the numbering part of a document (ECMA-376 part 1, 17.9); lists with bullets, letters or numbers of numbers are left out. */
export const readNumbering = (xml: string): WordNumbering => {
  const counts = new Map<string, number>()
  const lists = new Map<string, string>()
  let prefix = 'w:'
  let [abstract, list, level, format, start, text] = ['', '', '', '', '1', '']
  scanXml(xml, {
    opens: (tag, attributes) => {
      if (tag.endsWith('numbering')) prefix = wordPrefix(attributes) ?? prefix
      const local = tag.startsWith(prefix) ? tag.slice(prefix.length) : ''
      const value = (key = 'val'): string => attributeOf(attributes, prefix + key) ?? ''
      if (local === 'abstractNum') abstract = value('abstractNumId')
      else if (local === 'lvl') [level, format, start, text] = [value('ilvl'), '', '1', '']
      else if (local === 'numFmt') format = value()
      else if (local === 'start') start = value()
      else if (local === 'lvlText') text = value()
      else if (local === 'num') list = value('numId')
      else if (local === 'abstractNumId' && list) lists.set(list, value())
    },
    closes: tag => {
      // Text such as `%1.` or `Scene %1` is the number alone; `%1.%2` is of two levels.
      if (tag === `${prefix}lvl` && level === '0' && format === 'decimal' && /^[^%]*%1[^%]*$/u.test(text)) counts.set(abstract, Number(start) || 1)
      if (tag === `${prefix}num`) list = ''
    },
  })
  return new Map([...lists].flatMap(([id, count]) => (counts.has(count) ? [[id, { count, start: counts.get(count) ?? 1 }] as const] : [])))
}

/** The number that Word shows before each paragraph of a list, or null, in the order of the paragraphs. */
export const numbersOf = (paragraphs: readonly WordParagraph[], numbering: WordNumbering): readonly (string | null)[] => {
  const next = new Map<string, number>()
  return paragraphs.map(({ look }) => {
    const found = look.level ? undefined : numbering.get(look.list ?? '0')
    if (!found) return null
    const number = next.get(found.count) ?? found.start
    next.set(found.count, number + 1)
    return String(number)
  })
}
