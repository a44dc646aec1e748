import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { procedure } from './errors.ts'
import { BrandConflict, Credit, FactOrigin, Guardian, Measurements, Passport, PastAudition, PermitItem, SkillProof, UnionCard } from './talentFacts.ts'
import { Day, DaySpan, Fluency, Gender, MadeFile, Moment, Nothing, PlayingRange, Ticket, work } from './words.ts'

/** The id of a person in the talent book: a UUIDv7 as text. */
export const TalentId = z.string().min(1).brand<'TalentId'>()
export type TalentId = z.infer<typeof TalentId>

/** The id of a file of a person, by which the doors serve it: a UUIDv7 as text. */
export const MediaId = z.string().min(1).brand<'MediaId'>()
export type MediaId = z.infer<typeof MediaId>

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
  born: Day.nullable(),
  heightCm: z.number().int().min(40).max(260).nullable(),
  measurements: Measurements,
  city: z.string().max(120),
  languages: z.array(SpokenLanguage),
  skills: z.array(z.string().trim().min(1).max(160)),
  proofs: z.array(SkillProof),
  training: z.string().max(5_000),
  bio: z.string().max(20_000),
  credits: z.array(Credit),
  union: z.string().max(160),
  unionCard: UnionCard.nullable(),
  passport: Passport.nullable(),
  representation: z.string().max(300).describe('Agent or manager'),
  coordinator: z.string().max(300).describe('Co-ordinator, with how to reach them'),
  phone: z.string().max(60),
  email: z.string().max(200),
  fee: FeeBand.nullable(),
  availability: z.array(Availability),
  conflicts: z.array(BrandConflict).describe('The ledger: past ones are kept'),
  guardian: Guardian.nullable(),
  permit: z.array(PermitItem).describe('The checklist of a minor'),
  auditions: z.array(PastAudition).describe('From before CastMatch; those of this office stand with its sessions'),
  links: z.array(z.string().max(2_000)),
  tags: z.array(z.string().trim().min(1).max(60)),
  notes: z.string().max(20_000).describe("The casting director's own words"),
  consent: Consent.nullable(),
})
export type TalentFacts = z.infer<typeof TalentFacts>

/** The name of a fact. */
export const TalentField = TalentFacts.keyof()
export type TalentField = z.infer<typeof TalentField>

/** Where each fact came from; one that was never known is missing. */
export const FactOrigins = z.partialRecord(TalentField, FactOrigin)
export type FactOrigins = z.infer<typeof FactOrigins>

/** A person in the talent book, as they are held against a role. */
export const TalentRecord = TalentFacts.extend({
  id: TalentId,
  source: z.string().describe('Where the record came from: a sheet by name, the demo, or by hand'),
  createdAt: Moment,
  updatedAt: Moment,
  indexed: z.boolean().describe('Whether search by meaning knows this person as they stand now'),
  picture: MediaId.nullable().describe('The main headshot; null where there is none'),
})
export type TalentRecord = z.infer<typeof TalentRecord>

/** A person in the talent book, with where each fact came from. */
export const Talent = TalentRecord.extend({ sources: FactOrigins })
export type Talent = z.infer<typeof Talent>

/** A person in a list. */
export const TalentSummary = Talent.pick({
  id: true, name: true, gender: true, playingRange: true, born: true, heightCm: true, city: true, languages: true, skills: true, tags: true, indexed: true, picture: true,
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
  kind: z.enum(['gender', 'playingRange', 'language', 'skill', 'city', 'fee', 'dates', 'height', 'tag', 'union', 'passport', 'minor', 'media', 'like', 'exclude']),
  label: z.string().describe('As shown: "Woman", "30 to 40", "Up to ₹2 lakh a day", "Free 3 to 9 Mar", "not dancer"'),
})
export type Chip = z.infer<typeof Chip>

/** What people are searched by: a sentence, filters, and somebody to be like. */
export const TalentQuestion = z.object({
  text: z.string().max(2_000).default(''),
  without: z.array(z.string()).default([]).describe('Ids of chips that the user took away'),
  filters: TalentFilters.default({}),
  like: TalentId.nullable().optional().describe('Somebody whom the others are to be like; they themselves are left out'),
})
export type TalentQuestion = z.infer<typeof TalentQuestion>

/** How many people have a value of a fact, under all conditions but the filter of that fact. */
export const Facet = z.object({
  of: z.enum(['gender', 'playingRange', 'language', 'city', 'tag', 'skill']),
  values: z.array(z.object({
    label: z.string(),
    count: z.number().int(),
    filter: TalentFilters.describe('What is set when the value is chosen'),
  })).describe('Most people first; genders and decades of the playing range in their order; twelve at most'),
  unknown: z.number().int().describe('People of whom the fact is not known: a filter leaves them in'),
})
export type Facet = z.infer<typeof Facet>

/** A piece of a text, and whether it answers the search. */
export const MarkedPiece = z.object({ text: z.string(), marked: z.boolean() })
export type MarkedPiece = z.infer<typeof MarkedPiece>

/** Why somebody was found, piece by piece. */
export const Explanation = z.object({
  conditions: z.array(z.object({
    label: z.string().describe('The chip: "Up to ₹2 lakh a day"'),
    says: z.string().describe('What the record says of it: "₹1.5 lakh a day", "fee not known"'),
    known: z.boolean(),
  })),
  texts: z.array(z.object({ field: z.string().describe('In words: "skills", "biography"'), pieces: z.array(MarkedPiece).describe('The part of the text round the words that answer') })),
  nearest: z.object({ field: z.string(), sentence: z.string() }).nullable().describe('The sentence of the profile that is nearest in meaning'),
  name: z.string().nullable().describe('The name, where it is spelt like the words asked for'),
})
export type Explanation = z.infer<typeof Explanation>

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
  'representation', 'coordinator', 'phone', 'email', 'fee', 'links', 'tags', 'notes', 'born', 'measurements', 'weight', 'chest', 'waist', 'hips', 'inseam',
  'shoe', 'clothing', 'hair', 'eyes', 'cardNumber', 'passport', 'guardian', 'conflicts', 'consent',
])
export type SheetField = z.infer<typeof SheetField>

/** For each column of the sheet, what it is read as; null leaves it out. */
export const SheetMapping = z.array(SheetField.nullable())
export type SheetMapping = z.infer<typeof SheetMapping>

/** Which of the two numbers of a date is the day: "03/04/1996" is 3 April or 4 March. */
export const DateOrder = z.enum(['dayFirst', 'monthFirst'])
export type DateOrder = z.infer<typeof DateOrder>

/** A row that was not taken in: its line in the file (1-based, the header is line 1) and why. */
export const BadRow = z.object({ line: z.number().int().positive(), reason: z.string() })
export type BadRow = z.infer<typeof BadRow>

/** The first look at a sheet before it is imported. */
export const SheetPreview = z.object({
  ticket: Ticket.describe('The same sheet, ready for another preview or the import'),
  fileName: z.string(),
  sheets: z.array(z.string()).describe('The sheets of a workbook by name; none for a file that is one sheet'),
  sheet: z.string().describe('The sheet that is read: the one asked for, else the one that reads most as people'),
  columns: z.array(z.object({ header: z.string(), guess: SheetField.nullable(), samples: z.array(z.string()), hidden: z.boolean().describe('Hidden in the workbook: left out unless it is chosen') })),
  mapping: SheetMapping,
  mappedAs: z.string().nullable().describe('The name of the saved mapping that it is read by'),
  rows: z.array(z.object({
    line: z.number().int().positive(),
    read: z.partialRecord(SheetField, z.string()).describe('Each field as CastMatch reads it, in words'),
    problem: z.string().nullable().describe('Why the row would be left out'),
    outcome: z.string().describe('What would be done: "new", "changes 3 facts of Tara Sood", "nothing new"; empty where the row would be left out'),
  })),
  dates: z.object({
    heading: z.string(),
    sample: z.string().describe('The first date that could be two days, as it stands'),
    dayFirst: Day.describe('What it is where the day stands first'),
    monthFirst: Day,
    order: DateOrder.nullable().describe('What was said of it, now or with the saved mapping; null reads the day first'),
  }).nullable().describe('What is to be asked of a column of dates that could all be two days; null where one of them decides'),
  total: z.number().int().describe('Rows in the sheet'),
  warnings: z.array(z.string()).describe('What the user should know before the sheet comes in'),
  bad: z.array(BadRow).describe('All rows that would be left out under this mapping, at most 1,000'),
})
export type SheetPreview = z.infer<typeof SheetPreview>

/** The id of an import, by which it is undone: a UUIDv7 as text. */
export const ImportId = z.string().min(1).brand<'ImportId'>()
export type ImportId = z.infer<typeof ImportId>

/** What an import did. */
export const ImportResult = z.object({
  importId: ImportId,
  added: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  failed: z.array(BadRow),
})
export type ImportResult = z.infer<typeof ImportResult>

/** How far search by meaning has come. */
export const Indexing = z.object({
  done: z.number().int(),
  total: z.number().int(),
  resting: z.literal('battery').optional().describe('Why nothing is learnt for now'),
})
export type Indexing = z.infer<typeof Indexing>

/** Talent: the casting director's own people. */
export const talent = {
  search: procedure
    .route({ summary: 'Find people by a sentence, by filters, or list everybody' })
    .input(TalentQuestion.extend({
      sort: z.enum(['best', 'name', 'newest']).default('best').describe('Without a text, best is by name'),
      limit: z.number().int().min(1).max(500).default(100),
      offset: z.number().int().min(0).default(0),
    }))
    .output(z.object({ understood: z.array(Chip), total: z.number().int(), people: z.array(FoundTalent) })),
  facets: procedure
    .route({ summary: 'Count the found by gender, language, city, playing range, tag and skill' })
    .input(TalentQuestion)
    .output(z.array(Facet)),
  explain: procedure
    .route({ summary: 'Tell why somebody was found: the words, the conditions, the nearest sentence' })
    .input(TalentQuestion.extend({ id: TalentId }))
    .output(Explanation),
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
    .input(z.object({ ticket: Ticket, mapping: SheetMapping.optional().describe('Without it the columns are guessed from their headers'), dates: DateOrder.optional().describe('Where the dates do not tell it themselves'), sheet: z.string().optional().describe('Which sheet of a workbook') }))
    .output(SheetPreview),
  badRows: procedure
    .route({ summary: 'The rows of a sheet that would be left out, as CSV with line, reason and the row itself' })
    .input(z.object({ ticket: Ticket, mapping: SheetMapping.optional(), dates: DateOrder.optional(), sheet: z.string().optional() }))
    .output(MadeFile),
  importSheet: procedure
    .route({ summary: 'Take a talent sheet in; good rows are kept, bad rows are listed' })
    .input(z.object({ ticket: Ticket, mapping: SheetMapping.optional(), dates: DateOrder.optional(), sheet: z.string().optional() }))
    .output(work(ImportResult)),
  indexing: procedure
    .route({ summary: 'Follow search by meaning as it learns new people; ends when all are known' })
    .input(z.object({ follow: z.boolean().default(true).describe('True goes on for ever: it waits for the next people') }))
    .output(eventIterator(Indexing)),
}
