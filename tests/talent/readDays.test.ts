import { expect, it } from 'vitest'
import { readDays } from '../../src-main/talent/search/readDays.ts'
import { withFigures } from '../../src-main/chat/offline/numbers.ts'

/** A Saturday. */
const today = '2026-11-21'
const days = (sentence: string): string | null => {
  const { span } = readDays(withFigures(sentence), today)
  return span === null ? null : span.from === span.to ? span.from : `${span.from}..${span.to}`
}

it.each([
  ['free 3-9 march', '2027-03-03..2027-03-09'],
  ['teen se nau march tak kaun', '2027-03-03..2027-03-09'],
  ['3 march se 9 april', '2027-03-03..2027-04-09'],
  ['on 3/12', '2026-12-03'],
  ['3.12.2027 ko', '2027-12-03'],
  ['march 5 2028', '2028-03-05'],
  ['kaun aaya tha 20 november ko', '2026-11-20'],
  ['20 november', '2027-11-20'],
  ['today', '2026-11-21'],
  ['kal kaun aayega', '2026-11-22'],
  ['kal kaun aaya tha', '2026-11-20'],
  ['parson', '2026-11-23'],
  ['on monday', '2026-11-23'],
  ['shanivar ko', '2026-11-21'],
  ['agle hafte', '2026-11-23..2026-11-29'],
  ['this weekend', '2026-11-21..2026-11-22'],
  ['agle mahine', '2026-12-01..2026-12-31'],
  ['disambar mein', '2026-12-01..2026-12-31'],
  ['24 tareekh ko', '2026-11-24'],
  ['5 tareekh', '2026-12-05'],
  ['28 dec se 3 jan', '2026-12-28..2027-01-03'],
])('reads "%s" as %s', (sentence, expected) => {
  expect(days(sentence)).toBe(expected)
})

it.each(['31/2', '40 march', 'a woman of forty', 'who may come', 'scene 5', '25-30 saal'])('reads no day out of "%s"', sentence => {
  expect(days(sentence)).toBeNull()
})
