import type { DaySpan } from '../../../src-preload/contract/words.ts'
import type { ChipCollector } from './readChips.ts'
import { readDays } from './readDays.ts'

/** Says that somebody must be to be had; the days must stand beside it. */
const cue = /\b(?:is |are |be |ho |jo )?(?:free|available|avail|availability|khaali|khali|uplabdh|dates?|shoot(?:s|ing)?|needed|required)\b(?!\s+(?:of|spirit|will|hand|kick|fall|weight|charge|size))/g

/** What may stand between the cue and the days and on their other side. */
const between = /^(?:[\s:]|\b(?:from|in|on|between|during|for|the|all|of|whole|full|and|hai|hain|ho|mein|me|ko|ke|se|dates?|shoot|shooting|is|are|only|anytime|any time|first half|second half)\b)*$/

/** "March to May", "April-May": whole months on both ends. */
const monthNames = 'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const wholeMonths = new RegExp(String.raw`\b(${monthNames})\s*(?:-|to|till|and|se|through)\s*(${monthNames})\b(?:\s*(20\d\d))?`)
const bareMonth = new RegExp(String.raw`\b(${monthNames})\b`)

/**
 * Takes the days on which somebody must be free out of a sentence, lower case and plain: `free 3-9 March`, `available in April`,
 * `march mein free`, `free next week`.
 *
 * Days without such a word ("born on 3 March") and such a word without days ("a free spirit", "free on Holi") are left; so are days that
 * are over. `today` is `YYYY-MM-DD`; a day without a year is the next one that comes.
 */
export function readFreeDays(sentence: string, today: string, chips: ChipCollector): string {
  for (const clause of sentence.split(/[;!?]|,(?!\s*20\d\d)|\.(?!\d)|\b(?:but|who|with)\b/)) {
    for (const match of clause.matchAll(cue)) {
      const found = daysBeside(clause, match.index, match.index + match[0].length, today)
      if (!found || /\bnot\s*$/.test(clause.slice(0, found.from))) continue
      const said = clause.slice(found.from, found.to)
      const { span } = found
      const read = { chip: { id: `dates:${span.from}/${span.to}`, kind: 'dates' as const, label: `Free ${spanWords(span, today)}` }, condition: { kind: 'dates' as const, span } }
      return sentence.replace(said, () => ` ${chips.put(read, said)} `)
    }
  }
  return sentence
}

interface DaysBeside {
  readonly span: DaySpan
  /** Where the cue and the days stand in the clause, the end left out. */
  readonly from: number
  readonly to: number
}

function daysBeside(clause: string, cueFrom: number, cueTo: number, today: string): DaysBeside | null {
  const behind = daysIn(clause.slice(cueTo), today)
  if (behind && between.test(behind.before)) return { span: behind.span, from: cueFrom, to: cueTo + behind.before.length + behind.said.length }
  const ahead = daysIn(clause.slice(0, cueFrom), today)
  if (ahead && between.test(ahead.after)) return { span: ahead.span, from: ahead.before.length, to: cueTo }
  return null
}

function daysIn(text: string, today: string): { readonly span: DaySpan; readonly said: string; readonly before: string; readonly after: string } | null {
  const months = wholeMonths.exec(text)
  const read = months ? { span: monthsSpan(months, today), said: months[0] } : readDays(text, today)
  let { span, said } = read
  // Beside "free" a bare month is the month: "free March".
  const bare = span ? null : bareMonth.exec(text)
  if (bare) {
    span = readDays(`in ${bare[0]}`, today).span
    said = bare[0]
  }
  if (!span || said === '' || span.to < today) return null
  const at = text.indexOf(said)
  return { span, said, before: text.slice(0, at), after: text.slice(at + said.length) }
}

function monthsSpan(match: RegExpExecArray, today: string): DaySpan | null {
  const year = match[3] ? ` ${match[3]}` : ''
  const last = readDays(`in ${match[2]}${year}`, today).span
  const first = readDays(`in ${match[1]}${year}`, today).span
  if (!first || !last) return null
  return first.from <= last.to ? { from: first.from, to: last.to } : { from: today, to: last.to }
}

/** Days as a chip says them: "3 to 9 Mar", "3 Mar", with the year where it is another than today's. */
export function spanWords({ from, to }: DaySpan, today: string): string {
  const day = (iso: string, withMonth = true): string => {
    const date = new Date(`${iso}T00:00:00Z`)
    return date.toLocaleDateString('en-GB', { timeZone: 'UTC', day: 'numeric', ...(withMonth && { month: 'short' }) })
  }
  const year = to.slice(0, 4) === today.slice(0, 4) ? '' : ` ${to.slice(0, 4)}`
  if (from === to) return `${day(from)}${year}`
  return `${day(from, from.slice(0, 7) !== to.slice(0, 7))} to ${day(to)}${year}`
}
