import { createHash } from 'node:crypto'
import type { FeeBand, MediaId, SpokenLanguage, TalentFacts, TalentId, TalentRecord, TalentSummary } from '../../src-preload/contract/talent.ts'
import type { Credit, Measurements } from '../../src-preload/contract/talentFacts.ts'
import type { Gender } from '../../src-preload/contract/words.ts'
import { fold } from '../spelling/folding.ts'
import { readCredit } from './readCredit.ts'

/** A row of the table `talent`, with whether its vector is up to date where the query asked. */
export interface TalentRow {
  readonly row: number
  readonly id: string
  readonly name: string
  readonly legal_name: string
  readonly spellings: string
  readonly gender: string | null
  readonly playing_from: number | null
  readonly playing_to: number | null
  readonly height_cm: number | null
  readonly city: string
  readonly languages: string
  readonly skills: string
  readonly training: string
  readonly bio: string
  readonly credits: string
  readonly union_card: string
  readonly representation: string
  readonly phone: string
  readonly email: string
  readonly fee: string | null
  readonly links: string
  readonly tags: string
  readonly notes: string
  readonly consent: string | null
  readonly born: string | null
  readonly measurements: string | null
  readonly proofs: string
  readonly card: string | null
  readonly passport: string | null
  readonly coordinator: string
  readonly conflicts: string
  readonly guardian: string | null
  readonly permit: string
  readonly auditions: string
  readonly source: string
  readonly text_hash: string
  readonly created_at: string
  readonly updated_at: string
  readonly removed_at: string | null
  readonly indexed: number
  readonly picture: string | null
}

/** The main headshot of the person `t`, as a column of a query. */
export const pictureColumn = '(SELECT m.id FROM talent_media m WHERE m.talent_id = t.id AND m.is_main = 1 AND m.removed_at IS NULL) AS picture'

/** The columns that a summary needs, for a query that leaves long texts on the disk. */
export const summaryColumns = `t.row, t.id, t.name, t.gender, t.playing_from, t.playing_to, t.born, t.height_cm, t.city, t.languages, t.skills, t.tags, ${pictureColumn}`

/** A row read with {@link summaryColumns} and `indexed`. */
export type SummaryRow = Pick<
  TalentRow,
  'row' | 'id' | 'name' | 'gender' | 'playing_from' | 'playing_to' | 'born' | 'height_cm' | 'city' | 'languages' | 'skills' | 'tags' | 'indexed' | 'picture'
>

/** Nothing measured yet. */
export const unknownMeasurements: Measurements = {
  weightKg: null, chestCm: null, waistCm: null, hipsCm: null, inseamCm: null, shoe: '', clothing: '', hair: '', eyes: '',
}

/** Everything unknown: what a person is made from when only the name is given. */
export const unknownFacts: Omit<TalentFacts, 'name'> = {
  legalName: '', spellings: [], gender: null, playingRange: null, born: null, heightCm: null, measurements: unknownMeasurements, city: '',
  languages: [], skills: [], proofs: [], training: '', bio: '', credits: [], union: '', unionCard: null, passport: null, representation: '',
  coordinator: '', phone: '', email: '', fee: null, availability: [], conflicts: [], guardian: null, permit: [], auditions: [], links: [],
  tags: [], notes: '', consent: null,
}

/** The folded name by which people are sorted and known again. */
export const nameKey = (name: string): string => fold(name)

/** The last ten digits of a phone number, the first where there are several, by which it is known again with and without the country; empty where there are fewer than seven. */
export function phoneKey(phone: string): string {
  const digits = (phone.split(' / ')[0] ?? '').replace(/\D/g, '')
  return digits.length < 7 ? '' : digits.slice(-10)
}

/** A person in a list, out of a row. */
export function summaryOf(row: SummaryRow): TalentSummary {
  return {
    id: row.id as TalentId,
    name: row.name,
    gender: row.gender as Gender | null,
    playingRange: row.playing_from === null || row.playing_to === null ? null : { from: row.playing_from, to: row.playing_to },
    born: row.born,
    heightCm: row.height_cm,
    city: row.city,
    languages: JSON.parse(row.languages) as SpokenLanguage[],
    skills: JSON.parse(row.skills) as string[],
    tags: JSON.parse(row.tags) as string[],
    indexed: row.indexed === 1,
    picture: row.picture as MediaId | null,
  }
}

/** A whole person, out of a row and the availability kept beside it. */
export function talentOf(row: TalentRow, availability: TalentFacts['availability']): TalentRecord {
  return {
    ...summaryOf(row),
    legalName: row.legal_name,
    spellings: JSON.parse(row.spellings) as string[],
    training: row.training,
    bio: row.bio,
    born: row.born,
    measurements: row.measurements === null ? unknownMeasurements : (JSON.parse(row.measurements) as Measurements),
    proofs: JSON.parse(row.proofs) as TalentRecord['proofs'],
    credits: creditsOf(row.credits),
    union: row.union_card,
    unionCard: parsedOrNull<TalentRecord['unionCard']>(row.card),
    passport: parsedOrNull<TalentRecord['passport']>(row.passport),
    representation: row.representation,
    coordinator: row.coordinator,
    phone: row.phone,
    email: row.email,
    fee: parsedOrNull<FeeBand>(row.fee),
    availability,
    conflicts: JSON.parse(row.conflicts) as TalentRecord['conflicts'],
    guardian: parsedOrNull<TalentRecord['guardian']>(row.guardian),
    permit: JSON.parse(row.permit) as TalentRecord['permit'],
    auditions: JSON.parse(row.auditions) as TalentRecord['auditions'],
    links: JSON.parse(row.links) as string[],
    notes: row.notes,
    consent: parsedOrNull<TalentRecord['consent']>(row.consent),
    source: row.source,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

const parsedOrNull = <T>(json: string | null): T | null => (json === null ? null : (JSON.parse(json) as T))

/** Credits written before they were parted stand as texts. */
const creditsOf = (json: string): Credit[] =>
  (JSON.parse(json) as (Credit | string)[]).map(credit => (typeof credit === 'string' ? readCredit(credit) : credit))

/** A credit as search reads it, as a sentence would say it: "Savitri in the film Kaath, 2019, dir. R. Kamat". */
export function creditText({ production, role, kind, year, director }: Credit): string {
  const played = role === '' ? [kind, production] : [role, 'in', kind && `the ${kind}`, production]
  return [played.filter(Boolean).join(' '), year === null ? '' : `${year}`, director && `dir. ${director}`].filter(Boolean).join(', ')
}

/** What the text that is embedded is made of. */
export type EmbeddedFacts = Pick<TalentFacts, 'gender' | 'playingRange' | 'city' | 'languages' | 'skills' | 'training' | 'bio' | 'credits'>

/**
 * The text of a person that search by meaning compares: what is asked for most stands first, since the model reads some
 * 90 words only. Name, contacts and notes stay out: they say nothing of what somebody plays.
 */
export function embeddedText(facts: EmbeddedFacts): string {
  const { gender, playingRange } = facts
  const who = { female: 'Woman', male: 'Man', nonBinary: 'Non-binary performer' }
  const languages = facts.languages.map(({ language, dialects }) => [language, ...dialects].join(' '))
  return [
    [gender && who[gender], playingRange && `plays ${playingRange.from} to ${playingRange.to}`, facts.city].filter(Boolean).join(', '),
    facts.skills.length > 0 && `Skills: ${facts.skills.join(', ')}`,
    languages.length > 0 && `Languages: ${languages.join(', ')}`,
    facts.bio,
    facts.credits.map(creditText).join('; '),
    facts.training,
  ].filter(Boolean).map(part => String(part).replace(/[.\s]+$/, '')).join('. ')
}

/** The hash by which a vector is known to be out of date: 24 hexadecimal digits. */
export const textHash = (facts: EmbeddedFacts): string => createHash('sha256').update(embeddedText(facts)).digest('hex').slice(0, 24)

/** Changes whenever {@link embeddedText} does, so that vectors of an older text are made again. */
const embeddedTextVersion = 1

/** The id under which the vectors of an encoder are kept. */
export const talentModelId = (embedder: { readonly id: string }): string => `${embedder.id}/talent-${embeddedTextVersion}`
