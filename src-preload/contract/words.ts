import { eventIterator } from '@orpc/contract'
import { z } from 'zod'

/** A calendar day without a time, `YYYY-MM-DD`. */
export const Day = z.iso.date()

/** A moment in UTC, ISO 8601 with `Z`. */
export const Moment = z.iso.datetime()

/** A span of days, both ends included. */
export const DaySpan = z.object({ from: Day, to: Day }).refine(span => span.from <= span.to, 'the first day is after the last')
export type DaySpan = z.infer<typeof DaySpan>

/** Playing range in years, both ends included: the ages a person can play, or a role asks for (0 to 110). */
export const PlayingRange = z
  .object({ from: z.number().int().min(0).max(110), to: z.number().int().min(0).max(110) })
  .refine(range => range.from <= range.to, 'the range ends before it begins')
export type PlayingRange = z.infer<typeof PlayingRange>

/** Gender as a role or a person states it; not stated is null where the field allows it. */
export const Gender = z.enum(['female', 'male', 'nonBinary'])
export type Gender = z.infer<typeof Gender>

/** How well a language is spoken, best first. */
export const Fluency = z.enum(['native', 'fluent', 'conversational', 'basic'])
export type Fluency = z.infer<typeof Fluency>

/** A ticket for a file that was handed to the office; it is good for an hour after its last use. */
export const Ticket = z.string().min(8).max(100)

/** One step of long work: the stage in words for the user, and how much of it is done; total 0 means not known yet. */
export const Progress = z.object({
  kind: z.literal('progress'),
  stage: z.string(),
  done: z.number().int().min(0),
  total: z.number().int().min(0),
})
export type Progress = z.infer<typeof Progress>

/** What long work streams: any number of progress steps, then one `done` with its result, always last. */
export type WorkEvent<Result> = Progress | { readonly kind: 'done'; readonly result: Result }

/** The output of a procedure that streams its progress and ends with a result. */
export const work = <Result extends z.ZodType>(result: Result) =>
  eventIterator(z.discriminatedUnion('kind', [Progress, z.object({ kind: z.literal('done'), result })]))

/** A file that the office made, with its name and kind, to be saved or opened by the page. */
export const MadeFile = z.file()

/** Nothing to give. */
export const Nothing = z.object({})
