import { z } from 'zod'
import { procedure } from './errors.ts'
import { BadRow, DateOrder, ImportId, SheetMapping, TalentField, TalentId } from './talent.ts'
import { MadeFile, Moment, Nothing, work } from './words.ts'

/** What an import brought people in from. */
export const ImportKind = z.enum(['sheet', 'contacts', 'message', 'resume', 'export', 'headshots'])
export type ImportKind = z.infer<typeof ImportKind>

/** How an import stands: `running`, `undoing` and `redoing` are under way. */
export const ImportState = z.enum(['running', 'done', 'undoing', 'undone', 'redoing'])
export type ImportState = z.infer<typeof ImportState>

/** An import of the past, in a list. */
export const EarlierImport = z.object({
  id: ImportId,
  kind: ImportKind,
  source: z.string().describe('Where the people came from, as their records say it'),
  fileName: z.string().describe('Empty where there was no file'),
  at: Moment,
  state: ImportState,
  undoneAt: Moment.nullable(),
  added: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  failed: z.number().int().describe('How many rows were left out'),
})
export type EarlierImport = z.infer<typeof EarlierImport>

/** Somebody whom undoing left as they are, all of them or some facts, and why. */
export const KeptPerson = z.object({
  id: TalentId,
  name: z.string(),
  reason: z.enum(['changedSince', 'inUse']).describe('changedSince: by hand or by a later import; inUse: added by this import, by now on a list or in a session'),
  facts: z.array(TalentField).describe('Which facts were kept; empty: the whole person'),
})
export type KeptPerson = z.infer<typeof KeptPerson>

/** One import with the rows that were left out and, where it was undone, whom that left as they are. */
export const ImportDetails = EarlierImport.extend({
  bad: z.array(BadRow).describe('At most 1,000'),
  kept: z.array(KeptPerson).describe('At most 1,000'),
})
export type ImportDetails = z.infer<typeof ImportDetails>

/** What undoing or redoing an import did. */
export const ImportUndone = z.object({
  import: EarlierImport,
  people: z.number().int().describe('How many people were taken out or back, or brought in again'),
  keptCount: z.number().int(),
  kept: z.array(KeptPerson).describe('At most 1,000'),
})
export type ImportUndone = z.infer<typeof ImportUndone>

/** The id of a saved mapping: a UUIDv7 as text. */
export const MappingId = z.string().min(1).brand<'MappingId'>()
export type MappingId = z.infer<typeof MappingId>

/** How the columns of sheets with the same headings are read. */
export const SavedMapping = z.object({
  id: MappingId,
  name: z.string(),
  headings: z.array(z.string()),
  mapping: SheetMapping,
  dates: DateOrder.nullable().describe('What was said of dates that could be two days; null where nobody was asked'),
  usedAt: Moment,
})
export type SavedMapping = z.infer<typeof SavedMapping>

/** What was imported: each import can be undone and redone as a whole. */
export const imports = {
  list: procedure
    .route({ summary: 'List the imports, the newest first' })
    .input(z.object({ limit: z.number().int().min(1).max(200).default(50), offset: z.number().int().min(0).default(0) }))
    .output(z.object({ total: z.number().int(), imports: z.array(EarlierImport) })),
  get: procedure.route({ summary: 'Open one import with its bad rows' }).input(z.object({ id: ImportId })).output(ImportDetails),
  undo: procedure
    .route({ summary: 'Undo an import: who was added leaves the book, facts that were changed come back, but what was changed since stays' })
    .input(z.object({ id: ImportId }))
    .output(work(ImportUndone)),
  redo: procedure.route({ summary: 'Bring an undone import back' }).input(z.object({ id: ImportId })).output(work(ImportUndone)),
  badRows: procedure
    .route({ summary: 'The rows that an import left out, as CSV with line, reason and the row itself' })
    .input(z.object({ id: ImportId }))
    .output(MadeFile),
  mappings: procedure.route({ summary: 'List the saved mappings of sheets, the last used first' }).input(Nothing).output(z.array(SavedMapping)),
  renameMapping: procedure
    .route({ summary: 'Give a saved mapping another name' })
    .input(z.object({ id: MappingId, name: z.string().trim().min(1).max(120) }))
    .output(SavedMapping),
  removeMapping: procedure
    .route({ summary: 'Forget a saved mapping: the next sheet with these headings is guessed again' })
    .input(z.object({ id: MappingId }))
    .output(Nothing),
}
