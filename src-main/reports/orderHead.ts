import { readDate, withoutWeekday, type WrittenDate } from './orderDates.ts'

/** What the beginning of a line says of its day, and what stands behind it. */
export interface OrderHead {
  /** The number of the day as typed: "3", "3A". */
  readonly number: string | null
  readonly date: WrittenDate | null
  readonly kind: 'shoot' | 'off' | 'travel'
  readonly note: string
  readonly rest: string
  /** Whether the line says at all which day it is; if not, it goes on with the day above. */
  readonly opens: boolean
}

const dayNumber = /^(?:shoot(?:ing)?\s*)?(?:day|दिन)\s*(?:no\b\.?\s*)?#?\s*(\d{1,3}[a-z]?)(?![\p{L}\d])|^d\s?(\d{1,3})(?![\p{L}\d-])/iu
const offWords = /^(?:company\s+|unit\s+|weekly\s+|rest\s+|day\s+)?(?:off(?:\s+day)?|holiday|rest(?:\s+day)?|break|no\s+shoot)(?!\p{L})|^छुट्टी/iu
const travelWords = /^(?:company\s+|unit\s+)?(?:travel(?:l?ing)?|move)(?:\s+day)?(?!\p{L})/iu
const joint = /^[\s,–—\-:|=•]+/u

/**
 * Reads the beginning of a line of a shooting order: "Day 1 (12 Jan 2027):", "12/01:", "Day 2 - OFF", "Travel", "Tue 12 Jan -".
 *
 * Its parts come in any order, parted by commas, dashes or colons. After a colon only a date that can mean nothing else (a named month, a
 * whole year) still belongs to the head: "Day 1: 12/13" are scenes.
 */
export function readHead(line: string): OrderHead {
  let rest = line.trim().replace(/^[-*•–—]\s+/u, '')
  let number: string | null = null
  let date: WrittenDate | null = null
  let onWeekday = false
  let kind: OrderHead['kind'] = 'shoot'
  const notes: string[] = []
  let colon = false
  for (;;) {
    const before = rest
    const open: boolean = number !== null || date !== null || onWeekday
    const bracket: RegExpExecArray | null = open && !colon ? /^[([]([^)\]]*)[)\]]/.exec(rest) : null
    const numbered: RegExpExecArray | null = number === null && !colon ? dayNumber.exec(rest) : null
    const dated: WrittenDate | null = date === null ? readDate(bracket ? (bracket[1] ?? '') : rest) : null
    if (numbered) {
      number = (numbered[1] ?? numbered[2] ?? '').toUpperCase()
      rest = rest.slice(numbered[0].length)
    } else if (bracket) {
      if (dated) date = dated
      const note = (dated ? dated.rest : (bracket[1] ?? '')).replace(joint, '').trim()
      if (note !== '') notes.push(note)
      rest = rest.slice(bracket[0].length)
    } else if (dated && (!colon || dated.plain)) {
      date = dated
      rest = dated.rest
    } else if (kind === 'shoot' && offWords.test(rest)) {
      kind = 'off'
      rest = rest.replace(offWords, '')
    } else if (kind === 'shoot' && travelWords.test(rest)) {
      kind = 'travel'
      rest = rest.replace(travelWords, '')
    } else if (!colon && !onWeekday) {
      const without = withoutWeekday(rest)
      if (without !== null) {
        onWeekday = true
        rest = without
      }
    }
    if (rest === before) break
    const between = joint.exec(rest)?.[0] ?? ''
    colon ||= between.includes(':')
    rest = rest.slice(between.length)
  }
  const opens = number !== null || date !== null || onWeekday || kind !== 'shoot'
  return { number, date, kind, note: notes.join(', '), rest: opens ? rest : line.trim(), opens }
}
