const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * The birthday that words state, as `YYYY-MM-DD`; null where they state none for certain.
 *
 * Reads `12/05/1994` with the day first, as it is written in India, `12-5-94`, `14 Aug 2017`, `Aug 14, 2017`, `1994-05-12`. Two digits
 * of a year past 30 are of the last century.
 */
export function readBirthday(text: string): string | null {
  const said = text.toLowerCase()
  const iso = /(?<!\d)((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})(?!\d)/u.exec(said)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const figures = /(?<!\d)(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})(?!\d)/u.exec(said)
  if (figures) return dayOf(yearOf(figures[3] ?? ''), Number(figures[2]), Number(figures[1]))
  const dayFirst = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[\s-]*([a-z]{3})[a-z]*[\s,.'-]*(\d{4})(?!\d)/u.exec(said)
  if (dayFirst) return dayOf(Number(dayFirst[3]), months.indexOf(dayFirst[2] ?? '') + 1, Number(dayFirst[1]))
  const monthFirst = /\b([a-z]{3})[a-z]*\s*(\d{1,2})(?:st|nd|rd|th)?[\s,]+(\d{4})(?!\d)/u.exec(said)
  return monthFirst ? dayOf(Number(monthFirst[3]), months.indexOf(monthFirst[1] ?? '') + 1, Number(monthFirst[2])) : null
}

const yearOf = (digits: string): number => (digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) > 30 ? 1900 : 2000))

function dayOf(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return null
  const made = new Date(Date.UTC(year, month - 1, day))
  return made.getUTCMonth() === month - 1 ? made.toISOString().slice(0, 10) : null
}
