import { createHash } from 'node:crypto'
import type { FeeBand, SpokenLanguage, Talent, TalentFacts, TalentId, TalentSummary } from '../../src-preload/contract/talent.ts'
import type { Gender } from '../../src-preload/contract/words.ts'
import { fold } from '../spelling/folding.ts'

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
  readonly source: string
  readonly text_hash: string
  readonly created_at: string
  readonly updated_at: string
  readonly removed_at: string | null
  readonly indexed: number
}

/** The columns that a summary needs, for a query that leaves long texts on the disk. */
export const summaryColumns = 't.row, t.id, t.name, t.gender, t.playing_from, t.playing_to, t.height_cm, t.city, t.languages, t.skills, t.tags'

/** A row read with {@link summaryColumns} and `indexed`. */
export type SummaryRow = Pick<
  TalentRow,
  'row' | 'id' | 'name' | 'gender' | 'playing_from' | 'playing_to' | 'height_cm' | 'city' | 'languages' | 'skills' | 'tags' | 'indexed'
>

/** Everything unknown: what a person is made from when only the name is given. */
export const unknownFacts: Omit<TalentFacts, 'name'> = {
  legalName: '', spellings: [], gender: null, playingRange: null, heightCm: null, city: '', languages: [], skills: [], training: '', bio: '',
  credits: [], union: '', representation: '', phone: '', email: '', fee: null, availability: [], links: [], tags: [], notes: '', consent: null,
}

/** The folded name by which people are sorted and known again. */
export const nameKey = (name: string): string => fold(name)

/** The last ten digits of a phone number, by which it is known again with and without the country; empty where there are fewer than seven. */
export function phoneKey(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  return digits.length < 7 ? '' : digits.slice(-10)
}

/** A person in a list, out of a row. */
export function summaryOf(row: SummaryRow): TalentSummary {
  return {
    id: row.id as TalentId,
    name: row.name,
    gender: row.gender as Gender | null,
    playingRange: row.playing_from === null || row.playing_to === null ? null : { from: row.playing_from, to: row.playing_to },
    heightCm: row.height_cm,
    city: row.city,
    languages: JSON.parse(row.languages) as SpokenLanguage[],
    skills: JSON.parse(row.skills) as string[],
    tags: JSON.parse(row.tags) as string[],
    indexed: row.indexed === 1,
  }
}

/** A whole person, out of a row and the availability kept beside it. */
export function talentOf(row: TalentRow, availability: Talent['availability']): Talent {
  return {
    ...summaryOf(row),
    legalName: row.legal_name,
    spellings: JSON.parse(row.spellings) as string[],
    training: row.training,
    bio: row.bio,
    credits: JSON.parse(row.credits) as string[],
    union: row.union_card,
    representation: row.representation,
    phone: row.phone,
    email: row.email,
    fee: row.fee === null ? null : (JSON.parse(row.fee) as FeeBand),
    availability,
    links: JSON.parse(row.links) as string[],
    notes: row.notes,
    consent: row.consent === null ? null : (JSON.parse(row.consent) as Talent['consent']),
    source: row.source,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
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
    facts.credits.join('; '),
    facts.training,
  ].filter(Boolean).map(part => String(part).replace(/[.\s]+$/, '')).join('. ')
}

/** The hash by which a vector is known to be out of date: 24 hexadecimal digits. */
export const textHash = (facts: EmbeddedFacts): string => createHash('sha256').update(embeddedText(facts)).digest('hex').slice(0, 24)

/** Changes whenever {@link embeddedText} does, so that vectors of an older text are made again. */
const embeddedTextVersion = 1

/** The id under which the vectors of an encoder are kept. */
export const talentModelId = (embedder: { readonly id: string }): string => `${embedder.id}/talent-${embeddedTextVersion}`
