import type { Measurements } from '../../../src-preload/contract/talentFacts.ts'
import { plainCell } from './readNumbers.ts'

const centimetresInInch = 2.54
const kilogramsInPound = 0.453_592_37

/** Bare numbers below this are inches, as tailors measure in India; from it on they are centimetres. */
const bareInchesBelow = 55

/** A cell of one number; the sign for "about" would be a dash like any other. */
const single = (text: string): string => plainCell(text.replace(/^\s*[~\u223c\uff5e]/, 'about ')).toLowerCase()

/**
 * A girth or a length that a cell states, in whole centimetres; null where it states none, or one past `most` (under 10 or over 250).
 *
 * Reads `34"`, `34 in`, `34 inches`, `86 cm`, `86`. A bare number under 55 is inches.
 */
export function readGirth(text: string, most = 250): number | null {
  const said = /^(?:approx\.?|about)?\s*(\d{1,3}(?:\.\d+)?)\s*(cms?|centimet(?:er|re)s?|in|ins|inch|inches|"|'')?\.?$/.exec(single(text))
  if (!said) return null
  const value = Number(said[1])
  const unit = said[2] ?? ''
  const inInches = unit === '' ? value < bareInchesBelow : !unit.startsWith('c')
  const cm = Math.round(inInches ? value * centimetresInInch : value)
  return cm >= 10 && cm <= most ? cm : null
}

/** A weight that a cell states, in kilograms to one place from 2 to 350, kilograms where no unit is said; null where it states none. */
export function readWeight(text: string): number | null {
  const said = /^(?:approx\.?|about)?\s*(\d{1,3}(?:\.\d+)?)\s*(kgs?|kilos?|kilograms?|lbs?|pounds?)?\.?$/.exec(single(text))
  if (!said) return null
  const kilograms = Number(said[1]) * (/^(?:l|p)/.test(said[2] ?? '') ? kilogramsInPound : 1)
  const rounded = Math.round(kilograms * 10) / 10
  return rounded >= 2 && rounded <= 350 ? rounded : null
}

/** Chest, waist and hips out of three numbers, `34-26-36` or `86 / 66 / 91 cm`; null where there are not three. */
export function readVitals(text: string): Pick<Measurements, 'chestCm' | 'waistCm' | 'hipsCm'> | null {
  const said = plainCell(text).toLowerCase()
  const unit = /cms?\.?$/.test(said) ? ' cm' : /(?:in|ins|inch|inches|")\.?$/.test(said) ? '"' : ''
  const numbers = said.replace(/\s*(?:cms?|in|ins|inch|inches|")\.?$/, '').split(/\s*(?:-|\/|,|x)\s*/)
  if (numbers.length !== 3) return null
  const [chestCm = null, waistCm = null, hipsCm = null] = numbers.map(number => readGirth(number.replace(/["']/g, '') + unit))
  return chestCm === null || waistCm === null || hipsCm === null ? null : { chestCm, waistCm, hipsCm }
}
