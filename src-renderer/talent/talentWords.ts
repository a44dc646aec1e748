import type { Availability, FeeBand, SheetField, SpokenLanguage } from '../../src-preload/contract/talent.ts'
import type { Fluency } from '../../src-preload/contract/words.ts'
import { spanWords } from '../look/words.ts'

/** What a fluency is called, in the order of the contract: best first. */
export const fluencyWords: Readonly<Record<Fluency, string>> = {
  native: 'mother tongue', fluent: 'fluent', conversational: 'conversational', basic: 'basic',
}

/** What an availability is called. */
export const availabilityWords: Readonly<Record<Availability['state'], string>> = { free: 'Free', pencilled: 'Pencilled', blocked: 'Blocked' }

/** What a column of a talent sheet can be read as, in the order the menu offers it. */
export const sheetFieldWords: Readonly<Record<SheetField, string>> = {
  name: 'Name', legalName: 'Legal name', spellings: 'Other spellings', gender: 'Gender', playingRange: 'Playing range', height: 'Height',
  city: 'City', languages: 'Languages', skills: 'Skills', training: 'Training', bio: 'Bio', credits: 'Credits', union: 'Union',
  representation: 'Representation', phone: 'Phone', email: 'E-mail', fee: 'Fee', links: 'Links', tags: 'Tags', notes: 'Notes',
}

/** A language with what is known of it: "Hindi, mother tongue, Kanpuria". */
export const languageWords = (spoken: SpokenLanguage): string =>
  [spoken.language, spoken.fluency ? fluencyWords[spoken.fluency] : '', ...spoken.dialects].filter(Boolean).join(', ')

/** A height both ways it is said: `170 cm, 5′7″`. One inch is 2.54 cm, rounded to the whole inch. */
export function heightWords(cm: number): string {
  const inches = Math.round(cm / 2.54)
  return `${cm} cm, ${Math.floor(inches / 12)}′${inches % 12}″`
}

/** A fee band in the user's locale: "₹18,000 to ₹25,000 a day". The amounts are minor units, a hundred to one. */
export function feeWords(fee: FeeBand, locale: string): string {
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: fee.currency, maximumFractionDigits: fee.from % 100 || fee.to % 100 ? 2 : 0 })
  const band = fee.from === fee.to ? money.format(fee.from / 100) : `${money.format(fee.from / 100)} to ${money.format(fee.to / 100)}`
  return `${band} ${fee.per === 'day' ? 'a day' : 'for the project'}`
}

/** A span with its state: "Blocked, 3 – 20 Feb 2027". */
export const spanOfWords = (availability: Availability, locale: string): string =>
  `${availabilityWords[availability.state]}, ${spanWords(availability.span, locale)}`
