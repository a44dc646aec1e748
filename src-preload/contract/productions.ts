import { z } from 'zod'
import { procedure } from './errors.ts'
import { DaySpan, Moment, Nothing, work } from './words.ts'

/** The id of a production: a UUIDv7 as text. */
export const ProductionId = z.string().min(1).brand<'ProductionId'>()
export type ProductionId = z.infer<typeof ProductionId>

/** What is being cast. */
export const ProductionKind = z.enum(['film', 'series', 'ad', 'stage', 'other'])
export type ProductionKind = z.infer<typeof ProductionKind>

/** What is advertised: against it stand the conflicts that people have; empty text means not said. */
export const AdBrand = z.object({ brand: z.string().trim().max(160), category: z.string().trim().max(120), territory: z.string().trim().max(120) })
export type AdBrand = z.infer<typeof AdBrand>

/** A film, series or ad: what scripts and roles belong to. */
export const Production = z.object({
  id: ProductionId,
  title: z.string(),
  kind: ProductionKind,
  brief: z.string().describe('The brief in the words of the office, empty where there is none yet'),
  shoot: DaySpan.nullable().describe('Shoot dates where they are known'),
  brand: AdBrand.nullable().describe('Null where nothing is advertised'),
  suggestions: z.boolean().describe('Whether CastMatch may suggest talent for the roles of this production'),
  scripts: z.number().int(),
  roles: z.number().int(),
  createdAt: Moment,
})
export type Production = z.infer<typeof Production>

const Title = z.string().trim().min(1, 'a title is needed').max(200)

/** What the user may say of a production. */
export const ProductionChange = z.object({
  title: Title.optional(),
  kind: ProductionKind.optional(),
  brief: z.string().max(20_000).optional(),
  shoot: DaySpan.nullable().optional(),
  brand: AdBrand.nullable().optional(),
  suggestions: z.boolean().optional(),
})

/** Productions: the shelf that everything else stands on. */
export const productions = {
  list: procedure.route({ summary: 'List the productions, last opened first' }).input(Nothing).output(z.array(Production)),
  get: procedure.route({ summary: 'Read one production' }).input(z.object({ id: ProductionId })).output(Production),
  create: procedure
    .route({ summary: 'Begin a production' })
    .input(z.object({ title: Title, kind: ProductionKind.default('film'), brief: z.string().max(20_000).default('') }))
    .output(Production),
  update: procedure
    .route({ summary: 'Change a production' })
    .input(z.object({ id: ProductionId, change: ProductionChange }))
    .output(Production),
  remove: procedure
    .route({ summary: 'Put a production away; it can be restored' })
    .input(z.object({ id: ProductionId }))
    .output(Nothing),
  restore: procedure.route({ summary: 'Bring a removed production back' }).input(z.object({ id: ProductionId })).output(Production),
  openDemo: procedure
    .route({ summary: 'Open the demo: a short script and fictional talent' })
    .input(Nothing)
    .output(work(z.object({ productionId: ProductionId }))),
}
