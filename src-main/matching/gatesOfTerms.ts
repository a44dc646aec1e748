import { isOver, minority, permitItems } from '../../src-preload/contract/minors.ts'
import type { RoleBudget } from '../../src-preload/contract/roles.ts'
import type { FeeBand, TalentRecord } from '../../src-preload/contract/talent.ts'
import type { BrandConflict } from '../../src-preload/contract/talentFacts.ts'
import { fold } from '../spelling/folding.ts'
import { moneyWords } from '../talent/search/readFees.ts'
import type { Ask } from './ask.ts'
import { daysKnown } from './daysKnown.ts'
import { quoteOf } from './evidence.ts'
import type { Finding } from './finding.ts'
import { dayNumber, daysInWords, rangeInWords } from './said.ts'
import { territoriesMeet } from './territories.ts'

/** The days: stops who is blocked on all of them; a pencil, a part and the unknown are gaps. */
export function availabilityGate({ days }: Ask, { availability }: TalentRecord): readonly Finding[] {
  const gate = 'availability'
  if (!days) return []
  const { all, free, pencilled, blocked } = daysKnown(availability, days)
  if (free + pencilled + blocked === 0) return [{ gate, gap: () => 'No dates known' }]
  const meeting = () => availability.filter(({ span }) => span.from <= days.to && span.to >= days.from).map(({ span, state }) => `${state} ${daysInWords(span)}`)
  const profile = () => quoteOf('availability', meeting().join(', '))
  if (blocked === all) return [{ gate, stop: () => `Blocked on all days from ${daysInWords(days)}`, profile }]
  return [
    ...(blocked > 0 ? [{ gate, gap: () => `Blocked on ${blocked} of ${all} days`, profile } as const] : []),
    ...(pencilled > 0 ? [{ gate, gap: () => `Pencilled elsewhere on ${pencilled} of ${all} days`, profile } as const] : []),
    ...(free + pencilled + blocked < all ? [{ gate, gap: () => 'Dates known only in part', profile } as const] : []),
  ]
}

const perWords = { day: 'a day', project: 'for the project' } as const

/** A budget in words: "up to ₹2 lakh a day". */
export const budgetInWords = ({ upTo, currency, per }: RoleBudget): string => `up to ${moneyWords(upTo, currency)} ${perWords[per]}`

const feeInWords = ({ from, to, currency, per, asOf }: FeeBand): string =>
  `${from === to ? moneyWords(from, currency) : `${moneyWords(from, currency)} to ${moneyWords(to, currency)}`} ${perWords[per]}${asOf === null ? '' : `, quoted ${asOf}`}`

/** From so many days on a quotation may have risen. */
const oldQuoteDays = 365

/** The fee: stops whose fee begins above the budget in the same money for the same time; whatever cannot be held against it is a gap. */
export function feeGate({ budget, today }: Ask, { fee }: TalentRecord): readonly Finding[] {
  const gate = 'fee'
  if (!budget) return []
  if (!fee) return [{ gate, gap: () => 'Fee not known' }]
  const profile = () => quoteOf('fee', feeInWords(fee))
  if (fee.currency !== budget.currency || fee.per !== budget.per) return [{ gate, gap: () => `Asks ${feeInWords(fee)}; the budget is ${budgetInWords(budget)}, which cannot be compared`, profile }]
  if (fee.from > budget.upTo) return [{ gate, stop: () => `Asks ${feeInWords(fee)}; the budget is ${budgetInWords(budget)}`, profile }]
  return [
    ...(fee.to > budget.upTo ? [{ gate, gap: () => `Asks ${feeInWords(fee)}, partly above the budget of ${budgetInWords(budget)}`, profile } as const] : []),
    ...(fee.asOf !== null && dayNumber(today) - dayNumber(fee.asOf) > oldQuoteDays ? [{ gate, gap: () => `The fee is of ${fee.asOf} and may have risen`, profile } as const] : []),
  ]
}

/** The day by which papers and conflicts are judged: the first that the role is needed, else today. */
const dayOf = ({ days, today }: Ask): string => days?.from ?? today

/** The ledger of brand conflicts: stops who works for another brand of the category, there and then. */
export function brandGate(ask: Ask, { conflicts }: TalentRecord): readonly Finding[] {
  const gate = 'brand'
  const { brand } = ask
  if (!brand) return []
  if (conflicts.length === 0) return [{ gate, gap: () => 'Brand conflicts not known' }]
  return conflicts.filter(conflict => !isOver(conflict, dayOf(ask))).flatMap((conflict): readonly Finding[] => {
    const profile = () => quoteOf('conflicts', conflictInWords(conflict))
    const words = () => `Works for ${conflictInWords(conflict)}`
    if (brand.brand !== '' && fold(conflict.brand) === fold(brand.brand)) return [{ gate, gap: () => `${words()}: the brand itself`, profile }]
    if (conflict.category === '' || brand.category === '') return [{ gate, gap: () => `${words()}; whether that stands against ${brand.brand || brand.category} is not known`, profile }]
    if (!sameCategory(conflict.category, brand.category)) return []
    if (territoriesMeet(conflict.territory, brand.territory)) return [{ gate, stop: () => `${words()}, which stands against ${brand.brand || brand.category}`, profile }]
    return [{ gate, gap: () => `${words()}; ours is for ${brand.territory}`, profile }]
  })
}

const conflictInWords = ({ brand, category, territory, until }: BrandConflict): string =>
  `${brand}${[category, territory].filter(Boolean).length > 0 ? ` (${[category, territory].filter(Boolean).join(', ')})` : ''} ${until === null ? 'with no end known' : `until ${until}`}`

/** "Tea" and "packaged tea" are one category: one holds all words of the other. */
function sameCategory(one: string, other: string): boolean {
  const [a, b] = [fold(one).split(' '), fold(other).split(' ')]
  return a.every(word => b.includes(word)) || b.every(word => a.includes(word))
}

/** Tells whether a role asks for somebody who may be under 18. */
export const mayBeMinor = ({ playingRange }: Ask): boolean => playingRange !== null && playingRange.from < 18

/** How long the permission of the District Magistrate holds. */
const permitMonths = 6

/** The permit of a minor: stops who is known to be under 18 and known to lack something of the checklist. */
export function permitGate(ask: Ask, person: TalentRecord): readonly Finding[] {
  const gate = 'permit'
  const day = dayOf(ask)
  const minor = minority(person, day)
  const range = person.playingRange
  if (minor === 'possible' && mayBeMinor(ask) && range) {
    return [{ gate, gap: () => 'May be under 18: the day of birth is not known', profile: () => quoteOf('playingRange', `Plays ${rangeInWords(range)}`) }]
  }
  if (minor !== 'yes') return []
  const missing = person.permit.filter(({ done }) => !done).map(({ item }) => item)
  if (missing.length > 0) return [{ gate, stop: () => `Under 18 on ${day}, and not done: ${missing.join('; ')}`, profile: () => quoteOf('permit', missing.join('; ')) }]
  const permission = person.permit.find(({ item, on }) => item === permitItems[0] && on !== null)
  const last = ask.days?.to ?? day
  if (permission?.on && monthsAfter(permission.on, permitMonths) < last) return [{ gate, stop: () => `The permission of ${permission.on} holds six months, not until ${last}`, profile: () => quoteOf('permit', `${permission.item}, ${permission.on}`) }]
  const unknown = permitItems.filter(item => !person.permit.some(known => known.item === item))
  return unknown.length === 0 ? [] : [{ gate, gap: () => `Under 18 on ${day}; of the permit is not known: ${unknown.join('; ')}` }]
}

function monthsAfter(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + months)
  return date.toISOString().slice(0, 10)
}

/** The union card: stops whose card is of another union, who says there is none, or whose card runs out before the last day. */
export function unionGate(ask: Ask, { union, unionCard }: TalentRecord): readonly Finding[] {
  const gate = 'union'
  if (ask.union === '') return []
  if (union === '') return [{ gate, gap: () => `Whether there is a ${ask.union} card is not known` }]
  const profile = () => quoteOf('union', [union, unionCard?.until ? `until ${unionCard.until}` : ''].filter(Boolean).join(', '))
  const own = ` ${fold(union)} `
  if (/^ (?:no|none|not|nil|non) /.test(own)) return [{ gate, stop: () => `Has no ${ask.union} card (“${union}”)`, profile }]
  if (!own.includes(` ${fold(ask.union)} `)) return [{ gate, stop: () => `Has a card of ${union}, not of ${ask.union}`, profile }]
  const last = ask.days?.to ?? ask.today
  if (unionCard && isOver(unionCard, last)) return [{ gate, stop: () => `The ${ask.union} card runs out on ${unionCard.until ?? ''}, before ${last}`, profile: () => quoteOf('unionCard', `${unionCard.number} until ${unionCard.until ?? ''}`) }]
  return unionCard?.until === undefined || unionCard.until === null ? [{ gate, gap: () => `Until when the ${ask.union} card holds is not known`, profile }] : []
}
