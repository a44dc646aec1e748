import { z } from 'zod'
import { ClaudePreview } from './claude.ts'
import { procedure } from './errors.ts'
import { ImportResult, TalentField, TalentId, TalentQuestion } from './talent.ts'
import { MadeFile, Ticket, work } from './words.ts'

/** The longest text that is pasted at once, in characters. */
export const longestPaste = 200_000

/** Where people come in from, other than a sheet: pasted text, or files (résumés, contacts, exports of CastMatch). */
export const ProfileSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), text: z.string().min(1).max(longestPaste) }),
  z.object({ kind: z.literal('files'), tickets: z.array(Ticket).min(1).max(200) }),
])
export type ProfileSource = z.infer<typeof ProfileSource>

/** Words of the source that a fact was read from, `to` left out, in UTF-16 units; `said` is what says nothing of a person. */
export const ProfileMark = z.object({ field: z.union([TalentField, z.literal('said')]), from: z.number().int().min(0), to: z.number().int().min(0) })
export type ProfileMark = z.infer<typeof ProfileMark>

/** A fact that would be written. */
export const ProposedFact = z.object({
  field: TalentField,
  read: z.string().describe('As it would stand in the book, in words'),
  before: z.string().nullable().describe('What stands in the book now; null where nothing does'),
  by: z.enum(['rules', 'claude']).describe('Who read it: CastMatch on this laptop, or Claude'),
})
export type ProposedFact = z.infer<typeof ProposedFact>

/** Somebody who would come into the book, shown before anything is written. */
export const ProposedPerson = z.object({
  key: z.string().describe('Names this person when they are taken in; the same source gives the same keys'),
  from: z.string().describe('The file, or "a message"'),
  name: z.string().describe('Empty where no name was found: one must be given'),
  known: z.object({ id: TalentId, name: z.string() }).nullable().describe('Who this is in the book already'),
  facts: z.array(ProposedFact).describe('What is new or would change; the name left out'),
  text: z.string().describe('The words they were read from; empty for contacts and exports'),
  marks: z.array(ProfileMark),
  acts: z.boolean().describe('False where nothing in a contact says that this person acts'),
})
export type ProposedPerson = z.infer<typeof ProposedPerson>

/** A file, or an entry of one, that gave nobody, and why. */
export const UnreadProfile = z.object({ from: z.string(), reason: z.string() })
export type UnreadProfile = z.infer<typeof UnreadProfile>

/** How many proposed people one answer shows at most. */
export const mostShown = 500

/** What was read of a source. */
export const ProfilesRead = z.object({
  people: z.array(ProposedPerson).max(mostShown),
  total: z.number().int().describe('How many there are; those past the first 500 are taken in unless left out'),
  nameless: z.number().int().describe('How many of them have no name; they are left out until one is given'),
  unread: z.array(UnreadProfile),
  byClaude: z.object({
    reading: z.string().describe('Names what Claude read, for `take`'),
    model: z.string(),
    asked: z.number().int().describe('Of how many people it read'),
    dropped: z.number().int().describe('Facts that no line bears out'),
  }).nullable(),
})
export type ProfilesRead = z.infer<typeof ProfilesRead>

/** What she chose before taking people in. */
export const ProfileChoices = z.object({
  leftOut: z.array(z.string()).max(20_000).default([]).describe('Keys of people who are not taken in'),
  without: z.record(z.string(), z.array(TalentField)).default({}).describe('For a key the facts that are not written'),
  names: z.record(z.string(), z.string().trim().min(1).max(160)).default({}).describe('For a key the name to keep them under'),
})
export type ProfileChoices = z.infer<typeof ProfileChoices>

/** Profiles: people as they send themselves, by WhatsApp, as a résumé, as a contact. */
export const profiles = {
  read: procedure
    .route({ summary: 'Look at who a message, résumés, contacts or an export speak of; nothing is written' })
    .input(z.object({ source: ProfileSource }))
    .output(work(ProfilesRead)),
  previewClaude: procedure
    .route({ summary: 'Show what reading them with Claude would send, profile by profile; sends nothing' })
    .input(z.object({ source: ProfileSource }))
    .output(z.object({ profiles: z.array(ClaudePreview).describe('The first 40, of whom Claude reads'), paise: z.number().int().nullable().describe('The most that all can cost; null where no price is known') })),
  readByClaude: procedure
    .route({ summary: 'Read them with Claude: facts that a line bears out stand beside those read here; nothing is written' })
    .input(z.object({ source: ProfileSource, overBudget: z.boolean().default(false).describe('She agreed that it may pass the monthly budget') }))
    .output(work(ProfilesRead)),
  take: procedure
    .route({ summary: 'Take them into the book, as one import that can be undone' })
    .input(z.object({ source: ProfileSource, choices: ProfileChoices.default({ leftOut: [], without: {}, names: {} }), reading: z.string().nullable().default(null).describe('What Claude read of them, where it is to be taken in') }))
    .output(work(ImportResult)),
  export: procedure
    .route({ summary: 'The people of the book as a file: JSON with everything, which CastMatch reads back, or a sheet' })
    .input(z.object({
      ids: z.array(TalentId).min(1).max(100_000).nullable().default(null).describe('Null for everybody'),
      question: TalentQuestion.nullable().default(null).describe('Instead of ids: everybody whom this finds'),
      format: z.enum(['json', 'csv', 'xlsx']),
    }))
    .output(MadeFile),
}
