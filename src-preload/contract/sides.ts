import { z } from 'zod'
import { procedure } from './errors.ts'
import { ProductionId } from './productions.ts'
import { RoleId } from './roles.ts'
import { Scene, ScriptId } from './scripts.ts'
import { MadeFile, Moment, Nothing, Ticket, work } from './words.ts'

/** The id of sides: a UUIDv7 as text. */
export const SidesId = z.string().min(1).brand<'SidesId'>()
export type SidesId = z.infer<typeof SidesId>

/** The most scenes of context that are printed on each side of a chosen scene. */
export const mostContext = 5

/** The most PDFs that one batch makes. */
export const mostCopies = 500

/** Scenes by their index in the script; kept ascending and each once. */
const Scenes = z.array(z.number().int().min(0)).max(400)

/** Who gets a copy, one name each; empty lines and doubles are left out by the office. */
const Recipients = z.array(z.string().max(120)).max(mostCopies)

/** What is cut from a script for a role, and what stands over it. */
export const SidesCut = z.object({
  roleId: RoleId,
  scriptId: ScriptId,
  scenes: Scenes.describe('Indexes of the scenes to be read'),
  context: z.number().int().min(0).max(mostContext).describe('Scenes before and after each, printed in grey'),
  title: z.string().max(120).describe('What they are for, such as "First round"; in the header beside the role'),
  note: z.string().max(2_000).describe('To the reader, above the first scene'),
})
export type SidesCut = z.infer<typeof SidesCut>

/** The draft that sides are cut from, as they say it on every page. */
export const SidesDraft = z.object({
  name: z.string(),
  fileName: z.string(),
  words: z.string().describe('Its colour and day, such as "Blue draft of 2 Nov 2026"'),
})
export type SidesDraft = z.infer<typeof SidesDraft>

/** Sides: the scenes that an actor reads for a role, cut from one draft and made anew from it whenever they are printed. */
export const Sides = SidesCut.extend({
  id: SidesId,
  productionId: ProductionId,
  roleName: z.string(),
  draft: SidesDraft,
  pages: z.number().int().min(0).describe('Printed pages; 0 where no scene is chosen'),
  recipients: z.array(z.string()),
  stale: z.boolean().describe('True where theirs is not the newest draft of its script any more, or was put away'),
  createdAt: Moment,
  updatedAt: Moment,
})
export type Sides = z.infer<typeof Sides>

/** What may be changed of sides; role and draft stay. */
export const SidesChange = SidesCut.omit({ roleId: true, scriptId: true }).partial().extend({ recipients: Recipients.optional() })
export type SidesChange = z.infer<typeof SidesChange>

/** A scene in which a role speaks, with what is heard there. */
export const RoleScene = z.object({
  scene: Scene,
  speeches: z.number().int().min(0),
  words: z.number().int().min(0),
  longest: z.number().int().min(0).describe('Words of its longest speech there'),
  with: z.array(z.object({ name: z.string(), speeches: z.number().int().min(1) })).describe('Who else speaks there, most speeches first'),
  reason: z.string().nullable().describe('Why it suits an audition, such as "most lines, alone with GEET"; null where it is not suggested'),
})
export type RoleScene = z.infer<typeof RoleScene>

/** The scenes of a role in one draft, in the order of the script. */
export const SidesSuggestion = z.object({ roleId: RoleId, roleName: z.string(), scriptId: ScriptId, draft: SidesDraft, scenes: z.array(RoleScene) })
export type SidesSuggestion = z.infer<typeof SidesSuggestion>

/** A line of type on a sheet of A4: points from the top left, `y` of the baseline; Courier is 0.6 of its size wide. */
export const SidesLine = z.object({
  text: z.string(),
  x: z.number(),
  y: z.number(),
  size: z.number(),
  face: z.enum(['courier', 'courierBold', 'courierItalic']),
  tone: z.enum(['ink', 'grey']),
  kind: z.enum([
    'heading', 'number', 'page', 'action', 'cue', 'parenthetical', 'dialogue', 'lyric', 'transition', 'shot', 'centered',
    'more', 'continued', 'label', 'gap', 'note', 'header', 'footer',
  ]),
  scene: z.number().int().min(0).nullable().describe('Index of its scene'),
  marked: z.boolean().describe('Spoken by the role in a scene to be read'),
})
export type SidesLine = z.infer<typeof SidesLine>

/** A filled rectangle: the tint and the bar beside what the role speaks, and the rules; points from the top left. */
export const SidesBox = z.object({ kind: z.enum(['tint', 'bar', 'rule', 'side']), x: z.number(), y: z.number(), width: z.number(), height: z.number() })
export type SidesBox = z.infer<typeof SidesBox>

/** A page as it is printed. */
export const SidesPage = z.object({ lines: z.array(SidesLine), boxes: z.array(SidesBox) })
export type SidesPage = z.infer<typeof SidesPage>

/** A line of the watermark, turned about its middle, which is that of the page; `dy` is how far below it lies before the turn. */
export const SidesMark = z.object({ text: z.string(), size: z.number(), dy: z.number() })
export type SidesMark = z.infer<typeof SidesMark>

/** Sides as they are printed: A4, in points; the watermark lies under the text of every page. */
export const SidesPaper = z.object({
  width: z.number(),
  height: z.number(),
  pages: z.array(SidesPage),
  watermark: z.object({ degrees: z.number(), lines: z.array(SidesMark) }).nullable(),
})
export type SidesPaper = z.infer<typeof SidesPaper>

/** A batch that was made and waits to be fetched: its ticket, its name, and how many PDFs and pages are in it. */
export const MadeBatch = z.object({ ticket: Ticket, name: z.string(), copies: z.number().int(), pages: z.number().int() })
export type MadeBatch = z.infer<typeof MadeBatch>

const Recipient = z.string().trim().max(120).nullable().describe('Whose copy; null prints no watermark')

/** Sides: what an actor reads at an audition. */
export const sides = {
  list: procedure
    .route({ summary: 'List the sides of a production, or of one of its roles, by role and newest first' })
    .input(z.object({ productionId: ProductionId, roleId: RoleId.optional() }))
    .output(z.array(Sides)),
  get: procedure.route({ summary: 'Read sides' }).input(z.object({ id: SidesId })).output(Sides),
  suggest: procedure
    .route({ summary: 'List the scenes of a role, with those that suit an audition and why' })
    .input(z.object({ roleId: RoleId, scriptId: ScriptId.optional().describe('The newest draft in which the role speaks where left out') }))
    .output(SidesSuggestion),
  create: procedure
    .route({ summary: 'Begin sides; what is left out is the newest draft of the role and the scenes suggested' })
    .input(z.object({ roleId: RoleId, scriptId: ScriptId.optional(), cut: SidesChange.optional() }))
    .output(Sides),
  update: procedure.route({ summary: 'Change sides' }).input(z.object({ id: SidesId, change: SidesChange })).output(Sides),
  remove: procedure.route({ summary: 'Put sides away; they can be restored' }).input(z.object({ id: SidesId })).output(Nothing),
  restore: procedure.route({ summary: 'Bring removed sides back' }).input(z.object({ id: SidesId })).output(Sides),
  preview: procedure
    .route({ summary: 'Lay sides out as they are printed, kept or not' })
    .input(z.object({ cut: SidesCut, recipient: Recipient.default(null) }))
    .output(SidesPaper),
  pdf: procedure
    .route({ summary: 'Make the PDF of sides, for one recipient or without a name' })
    .input(z.object({ id: SidesId, recipient: Recipient.default(null) }))
    .output(MadeFile),
  batch: procedure
    .route({ summary: 'Make a copy of sides for each recipient, as PDFs in a zip or as one PDF' })
    .input(z.object({
      rows: z.array(z.object({ sidesId: SidesId, recipients: Recipients.describe('Empty makes one copy without a name') })).min(1).max(200),
      combined: z.boolean().default(false).describe('One PDF with all copies one after another instead of a zip'),
    }))
    .output(work(MadeBatch)),
  collect: procedure.route({ summary: 'Fetch a batch that was made, by its ticket' }).input(z.object({ ticket: Ticket })).output(MadeFile),
}
