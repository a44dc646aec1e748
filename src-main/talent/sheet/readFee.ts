import type { FeeBand } from '../../../src-preload/contract/talent.ts'
import { plainCell } from './readNumbers.ts'
import { readWholeDay } from './readPapers.ts'

const currencies: readonly (readonly [string, RegExp])[] = [
  ['USD', /\$|\busd\b|dollars?/],
  ['GBP', /£|\bgbp\b|pounds?/],
  ['EUR', /€|\beur\b|euros?/],
  ['AED', /\baed\b|dirhams?/],
  ['INR', /₹|\brs\b\.?|\binr\b|rupees?|\blakhs?\b|\blacs?\b|\bcr\b|crores?|\/-/],
]

const scales: readonly (readonly [RegExp, number])[] = [
  [/^(?:crores?|cr)\b/, 10_000_000],
  [/^(?:lakhs?|lacs?|lac|l)\b/, 100_000],
  [/^(?:thousands?|k|hazaa?r)\b/, 1_000],
]

/**
 * The fee band that a cell states, in minor units of its currency (rupees where none is named); null where it states none.
 *
 * Reads `2 lakh/day`, `₹50,000`, `Rs. 25k - 40k per day`, `1.5-2 lakhs`, `3,00,000 for the film`. Per day where nothing else
 * is said, since casting sheets quote days. `(as of 12 Mar 2026)` at the end says when it was asked, else that is left open.
 */
export function readFee(text: string): FeeBand | null {
  const [whole, before, day] = /^(.*?)[\s,]*\(?\bas of ([^()]{6,30})\)?$/is.exec(plainCell(text)) ?? []
  const asOf = day === undefined ? null : readWholeDay(day)
  const said = (whole !== undefined && asOf !== null ? (before ?? '') : plainCell(text)).toLowerCase()
  const amounts = [...said.matchAll(/(\d[\d,]*(?:\.\d+)?)\s*([a-z]*)/g)].map(match => ({
    value: Number((match[1] ?? '').replaceAll(',', '')),
    scale: scales.find(([word]) => word.test(match[2] ?? ''))?.[1],
    unit: match[2] ?? '',
  }))
  const money = amounts.filter(({ value, unit, scale }) => value > 0 && (scale !== undefined || !/^(?:days?|shifts?|hours?|hrs?|months?|years?|yrs?|st|nd|th)/.test(unit))).slice(0, 2)
  const last = money.at(-1)
  if (!last) return null
  // "1.5 - 2 lakh": the scale after the last amount holds for the first as well.
  const values = money.map(({ value, scale }) => Math.round(value * (scale ?? (value < 1_000 ? (last.scale ?? 1) : 1)) * 100))
  const [from, to] = [Math.min(...values), Math.max(...values)]
  if (!Number.isSafeInteger(to)) return null
  const currency = currencies.find(([, pattern]) => pattern.test(said))?.[0] ?? 'INR'
  const per = /\b(film|project|package|lump ?sum|total|movie|series|whole|campaign|flat)\b/.test(said) ? 'project' : 'day'
  return { from, to, currency, per, asOf }
}
