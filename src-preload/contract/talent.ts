import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { procedure } from './errors.ts'
import { Day, DaySpan, Fluency, Gender, Moment, Nothing, PlayingRange, Ticket, work } from './words.ts'

/** The id of a person in the talent book: a UUIDv7 as text. */
export const TalentId = z.string().min(1).brand<'TalentId'>()
export type TalentId = z.infer<typeof TalentId>

/** A language a person speaks; fluency null means the sheet did not say. */
export const SpokenLanguage = z.object({
  language: z.string().trim().min(1).max(60),
  fluency: Fluency.nullable(),
  dialects: z.array(z.string().trim().min(1).max(60)),
})
export type SpokenLanguage = z.infer<typeof SpokenLanguage>

/** A fee band in integer minor units (paise for INR), with the day it was quoted. */
export const FeeBand = z
  .object({
    from: z.number().int().min(0),
    to: z.number().int().min(0),
    currency: z.string().length(3),
    per: z.enum(['day', 'project']),
    asOf: Day.nullable(),
  })
  .refine(fee => fee.from <= fee.to, 'the fee band ends before it begins')
export type FeeBand = z.infer<typeof FeeBand>

/** A span of days and whether the person is to be had; days not listed are unknown. */
export const Availability = z.object({ span: DaySpan, state: z.enum(['free', 'pencilled', 'blocked']) })
export type Availability = z.infer<typeof Availability>

/** That a person agreed to be kept here: when, and for what. */
export const Consent = z.object({ given: z.boolean(), on: Day.nullable(), purpose: z.string() })
export type Consent = z.infer<typeof Consent>

/** What the office knows of a person; empty text, an empty list or null means unknown, never "no". */
export const TalentFacts = z.object({
  name: z.string().trim().min(1, 'a name is needed').max(160).describe('Screen name'),
  legalName: z.string().max(160),
  spellings: z.array(z.string().max(160)).describe('Other spellings of the name'),
  gender: Gender.nullable(),
  playingRange: PlayingRange.nullable(),
  heightCm: z.number().int().min(40).max(260).nullable(),
  city: z.string().max(120),
  languages: z.array(SpokenLanguage),
  skills: z.array(z.string().trim().min(1).max(160)),
  training: z.string().max(5_000),
  bio: z.string().max(20_000),
  credits: z.array(z.string().max(1_000)).describe('One credit a line: production, role, year as known'),
  union: z.string().max(160),
  representation: z.string().max(300).describe('Agent, manager or co-ordinator'),
  phone: z.string().max(60),
  email: z.string().max(200),
  fee: FeeBand.nullable(),
  availability: z.array(Availability),
  links: z.array(z.string().max(2_000)),
  tags: z.array(z.string().trim().min(1).max(60)),
  notes: z.string().max(20_000).describe("The casting director's own words"),
  consent: Consent.nullable(),
})
export type TalentFacts = z.infer<typeof TalentFacts>

/** A person in the talent book. */
export const Talent = TalentFacts.extend({
  id: TalentId,
  source: z.string().describe('Where the record came from: a sheet by name, the demo, or by hand'),
  createdAt: Moment,
  updatedAt: Moment,
  indexed: z.boolean().describe('Whether search by meaning knows this person as they stand now'),
})
export type Talent = z.infer<typeof Talent>

/** A person in a list. */
export const TalentSummary = Talent.pick({
  id: true, name: true, gender: true, playingRange: true, heightCm: true, city: true, languages: true, skills: true, tags: true, indexed: true,
})
export type TalentSummary = z.infer<typeof TalentSummary>

/** Filters set by hand, beside those read out of the sentence; all must hold. An unknown fact never excludes. */
export const TalentFilters = z.object({
  gender: Gender.optional(),
  playingRange: PlayingRange.optional().describe('Overlaps the playing range of the person'),
  language: z.string().optional(),
  skill: z.string().optional(),
  city: z.string().optional(),
  tag: z.string().optional(),
})
export type TalentFilters = z.infer<typeof TalentFilters>

/** Something understood from the sentence as a condition; it can be taken away by its id. */
export const Chip = z.object({
  id: z.string().describe('Stable for the same words: "gender:female", "age:30-40", "not:dancer"'),
  kind: z.enum(['gender', 'playingRange', 'language', 'skill', 'city', 'exclude']),
  label: z.string().describe('As shown: "Woman", "30 to 40", "not dancer"'),
})
export type Chip = z.infer<typeof Chip>

/** A person found, with why. */
export const FoundTalent = z.object({
  talent: TalentSummary,
  score: z.number().min(0).max(1),
  reasons: z.array(z.string()).describe('Which words in which field, which filter, or "similar in meaning"'),
})
export type FoundTalent = z.infer<typeof FoundTalent>

/** A column of a talent sheet is read as one of these. */
export const SheetField = z.enum([
  'name', 'legalName', 'spellings', 'gender', 'playingRange', 'height', 'city', 'languages', 'skills', 'training', 'bio', 'credits', 'union',
  'representation', 'phone', 'email', 'fee', 'links', 'tags', 'notes',
])
export type SheetField = z.infer<typeof SheetField>

/** For each column of the sheet, what it is read as; null leaves it out. */
export const SheetMapping = z.array(SheetField.nullable())
export type SheetMapping = z.infer<typeof SheetMapping>

/** A row that was not taken in: its line in the file (1-based, the header is line 1) and why. */
export const BadRow = z.object({ line: z.number().int().positive(), reason: z.string() })
export type BadRow = z.infer<typeof BadRow>

/** The first look at a sheet before it is imported. */
export const SheetPreview = z.object({
  ticket: Ticket.describe('The same sheet, ready for another preview or the import'),
  fileName: z.string(),
  columns: z.array(z.object({ header: z.string(), guess: SheetField.nullable(), samples: z.array(z.string()) })),
  mapping: SheetMapping,
  rows: z.array(z.object({
    line: z.number().int().positive(),
    read: z.partialRecord(SheetField, z.string()).describe('Each field as CastMatch reads it, in words'),
    problem: z.string().nullable().describe('Why the row would be left out'),
  })),
  total: z.number().int().describe('Rows in the sheet'),
  bad: z.array(BadRow).describe('All rows that would be left out under this mapping, at most 1,000'),
})
export type SheetPreview = z.infer<typeof SheetPreview>

/** What an import did. */
export const ImportResult = z.object({
  added: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  failed: z.array(BadRow),
})
export type ImportResult = z.infer<typeof ImportResult>

/** How far search by meaning has come. */
export const Indexing = z.object({ done: z.number().int(), total: z.number().int() })
export type Indexing = z.infer<typeof Indexing>

/** Talent: the casting director's own people. */
export const talent = {
  search: procedure
    .route({ summary: 'Find people by a sentence, by filters, or list everybody' })
    .input(z.object({
      text: z.string().max(2_000).default(''),
      without: z.array(z.string()).default([]).describe('Ids of chips that the user took away'),
      filters: TalentFilters.default({}),
      sort: z.enum(['best', 'name', 'newest']).default('best').describe('Without a text, best is by name'),
      limit: z.number().int().min(1).max(500).default(100),
      offset: z.number().int().min(0).default(0),
    }))
    .output(z.object({ understood: z.array(Chip), total: z.number().int(), people: z.array(FoundTalent) })),
  named: procedure
    .route({ summary: 'Find people by the letters their names begin with, misspelt names after them' })
    .input(z.object({ letters: z.string().max(200), limit: z.number().int().min(1).max(50).default(6) }))
    .output(z.array(TalentSummary)),
  get: procedure.route({ summary: 'Open one person' }).input(z.object({ id: TalentId })).output(Talent),
  create: procedure
    .route({ summary: 'Add a person by hand' })
    .input(z.object({ facts: TalentFacts.partial().required({ name: true }) }))
    .output(Talent),
  update: procedure
    .route({ summary: 'Change what is known of a person' })
    .input(z.object({ id: TalentId, change: TalentFacts.partial() }))
    .output(Talent),
  remove: procedure.route({ summary: 'Take a person out of the book; they can be restored' }).input(z.object({ id: TalentId })).output(Nothing),
  restore: procedure.route({ summary: 'Bring a removed person back' }).input(z.object({ id: TalentId })).output(Talent),
  previewSheet: procedure
    .route({ summary: 'Look at a talent sheet as it will be read' })
    .input(z.object({ ticket: Ticket, mapping: SheetMapping.optional().describe('Without it the columns are guessed from their headers') }))
    .output(SheetPreview),
  importSheet: procedure
    .route({ summary: 'Take a talent sheet in; good rows are kept, bad rows are listed' })
    .input(z.object({ ticket: Ticket, mapping: SheetMapping.optional() }))
    .output(work(ImportResult)),
  indexing: procedure
    .route({ summary: 'Follow search by meaning as it learns new people; ends when all are known' })
    .input(z.object({ follow: z.boolean().default(true).describe('True goes on for ever: it waits for the next people') }))
    .output(eventIterator(Indexing)),
}
