import { creditLine, genderWords, rangeWords } from '../../../src-preload/contract/said.ts'
import type { TalentFacts, TalentField } from '../../../src-preload/contract/talent.ts'
import { feeInWords } from '../sheet/readPerson.ts'

type Words = { readonly [Field in TalentField]: (value: NonNullable<TalentFacts[Field]>) => string }

const said = (text: string): string => text
const listed = (list: readonly string[]): string => list.join(', ')
const parts = (...all: readonly (string | number | null | false)[]): string => all.filter(part => part !== null && part !== false && part !== '').join(', ')

const words: Words = {
  name: said, legalName: said, spellings: listed, gender: value => genderWords[value], playingRange: rangeWords, born: said, heightCm: value => `${value} cm`,
  measurements: ({ weightKg, chestCm, waistCm, hipsCm, inseamCm, shoe, clothing, hair, eyes }) =>
    parts(weightKg !== null && `${weightKg} kg`, chestCm !== null && `chest ${chestCm}`, waistCm !== null && `waist ${waistCm}`, hipsCm !== null && `hips ${hipsCm}`, inseamCm !== null && `inseam ${inseamCm}`, shoe && `shoe ${shoe}`, clothing, hair && `hair ${hair}`, eyes && `eyes ${eyes}`),
  city: said,
  languages: list => list.map(({ language, fluency, dialects }) => (fluency || dialects.length > 0 ? `${language} (${[fluency, ...dialects].filter(Boolean).join(', ')})` : language)).join(', '),
  skills: listed, proofs: list => list.map(({ skill, proof }) => parts(skill, proof)).join('; '), training: said, bio: said, credits: list => list.map(creditLine).join('; '), union: said,
  unionCard: ({ number, until }) => parts(number, until), passport: ({ held, country, until }) => parts(held ? 'held' : 'none', country, until), representation: said, coordinator: said, phone: said, email: said,
  fee: feeInWords, availability: list => list.map(({ span, state }) => `${span.from} to ${span.to} ${state}`).join('; '),
  conflicts: list => list.map(({ brand, category, until }) => parts(brand, category, until)).join('; '), guardian: ({ name, relation, phone }) => parts(name, relation, phone),
  permit: list => list.map(({ item }) => item).join('; '), auditions: list => list.map(({ on, production, role, note }) => parts(on, production, role, note)).join('; '),
  links: list => list.join(' '), tags: listed, notes: said, consent: ({ given, purpose }) => parts(given ? 'given' : 'not given', purpose),
}

/** A fact in words, as the page shows it before it is written; empty where nothing is known. */
export function factWords<Field extends TalentField>(field: Field, value: TalentFacts[Field] | null | undefined): string {
  return value === null || value === undefined ? '' : (words[field] as (value: unknown) => string)(value)
}
