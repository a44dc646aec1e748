// eslint-disable-next-line no-control-regex -- the range is ASCII but for the signs that are brought to others
const isPlain = (text: string): boolean => /^[\0-_a-}]*$/.test(text)

/** Devanagari digits and typographic dashes brought to the plain ones, spaces to one. */
export function plain(text: string): string {
  if (isPlain(text)) return text.replace(/\s+/g, ' ').trim()
  return text
    .normalize('NFKC')
    .replace(/[०-९]/g, digit => String(digit.charCodeAt(0) - 0x0966))
    .replace(/[\u2010-\u2015\u2212~]/g, '-')
    .replace(/[\u2018\u2019\u2032`´]/g, "'")
    .replace(/[\u201c\u201d\u2033]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
}

/** No single value is written in more letters: what stands beyond is no part of one. */
const longestValue = 2_000

/** The beginning of a cell that holds one value, made {@link plain}; a cell of any length is read in the same time. */
export const plainCell = (text: string): string => plain(text.slice(0, longestValue))

/** Ways of saying in a cell that nothing is known or nothing is fixed. */
const nothing = new Set(['', '-', '--', '.', '?', 'na', 'n/a', 'n.a', 'n.a.', 'nil', 'none', 'null', 'tbd', 'tbc', 'tba', 'not known', 'unknown', 'not available', 'not given', 'not specified', 'any', 'flexible', '#n/a', '#ref!', '#value!'])

/** Whether a cell says nothing: blank, a dash, NA, not known. */
export const saysNothing = (text: string): boolean => nothing.has(plainCell(text).toLowerCase())
