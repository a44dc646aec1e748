import { z } from 'zod'
import { Session, SessionFacts, WallTime } from './auditions.ts'
import { CastingList } from './casting.ts'
import { procedure } from './errors.ts'
import { ProductionId } from './productions.ts'
import { RoleId } from './roles.ts'
import { ScriptId } from './scripts.ts'
import { TalentId, TalentSummary } from './talent.ts'
import { Day, Moment, work } from './words.ts'

/** The id of a chemistry read: a UUIDv7 as text. */
export const PairReadId = z.string().min(1).brand<'PairReadId'>()
export type PairReadId = z.infer<typeof PairReadId>

/** Two roles, or two people for them in the same order. */
const two = <Id extends z.ZodType>(id: Id) => z.tuple([id, id])

/** A scene that two roles share, so that the number they are given can be looked up. */
export const SharedScene = z.object({
  scriptId: ScriptId,
  scene: z.number().int().min(0).describe('Index of the scene'),
  sceneNumber: z.string(),
  page: z.number().int().positive(),
  element: z.number().int().min(0).describe('Index of the first line that they trade, of the heading where they trade none'),
  exchanges: z.number().int().min(0).describe('How often one of them answers the other'),
  alone: z.boolean().describe('Nobody else is in the scene'),
})
export type SharedScene = z.infer<typeof SharedScene>

/** Two roles of a production, and how much hangs on the two people who play them. */
export const ScriptPair = z.object({
  roles: two(z.object({ id: RoleId, name: z.string() })),
  weight: z.number().min(0).max(1).describe('1 for the pair of the script on which most hangs: its exchanges, scenes alone and shared scenes, by the weights that are stated'),
  exchanges: z.number().int().min(0),
  alone: z.number().int().min(0).describe('Scenes in which nobody else is'),
  scenes: z.array(SharedScene).describe('In reading order'),
})
export type ScriptPair = z.infer<typeof ScriptPair>

/** What may count in a prediction, and nothing else. */
export const PairFactorName = z.enum(['workedTogether', 'ratedTogether', 'playingRange', 'height', 'languages', 'style', 'notes', 'reads'])
export type PairFactorName = z.infer<typeof PairFactorName>

/** One thing that was looked at: what it says and how many points of the rating it moves; null where it is not known, which widens the interval. */
export const PairFactor = z.object({
  factor: PairFactorName,
  points: z.number().nullable(),
  text: z.string(),
})
export type PairFactor = z.infer<typeof PairFactor>

/** What is expected of the next chemistry read of two people: a rating from 1 to 5, and how wide it may lie. */
export const PairForecast = z.object({
  mean: z.number().min(1).max(5),
  interval: z.object({ low: z.number().min(1).max(5), high: z.number().min(1).max(5) }).describe('Nine of ten reads are expected in it'),
  good: z.number().min(0).max(1).describe('How likely the read is rated 4 or 5'),
  reads: z.number().int().min(0).describe('Reads of these two that it rests on'),
  others: z.number().int().min(0).describe('Reads of other pairs that it rests on'),
})
export type PairForecast = z.infer<typeof PairForecast>

/** Two people in two roles: what is expected of them together, and from what. */
export const PairPrediction = z.object({
  roles: two(z.object({ id: RoleId, name: z.string() })),
  talent: two(TalentSummary),
  suggestions: z.boolean().describe('False where chemistry is switched off, or suggestions for a role or the production: nothing is then predicted'),
  forecast: PairForecast.nullable(),
  before: PairForecast.nullable().describe('What was to be expected without any read'),
  factors: z.array(PairFactor).describe('Those that move it most first, the unknown last'),
})
export type PairPrediction = z.infer<typeof PairPrediction>

/** Somebody who is laid in a grid, and the list of the role they stand on, null where on none. */
export const PairCandidate = TalentSummary.extend({ list: CastingList.nullable() })
export type PairCandidate = z.infer<typeof PairCandidate>

/** What is expected of two people in a grid, and how many facts it rests on; where that is 0 and they never read, nothing is known of the two. */
export const PairCell = PairForecast.extend({ known: z.number().int().min(0) })
export type PairCell = z.infer<typeof PairCell>

/** The candidates of two roles against each other; a cell is null where it would be one person twice. */
export const PairGrid = z.object({
  roles: two(z.object({ id: RoleId, name: z.string() })),
  suggestions: z.boolean(),
  rows: z.array(PairCandidate).describe('For the first role: short list, selects and long list first, by fit'),
  columns: z.array(PairCandidate).describe('For the second role, likewise'),
  cells: z.array(z.array(PairCell.nullable())).describe('By row, then by column'),
})
export type PairGrid = z.infer<typeof PairGrid>

/** What was seen when two people read together. */
export const PairReadFacts = z.object({
  roleIds: two(RoleId),
  talentIds: two(TalentId),
  rating: z.number().int().min(1).max(5).describe('The chemistry as it was seen, 1 to 5'),
  by: z.string().trim().min(1, 'say who saw it').max(120).describe('Who rated it'),
  on: Day,
  notes: z.string().max(5_000).default(''),
})

/** A chemistry read as it is kept, with what was predicted before it was recorded. */
export const PairRead = z.object({
  id: PairReadId,
  productionId: ProductionId,
  roles: two(z.object({ id: RoleId, name: z.string() })),
  people: two(z.object({ id: TalentId, name: z.string() })),
  rating: z.number().int().min(1).max(5),
  by: z.string(),
  on: Day,
  notes: z.string(),
  at: Moment.describe('When it was recorded'),
  predicted: PairForecast.nullable().describe('Written down before the rating was; null where suggestions were off'),
  undone: z.boolean(),
})
export type PairRead = z.infer<typeof PairRead>

/** One step of the calibration curve: reads that were given about the same chance, and how often they came good. */
export const CalibrationStep = z.object({
  from: z.number(),
  to: z.number(),
  reads: z.number().int().positive(),
  expected: z.number().min(0).max(1).describe('The mean of what was predicted'),
  observed: z.number().min(0).max(1).describe('How many of them were rated 4 or 5'),
})
export type CalibrationStep = z.infer<typeof CalibrationStep>

/** Predicted against observed over all reads that were predicted; the figures are null before the first. */
export const PairRecord = z.object({
  suggestions: z.boolean().describe('False where chemistry is switched off: nothing is then held against anything'),
  reads: z.number().int().min(0),
  predicted: z.number().int().min(0),
  hits: z.number().int().min(0).describe('Reads where "4 or 5" or "under 4", whichever was likelier, came true'),
  usual: z.number().int().min(0).describe('Hits of one who always says what is commoner among these reads'),
  inside: z.number().int().min(0).describe('Reads whose rating lay in the interval; nine of ten are to'),
  error: z.number().min(0).max(1).nullable().describe('Expected calibration error: how far chance and outcome lie apart on the whole'),
  meanError: z.number().min(0).nullable().describe('Mean distance of the rating from the predicted mean, in points'),
  steps: z.array(CalibrationStep),
  statement: z.array(z.string()).describe('What the prediction is and what it is not'),
  counts: z.array(z.string()).describe('What may count, in words'),
})
export type PairRecord = z.infer<typeof PairRecord>

/** Two people in two roles who are to be tested together. */
export const PairToTest = z.object({
  roles: two(z.object({ id: RoleId, name: z.string() })),
  people: two(z.object({ id: TalentId, name: z.string() })),
})
export type PairToTest = z.infer<typeof PairToTest>

/** One read in the running order. */
export const PlannedRead = z.object({
  from: WallTime,
  minutes: z.number().int().positive(),
  talentIds: two(TalentId),
  roleIds: two(RoleId),
  comesIn: z.array(TalentId).describe('Who was not in the read before'),
})
export type PlannedRead = z.infer<typeof PlannedRead>

/** Somebody of a pair session: what the book says of that day, and how often they come in. */
export const PlannedPerson = z.object({
  id: TalentId,
  name: z.string(),
  day: z.enum(['free', 'pencilled', 'blocked', 'unknown']),
  reads: z.number().int().min(0),
  comesIn: z.number().int().min(0),
})
export type PlannedPerson = z.infer<typeof PlannedPerson>

/** The running order of a pair session. */
export const PairPlan = z.object({
  reads: z.array(PlannedRead),
  changes: z.number().int().min(0).describe('How often somebody comes in, the first two included'),
  least: z.number().int().min(0).describe('No order of these reads has fewer'),
  proven: z.boolean().describe('Whether it is proven that no order has fewer'),
  notPlaced: z.array(z.object({ talentIds: two(TalentId), roleIds: two(RoleId), reason: z.string() })),
  people: z.array(PlannedPerson).describe('Everybody of these reads, by name'),
})
export type PairPlan = z.infer<typeof PairPlan>

const wishedRead = z.object({ roleIds: two(RoleId), talentIds: two(TalentId) })

/** What is asked of a running order: the reads, the day and its hours, and when somebody can be there; left out is the whole session. */
export const PairPlanWish = z.object({
  reads: z.array(wishedRead).min(1).max(60),
  day: Day,
  from: WallTime,
  to: WallTime,
  minutes: z.number().int().min(5).max(240).default(20),
  hours: z.array(z.object({ talentId: TalentId, from: WallTime, to: WallTime })).max(200).default([]).describe('When somebody can be there that day'),
})
export type PairPlanWish = z.infer<typeof PairPlanWish>

/** Pairs: which roles need two people who fit each other, what is expected of two people, and what their reads showed. */
export const pairs = {
  script: procedure.route({ summary: 'List the pairs of roles that matter, by what they trade in the script' }).input(z.object({ productionId: ProductionId })).output(z.array(ScriptPair)),
  predict: procedure
    .route({ summary: 'Predict the chemistry read of two people in two roles, with every factor' })
    .input(wishedRead)
    .output(PairPrediction),
  grid: procedure
    .route({ summary: 'Lay the candidates of two roles against each other' })
    .input(z.object({
      roleIds: two(RoleId),
      talentIds: two(z.array(TalentId).max(40)).optional().describe('Who is laid there; without it the best fitting of each role'),
      limit: z.number().int().min(1).max(40).default(12),
    }))
    .output(PairGrid),
  reads: procedure
    .route({ summary: 'List the chemistry reads, the newest first; those taken back stay, marked' })
    .input(z.object({ productionId: ProductionId.optional(), talentId: TalentId.optional(), limit: z.number().int().min(1).max(500).default(100) }))
    .output(z.array(PairRead)),
  recordRead: procedure.route({ summary: 'Record what was seen when two people read together' }).input(PairReadFacts).output(PairRead),
  undoRead: procedure.route({ summary: 'Take a recorded read back: it counts no more' }).input(z.object({ id: PairReadId })).output(PairRead),
  restoreRead: procedure.route({ summary: 'Let a read count again' }).input(z.object({ id: PairReadId })).output(PairRead),
  record: procedure
    .route({ summary: 'Hold what was predicted against what was seen' })
    .input(z.object({ productionId: ProductionId.optional() }))
    .output(PairRecord),
  toTest: procedure.route({ summary: 'List the pairs of people that are to be tested, in the order they were chosen' }).input(z.object({ productionId: ProductionId })).output(z.array(PairToTest)),
  setToTest: procedure
    .route({ summary: 'Choose two people to be tested together, or leave them out again' })
    .input(wishedRead.extend({ wanted: z.boolean() }))
    .output(z.array(PairToTest)),
  plan: procedure
    .route({ summary: 'Put the reads of a pair session in an order that changes as few people as possible' })
    .input(PairPlanWish)
    .output(work(PairPlan)),
  session: procedure
    .route({ summary: 'Make a running order a session of chemistry reads, everybody booked; all of it or nothing, refused as a booking is' })
    .input(z.object({
      facts: SessionFacts,
      reads: z.array(wishedRead.extend({ from: WallTime, minutes: PlannedRead.shape.minutes })).min(1).max(60),
    }))
    .output(Session),
}
