import { z } from 'zod'
import { procedure } from './errors.ts'
import { TalentId, TalentQuestion } from './talent.ts'
import { Moment, Nothing } from './words.ts'

/** The id of a saved search: a UUIDv7 as text. */
export const SavedSearchId = z.string().min(1).brand<'SavedSearchId'>()
export type SavedSearchId = z.infer<typeof SavedSearchId>

/** A search that is kept: its name, what it asks, and when its people were last looked at. */
export const SavedSearch = z.object({
  id: SavedSearchId,
  name: z.string().trim().min(1, 'a name is needed').max(120),
  question: TalentQuestion,
  seenAt: Moment,
  createdAt: Moment,
})
export type SavedSearch = z.infer<typeof SavedSearch>

/** Searches that are kept, and who is new in them. */
export const savedSearches = {
  list: procedure.route({ summary: 'List the saved searches, in the order in which they were saved' }).input(Nothing).output(z.array(SavedSearch)),
  save: procedure
    .route({ summary: 'Keep a search; everybody it finds now counts as seen' })
    .input(z.object({ name: SavedSearch.shape.name, question: TalentQuestion }))
    .output(SavedSearch),
  news: procedure
    .route({ summary: 'Count who matches a saved search now and was not among those seen' })
    .input(z.object({ id: SavedSearchId }))
    .output(z.object({ total: z.number().int(), fresh: z.number().int() })),
  open: procedure
    .route({ summary: 'Look at a saved search: gives who is new, and counts them as seen from now on' })
    .input(z.object({ id: SavedSearchId }))
    .output(z.object({ search: SavedSearch.describe('As it was before it was opened'), fresh: z.array(TalentId).describe('At most 1,000') })),
  rename: procedure.route({ summary: 'Call a saved search otherwise' }).input(z.object({ id: SavedSearchId, name: SavedSearch.shape.name })).output(SavedSearch),
  remove: procedure.route({ summary: 'Remove a saved search; it can be restored' }).input(z.object({ id: SavedSearchId })).output(Nothing),
  restore: procedure.route({ summary: 'Bring a removed search back' }).input(z.object({ id: SavedSearchId })).output(SavedSearch),
}
