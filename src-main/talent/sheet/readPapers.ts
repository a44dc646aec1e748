import type { Consent, DateOrder } from '../../../src-preload/contract/talent.ts'
import type { BrandConflict, Guardian, Passport, UnionCard } from '../../../src-preload/contract/talentFacts.ts'
import { readList } from './readLists.ts'
import { plainCell } from './readNumbers.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A day with its whole year, as `YYYY-MM-DD`; null where there is none, or none that can be.
 *
 * Reads `1998-08-12`, `12/08/1998` (in the order given, unless only the other can be), `12-Aug-1998`, `12th August, 1998` and
 * `August 12, 1998`. Years of two digits are not guessed.
 */
export function readWholeDay(text: string, order: DateOrder = 'dayFirst'): string | null {
  const said = plainCell(text).toLowerCase()
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d{2}:\d{2}.*)?$/.exec(said)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numbers = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(said)
  if (numbers) {
    const [first, second, year] = [Number(numbers[1]), Number(numbers[2]), Number(numbers[3])]
    const monthFirst = second > 12 || (order === 'monthFirst' && first <= 12)
    return monthFirst ? dayOf(year, first, second) : dayOf(year, second, first)
  }
  const named = /^(\d{1,2})(?:st|nd|rd|th)?[-/., ]*([a-z]{3,9})[-/., ]*(\d{4})$/.exec(said)
  if (named) return dayOf(Number(named[3]), monthOf(named[2]), Number(named[1]))
  const american = /^([a-z]{3,9})[-. ]*(\d{1,2})(?:st|nd|rd|th)?[,. ]+(\d{4})$/.exec(said)
  return american ? dayOf(Number(american[3]), monthOf(american[1]), Number(american[2])) : null
}

const monthOf = (word = ''): number => months.indexOf(word.slice(0, 3)) + 1

function dayOf(year: number, month: number, day: number): string | null {
  const two = (count: number): string => `${count}`.padStart(2, '0')
  const said = `${year}-${two(month)}-${two(day)}`
  const date = new Date(`${said}T00:00:00Z`)
  return year >= 1900 && year <= 2100 && month >= 1 && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(said) ? said : null
}

const lastDay = /[,(]?\s*\b(?:valid|exp(?:iry|ires|iring)?)?\s*\b(?:till|until|upto|up to|to|on|exp(?:iry|ires)?)\b[\s:.]*([^()]+?)\)?$/i

/** Takes `valid till 31 Mar 2027` off the end; a last day that cannot be read leaves the text whole. */
function withLastDay(text: string): { readonly rest: string; readonly until: string | null } {
  const said = plainCell(text)
  const end = lastDay.exec(said)
  const until = end ? readWholeDay(end[1] ?? '') : null
  return end && until !== null ? { rest: said.slice(0, end.index).replace(/[\s,;(-]+$/, ''), until } : { rest: said, until: null }
}

/** What a cell says of a passport: `Yes`, `No`, `Indian, valid till 31/12/2030`; null where it says something else. */
export function readPassport(text: string): Passport | null {
  const { rest, until } = withLastDay(text)
  const said = rest.toLowerCase()
  if (/^(?:n|no|none|nahi|not yet|does not have|don't have)$/.test(said)) return until === null ? { held: false, country: '', until: null } : null
  if (/^(?:y|yes|haan|held|valid|have|has|available|passport|yes valid|valid passport)?$/.test(said)) return { held: true, country: '', until }
  const country = /^(?:yes[,:\s-]*)?([\p{L} .]{3,40}?)(?: passport)?$/u.exec(rest)?.[1]
  if (country === undefined || /\b(?:no|not|expired|applied|process|renewal|lost|pending)\b/i.test(country)) return null
  return { held: true, country: /^indian?$/i.test(country) ? 'India' : country, until }
}

const relation = /\b(?:mother|father|mom|mum|dad|parent|guardian|uncle|aunt|aunty|sister|brother|grand(?:mother|father)|nani|nana|dadi|dada|mummy|papa|ma|maa)\b/i

/** A card of a union: `A-12034`, `A-12034, valid till 31/12/2030`; null where no number is said. */
export function readUnionCard(text: string): UnionCard | null {
  const { rest, until } = withLastDay(text)
  const number = rest.slice(0, 80).trim()
  return number === '' ? null : { number, until }
}

/** A consent: `Yes`, `Given on 2026-01-05 for casting`, `Not given`; null where it says something else. */
export function readConsent(text: string): Consent | null {
  const said = /^(?:consent )?(not given|given|refused|withdrawn|yes|no|haan|nahi|y|n)\b[\s,;:]*(?:on\s+(.{6,20}?))?(?:[\s,;:]+for\s+(.+))?$/is.exec(text.trim())
  if (!said) return null
  const on = said[2] === undefined ? null : readWholeDay(said[2])
  if (said[2] !== undefined && on === null) return null
  return { given: /^(?:given|yes|haan|y)$/i.test(said[1] ?? ''), on, purpose: (said[3] ?? '').trim() }
}

/** Who stands for a minor: `Vandana Rane (mother) 98200 00002`, `Mother: Vandana Rane`; null where no name is said. */
export function readGuardian(text: string): Guardian | null {
  const said = plainCell(text)
  const phone = /(?:\+?\d[\d\s()-]{6,18}\d)/.exec(said)?.[0]?.trim() ?? ''
  const words = phone === '' ? said : said.replace(phone, ' ')
  const related = relation.exec(words)?.[0] ?? ''
  const name = words.replace(relation, ' ').replace(/[()[\]:;/|]/g, ' ').replace(/\s+/g, ' ').replace(/^[\s,.-]+|[\s,-]+$/g, '').slice(0, 160).trim()
  return /\p{L}/u.test(name) ? { name, relation: related.toLowerCase(), phone: phone.slice(0, 60) } : null
}

/** The conflicts of a cell: `Chaska Chai (tea, India, until 31 Mar 2027); Nirmal Soap (soap)`, one an entry; what is not in brackets is the brand. */
export function readConflicts(text: string): readonly BrandConflict[] {
  return readList(text.replaceAll('\n', ';'), 500).flatMap(entry => {
    const [, brand = entry, inside = ''] = /^([^()]+)\(([^()]*)\)$/.exec(entry) ?? []
    const { rest, until } = withLastDay(inside)
    const [category = '', territory = '', ...more] = rest.split(',').map(part => part.trim())
    const whole = more.length > 0 || category.length > 120 || territory.length > 120
    const named = (whole ? entry : brand).trim().slice(0, 160).trim()
    if (named === '') return []
    return [whole ? { brand: named, category: '', territory: '', until: null } : { brand: named, category, territory, until }]
  })
}
