import type { FeeLimit } from './conditions.ts'
import type { ChipCollector } from './readChips.ts'

const currency = String.raw`(?:(₹|\brs\.?|\binr\b|\$|\busd\b|€|\beur\b|£|\bgbp\b)\s*)?`
const scale = String.raw`(?:\s*(lakhs?|lacs?|l|k|thousands?|haz+aa?rs?|crores?|cr)\b)?`
/** Three groups: the sign of the currency, the figure, the scale. */
const amount = String.raw`${currency}(?<![\d.,])(\d[\d,]*(?:\.\d+)?)${scale}(?:\s*(?:rs\.?|rupees|inr)(?![\p{L}]))?`
/** What is counted in the same figures and is no money. */
const notMoney = String.raw`(?!\s*(?:followers?|subscribers?|views?|likes?|people|fans|words|kms?\b|kilomet\w*|metres?|meters?|steps|votes|audience|lines|cms?\b|kgs?\b|saal|years?|yrs?|-?\s*(?:feet|foot|ft)\b|[\d'"]))`
const per = String.raw`(\s*(?:(?:\/|per|a|an|each|ek|har)\s*-?\s*(?:day|shift|din|roz|project|film|movie|series|ad|shoot)\b|\bdaily\b|\bpd\b|\bfor (?:the|a) (?:whole )?(?:project|film|movie|series|day)\b|\b(?:in )?total\b|\blump ?sum\b|\bdaily\b))?`
const most = String.raw`(?:under|below|less than|lower than|cheaper than|within|up ?to|at most|max(?:imum)?(?: of)?|not (?:above|over|more than)|no more than|budget(?: of| is| upto| up to|:)?|(?:fees?|rates?)(?: of| is| under| below| up ?to| within|:)?)`
const least = String.raw`(?:over|above|more than|at least|min(?:imum)?(?: of)?|not (?:below|under|less than)|no less than)`
const mostAfter = String.raw`\s*(?:se\s+(?:kam|neeche|niche)|tak|ke\s+(?:andar|neeche|niche)|or\s+(?:less|under|below)|and\s+(?:under|below)|max(?:imum)?\b)`
const leastAfter = String.raw`\s*(?:se\s+(?:zyada|jyada|upar|ooper)|or\s+(?:more|above)|and\s+above|\+)`

type Ends = readonly [least: number | null, most: number | null]

/** Where the sign, the figure and the scale of an amount and the words of "a day" stand among the groups of a rule. */
interface Rule {
  readonly pattern: RegExp
  readonly ends: (values: readonly number[]) => Ends
}

const only = (which: 'least' | 'most') => ([value = 0]: readonly number[]): Ends => (which === 'most' ? [null, value] : [value, null])

/** Tried in order; each has the groups of its amounts, three each, and those of `per` last. */
const rules: readonly Rule[] = [
  { pattern: new RegExp(String.raw`(?:\bbetween\s+|\bfrom\s+)?${amount}\s*(?:-|to|and|se)\s*${amount}${notMoney}${per}`, 'u'), ends: ([a = 0, b = 0]) => [Math.min(a, b), Math.max(a, b)] },
  { pattern: new RegExp(String.raw`\b${most}\s+${amount}${notMoney}${per}`, 'u'), ends: only('most') },
  { pattern: new RegExp(String.raw`\b${least}\s+${amount}${notMoney}${per}`, 'u'), ends: only('least') },
  { pattern: new RegExp(String.raw`${amount}${notMoney}${per}${mostAfter}`, 'u'), ends: only('most') },
  { pattern: new RegExp(String.raw`${amount}${notMoney}${per}${leastAfter}`, 'u'), ends: only('least') },
  { pattern: new RegExp(String.raw`${amount}${notMoney}${per}\s+(?:budget|max(?:imum)?)\b`, 'u'), ends: only('most') },
]

const scales: readonly (readonly [RegExp, number])[] = [[/^cr/, 10_000_000], [/^l/, 100_000], [/^(?:k|thous|haz)/, 1_000]]
const currencies: Readonly<Record<string, string>> = { '₹': 'INR', rs: 'INR', inr: 'INR', $: 'USD', usd: 'USD', '€': 'EUR', eur: 'EUR', '£': 'GBP', gbp: 'GBP' }

/**
 * Takes the limit on a fee out of a sentence, lower case and plain: `under 2 lakh a day`, `2L se kam`, `between 50k and 1 lakh`.
 *
 * A figure is money where it has a sign, a scale (lakh, k) or a day or a project to be paid by; a bare one may be an age. A fee without
 * "under" or "up to" is nobody's limit: "earns 2 lakh a day".
 */
export function readFees(sentence: string, chips: ChipCollector): string {
  for (const { pattern, ends } of rules) {
    const match = pattern.exec(sentence)
    const limit = match && limitOf(match, ends)
    if (match && limit) return sentence.replace(match[0], () => chips.put({ chip: { id: idOf(limit), kind: 'fee', label: labelOf(limit) }, condition: { kind: 'fee', limit } }, match[0]))
  }
  return sentence
}

function limitOf(match: RegExpExecArray, ends: Rule['ends']): FeeLimit | null {
  const groups = match.slice(1)
  const paidBy = groups.at(-1)?.trim() ?? ''
  const amounts = Array.from({ length: (groups.length - 1) / 3 }, (_, at) => ({ sign: groups[at * 3], figure: Number((groups[at * 3 + 1] ?? '').replaceAll(',', '')), scale: groups[at * 3 + 2] }))
  const last = amounts.at(-1)
  const isMoney = amounts.some(({ sign, scale: word }) => sign !== undefined || word !== undefined) || paidBy !== '' || (/\b(?:budget|fees?|rates?)\b/.test(match[0]) && (last?.figure ?? 0) >= 1_000)
  if (!isMoney) return null
  // "1.5 to 2 lakh": the scale of the last amount holds for the first as well.
  const values = amounts.map(({ figure, scale: word }) => Math.round(figure * scaleOf(word ?? (figure < 1_000 ? last?.scale : undefined)) * 100))
  if (values.some(value => value < 10_000 || !Number.isSafeInteger(value))) return null
  const [from, to] = ends(values)
  const sign = amounts.find(({ sign: one }) => one !== undefined)?.sign?.replace(/\.$/, '') ?? '₹'
  return { least: from, most: to, currency: currencies[sign] ?? 'INR', per: paidBy === '' ? null : /day|shift|din|roz|daily|pd/.test(paidBy) ? 'day' : 'project' }
}

const scaleOf = (word: string | undefined): number => scales.find(([pattern]) => pattern.test(word ?? ''))?.[1] ?? 1

const idOf = ({ least: from, most: to, currency: unit, per: by }: FeeLimit): string => `fee:${from ?? ''}-${to ?? ''}${unit === 'INR' ? '' : `-${unit}`}${by ? `-${by}` : ''}`

function labelOf({ least: from, most: to, currency: unit, per: by }: FeeLimit): string {
  const paid = by === 'day' ? ' a day' : by === 'project' ? ' for the project' : ''
  if (from !== null && to !== null) return `${moneyWords(from, unit)} to ${moneyWords(to, unit)}${paid}`
  return to !== null ? `Up to ${moneyWords(to, unit)}${paid}` : `From ${moneyWords(from ?? 0, unit)}${paid}`
}

/** Money as a casting office says it, out of minor units: "₹2 lakh", "₹50,000", "$300". */
export function moneyWords(minor: number, unit: string): string {
  const whole = minor / 100
  const sign = { INR: '₹', USD: '$', EUR: '€', GBP: '£' }[unit] ?? `${unit} `
  if (unit === 'INR' && whole >= 10_000_000) return `${sign}${trimmed(whole / 10_000_000)} crore`
  if (unit === 'INR' && whole >= 100_000) return `${sign}${trimmed(whole / 100_000)} lakh`
  return `${sign}${whole.toLocaleString(unit === 'INR' ? 'en-IN' : 'en')}`
}

const trimmed = (value: number): string => `${Math.round(value * 100) / 100}`
