import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { procedure } from './errors.ts'
import { Nothing, Ticket } from './words.ts'

/** How search by meaning stands: the model that answers, and the next one while it learns beside it. */
export const MeaningState = z.object({
  model: z.object({
    id: z.string(),
    name: z.string().describe('As the user knows it: the name of the folder, or "English, ships with CastMatch"'),
    ownFiles: z.boolean().describe('Whether it is one of the user'),
    dimensions: z.number().int(),
    slow: z.string().nullable().describe('Why it runs slower than it could; null where it does not'),
    done: z.number().int().describe('How many people it knows'),
    total: z.number().int(),
  }),
  next: z.object({ name: z.string(), done: z.number().int(), total: z.number().int() }).nullable().describe('Answers once it knows everybody; null where none learns'),
  resting: z.enum(['battery']).nullable().describe('Why nothing is learnt for now'),
})
export type MeaningState = z.infer<typeof MeaningState>

/** A step of search by meaning: which model answers, how far the next one has come, and whether learning rests. */
export const MeaningStep = MeaningState.pick({ next: true, resting: true }).extend({ model: z.string().describe('The name of the one that answers') })
export type MeaningStep = z.infer<typeof MeaningStep>

/** Search by meaning: its model, and when it learns. */
export const meaning = {
  state: procedure.route({ summary: 'Tell which model answers and which one learns' }).input(Nothing).output(MeaningState),
  follow: procedure.route({ summary: 'Follow which model answers, how far the next one has come, and whether learning rests; for ever' }).input(Nothing).output(eventIterator(MeaningStep)),
  chooseModel: procedure
    .route({ summary: "Take the user's own model; it learns everybody beside the one that answers, and then takes over" })
    .input(z.object({ name: z.string().trim().min(1).max(160), files: z.array(z.object({ name: z.string(), ticket: Ticket })).max(20) }))
    .output(MeaningState),
  useShipped: procedure.route({ summary: 'Go back to the model that ships with CastMatch, in the same way' }).input(Nothing).output(MeaningState),
  cancelModel: procedure.route({ summary: 'Give up the model that learns; the one that answers stays' }).input(Nothing).output(MeaningState),
  power: procedure
    .route({ summary: 'Tell how the laptop is fed, so that learning can rest on a low battery; null where the page cannot tell' })
    .input(z.object({ power: z.object({ onBattery: z.boolean(), level: z.number().min(0).max(1) }).nullable() }))
    .output(Nothing),
}
