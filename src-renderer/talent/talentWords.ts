import { ageOn, isOver } from '../../src-preload/contract/minors.ts'
import type { Availability, FeeBand, SheetField, SpokenLanguage } from '../../src-preload/contract/talent.ts'
import type { BrandConflict, Guardian, Measurements, Passport, PastAudition, SkillProof, UnionCard } from '../../src-preload/contract/talentFacts.ts'
import type { Fluency, Gender, PlayingRange } from '../../src-preload/contract/words.ts'
import { dayWords, genderWords, spanWords } from '../look/words.ts'

/** What a fluency is called, in the order of the contract: best first. */
export const fluencyWords: Readonly<Record<Fluency, string>> = {
  native: 'mother tongue', fluent: 'fluent', conversational: 'conversational', basic: 'basic',
}

/** Below this age somebody is a child, as the permit rules have it. */
const grown = 18

const childWords: Readonly<Record<Gender, string>> = { female: 'Girl', male: 'Boy', nonBinary: 'Non-binary child' }

/**
 * What a person is called by gender: "Woman", or "Girl" for a child; empty where the gender is not known.
 *
 * The day of birth decides on `day`; without it whoever plays nobody of 18 or more is a child.
 */
export function personWords({ gender, playingRange, born = null }: { readonly gender: Gender | null; readonly playingRange: PlayingRange | null; readonly born?: string | null }, day: string): string {
  if (gender === null) return ''
  const isChild = born === null ? playingRange !== null && playingRange.to < grown : ageOn(born, day) < grown
  return (isChild ? childWords : genderWords)[gender]
}

/** What an availability is called. */
export const availabilityWords: Readonly<Record<Availability['state'], string>> = { free: 'Free', pencilled: 'Pencilled', blocked: 'Blocked' }

/** What a column of a talent sheet can be read as, in the order the menu offers it. */
export const sheetFieldWords: Readonly<Record<SheetField, string>> = {
  name: 'Name', legalName: 'Legal name', spellings: 'Other spellings', gender: 'Gender', playingRange: 'Playing range', height: 'Height',
  city: 'City', languages: 'Languages', skills: 'Skills', training: 'Training', bio: 'Bio', credits: 'Credits', union: 'Union',
  representation: 'Representation', phone: 'Phone', email: 'E-mail', fee: 'Fee', links: 'Links', tags: 'Tags', notes: 'Notes',
  coordinator: 'Co-ordinator', born: 'Born', measurements: 'Chest-waist-hips', weight: 'Weight', chest: 'Chest', waist: 'Waist', hips: 'Hips', inseam: 'Inseam',
  shoe: 'Shoe', clothing: 'Clothing size', hair: 'Hair', eyes: 'Eyes', cardNumber: 'Card number', passport: 'Passport', guardian: 'Guardian', conflicts: 'Brand conflicts', consent: 'Consent',
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

const validWords = (dated: { readonly until: string | null }, day: string, locale: string): string =>
  dated.until === null ? '' : `${isOver(dated, day) ? 'ran out' : 'valid until'} ${dayWords(dated.until, locale)}`

/** A card: "A-12034, valid until 31 Mar 2027". */
export const unionCardWords = (card: UnionCard, day: string, locale: string): string => [card.number, validWords(card, day, locale)].filter(Boolean).join(', ')

/** A passport: "India, ran out 1 Jan 2026". */
export const passportWords = (passport: Passport, day: string, locale: string): string =>
  passport.held ? [passport.country || 'Held', validWords(passport, day, locale)].filter(Boolean).join(', ') : 'None'

/** A guardian: "Vandana Rane, mother, 98200 00002". */
export const guardianWords = ({ name, relation, phone }: Guardian): string => [name, relation, phone].filter(Boolean).join(', ')

/** What is measured, each with its name: "Chest 96 cm", "Shoe UK 8". */
export function measurementWords({ weightKg, chestCm, waistCm, hipsCm, inseamCm, shoe, clothing, hair, eyes }: Measurements): readonly string[] {
  const said = (name: string, value: number | string | null, unit = '') => (value === null || value === '' ? '' : `${name} ${value}${unit}`)
  return [
    said('Weight', weightKg, ' kg'), said('Chest', chestCm, ' cm'), said('Waist', waistCm, ' cm'), said('Hips', hipsCm, ' cm'), said('Inseam', inseamCm, ' cm'),
    said('Shoe', shoe), said('Size', clothing), said('Hair', hair), said('Eyes', eyes),
  ].filter(Boolean)
}

/** A conflict: "Chaska Chai (tea), India, until 31 Dec 2026". */
export const conflictWords = ({ brand, category, territory, until }: BrandConflict, locale: string): string =>
  [brand + (category && ` (${category})`), territory, until && `until ${dayWords(until, locale)}`].filter(Boolean).join(', ')

/** What proves a skill: "Fencing: national bronze 2019". */
export const proofWords = ({ skill, proof, link }: SkillProof): string => [skill, [proof, link].filter(Boolean).join(', ')].filter(Boolean).join(': ')

/** An audition of before: "Bhopal, Sister, 1 Jun 2019, 4 of 5". */
export const auditionWords = ({ production, role, on, rating }: PastAudition, locale: string): string =>
  [production, role, on && dayWords(on, locale), rating === null ? '' : `${rating} of 5`].filter(Boolean).join(', ')
