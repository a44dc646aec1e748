/** Devanagari digits and typographic dashes brought to the plain ones, spaces to one. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[०-९]/g, digit => String(digit.charCodeAt(0) - 0x0966))
    .replace(/[\u2010-\u2015\u2212~]/g, '-')
    .replace(/[\u2018\u2019\u2032`´]/g, "'")
    .replace(/[\u201c\u201d\u2033]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Ways of saying in a cell that nothing is known or nothing is fixed. */
const nothing = new Set(['', '-', '--', '.', '?', 'na', 'n/a', 'n.a', 'n.a.', 'nil', 'none', 'null', 'tbd', 'tbc', 'tba', 'not known', 'unknown', 'not available', 'not given', 'not specified', 'any', 'flexible', '#n/a', '#ref!', '#value!'])

/** Whether a cell says nothing: blank, a dash, NA, not known. */
export const saysNothing = (text: string): boolean => nothing.has(plain(text).toLowerCase())
