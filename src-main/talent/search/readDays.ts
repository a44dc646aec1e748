import type { DaySpan } from '../../../src-preload/contract/words.ts'

/** The days that a sentence speaks of, and the sentence without the words that said them. */
export interface DaysRead {
  readonly span: DaySpan | null
  readonly rest: string
  /** The words that said them, as they stand in the sentence; empty where there are none. */
  readonly said: string
}

const months: readonly string[] = [
  'jan(?:uary)?|janvari|janwari|janavari', 'feb(?:ruary)?|farvari|farwari|pharavari|faravari', 'mar(?:ch)?|maarch', 'apr(?:il)?|aprail', 'may|mai|mei', 'june?|joon|jun', 'july?|julai|julaai',
  'aug(?:ust)?|agast', 'sept?(?:ember)?|sitambar|sitamber', 'oct(?:ober)?|aktubar|oktubar|aktoobar', 'nov(?:ember)?|navambar|nawambar|navamber', 'dec(?:ember)?|disambar|disamber|dec',
]
const anyMonth = `(${months.map(month => `(?:${month})`).join('|')})`
const weekdays: readonly string[] = [
  'sundays?|ravivar|raviwar|itvar|itwar', 'mondays?|mon|somvar|somwar|somavar', 'tuesdays?|tues?|mangalvar|mangalwar|mangal|mangalavar', 'wednesdays?|wed|budhvar|budhwar|budhavar',
  'thursdays?|thurs?|guruvar|guruwar|brihaspativar|veervar', 'fridays?|fri|shukravar|shukrawar|shukrvar', 'saturdays?|shanivar|shaniwar',
]
const anyWeekday = `(${weekdays.map(weekday => `(?:${weekday})`).join('|')})`
const ordinal = String.raw`(\d{1,2})(?:st|nd|rd|th)?`
const until = String.raw`\s*(?:-|to|till|until|se|and)\s*`
const upTo = String.raw`(?:\s+tak)?`
const next = '(?:next|agle|agla|agli|coming|aane wale|aanewale)'
const past = /\b(?:tha|thi|the|came|was|were|aaya|aayi|aaye|hua|hue|beeta|bite)\b/
const year = String.raw`(?:\s*,?\s*(20\d\d))?`

type Rule = readonly [pattern: RegExp, span: (match: RegExpExecArray, today: string, isPast: boolean) => DaySpan | null]

/** Tried in order; the first that gives days is taken. */
const rules: readonly Rule[] = [
  [/\b(20\d\d)-(\d\d)-(\d\d)\b/, match => single(dayOf(Number(match[1]), Number(match[2]), Number(match[3])))],
  [new RegExp(String.raw`\b${ordinal}\s*${anyMonth}${until}${ordinal}\s*${anyMonth}${upTo}${year}\b`), (match, today, isPast) => spanOf(dated(match[1], monthOf(match[2]), match[5], today, isPast), dated(match[3], monthOf(match[4]), match[5], today, isPast))],
  [new RegExp(String.raw`\b${ordinal}${until}${ordinal}\s*(?:of\s+)?${anyMonth}${year}${upTo}\b`), (match, today, isPast) => spanOf(dated(match[1], monthOf(match[3]), match[4], today, isPast), dated(match[2], monthOf(match[3]), match[4], today, isPast))],
  [new RegExp(String.raw`\b${anyMonth}\s+${ordinal}${until}${ordinal}${year}${upTo}\b`), (match, today, isPast) => spanOf(dated(match[2], monthOf(match[1]), match[4], today, isPast), dated(match[3], monthOf(match[1]), match[4], today, isPast))],
  [new RegExp(String.raw`\b${ordinal}\s*(?:of\s+)?${anyMonth}${year}\b`), (match, today, isPast) => single(dated(match[1], monthOf(match[2]), match[3], today, isPast))],
  [new RegExp(String.raw`\b${anyMonth}\s+${ordinal}${year}\b(?!\s*(?:saal|years?))`), (match, today, isPast) => single(dated(match[2], monthOf(match[1]), match[3], today, isPast))],
  [/(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d|\d\d)(?![\d/])/, (match, today, isPast) => single(dated(match[1], Number(match[2]), (match[3] ?? '').length === 2 ? `20${match[3]}` : match[3], today, isPast))],
  [/(?<![\d/.])(\d{1,2})\/(\d{1,2})(?![\d/])/, (match, today, isPast) => single(dated(match[1], Number(match[2]), undefined, today, isPast))],
  [new RegExp(String.raw`\b${ordinal}${until}${ordinal}\s*(?:tarikh|tareekh|tarik)\b`), (match, today) => spanOf(ofThisMonth(match[1], today), ofThisMonth(match[2], today))],
  [/\b(\d{1,2})(?:st|nd|rd|th)?\s*(?:tarikh|tareekh|tarik)\b|\b(?:tarikh|tareekh)\s+(\d{1,2})\b|\bon the (\d{1,2})(?:st|nd|rd|th)\b/, (match, today) => single(ofThisMonth(match[1] ?? match[2] ?? match[3], today))],
  [/\b(?:day after tomorrow|parson|parso|parsoon)\b/, (_, today, isPast) => single(later(today, isPast ? -2 : 2))],
  [/\b(?:tomorrow|tomorow|tommorow|tommorrow|tmrw|tomorrows)\b/, (_, today) => single(later(today, 1))],
  [/\b(?:yesterday|beeta kal|bite kal|kal ka din gaya)\b/, (_, today) => single(later(today, -1))],
  [/\b(?:today|todays|tonight|aaj|aj)\b/, (_, today) => single(today)],
  [/\bkal\b/, (_, today, isPast) => single(later(today, isPast ? -1 : 1))],
  [new RegExp(String.raw`\b${next}\s+(?:week|hafte|hafta|saptah)\b`), (_, today) => week(today, 1)],
  [/\b(?:this|is|iss)\s+(?:week|hafte|hafta|saptah)\b/, (_, today) => ({ from: today, to: week(today, 0).to })],
  [/\b(?:this\s+)?(?:weekend|weekends)\b/, (_, today) => ({ from: later(week(today, 0).from, 5), to: week(today, 0).to })],
  [new RegExp(String.raw`\b${next}\s+(?:month|mahine|mahina)\b`), (_, today) => wholeMonth(monthsOn(today, 1))],
  [/\b(?:this|is|iss)\s+(?:month|mahine|mahina)\b/, (_, today) => ({ from: today, to: wholeMonth(today).to })],
  [new RegExp(String.raw`\b(?:${next}|this|is)?\s*\b${anyWeekday}\b`), (match, today, isPast) => single(weekdayAfter(today, weekdays.findIndex(names => new RegExp(`^(?:${names})$`).test(match[1] ?? '')), isPast))],
  [new RegExp(String.raw`\b(?:in|during)\s+${anyMonth}${year}\b|\b${anyMonth}\s+(?:mein|me|month)\b`), (match, today, isPast) => {
    const month = monthOf(match[1] ?? match[3])
    // The month that runs is meant from today on, not that of next year.
    if (match[2] === undefined && !isPast && month === Number(today.slice(5, 7))) return { from: today, to: wholeMonth(today).to }
    const first = dated('1', month, match[2], today, isPast)
    return first === null ? null : wholeMonth(first)
  }],
]

/**
 * The days that a sentence asks about, lower case, its numbers in figures; day before month, as in India.
 *
 * `3-9 march`, `3 se 9 march tak`, `3/3`, `24 tareekh`, `kal` (yesterday where the sentence is in the past), `parson`, weekdays in English and Hindi (the
 * next one; today counts), `agle hafte` (Monday to Sunday), `is mahine`. A day without a year is the next one that comes. `today` is `YYYY-MM-DD`.
 */
export function readDays(sentence: string, today: string): DaysRead {
  const isPast = past.test(sentence)
  for (const [pattern, spanFor] of rules) {
    const match = pattern.exec(sentence)
    const span = match && spanFor(match, today, isPast)
    if (match && span) return { span, rest: sentence.replace(match[0], ' ').replace(/\s+/g, ' ').trim(), said: match[0] }
  }
  return { span: null, rest: sentence, said: '' }
}

const monthOf = (word: string | undefined): number => months.findIndex(names => new RegExp(`^(?:${names})$`).test(word ?? '')) + 1

function dayOf(inYear: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(inYear, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}

function dated(day: string | undefined, month: number, inYear: string | undefined, today: string, isPast: boolean): string | null {
  if (month < 1 || month > 12) return null
  const thisYear = Number(today.slice(0, 4))
  if (inYear !== undefined) return dayOf(Number(inYear), month, Number(day))
  const found = dayOf(thisYear, month, Number(day))
  if (isPast) return found !== null && found > today ? dayOf(thisYear - 1, month, Number(day)) : found
  return found !== null && found < today ? dayOf(thisYear + 1, month, Number(day)) : found
}

/** The day of this month, or of the next where it is over. */
function ofThisMonth(day: string | undefined, today: string): string | null {
  const here = dayOf(Number(today.slice(0, 4)), Number(today.slice(5, 7)), Number(day))
  if (here !== null && here >= today) return here
  const following = monthsOn(today, 1)
  return dayOf(Number(following.slice(0, 4)), Number(following.slice(5, 7)), Number(day))
}

const single = (day: string | null): DaySpan | null => (day === null ? null : { from: day, to: day })

function spanOf(from: string | null, to: string | null): DaySpan | null {
  if (from === null || to === null) return null
  // "3-9 March" said on the 5th began two days ago: its first day is not that of next year.
  const first = from > to ? `${Number(from.slice(0, 4)) - 1}${from.slice(4)}` : from
  return first > to ? null : { from: first, to }
}

/** A day so many days after another, both `YYYY-MM-DD`. */
export function later(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()

/** Monday to Sunday of the week so many weeks after that of a day. */
function week(day: string, after: number): DaySpan {
  const monday = later(day, -((weekdayOf(day) + 6) % 7) + after * 7)
  return { from: monday, to: later(monday, 6) }
}

function weekdayAfter(today: string, weekday: number, isPast: boolean): string | null {
  if (weekday < 0) return null
  const on = (weekday - weekdayOf(today) + 7) % 7
  return later(today, isPast ? on - 7 : on)
}

function monthsOn(day: string, count: number): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + count)
  return date.toISOString().slice(0, 10)
}

function wholeMonth(day: string): DaySpan {
  const from = `${day.slice(0, 7)}-01`
  return { from, to: later(monthsOn(day, 1), -1) }
}
