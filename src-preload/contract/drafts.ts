import { z } from 'zod'
import { procedure } from './errors.ts'
import { ProductionId } from './productions.ts'
import { Citation, Role, RoleId, RoleProposal, RoleSize } from './roles.ts'
import { DraftColour, ElementKind, ScriptId, ScriptSummary } from './scripts.ts'
import { SidesId } from './sides.ts'
import { Day, Nothing } from './words.ts'

/** Scripts that replace each other, the newest first; a script that is no draft of another is a line of one. */
export const DraftLine = z.object({ line: z.string(), scripts: z.array(ScriptSummary).min(1) })
export type DraftLine = z.infer<typeof DraftLine>

/** A scene of one of the two drafts; `index` is null for what stands before the first heading. */
export const SceneRef = z.object({
  index: z.number().int().min(0).nullable(),
  number: z.string().nullable(),
  heading: z.string(),
  page: z.number().int().positive(),
  element: z.number().int().min(0).describe('Index of its first element'),
})
export type SceneRef = z.infer<typeof SceneRef>

/** What became of a scene: `same` has the same words at the same place, `changed` others under a heading that stayed or not. */
export const SceneFate = z.enum(['same', 'changed', 'moved', 'renumbered', 'split', 'joined', 'omitted', 'new'])
export type SceneFate = z.infer<typeof SceneFate>

/** How many passages of a scene were cut, added and changed; a speech with another speaker counts as changed. */
export const SceneChanges = z.object({
  speechesCut: z.number().int(),
  speechesAdded: z.number().int(),
  speechesChanged: z.number().int(),
  actionsCut: z.number().int(),
  actionsAdded: z.number().int(),
  actionsChanged: z.number().int(),
  heading: z.boolean().describe('Whether the heading is another'),
  namesOnly: z.boolean().describe('True where nothing changed but names of roles'),
})
export type SceneChanges = z.infer<typeof SceneChanges>

/** A scene of the old draft beside its scene of the new one; several where it was split or joined. */
export const ScenePair = z.object({
  kind: SceneFate.describe('What weighs most'),
  also: z.array(SceneFate).describe('What else became of it, such as moved and changed'),
  old: z.array(SceneRef),
  new: z.array(SceneRef),
  likeness: z.number().min(0).max(1).describe('How much of the words is the same, 0 to 1'),
  changes: SceneChanges,
  roles: z.array(RoleId).describe('Roles whose speeches changed, were cut or added here'),
})
export type ScenePair = z.infer<typeof ScenePair>

/** How much a role speaks in a draft, and the size that follows from it. */
export const RoleFigures = z.object({ speeches: z.number().int(), words: z.number().int(), scenes: z.number().int(), size: RoleSize })
export type RoleFigures = z.infer<typeof RoleFigures>

/** A role as one of the drafts names it. */
export const DraftRole = z.object({ id: RoleId, name: z.string().describe('The name on its cues in that draft') })
export type DraftRole = z.infer<typeof DraftRole>

/** What became of a role; `renamed` and `merged` are suggestions until the user says so. */
export const RoleFate = z.enum(['new', 'gone', 'renamed', 'merged', 'split', 'kept'])
export type RoleFate = z.infer<typeof RoleFate>

/** What else changed of a role; the limits are in the totals of the report. */
export const RoleMark = z.enum(['aged', 'grown', 'shrunk', 'resized', 'asks', 'drops'])
export type RoleMark = z.infer<typeof RoleMark>

/** A fact that the drafts say differently of a role, each side with its line; null where that draft is silent. */
export const FactChange = z.object({
  before: z.object({ proposal: RoleProposal, citation: Citation }).nullable(),
  after: z.object({ proposal: RoleProposal, citation: Citation }).nullable(),
})
export type FactChange = z.infer<typeof FactChange>

/** Why roles are taken for one: a sentence, and lines that both drafts have. */
export const RoleEvidence = z.object({ reason: z.string(), lines: z.array(z.object({ old: Citation, new: Citation })) })
export type RoleEvidence = z.infer<typeof RoleEvidence>

/** What the new draft means for a role. */
export const RoleImpact = z.object({
  kind: RoleFate,
  old: z.array(DraftRole),
  new: z.array(DraftRole),
  decided: z.boolean().describe('False while the user has still to say whether they are one person'),
  marks: z.array(RoleMark),
  before: RoleFigures.nullable(),
  after: RoleFigures.nullable(),
  facts: z.array(FactChange),
  evidence: RoleEvidence.nullable(),
  scenes: z.array(z.number().int().min(0)).describe('Rows of the scenes in which its speeches changed'),
})
export type RoleImpact = z.infer<typeof RoleImpact>

/** The report in figures. */
export const DraftTotals = z.object({
  rolesNew: z.number().int(),
  rolesGone: z.number().int(),
  rolesRenamed: z.number().int(),
  rolesMerged: z.number().int(),
  rolesSplit: z.number().int(),
  rolesAged: z.number().int(),
  rolesGrown: z.number().int(),
  rolesShrunk: z.number().int(),
  scenesChanged: z.number().int().describe('Scenes with other words, split and joined ones too'),
  scenesMoved: z.number().int(),
  scenesNew: z.number().int(),
  scenesOmitted: z.number().int(),
  grownFrom: z.object({ share: z.number(), words: z.number().int() }).describe('A role has grown or shrunk where its words changed by this share and by so many words at least'),
})
export type DraftTotals = z.infer<typeof DraftTotals>

/** Sides that were cut from the old draft, and those of their scenes that are no longer as they were. */
export const OldSides = z.object({
  id: SidesId,
  roleId: RoleId,
  roleName: z.string(),
  title: z.string(),
  changed: z.array(z.string()).describe('Numbers of the scenes that changed, as the old draft has them; none where the sides still hold'),
})
export type OldSides = z.infer<typeof OldSides>

/** What a new draft means for casting. */
export const DraftReport = z.object({
  sides: z.array(OldSides).describe('Sides cut from the old draft, those with changed scenes first'),
  from: ScriptSummary,
  to: ScriptSummary,
  scenes: z.array(ScenePair).describe('In the order of the new draft, omitted scenes where they stood'),
  roles: z.array(RoleImpact),
  totals: DraftTotals,
})
export type DraftReport = z.infer<typeof DraftReport>

/** Part of a passage: words that both drafts have, or only the one it stands in. */
export const TextPiece = z.object({ text: z.string(), own: z.boolean() })
export type TextPiece = z.infer<typeof TextPiece>

/** A paragraph of a scene in one of the drafts. */
export const DraftPassage = z.object({ kind: ElementKind, element: z.number().int().min(0), page: z.number().int().positive(), pieces: z.array(TextPiece) })
export type DraftPassage = z.infer<typeof DraftPassage>

/** A row of two drafts side by side: paragraphs of the one beside those of the other, null where it has none. */
export const SideBySide = z.object({
  kind: z.enum(['same', 'changed', 'cut', 'added']),
  old: z.array(DraftPassage).nullable(),
  new: z.array(DraftPassage).nullable(),
})
export type SideBySide = z.infer<typeof SideBySide>

/** What the user says of a draft; keys left out stay. */
export const DraftChange = z.object({
  draftOf: ScriptId.nullable().optional().describe('Another script of the production whose line it joins; null gives it a line of its own'),
  colour: DraftColour.optional(),
  round: z.number().int().min(1).max(99).optional(),
  date: Day.nullable().optional(),
  name: z.string().trim().max(80).optional(),
})
export type DraftChange = z.infer<typeof DraftChange>

const two = { from: ScriptId.describe('The old draft'), to: ScriptId.describe('The new draft') }
const scenes = z.array(z.number().int().min(0).nullable()).max(50)

/** Drafts: a new colour arrives, and what it means for casting. */
export const drafts = {
  list: procedure
    .route({ summary: 'List the draft lines of a production, each with its scripts, the newest first' })
    .input(z.object({ productionId: ProductionId }))
    .output(z.array(DraftLine)),
  set: procedure
    .route({ summary: 'Say which draft a script is, or what it is a draft of' })
    .input(z.object({ scriptId: ScriptId, change: DraftChange }))
    .output(ScriptSummary),
  compare: procedure.route({ summary: 'Compare two drafts scene by scene and role by role' }).input(z.object(two)).output(DraftReport),
  sideBySide: procedure
    .route({ summary: 'Read scenes of two drafts side by side, with the words that differ' })
    .input(z.object({ ...two, old: scenes.describe('Indexes of the scenes'), new: scenes }))
    .output(z.array(SideBySide)),
  acceptRename: procedure
    .route({ summary: 'Say that roles of two drafts are one person: they are merged under the new name, and what was set on the old role stays' })
    .input(z.object({ ...two, old: z.array(RoleId).min(1), new: RoleId }))
    .output(z.object({ role: Role, merged: z.array(RoleId).describe('The roles that went into it'), nameBefore: z.string() })),
  undoRename: procedure
    .route({ summary: 'Take apart what acceptRename put together' })
    .input(z.object({ role: RoleId, merged: z.array(RoleId).min(1), name: z.string().trim().min(1).max(120) }))
    .output(Role),
  dismissRename: procedure
    .route({ summary: 'Say that roles of two drafts are not one person, so that it is not suggested again for these drafts' })
    .input(z.object({ ...two, old: z.array(RoleId).min(1), new: RoleId }))
    .output(Nothing),
}
