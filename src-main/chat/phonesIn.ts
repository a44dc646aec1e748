import { phoneKey } from '../talent/talentRecord.ts'

/** A stretch of a text that may be a phone number, by its last ten digits. */
export interface PhoneSpan {
  readonly from: number
  readonly to: number
  readonly key: string
}

const run = /\+?\d[\d \t\n\u00a0().-]{5,40}\d/g

/**
 * The phone numbers that may stand in a text, whichever way their digits are set apart; the longest at a place first.
 *
 * Neighbours are told apart by trying: "98200 12345 98200 54321" may be one number or two.
 */
export function phonesIn(text: string): readonly PhoneSpan[] {
  if (!/\d/.test(text)) return []
  return [...text.matchAll(run)].flatMap(({ 0: found, index }) => {
    const groups = [...found.matchAll(/\+?\d+/g)].map(group => ({ from: index + group.index, to: index + group.index + group[0].length, digits: group[0].replace('+', '') }))
    return groups.flatMap((first, at) => groups.slice(at).flatMap((last, count) => {
      const number = groups.slice(at, at + count + 1).map(({ digits }) => digits).join('')
      const key = number.length > 14 ? '' : phoneKey(number)
      return key === '' ? [] : { from: first.from, to: last.to, key }
    }).toReversed())
  })
}
