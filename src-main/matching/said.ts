import type { DaySpan, Fluency, Gender, PlayingRange } from '../../src-preload/contract/words.ts'

/** An age or ages in words: "31", "38 to 48". */
export const rangeInWords = ({ from, to }: PlayingRange): string => (from === to ? String(from) : `${from} to ${to}`)

/** A gender in words: "a woman". */
export const genderWords: Readonly<Record<Gender, string>> = { female: 'a woman', male: 'a man', nonBinary: 'a non-binary performer' }

/** How well a language is spoken, as the end of a sentence. */
export const fluencyWords: Readonly<Record<Fluency, string>> = {
  native: 'as mother tongue', fluent: 'fluently', conversational: 'well enough to converse', basic: 'a little',
}

/** Days in words, by the calendar as stored: "2027-03-03 to 2027-03-20". */
export const daysInWords = ({ from, to }: DaySpan): string => (from === to ? from : `${from} to ${to}`)

const dayMs = 86_400_000

/** A day as a number, so that days can be counted. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs)

/** The day it is by the clock of this laptop, YYYY-MM-DD. */
export const dayHere = (at: Date): string => new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)
