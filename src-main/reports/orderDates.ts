/** A date as it is written on a shooting order; the year may be left out. */
export interface WrittenDate {
  readonly day: number
  readonly month: number
  readonly year: number | null
  /** True where nothing else can be meant: a month by name, or a year of four digits. */
  readonly plain: boolean
  /** What stands behind it in the text. */
  readonly rest: string
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const
const month = '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?\s*/i
const year = '(?:,?[\\s-]*(?:((?:19|20)\\d\\d)(?!\\d)|[\'’](\\d\\d)(?!\\d)|(\\d\\d)(?=\\s*(?:[:)|\\]]|$))))?'

const forms: readonly { readonly form: RegExp; readonly read: (found: readonly (string | undefined)[]) => readonly [day: string | undefined, month: string | undefined, year: string | undefined] }[] = [
  { form: /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)(?:T[\d:.]+Z?)?/, read: ([, y, m, d]) => [d, m, y] },
  { form: /^(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})(?![\d/.])/, read: ([, d, m, y]) => [d, m, y] },
  { form: /^(\d{1,2})-(\d{1,2})-(\d{4})(?!\d)/, read: ([, d, m, y]) => [d, m, y] },
  { form: /^(\d{1,2})\/(\d{1,2})(?![\dA-Za-z/])/, read: ([, d, m]) => [d, m, undefined] },
  { form: new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[\\s-]*${month}(?![a-z])${year}`, 'i'), read: ([, d, m, ...y]) => [d, m, y.find(part => part !== undefined)] },
  { form: new RegExp(`^${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)${year}`, 'i'), read: ([, m, d, ...y]) => [d, m, y.find(part => part !== undefined)] },
]

/**
 * Reads a date at the beginning of a text: 12 Jan 2027, 12th January, Jan 12, 12/01, 12/01/27, 12.01.2027, 2027-01-12, with a weekday before it.
 *
 * The day comes before the month, as India writes it, unless only the other way round is a date or `monthFirst` is set. A year of two digits
 * is of this century. Null where no date stands there.
 */
export function readDate(text: string, { monthFirst = false }: { readonly monthFirst?: boolean } = {}): WrittenDate | null {
  const bare = text.replace(weekday, '')
  for (const { form, read } of forms) {
    const found = form.exec(bare)
    if (!found) continue
    const [first = '', second = '', written] = read(found)
    const year = written === undefined ? null : Number(written) + (written.length === 2 ? 2_000 : 0)
    const named = months.findIndex(name => second.toLowerCase().startsWith(name)) + 1
    const iso = found[0].startsWith(written ?? 'x')
    const [day, month] = named > 0 ? [Number(first), named] : turned(Number(first), Number(second), monthFirst && !iso, iso)
    if (!isDate(day, month, year)) continue
    return { day, month, year, plain: named > 0 || (written ?? '').length === 4, rest: bare.slice(found[0].length) }
  }
  return null
}

/** Takes a weekday off the beginning of a text; null where none stands there. */
export const withoutWeekday = (text: string): string | null => (weekday.test(text) ? text.replace(weekday, '') : null)

const turned = (first: number, second: number, monthFirst: boolean, iso: boolean): readonly [day: number, month: number] =>
  !iso && ((monthFirst && first <= 12) || (second > 12 && first <= 12)) ? [second, first] : [first, second]

const isDate = (day: number, month: number, year: number | null): boolean => {
  const at = new Date(Date.UTC(year ?? 2028, month - 1, day))
  return month >= 1 && month <= 12 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
}

const dayMs = 86_400_000

/** How many days lie from one day to a later one; negative where it is earlier. */
export const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs)

/**
 * A written date as `YYYY-MM-DD`. A year that is left out is the one that brings it nearest to the day before it in the order or, for the
 * first, to `anchor`: December leads on to January.
 */
export function dayOf({ day, month, year }: Pick<WrittenDate, 'day' | 'month' | 'year'>, anchor: string): string {
  const inYear = (of: number): string => new Date(Date.UTC(of, month - 1, day)).toISOString().slice(0, 10)
  if (year !== null) return inYear(year)
  const around = Number(anchor.slice(0, 4))
  const years = [around, around + 1, around - 1].filter(of => isDate(day, month, of))
  return years.map(inYear).reduce((best, next) => (Math.abs(daysFrom(anchor, next)) < Math.abs(daysFrom(anchor, best)) ? next : best), inYear(years[0] ?? around))
}
