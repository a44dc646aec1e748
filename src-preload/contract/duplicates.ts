import { z } from 'zod'
import { procedure } from './errors.ts'
import { Talent, TalentFacts, TalentField, TalentId } from './talent.ts'
import { Moment, Nothing, work } from './words.ts'

/** The id of two records that may be one person: a UUIDv7 as text. */
export const DuplicateId = z.string().min(1).brand<'DuplicateId'>()
export type DuplicateId = z.infer<typeof DuplicateId>

/** The id of a merge: a UUIDv7 as text. */
export const MergeId = z.string().min(1).brand<'MergeId'>()
export type MergeId = z.infer<typeof MergeId>

/** Something that speaks for two records being one person, or against it. */
export const DuplicateReason = z.object({
  speaks: z.enum(['for', 'against']),
  words: z.string().describe('"same phone", "names sound alike: Vijaylaxmi / Vijayalakshmi", "born 12 years apart"'),
})
export type DuplicateReason = z.infer<typeof DuplicateReason>

/** Two records that may be one person; nothing is done about it but by the user. */
export const Duplicate = z.object({
  id: DuplicateId,
  people: z.array(z.object({ id: TalentId, name: z.string() })).length(2),
  likelihood: z.number().min(0).max(1).describe('How likely they are one person, by the weights that are stated'),
  reasons: z.array(DuplicateReason).describe('The weightiest first, those that speak for it before those against'),
})
export type Duplicate = z.infer<typeof Duplicate>

/** Which record a fact is taken from; both where it is a list or a text that can be joined. */
export const Taken = z.enum(['kept', 'other', 'both'])
export type Taken = z.infer<typeof Taken>

/** How a fact stands in two records: they say the same, only one of them says something, or they differ. */
export const ComparedFact = z.object({
  field: TalentField,
  state: z.enum(['same', 'one', 'differs']),
  joins: z.boolean().describe('Whether both can be kept'),
  proposed: Taken.describe('What is known before what is not, lists and notes of both, else what was written later'),
})
export type ComparedFact = z.infer<typeof ComparedFact>

/** Two records side by side. */
export const ComparedRecords = z.object({
  kept: Talent.describe('The one proposed to stay: on more lists, in more sessions, or else better known'),
  other: Talent,
  facts: z.array(ComparedFact).describe('What at least one of them says, in the order of the facts'),
  likelihood: z.number().min(0).max(1),
  reasons: z.array(DuplicateReason),
})
export type ComparedRecords = z.infer<typeof ComparedRecords>

/** A record that was merged into another. */
export const TalentMerge = z.object({
  id: MergeId,
  keptId: TalentId,
  goneId: TalentId,
  goneName: z.string(),
  at: Moment,
  notTaken: z.object({ kept: TalentFacts.partial(), other: TalentFacts.partial() }).describe('What either record said that the kept one does not say now'),
  undone: z.boolean(),
})
export type TalentMerge = z.infer<typeof TalentMerge>

/** The same person twice in the book: suggested with reasons, decided by the user, every decision to be taken back. */
export const duplicates = {
  list: procedure
    .route({ summary: 'List the records that may be one person, the likeliest first' })
    .input(z.object({ limit: z.number().int().min(1).max(200).default(50), offset: z.number().int().min(0).default(0) }))
    .output(z.object({
      total: z.number().int().describe('Pairs'),
      people: z.number().int().describe('People in those pairs'),
      waiting: z.number().int().describe('People who are still to be compared'),
      pairs: z.array(Duplicate),
    })),
  find: procedure
    .route({ summary: 'Compare who was added or changed since the last time; `all` compares everybody anew' })
    .input(z.object({ all: z.boolean().default(false) }))
    .output(work(z.object({ people: z.number().int(), suggested: z.number().int() }))),
  compare: procedure
    .route({ summary: 'Lay two records side by side, with what a merge would take' })
    .input(z.object({ id: DuplicateId, keep: TalentId.optional().describe('Which of the two is to stay, where it is not the one proposed') }))
    .output(ComparedRecords),
  dismiss: procedure
    .route({ summary: 'Say that two records are two people; they are not suggested again' })
    .input(z.object({ id: DuplicateId }))
    .output(Nothing),
  reopen: procedure.route({ summary: 'Take back that two records are two people' }).input(z.object({ id: DuplicateId })).output(Nothing),
  merge: procedure
    .route({ summary: 'Make one record of two; lists, sessions, memories and media of the other follow to the kept one' })
    .input(z.object({
      keptId: TalentId,
      otherId: TalentId,
      take: z.partialRecord(TalentField, Taken).default({}).describe('What is not named is taken as proposed'),
    }))
    .output(z.object({ merge: TalentMerge, talent: Talent })),
  unmerge: procedure
    .route({ summary: 'Take a merge back: both records stand as they did, but for what was changed since' })
    .input(z.object({ id: MergeId }))
    .output(z.object({ changedSince: z.array(TalentField).describe('Facts that were changed after the merge and stay as they are') })),
  merged: procedure
    .route({ summary: 'List what was merged into a person, the newest first' })
    .input(z.object({ id: TalentId }))
    .output(z.array(TalentMerge)),
}
