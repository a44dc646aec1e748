import { findPhoneNumbersInText, isPossiblePhoneNumber } from 'libphonenumber-js'
import { plainCell, saysNothing } from './readNumbers.ts'

/**
 * The entries of a cell that lists things, in order and each once; commas inside brackets do not split.
 *
 * Splits at commas, semicolons, bars, bullets and line breaks; a full stop at the end of an entry is left off. Entries past
 * `longest` characters are cut there.
 */
export function readList(text: string, longest = 160): readonly string[] {
  return splitList(text, /[,;|•·\n]/, longest)
}

/** The entries of a cell of credits, where commas belong to the entry: split at semicolons, bars, bullets and line breaks. */
export function readCredits(text: string): readonly string[] {
  return splitList(text, /[;|•\n]/, 1_000)
}

/** The links of a cell: web addresses and @handles; anything else is kept as it stands, since a casting director knows what it is. */
export function readLinks(text: string): readonly string[] {
  if (saysNothing(text)) return []
  return [...new Set(text.split(/[\s,;|]+/).filter(link => link.length > 2))].map(link => link.slice(0, 2_000))
}

/**
 * The phone numbers of a cell as written, spaces tidied; an Excel apostrophe and `.0` are taken off. Several numbers are parted by ` / `,
 * whatever stood between them; without a country they are Indian.
 */
export function readPhone(text: string): string {
  if (saysNothing(text)) return ''
  const said = plainCell(text).replace(/^'/, '').replace(/\.0$/, '')
  // Excel writes long numbers as 9.19876E+11: the digits are gone, and a wrong number is worse than none.
  if (/^\d(?:\.\d+)?e\+\d+$/i.test(said)) return ''
  // One number has fifteen digits at most (E.164): only where there are more is it worth looking for several.
  if (said.replace(/\D/g, '').length <= 15) return said.slice(0, 60)
  const parts = said.slice(0, 200).split(/\s*(?:[,;/|&]|\bor\b|\band\b)\s*/)
  const numbers = parts.length > 1 && parts.every(part => isPossiblePhoneNumber(part, 'IN'))
    ? parts
    : findPhoneNumbersInText(said.slice(0, 200), 'IN').map(({ startsAt, endsAt }) => said.slice(startsAt, endsAt).trim())
  const joined = numbers.join(' / ')
  return numbers.length > 1 && joined.length <= 60 ? joined : said.slice(0, 60)
}

/** The first e-mail address of a cell, lower case, its parts as long as RFC 5321 lets them be; empty where there is none. */
export function readEmail(text: string): string {
  return (/[^\s<>,;:"()@]{1,64}@[^\s<>,;:"()@]{1,255}\.[a-z]{2,}/i.exec(text)?.[0] ?? '').toLowerCase().slice(0, 200)
}

function splitList(text: string, at: RegExp, longest: number): readonly string[] {
  if (saysNothing(text)) return []
  const entries: string[] = []
  let depth = 0
  let entry = ''
  for (const sign of text) {
    if (sign === '(' || sign === '[') depth++
    if (sign === ')' || sign === ']') depth = Math.max(0, depth - 1)
    if (at.test(sign) && (depth === 0 || sign === '\n')) {
      entries.push(entry)
      entry = ''
      depth = 0
    } else entry += sign
  }
  const tidy = [...entries, entry].map(piece => piece.replace(/\s+/g, ' ').trim().replace(/\.$/, '').slice(0, longest).trim())
  return [...new Set(tidy.filter(piece => piece !== ''))]
}
