import { z } from 'zod'
import { procedure } from './errors.ts'
import { ProductionId } from './productions.ts'
import { Citation, RoleId } from './roles.ts'
import { Moment, work } from './words.ts'

/** What a clause of a breakdown is about. */
export const ClaimKind = z.enum(['who', 'playingRange', 'gender', 'language', 'look', 'skill', 'arc', 'relation', 'scale', 'flag', 'shootNeed'])
export type ClaimKind = z.infer<typeof ClaimKind>

/** Who says it: the rules that read the script on this laptop, Claude (the model named), or the user. */
export const Maker = z.discriminatedUnion('by', [
  z.object({ by: z.literal('script') }),
  z.object({ by: z.literal('claude'), model: z.string() }),
  z.object({ by: z.literal('user') }),
])
export type Maker = z.infer<typeof Maker>

/** A clause of a breakdown, with the lines that it rests on; only what the user set by hand may stand without. */
export const Claim = z.object({
  kind: ClaimKind,
  text: z.string().describe('One clause or sentence, with the stop it ends in'),
  citations: z.array(Citation),
  madeBy: Maker,
})
export type Claim = z.infer<typeof Claim>

/** What must be settled with an actor, and often with a guardian or a stunt master, before the part is offered. */
export const FlagWord = z.enum([
  'intimacy', 'stunt', 'minor', 'animals', 'smoking', 'alcohol', 'singing', 'dancing', 'swimming', 'riding', 'driving', 'night', 'prosthetics',
])
export type FlagWord = z.infer<typeof FlagWord>

/** What the user says of a flag: it is there, it is not, or what was read stands. */
export const FlagSaid = z.enum(['set', 'cleared', 'asRead'])
export type FlagSaid = z.infer<typeof FlagSaid>

/** A flag on a role: read from the lines cited, set by hand, or read and cleared by hand. */
export const RoleFlag = z.object({
  flag: FlagWord,
  said: FlagSaid,
  places: z.number().int().min(0).describe('How many lines show it; the first of them are cited'),
  citations: z.array(Citation),
  madeBy: Maker,
})
export type RoleFlag = z.infer<typeof RoleFlag>

/** A breakdown as it was drafted, before anybody edited it. */
export const BreakdownDraft = z.object({
  paragraph: z.string().describe('The clauses in order, as running text'),
  claims: z.array(Claim),
  madeBy: Maker,
})
export type BreakdownDraft = z.infer<typeof BreakdownDraft>

/** The casting breakdown of a role: its paragraph as it stands, the clauses behind it with their lines, and its flags. */
export const Breakdown = z.object({
  roleId: RoleId,
  paragraph: z.string().describe('Hers where she edited it, else the draft'),
  claims: z.array(Claim).describe('Of the draft that the paragraph is, or was written from'),
  state: z.enum(['draftedFromScript', 'draftedByClaude', 'edited']),
  madeBy: Maker,
  edited: z.object({ at: Moment }).nullable(),
  stale: z.boolean().describe('The script, or what is known of the role, changed since the draft under the paragraph was made'),
  newer: BreakdownDraft.nullable().describe('A draft that came after the text she edited; it never takes its place by itself'),
  byScript: BreakdownDraft.nullable().describe('What the rules say now, where the paragraph is by Claude or hers'),
  flags: z.array(RoleFlag),
  alsoWritten: z.array(z.object({ roleId: RoleId, name: z.string(), text: z.string() })).describe('Her texts of roles that were merged into this one'),
  claudeReady: z.boolean().describe('Whether Claude can be asked now'),
})
export type Breakdown = z.infer<typeof Breakdown>

/** What came of drafting: what was dropped is counted, since it is never shown. */
export const Drafted = z.object({
  drafted: z.number().int().describe('Roles that have a new draft'),
  keptEdited: z.number().int().describe('Of them, those whose paragraph is hers and stands as it was'),
  failed: z.array(z.object({ roleId: RoleId, name: z.string(), reason: z.string() })).describe('Roles that keep the draft they had, and why'),
  droppedClaims: z.number().int().describe('Clauses that no line of the script bore out'),
  droppedCitations: z.number().int().describe('Citations that named no line, or words that do not stand in it'),
  requests: z.number().int(),
  fromCache: z.number().int().describe('Requests that were answered before and were not sent again'),
})
export type Drafted = z.infer<typeof Drafted>

/** Breakdowns: what an agent is sent of a role, every clause with the page it comes from. */
export const breakdowns = {
  get: procedure
    .route({ summary: 'Read the breakdown of a role; where the script changed, it is drafted anew from its lines' })
    .input(z.object({ roleId: RoleId }))
    .output(Breakdown),
  edit: procedure
    .route({ summary: 'Keep the words of the user; no later draft touches them' })
    .input(z.object({ roleId: RoleId, text: z.string().max(20_000) }))
    .output(Breakdown),
  resetToDraft: procedure
    .route({ summary: 'Put the words of the user away and show the newest draft; it can be undone' })
    .input(z.object({ roleId: RoleId }))
    .output(Breakdown),
  undoReset: procedure
    .route({ summary: 'Bring the words that were put away last back' })
    .input(z.object({ roleId: RoleId }))
    .output(Breakdown),
  keepEdited: procedure
    .route({ summary: 'Say that the edited words stand beside the newest draft too, so that it is not offered again' })
    .input(z.object({ roleId: RoleId }))
    .output(Breakdown),
  draft: procedure
    .route({ summary: 'Draft one role or all of a production, from the lines on this laptop or by Claude; what was edited stays' })
    .input(z.object({
      productionId: ProductionId,
      roleId: RoleId.nullable().describe('Null drafts every role that speaks'),
      how: z.enum(['offline', 'claude']),
    }))
    .output(work(Drafted)),
  flag: procedure
    .route({ summary: 'Set or clear a flag by hand, or let what was read stand again' })
    .input(z.object({ roleId: RoleId, flag: FlagWord, said: FlagSaid }))
    .output(Breakdown),
}
