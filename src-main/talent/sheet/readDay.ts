import type { DateOrder } from '../../../src-preload/contract/talent.ts'
import { plainCell } from './readNumbers.ts'
import { readWholeDay } from './readPapers.ts'

/** Excel counts days from here (its 1 is 1 January 1900, and it knows a 29 February 1900 that was none). */
const excelZero = Date.UTC(1899, 11, 30)

/** Two digits of a year past this are of the last century: nobody in a book of actors is born later than 2030. */
const pivot = 30

/**
 * The day of birth that a cell states, as `YYYY-MM-DD`; null where it states none for certain.
 *
 * Reads what {@link readWholeDay} does, and years of two digits (`12-Mar-96`, `12/3/96`), `born 12 March 1996`, and days as Excel counts
 * them (`35136`). Of two numbers that both could be the month, `order` says which is.
 */
export function readBirthDay(text: string, order: DateOrder = 'dayFirst'): string | null {
  const said = plainCell(text).replace(/^(?:born|d\.?o\.?b\.?|date of birth|birthday)\s*(?:on)?\s*[:-]?\s*/i, '')
  const counted = /^[1-5]\d{4}(?:\.0+)?$/.exec(said)
  if (counted) return new Date(excelZero + Math.floor(Number(said)) * 86_400_000).toISOString().slice(0, 10)
  const short = /^(.*[^\d])(\d\d)$/.exec(said)
  const [, before = '', year = ''] = short ?? []
  const isShort = short !== null && /^(?:\d{1,2}[-/. ]\d{1,2}[-/. ]|\d{1,2}(?:st|nd|rd|th)?[-/., ]*[a-z]{3,9}[-/.,' ]+)$/i.test(before)
  return readWholeDay(isShort ? `${before.replace(/'\s*$/, ' ')}${Number(year) > pivot ? 19 : 20}${year}` : said, order)
}
