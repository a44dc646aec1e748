import type { PlayingRange } from '../../../src-preload/contract/words.ts'
import { plainCell } from './readNumbers.ts'

const words: Readonly<Record<string, readonly [from: number, to: number]>> = {
  infant: [0, 1], baby: [0, 2], toddler: [1, 3], kid: [4, 12], child: [4, 12], teen: [13, 19], teens: [13, 19], teenager: [13, 19], teenage: [13, 19],
  twenties: [20, 29], thirties: [30, 39], forties: [40, 49], fifties: [50, 59], sixties: [60, 69], seventies: [70, 79], eighties: [80, 89],
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Excel turns `8-12` into `08-Dec` or `Dec-08`. */
const excelDate = new RegExp(`\\b(?:(\\d{1,2})-(${months.join('|')})|(${months.join('|')})-(\\d{1,2}))\\b`)

/** How far an open end ("45+") reaches, in years. */
const openYears = 10

/**
 * The playing range that a cell or a phrase states, in years; null where it states none.
 *
 * Reads `25-30`, `25 to 30 yrs`, `25/30`, `30s`, `early 30s`, `late twenties`, `45+` (ten years up), `under 12`, `teens` and
 * one age alone (that age). Several ranges give the span of all. Ages past 110 and a range of more than 80 years are none.
 */
export function readPlayingRange(text: string): PlayingRange | null {
  // A day of birth is no range: 12/03/1996 is not three to twelve.
  if (/(?<!\d)\d{1,2}\s*[/.]\s*\d{1,2}\s*[/.]\s*\d{2,4}(?!\d)/.test(plainCell(text))) return null
  const said = plainCell(text).toLowerCase().replace(excelDate, (_, day = '', after = '', before = '', year = '') => `${day || year}-${months.indexOf(after || before) + 1}`)
  const spans = [...decades(said), ...pairs(said), ...openEnds(said)]
  const found = spans.length > 0 ? spans : [...named(said), ...single(said)]
  if (found.length === 0) return null
  const from = Math.min(...found.map(([low]) => low))
  const to = Math.max(...found.map(([, high]) => high))
  return from < 0 || from > to || to > 110 || to - from > 80 ? null : { from, to }
}

type Span = readonly [from: number, to: number]

const part = (which: string | undefined, from: number): Span => {
  if (which === 'early') return [from, from + 3]
  if (which === 'mid' || which === 'middle') return [from + 3, from + 7]
  if (which === 'late') return [from + 6, from + 9]
  return [from, from + 9]
}

function decades(said: string): readonly Span[] {
  const figures = [...said.matchAll(/(?:(early|mid|middle|late)[ -]*)?\b([1-9]0)'?s\b/g)].map(match => part(match[1], Number(match[2])))
  const spelt = [...said.matchAll(/(?:(early|mid|middle|late)[ -]*)?\b(twenties|thirties|forties|fifties|sixties|seventies|eighties)\b/g)]
  return [...figures, ...spelt.map(match => part(match[1], words[match[2] ?? '']?.[0] ?? 0))]
}

function pairs(said: string): readonly Span[] {
  const unit = String.raw`(?:\s*(?:years?|yrs?\.?|y\/?o|y|saal))?`
  const pattern = new RegExp(String.raw`(?<![\d.])(\d{1,3})${unit}\s*(?:-+|to|till|until|and|se|\/|–)\s*(\d{1,3})(?![\d.]*\d|'?s\b)`, 'g')
  return [...said.matchAll(pattern)].map(match => [Number(match[1]), Number(match[2])] as const).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
}

function openEnds(said: string): readonly Span[] {
  const up = [...said.matchAll(/(?<!\d)(\d{1,3})\s*(?:\+|plus\b|(?:years? |yrs? )?(?:and|or|&) (?:above|over|older|up)|onwards)|(?:over|above|past)\s+(\d{1,3})(?!\d)/g)]
  const down = [...said.matchAll(/(?:under|below|upto|up to)\s+(\d{1,3})(?!\d)/g)]
  return [
    ...up.map(match => Number(match[1] ?? match[2])).map(age => [age, Math.min(110, age + openYears)] as const),
    ...down.map(match => Number(match[1])).map(age => [Math.max(0, age - openYears), age] as const),
  ]
}

const named = (said: string): readonly Span[] => [...said.matchAll(/[a-z]+/g)].flatMap(([word]) => (Object.hasOwn(words, word) ? [words[word] as Span] : []))

function single(said: string): readonly Span[] {
  const match = /^\D{0,20}(\d{1,3})(?:\.\d+)?\s*(?:years?|yrs?\.?|y\/?o|y|saal|approx\.?|years? old)?\D{0,12}$/.exec(said)
  const age = Number(match?.[1])
  return match ? [[age, age]] : []
}
