import { z } from 'zod'
import { procedure } from './errors.ts'
import { MediaId, TalentId } from './talent.ts'
import { Day, MadeFile, Moment, Nothing, Ticket, work } from './words.ts'

/** What a file is to a casting director. */
export const MediaKind = z.enum(['headshot', 'reel', 'selfTape', 'document'])
export type MediaKind = z.infer<typeof MediaKind>

/** How the page can show a file: 'closed' is a HEIC, which is kept but cannot be opened here. */
export const MediaForm = z.enum(['picture', 'video', 'pdf', 'closed'])
export type MediaForm = z.infer<typeof MediaForm>

/** A file of a person. It is fetched from the door by its id: `/media/ID`, its small pictures from `/media/ID/thumb/96` and `/480`. */
export const Media = z.object({
  id: MediaId,
  talentId: TalentId,
  kind: MediaKind,
  form: MediaForm,
  mime: z.string().describe('What it truly is, whatever its name says'),
  fileName: z.string(),
  bytes: z.number().int().min(0),
  width: z.number().int().nullable().describe('Upright, in pixels; null where it is no picture'),
  height: z.number().int().nullable(),
  takenOn: Day.nullable(),
  caption: z.string(),
  isMain: z.boolean().describe('The one headshot that stands for the person'),
  source: z.string(),
  addedAt: Moment,
  missing: z.boolean().describe('True where the file was taken away from the media folder'),
})
export type Media = z.infer<typeof Media>

/** What may be changed of a file of a person. */
export const MediaChange = z.object({
  kind: MediaKind.optional(),
  takenOn: Day.nullable().optional(),
  caption: z.string().max(500).optional(),
  isMain: z.literal(true).optional().describe('Makes this headshot the main one; the other steps back'),
})
export type MediaChange = z.infer<typeof MediaChange>

/** What adding a file did; `alreadyThere` where this very file is among those of the person. */
export const AddedMedia = z.object({ media: Media, alreadyThere: z.boolean() })
export type AddedMedia = z.infer<typeof AddedMedia>

/** The most pictures that are taken in by their names in one go. */
export const mostHeadshots = 2_000

/** Somebody whom the name of a file may mean. */
export const NamedPerson = z.object({ id: TalentId, name: z.string(), picture: MediaId.nullable() })
export type NamedPerson = z.infer<typeof NamedPerson>

/** Whose picture a file is by its name: one person for sure, one of several, or nobody of the book. */
export const NamedPicture = z.object({
  fileName: z.string(),
  name: z.string().describe('The name read out of it, as a new person would be called; empty where there is none'),
  certainty: z.enum(['sure', 'doubtful', 'unknown']),
  people: z.array(NamedPerson).describe('The likeliest first; empty where it is unknown'),
})
export type NamedPicture = z.infer<typeof NamedPicture>

/** A picture with whom it is of: somebody of the book, or a new person by name. Two rows of one new name are one new person. */
export const PictureChoice = z.object({ ticket: Ticket, talentId: TalentId.optional(), newName: z.string().trim().min(1).max(160).optional() })
export type PictureChoice = z.infer<typeof PictureChoice>

/** What taking pictures in did: those added, the new people, those that were there already, and those left out with the reason. */
export const TakenPictures = z.object({
  batch: z.string().describe('By this all of it can be undone'),
  added: z.number().int(),
  people: z.number().int().describe('New people'),
  alreadyThere: z.number().int(),
  failed: z.array(z.object({ fileName: z.string(), reason: z.string() })),
})
export type TakenPictures = z.infer<typeof TakenPictures>

/** The narrowest and the widest picture of a page of a paper, in pixels. */
export const paperWidths = { least: 200, most: 2_400 } as const

/** A paper that was opened to be looked at. */
export const OpenPaper = z.object({ pages: z.number().int().min(0) })
export type OpenPaper = z.infer<typeof OpenPaper>

/** Headshots, reels, self-tapes and papers of people. */
export const media = {
  list: procedure
    .route({ summary: 'List the files of a person: the main headshot first, then the others, reels, self-tapes and documents, newest first' })
    .input(z.object({ talentId: TalentId }))
    .output(z.array(Media)),
  add: procedure
    .route({ summary: 'Add a file to a person; it is kept by its content, and shown as what it truly is' })
    .input(z.object({ ticket: Ticket, talentId: TalentId, kind: MediaKind.optional().describe('Guessed from the file where left out') }))
    .output(work(AddedMedia)),
  update: procedure.route({ summary: 'Change the caption, the day, the kind of a file, or make it the main headshot' }).input(z.object({ id: MediaId, change: MediaChange })).output(Media),
  remove: procedure.route({ summary: 'Take a file off a person; it can be restored' }).input(z.object({ id: MediaId })).output(Nothing),
  restore: procedure.route({ summary: 'Bring a removed file back' }).input(z.object({ id: MediaId })).output(Media),
  paper: procedure.route({ summary: 'Open a PDF of a person and tell how many pages it has' }).input(z.object({ id: MediaId })).output(OpenPaper),
  paperPage: procedure
    .route({ summary: 'Draw one page of a PDF of a person as a picture (PNG)' })
    .input(z.object({ id: MediaId, page: z.number().int().positive(), width: z.number().int().min(paperWidths.least).max(paperWidths.most).describe('In pixels') }))
    .output(MadeFile),
  whosePictures: procedure
    .route({ summary: 'Propose whose headshots files are, by their names; nothing is read or written' })
    .input(z.object({ fileNames: z.array(z.string().max(400)).min(1).max(mostHeadshots) }))
    .output(z.array(NamedPicture)),
  takePictures: procedure
    .route({ summary: 'Take headshots in, each for its person; all are written at once, or none' })
    .input(z.object({ choices: z.array(PictureChoice).min(1).max(mostHeadshots) }))
    .output(work(TakenPictures)),
  undoPictures: procedure
    .route({ summary: 'Take back all that one taking-in of headshots added: the pictures, and the new people' })
    .input(z.object({ batch: z.string().min(1).max(200) }))
    .output(z.object({ pictures: z.number().int(), people: z.number().int() })),
}
