import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { ClaudeState } from './claude.ts'
import { procedure } from './errors.ts'
import { Moment, Nothing } from './words.ts'

/** How the office is: versions, sizes, queues. No personal data. */
export const HealthReport = z.object({
  version: z.string(),
  door: z.enum(['desktop', 'browser', 'command line']),
  dataFolder: z.string().describe('Where everything is kept on this disk'),
  node: z.string(),
  sqlite: z.string(),
  sqliteVec: z.string(),
  schemaVersion: z.number().int(),
  databaseBytes: z.number().int(),
  lastBackup: Moment.nullable(),
  secrets: z.string().describe('How secrets are kept by this door, in words'),
  counts: z.object({ productions: z.number().int(), scripts: z.number().int(), roles: z.number().int(), talent: z.number().int() }),
  indexed: z.object({ done: z.number().int(), total: z.number().int(), model: z.string() }),
  claude: ClaudeState.pick({
    on: true, hasKey: true, breaker: true, triesAgainAt: true, underWay: true, queued: true, lastFailure: true, models: true, knownFrom: true, toldAt: true, listAsOf: true, budget: true, month: true,
  }),
})
export type HealthReport = z.infer<typeof HealthReport>

/** Health: whether all is well, and what to do where it is not. */
export const health = {
  report: procedure.route({ summary: 'Report how the office is' }).input(Nothing).output(HealthReport),
  pulse: procedure
    .route({ summary: 'A beat at once and then one a given interval, so that a lost office is noticed' })
    .input(z.object({ everyMs: z.number().int().min(100).max(60_000).default(5_000) }))
    .output(eventIterator(z.object({ at: Moment }))),
}
