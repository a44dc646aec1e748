import { z } from 'zod'
import { procedure } from './errors.ts'
import { ProductionId } from './productions.ts'
import { Day, MadeFile, Moment, Nothing, Ticket, work } from './words.ts'

/** The id of a script: a UUIDv7 as text. */
export const ScriptId = z.string().min(1).brand<'ScriptId'>()
export type ScriptId = z.infer<typeof ScriptId>

/** The formats a script is read from. */
export const ScriptFormat = z.enum(['fountain', 'pdf', 'fdx', 'docx', 'txt'])
export type ScriptFormat = z.infer<typeof ScriptFormat>

/** Formats that say by layout alone what a line is; the others say it themselves. */
export const laidOutFormats: readonly ScriptFormat[] = ['pdf', 'txt', 'docx']

/** Inside, outside or both, as the heading says. */
export const Setting = z.enum(['INT', 'EXT', 'INT/EXT'])
export type Setting = z.infer<typeof Setting>

/** A doubt about the reading: a stable code, the page it is on (1-based, null for the whole) and a sentence for the user; `font` names a legacy font. */
export const ScriptWarning = z.object({ code: z.string(), page: z.number().int().positive().nullable(), message: z.string(), font: z.string().optional() })
export type ScriptWarning = z.infer<typeof ScriptWarning>

/** A scene as its heading states it. */
export const Scene = z.object({
  index: z.number().int().min(0).describe('Its place in the script, from 0'),
  number: z.string().nullable().describe('The number printed beside it, such as "58b"'),
  heading: z.string().describe('The heading as written, without its number'),
  setting: Setting.nullable(),
  place: z.string().nullable(),
  time: z.string().nullable().describe('DAY, NIGHT, LATER and the like, as written'),
  page: z.number().int().positive(),
  eighths: z.number().int().positive().describe('Its length in eighths of a page, at least 1'),
  element: z.number().int().min(0).describe('Index of its heading among the elements'),
})
export type Scene = z.infer<typeof Scene>

/** Somebody who speaks, as the cues name them. */
export const Character = z.object({
  name: z.string(),
  aliases: z.array(z.string()).describe('Other spellings of the same cue, such as different case or punctuation'),
  speeches: z.number().int().min(0),
  words: z.number().int().min(0),
  scenes: z.array(z.number().int().min(0)).describe('Indexes of the scenes in which they speak, ascending'),
})
export type Character = z.infer<typeof Character>

/** What a line of a screenplay is. */
export const ElementKind = z.enum([
  'heading', 'action', 'cue', 'parenthetical', 'dialogue', 'lyric', 'transition', 'shot', 'centered', 'section', 'synopsis', 'note',
])
export type ElementKind = z.infer<typeof ElementKind>

/** A paragraph of the script, in reading order, so that every fact can point at its page and scene. */
export const ScriptElement = z.object({
  index: z.number().int().min(0),
  kind: ElementKind,
  text: z.string(),
  page: z.number().int().positive(),
  scene: z.number().int().min(0).nullable().describe('Index of its scene, null before the first'),
  character: z.string().nullable().describe('Who speaks: on cues, parentheticals, dialogue and lyrics'),
  dual: z.enum(['left', 'right']).nullable().describe('Its side where two speak at once'),
})
export type ScriptElement = z.infer<typeof ScriptElement>

/** A page on which the reading is doubtful, and why, in sentences. */
export const DoubtfulPage = z.object({ page: z.number().int().positive(), reasons: z.array(z.string()) })
export type DoubtfulPage = z.infer<typeof DoubtfulPage>

/**
 * Below this confidence the user is asked to check the reading.
 *
 * Every fixture that is read right by its known counts lies above it (the least is 0.79), every odd layout of the tests that is read wrong
 * below it.
 */
export const doubtThreshold = 0.7

/** A script as read, kept or not. */
export const ScriptReading = z.object({
  title: z.string(),
  format: ScriptFormat,
  pages: z.number().int().positive(),
  confidence: z.number().min(0).max(1).describe('How sure the reading is, 0 to 1'),
  confidenceReasons: z.array(z.string()).describe('What lowered it, in words'),
  doubtfulPages: z.array(DoubtfulPage).describe('Pages on which the reading is doubtful, in their order'),
  warnings: z.array(ScriptWarning),
  scenes: z.array(Scene),
  characters: z.array(Character).describe('Most speeches first'),
})
export type ScriptReading = z.infer<typeof ScriptReading>

/** The colours of revised pages, in the order in which they are issued; after Cherry it begins again with 2nd White ("Double White"). */
export const DraftColour = z.enum(['white', 'blue', 'pink', 'yellow', 'green', 'goldenrod', 'buff', 'salmon', 'cherry'])
export type DraftColour = z.infer<typeof DraftColour>

/** Which draft a script is; of the drafts of one line only the newest counts for roles, sizes and matching. */
export const Draft = z.object({
  line: z.string().describe('Scripts of one line replace each other; episodes stand in lines of their own'),
  colour: DraftColour,
  round: z.number().int().min(1).max(99).describe('1 for White, 2 for 2nd White and so on'),
  date: Day.nullable(),
  name: z.string().describe('What the draft is called beside its colour, empty for nothing'),
  newest: z.boolean().describe('Whether it is the newest of its line'),
})
export type Draft = z.infer<typeof Draft>

/** A script that the office keeps. */
export const Script = ScriptReading.extend({
  id: ScriptId,
  productionId: ProductionId,
  fileName: z.string(),
  sha256: z.string(),
  addedAt: Moment,
  draft: Draft,
})
export type Script = z.infer<typeof Script>

/** A script in a list. */
export const ScriptSummary = Script.omit({ scenes: true, characters: true, warnings: true, confidenceReasons: true, doubtfulPages: true, sha256: true }).extend({
  sceneCount: z.number().int(),
  characterCount: z.number().int(),
})
export type ScriptSummary = z.infer<typeof ScriptSummary>

/** What a line of a page can be said to be; "nothing" is a running head, a page number, a stamp. */
export const LineKind = z.enum(['heading', 'action', 'cue', 'parenthetical', 'dialogue', 'transition', 'nothing'])
export type LineKind = z.infer<typeof LineKind>

/** What stands around a line, so that lines like it are known in another draft: its height on the page in points, null where paper says nothing. */
export const LineAround = z.object({
  y: z.number().nullable(),
  opens: z.boolean().describe('A gap stands above it'),
  holds: z.boolean().describe('A line stands right below or beside it'),
  beside: z.enum(['alone', 'first', 'later']).describe('Its place among the parts of its printed line'),
})
export type LineAround = z.infer<typeof LineAround>

/** A line that the user pointed at, and what it is: where it stands says where all of its kind stand. */
export const LineExample = z.object({
  kind: LineKind,
  page: z.number().int().positive(),
  text: z.string().max(500),
  x: z.number().describe('Where it begins, from the left of the upright page, in points; in plain text, 7.2 for each character'),
  end: z.number().describe('Where it ends, likewise'),
  around: LineAround.optional(),
})
export type LineExample = z.infer<typeof LineExample>

/** How the user wants the scripts of a production read, where CastMatch alone is unsure. */
export const ReadChoices = z.object({
  lines: z.array(LineExample).max(60).describe('Lines that she said the kind of'),
  letters: z.enum(['convert', 'leave']).nullable().describe('What to do with text in a legacy font; null waits for her word'),
  saidOf: z.object({ fileName: z.string(), format: ScriptFormat }).optional().describe('The script of which the lines were named; set by the office'),
})
export type ReadChoices = z.infer<typeof ReadChoices>

/** A script as it would be read, with its text. */
export const TriedReading = z.object({ reading: ScriptReading, elements: z.array(ScriptElement) })
export type TriedReading = z.infer<typeof TriedReading>

/** A printed line and what it was read as: null on a title page, "nothing" where it was left out; lengths in points. */
export const PageLine = z.object({
  text: z.string(),
  x: z.number(),
  end: z.number(),
  y: z.number().describe('Its baseline from the top of the page'),
  height: z.number(),
  kind: LineKind.nullable(),
  around: LineAround,
})
export type PageLine = z.infer<typeof PageLine>

/** A page as it is printed: its size in points, its lines from top to bottom, and whether a picture of it can be had. */
export const PageLines = z.object({ width: z.number(), height: z.number(), hasPicture: z.boolean(), lines: z.array(PageLine) })
export type PageLines = z.infer<typeof PageLines>

/** Scripts: a screenplay arrives and is read into scenes and the people who speak. */
export const scripts = {
  list: procedure.route({ summary: 'List the scripts of a production, newest first' }).input(z.object({ productionId: ProductionId })).output(z.array(ScriptSummary)),
  get: procedure.route({ summary: 'Read a script: scenes, characters, doubts' }).input(z.object({ id: ScriptId })).output(Script),
  text: procedure
    .route({ summary: 'Read the text of a script, element by element' })
    .input(z.object({ id: ScriptId }))
    .output(z.array(ScriptElement)),
  import: procedure
    .route({ summary: 'Take a screenplay in; a known file opens its entry instead' })
    .input(z.object({ ticket: Ticket, productionId: ProductionId.nullable().describe('Null begins a production named after the script'),
      asPictures: z.boolean().optional().describe('Keeps a PDF of nothing but pictures, which is refused otherwise') }))
    .output(work(z.object({
      scriptId: ScriptId, productionId: ProductionId, alreadyThere: z.boolean(), draftOf: ScriptId.nullable().describe('The draft before it, where it was taken for a new draft'),
    }))),
  analyze: procedure
    .route({ summary: 'Read a screenplay without keeping it' })
    .input(z.object({ ticket: Ticket }))
    .output(work(ScriptReading)),
  choices: procedure.route({ summary: 'Read how the scripts of a production are to be read' }).input(z.object({ productionId: ProductionId })).output(ReadChoices),
  tryReading: procedure
    .route({ summary: 'Read a kept script with other choices, keeping nothing' })
    .input(z.object({ id: ScriptId, choices: ReadChoices }))
    .output(work(TriedReading)),
  readAgain: procedure
    .route({ summary: 'Read a kept script again with other choices, in place of the earlier reading, and remember them for the production' })
    .input(z.object({ id: ScriptId, choices: ReadChoices }))
    .output(work(z.object({ scriptId: ScriptId }))),
  pageLines: procedure
    .route({ summary: 'Read the printed lines of a page, each with what it was read as' })
    .input(z.object({ id: ScriptId, page: z.number().int().positive(), choices: ReadChoices.optional().describe('Left out: as the production has it') }))
    .output(PageLines),
  pagePicture: procedure
    .route({ summary: 'Draw a page of a PDF as a picture (PNG)' })
    .input(z.object({ id: ScriptId, page: z.number().int().positive(), width: z.number().int().min(400).max(2000).describe('In pixels') }))
    .output(MadeFile),
  readPictures: procedure
    .route({ summary: 'Let Claude read the pages that are pictures, and read the script again with their text' })
    .input(z.object({ id: ScriptId }))
    .output(work(z.object({ scriptId: ScriptId, pages: z.array(z.number().int().positive()).describe('The pages that were read') }))),
  remove: procedure
    .route({ summary: 'Put a script and the roles only it speaks of away; it can be restored' })
    .input(z.object({ id: ScriptId }))
    .output(Nothing),
  restore: procedure.route({ summary: 'Bring a removed script back' }).input(z.object({ id: ScriptId })).output(ScriptSummary),
}
