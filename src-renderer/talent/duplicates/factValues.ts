import type { TalentFacts, TalentField } from '../../../src-preload/contract/talent.ts'
import { creditLine, genderWords, rangeWords } from '../../../src-preload/contract/said.ts'
import { dayWords } from '../../look/words.ts'
import {
  auditionWords, conflictWords, feeWords, guardianWords, heightWords, languageWords, measurementWords, passportWords, proofWords, spanOfWords, unionCardWords,
} from '../talentWords.ts'

/** What a fact is called beside its value. */
export const fieldWords: Readonly<Record<TalentField, string>> = {
  name: 'Screen name', legalName: 'Legal name', spellings: 'Other spellings', gender: 'Gender', playingRange: 'Playing range', born: 'Born', heightCm: 'Height', measurements: 'Measurements',
  city: 'City', languages: 'Languages', skills: 'Skills', proofs: 'Proof of skills', training: 'Training', bio: 'Bio', credits: 'Credits', union: 'Union', unionCard: 'Card', passport: 'Passport',
  representation: 'Representation', coordinator: 'Co-ordinator', phone: 'Phone', email: 'E-mail', fee: 'Fee', availability: 'Dates', conflicts: 'Conflicts', guardian: 'Guardian',
  permit: 'Permit checklist', auditions: 'Auditions before', links: 'Links', tags: 'Tags', notes: 'Your notes', consent: 'Consent',
}

/** For whom values are worded: the locale, and the day for what runs out. */
export interface Wording {
  readonly locale: string
  readonly day: string
}

type Worded = { readonly [Field in TalentField]: (value: TalentFacts[Field], wording: Wording) => readonly string[] }

const text = (value: string): readonly string[] => (value === '' ? [] : [value])
const known = <T>(words: (value: T, wording: Wording) => string) => (value: T | null, wording: Wording): readonly string[] => (value === null ? [] : text(words(value, wording)))
const each = <T>(words: (value: T, wording: Wording) => string) => (values: readonly T[], wording: Wording): readonly string[] => values.map(value => words(value, wording))

const worded: Worded = {
  name: text, legalName: text, spellings: values => values, gender: known(gender => genderWords[gender]), playingRange: known(rangeWords), born: known((born, { locale }) => dayWords(born, locale)),
  heightCm: known(heightWords), measurements: measurementWords, city: text, languages: each(languageWords), skills: values => values, proofs: each(proofWords), training: text, bio: text,
  credits: each(creditLine), union: text, unionCard: known((card, { day, locale }) => unionCardWords(card, day, locale)), passport: known((passport, { day, locale }) => passportWords(passport, day, locale)),
  representation: text, coordinator: text, phone: text, email: text, fee: known((fee, { locale }) => feeWords(fee, locale)), availability: each((span, { locale }) => spanOfWords(span, locale)),
  conflicts: each((conflict, { locale }) => conflictWords(conflict, locale)), guardian: known(guardianWords), permit: each(({ item, done }) => (done ? `${item}, done` : item)),
  auditions: each((audition, { locale }) => auditionWords(audition, locale)), links: values => values, tags: values => values, notes: text,
  consent: known(({ given, on, purpose }, { locale }) => [given ? 'Given' : 'Not given', on && dayWords(on, locale), purpose].filter(Boolean).join(', ')),
}

/** A fact in words, one line for each entry of a list; no line where it is not known. */
export const valueLines = (field: TalentField, person: Partial<TalentFacts>, wording: Wording): readonly string[] => {
  const words = worded[field] as (value: unknown, wording: Wording) => readonly string[]
  return person[field] === undefined ? [] : words(person[field], wording)
}
