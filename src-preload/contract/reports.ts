import { z } from 'zod'
import { procedure } from './errors.ts'
import { RoleId, RoleSize } from './roles.ts'
import { Scene, ScriptId } from './scripts.ts'
import { Day, Gender, MadeFile, Nothing, PlayingRange, Ticket } from './words.ts'

/** What can be printed of a script: who is in which scene, who meets whom, how much each says, the cast list, the day-out-of-days. */
export const ReportKind = z.enum(['grid', 'pairs', 'roles', 'castList', 'days'])
export type ReportKind = z.infer<typeof ReportKind>

/** What a report is made as: PDF for paper, Excel and CSV for sheets. */
export const ReportFormat = z.enum(['pdf', 'xlsx', 'csv'])
export type ReportFormat = z.infer<typeof ReportFormat>

/** A language or a skill of a role; not confirmed while it is a proposal of the script that nobody decided. */
export const CastFact = z.object({ name: z.string(), must: z.boolean(), confirmed: z.boolean() })
export type CastFact = z.infer<typeof CastFact>

/** A role as it stands on the cast list of a script. */
export const CastRow = z.object({
  role: RoleId,
  number: z.number().int().positive().describe('The number that it goes by on every sheet of the production'),
  name: z.string(),
  size: RoleSize,
  playingRange: z.object({ range: PlayingRange, confirmed: z.boolean() }).nullable(),
  minor: z.enum(['yes', 'maybe']).nullable().describe('Played by somebody under 18: the whole playing range lies below, or begins there'),
  gender: z.object({ gender: Gender, confirmed: z.boolean() }).nullable(),
  languages: z.array(CastFact),
  skills: z.array(CastFact),
  scenes: z.number().int().describe('Scenes that it is in, speaking or not'),
  silent: z.number().int().describe('How many of them it does not speak in'),
  speeches: z.number().int(),
  words: z.number().int(),
  eighths: z.number().int(),
  firstPage: z.number().int().positive().nullable(),
  lastPage: z.number().int().positive().nullable(),
  days: z.number().int().nullable().describe('Days of work; null without a shooting order'),
})
export type CastRow = z.infer<typeof CastRow>

/** The cast list of a script. */
export const CastList = z.object({
  rows: z.array(CastRow).describe('By number'),
  kept: z.boolean().describe('Whether the numbers are kept; else they follow the size of the roles'),
  together: z.array(z.string()).describe('Cues that name several roles at once; each is counted with the roles it names'),
})
export type CastList = z.infer<typeof CastList>

/** A number that a role is to keep. */
export const CastNumber = z.object({ role: RoleId, number: z.number().int().min(1).max(9_999) })
export type CastNumber = z.infer<typeof CastNumber>

/** The order in which a script is shot, as it was typed or imported. */
export const ShootingOrder = z.object({
  text: z.string().max(60_000),
  dropAfter: z.number().int().min(1).max(60).nullable().describe('A role is dropped for this many idle days or more; null holds it'),
})
export type ShootingOrder = z.infer<typeof ShootingOrder>

/** A day of the shooting order. */
export const ShootingDay = z.object({
  label: z.string().describe('As it is called: "Day 3", "Off"'),
  short: z.string().describe('As it heads a column: "3"'),
  date: Day.nullable(),
  kind: z.enum(['shoot', 'off', 'travel']),
  note: z.string(),
  scenes: z.array(z.number().int().min(0)).describe('Indexes of the scenes, in the order they are shot'),
  travellers: z.array(RoleId).describe('Roles that were named as travelling; none on a travel day means the whole company'),
  line: z.number().int().positive().describe('Its line in the text, from 1'),
})
export type ShootingDay = z.infer<typeof ShootingDay>

/** What the reading of the order has to say of a line; `mend` is lost until it is mended, `note` was read and is worth a look. */
export const OrderFinding = z.object({ line: z.number().int().positive(), kind: z.enum(['mend', 'note']), message: z.string() })
export type OrderFinding = z.infer<typeof OrderFinding>

/** What a role does on a day: S start, W work, F finish, D drop, P pick-up, H hold, T travel. */
export const DayMark = z.enum(['SW', 'W', 'WF', 'SWF', 'WD', 'SWD', 'PW', 'PWF', 'PWD', 'H', 'T'])
export type DayMark = z.infer<typeof DayMark>

/** A role on the day-out-of-days. */
export const DaysRow = z.object({
  role: RoleId,
  number: z.number().int().positive(),
  name: z.string(),
  size: RoleSize,
  cells: z
    .array(z.object({ day: z.number().int().min(0), mark: DayMark, scenes: z.array(z.number().int().min(0)) }))
    .describe('The marked days, by index, with the scenes that it works in'),
  work: z.number().int(),
  hold: z.number().int(),
  travel: z.number().int(),
  first: z.number().int().nullable().describe('Index of the first day of work'),
  last: z.number().int().nullable().describe('Index of the last day of work'),
})
export type DaysRow = z.infer<typeof DaysRow>

/** The shooting order as read, and what each role does on each day. */
export const DayOutOfDays = z.object({
  order: ShootingOrder,
  days: z.array(ShootingDay),
  rows: z.array(DaysRow).describe('By number'),
  findings: z.array(OrderFinding).describe('By line'),
  unscheduled: z.array(z.number().int().min(0)).describe('Indexes of the scenes that are on no day'),
  scenes: z.array(Scene),
})
export type DayOutOfDays = z.infer<typeof DayOutOfDays>

const script = z.object({ scriptId: ScriptId })

/** Reports: what is printed of a script, the cast list, and the day-out-of-days from its shooting order. */
export const reports = {
  castList: procedure.route({ summary: 'Read the cast list of a script' }).input(script).output(CastList),
  keepNumbers: procedure
    .route({ summary: 'Keep the numbers of the cast list, so that they stay when sizes change; null lets them follow the size again' })
    .input(script.extend({ numbers: z.array(CastNumber).max(5_000).nullable() }))
    .output(Nothing),
  days: procedure.route({ summary: 'Read the shooting order of a script and the day-out-of-days' }).input(script).output(DayOutOfDays),
  saveOrder: procedure.route({ summary: 'Keep the shooting order of a script' }).input(script.extend({ order: ShootingOrder })).output(Nothing),
  importOrder: procedure
    .route({ summary: 'Take a shooting order in from a CSV or TSV file, in place of the one that is there' })
    .input(script.extend({ ticket: Ticket }))
    .output(z.object({ before: ShootingOrder, days: z.number().int(), left: z.array(z.object({ line: z.number().int(), reason: z.string() })).describe('Rows that named scenes but no day') })),
  make: procedure
    .route({ summary: 'Make a report of a script as a file' })
    .input(script.extend({ report: ReportKind, format: ReportFormat }))
    .output(MadeFile),
}
