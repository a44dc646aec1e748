import { z } from 'zod'
import { procedure } from './errors.ts'
import { ProductionId } from './productions.ts'
import { ScriptId } from './scripts.ts'
import { DaySpan, Fluency, Gender, Nothing, PlayingRange } from './words.ts'

/** The id of a role: a UUIDv7 as text. */
export const RoleId = z.string().min(1).brand<'RoleId'>()
export type RoleId = z.infer<typeof RoleId>

/** How large a part is. */
export const RoleSize = z.enum(['lead', 'supporting', 'dayPlayer'])
export type RoleSize = z.infer<typeof RoleSize>

/** The line of the script that a fact rests on. */
export const Citation = z.object({
  scriptId: ScriptId,
  page: z.number().int().positive(),
  scene: z.number().int().min(0).nullable().describe('Index of the scene'),
  sceneNumber: z.string().nullable(),
  element: z.number().int().min(0).describe('Index of the element in the text of the script'),
  quote: z.string().describe('The words, as written'),
})
export type Citation = z.infer<typeof Citation>

/** What a role asks for; must-haves are gates, the rest is wished for. */
export const Asked = z.object({ name: z.string().trim().min(1).max(80), must: z.boolean() })
export type Asked = z.infer<typeof Asked>

/** A language that is asked for, a dialect in brackets: "Hindi (Awadhi)"; without a fluency any will do. */
export const AskedLanguage = Asked.extend({ fluency: Fluency.optional().describe('At least so well') })
export type AskedLanguage = z.infer<typeof AskedLanguage>

/** What a role pays at most, in integer minor units. */
export const RoleBudget = z.object({ upTo: z.number().int().min(0), currency: z.string().length(3), per: z.enum(['day', 'project']) })
export type RoleBudget = z.infer<typeof RoleBudget>

/** Whether somebody is looked for who was seen in such parts before, or who never was. */
export const Typing = z.enum(['asSeen', 'againstType'])
export type Typing = z.infer<typeof Typing>

/** A hard condition; each can be lifted for a role. */
export const Gate = z.enum(['playingRange', 'gender', 'language', 'skill', 'availability', 'fee', 'brand', 'permit', 'union'])
export type Gate = z.infer<typeof Gate>

/** What the script's own lines say of a role; nothing stands here that the text does not say. */
export const RoleProposal = z.discriminatedUnion('field', [
  z.object({ field: z.literal('playingRange'), value: PlayingRange }),
  z.object({ field: z.literal('gender'), value: Gender }),
  z.object({ field: z.literal('look'), value: z.string() }),
  z.object({ field: z.literal('language'), value: z.string() }),
  z.object({ field: z.literal('skill'), value: z.string() }),
])
export type RoleProposal = z.infer<typeof RoleProposal>

/** A proposal on a role, with the line it comes from and what the user decided. */
export const StoredProposal = z.object({
  id: z.string(),
  proposal: RoleProposal,
  citation: Citation,
  state: z.enum(['proposed', 'accepted', 'dismissed']),
})
export type StoredProposal = z.infer<typeof StoredProposal>

/** Where a role speaks: one entry for each name and scene. */
export const Appearance = z.object({
  scriptId: ScriptId,
  characterName: z.string().describe('The name on the cue'),
  scene: z.number().int().min(0).nullable().describe('Index of the scene, null before the first heading'),
  sceneNumber: z.string().nullable(),
  heading: z.string().nullable(),
  page: z.number().int().positive().describe('Page of the first cue there'),
  element: z.number().int().min(0).describe('Index of that cue'),
  speeches: z.number().int(),
  words: z.number().int(),
  current: z.boolean().describe('Whether it stands in the newest draft, and so counts'),
})
export type Appearance = z.infer<typeof Appearance>

/** A role in one line. */
export const RoleSummary = z.object({
  id: RoleId,
  productionId: ProductionId,
  name: z.string(),
  size: RoleSize,
  playingRange: PlayingRange.nullable(),
  gender: Gender.nullable(),
  languages: z.array(AskedLanguage),
  skills: z.array(Asked),
  speeches: z.number().int(),
  words: z.number().int(),
  scenes: z.number().int(),
  firstPage: z.number().int().positive().nullable().describe('Where the role is first introduced or heard'),
  openProposals: z.number().int().describe('Proposals that wait for a decision'),
  suggestions: z.boolean().describe('Whether CastMatch may suggest talent for this role'),
})
export type RoleSummary = z.infer<typeof RoleSummary>

/** A role with everything the office knows of it. */
export const Role = RoleSummary.extend({
  sizeByHand: z.boolean().describe('True where the user set the size; else it follows from speeches and scenes'),
  look: z.string(),
  notes: z.string(),
  dates: DaySpan.nullable().describe('Days the role is needed; null means the shoot dates of the production'),
  budget: RoleBudget.nullable().describe('Null where none is set: no fee stops anybody'),
  union: z.string().describe('The union whose card is asked for; empty where none is'),
  typing: Typing.nullable().describe('Null where it does not matter'),
  liftedGates: z.array(Gate),
  introductions: z.array(Citation).describe('The lines that introduce the character'),
  proposals: z.array(StoredProposal),
  appearances: z.array(Appearance),
  mergedFrom: z.array(z.object({ id: RoleId, name: z.string() })).describe('Roles that were merged into this one and can be taken out again'),
  group: z.array(z.object({ id: RoleId, name: z.string() })).describe('The roles that a cue such as EDWARD AND WILL names; empty for one person or a crowd'),
})
export type Role = z.infer<typeof Role>

/** A role as one script has it: what it says there, and where. */
export const SpeakingRole = z.object({
  id: RoleId,
  name: z.string(),
  speeches: z.number().int(),
  scenes: z.array(z.number().int().min(0)).describe('Indexes of its scenes, ascending, each once'),
  appearances: z.array(Appearance.pick({ characterName: true, scene: true, element: true })).describe('One for each name and scene, in reading order'),
})
export type SpeakingRole = z.infer<typeof SpeakingRole>

/** Two roles that may be one person, the less heard one into the other; nothing is merged before the user says so. */
export const SuggestedMerge = z.object({
  into: RoleId,
  from: RoleId,
  reason: z.string().describe('Such as "spelt alike, never in one scene"'),
})
export type SuggestedMerge = z.infer<typeof SuggestedMerge>

/** What the user may say of a role. */
export const RoleChange = z.object({
  name: z.string().trim().min(1, 'a name is needed').max(120).optional(),
  size: RoleSize.nullable().optional().describe('Null returns to the size that follows from the script'),
  playingRange: PlayingRange.nullable().optional(),
  gender: Gender.nullable().optional(),
  languages: z.array(AskedLanguage).max(30).optional(),
  skills: z.array(Asked).max(60).optional(),
  look: z.string().max(5_000).optional(),
  notes: z.string().max(20_000).optional(),
  dates: DaySpan.nullable().optional(),
  budget: RoleBudget.nullable().optional(),
  union: z.string().trim().max(80).optional(),
  typing: Typing.nullable().optional(),
  liftedGates: z.array(Gate).optional(),
  suggestions: z.boolean().optional(),
})
export type RoleChange = z.infer<typeof RoleChange>

/** Roles: what the script asks the casting office to find. */
export const roles = {
  list: procedure.route({ summary: 'List the roles of a production, largest first' }).input(z.object({ productionId: ProductionId })).output(z.array(RoleSummary)),
  speaking: procedure.route({ summary: 'List the roles that speak in a script, most speeches there first' }).input(z.object({ scriptId: ScriptId })).output(z.array(SpeakingRole)),
  get: procedure.route({ summary: 'Read one role with its lines and proposals' }).input(z.object({ id: RoleId })).output(Role),
  update: procedure.route({ summary: 'Change a role' }).input(z.object({ id: RoleId, change: RoleChange })).output(Role),
  decideProposal: procedure
    .route({ summary: 'Accept a proposal, as it stands or edited, or dismiss it; proposed again undoes either' })
    .input(z.object({
      roleId: RoleId,
      proposalId: z.string(),
      state: z.enum(['proposed', 'accepted', 'dismissed']),
      edited: RoleProposal.optional().describe('The value to accept instead of the proposed one'),
    }))
    .output(Role),
  merge: procedure
    .route({ summary: 'Merge roles that are one person; the parts can be taken out again' })
    .input(z.object({ into: RoleId, from: z.array(RoleId).min(1) }))
    .output(Role),
  unmerge: procedure.route({ summary: 'Take a merged role out again as it was' }).input(z.object({ id: RoleId })).output(Role),
  suggestedMerges: procedure
    .route({ summary: 'List the roles that may be one person by their names, likeliest first, without those that were said to be two' })
    .input(z.object({ productionId: ProductionId }))
    .output(z.array(SuggestedMerge)),
  dismissMerge: procedure
    .route({ summary: 'Say that two roles are not one person, so that it is not suggested again' })
    .input(z.object({ into: RoleId, from: RoleId }))
    .output(Nothing),
  split: procedure
    .route({ summary: 'Make a role of its own from some of the appearances of another' })
    .input(z.object({
      id: RoleId,
      name: z.string().trim().min(1).max(120),
      appearances: z.array(z.object({ scriptId: ScriptId, characterName: z.string(), scene: z.number().int().nullable() })).min(1),
    }))
    .output(z.object({ remaining: Role, made: Role })),
  remove: procedure.route({ summary: 'Take a role off the list; it can be restored' }).input(z.object({ id: RoleId })).output(Nothing),
  restore: procedure.route({ summary: 'Bring a removed role back' }).input(z.object({ id: RoleId })).output(Role),
}
