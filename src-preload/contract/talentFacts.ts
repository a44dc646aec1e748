import { z } from 'zod'
import { Day } from './words.ts'

const short = (longest: number) => z.string().max(longest)

/** Something a person has played in; what is not known is empty, and `production` holds the whole line where it cannot be parted. */
export const Credit = z.object({
  production: z.string().trim().min(1).max(1_000),
  role: short(300),
  kind: short(60).describe('As written: "feature", "web series", "stage", "ad"'),
  year: z.number().int().min(1900).max(2100).nullable(),
  director: short(160),
})
export type Credit = z.infer<typeof Credit>

const centimetres = (most: number) => z.number().min(10).max(most).nullable()

/** What a costume department asks for: kilograms and centimetres, null where not known; shoe and clothing sizes as they are said. */
export const Measurements = z.object({
  weightKg: z.number().min(2).max(350).nullable(),
  chestCm: centimetres(250),
  waistCm: centimetres(250),
  hipsCm: centimetres(250),
  inseamCm: centimetres(150),
  shoe: short(60).describe('With its system: "UK 8", "EU 42"'),
  clothing: short(60).describe('"M", "38", "UK 10"'),
  hair: short(80),
  eyes: short(80),
})
export type Measurements = z.infer<typeof Measurements>

/** What proves a skill: a certificate, a clip, where it was seen. */
export const SkillProof = z.object({ skill: z.string().trim().min(1).max(160), proof: short(500), link: short(2_000) })
export type SkillProof = z.infer<typeof SkillProof>

/** A card of a union or association; `until` is its last valid day. */
export const UnionCard = z.object({ number: short(80), until: Day.nullable() })
export type UnionCard = z.infer<typeof UnionCard>

/** Whether a passport is held, of which country, and its last valid day. */
export const Passport = z.object({ held: z.boolean(), country: short(80), until: Day.nullable() })
export type Passport = z.infer<typeof Passport>

/** A brand that a person may not work against: in which category and territory, and until which day; null means no end is known. */
export const BrandConflict = z.object({ brand: z.string().trim().min(1).max(160), category: short(120), territory: short(120), until: Day.nullable() })
export type BrandConflict = z.infer<typeof BrandConflict>

/** Who stands for a minor. */
export const Guardian = z.object({ name: z.string().trim().min(1).max(160), relation: short(80), phone: short(60) })
export type Guardian = z.infer<typeof Guardian>

/** One thing to be seen to before a minor works: a checklist, not legal advice. */
export const PermitItem = z.object({ item: z.string().trim().min(1).max(300), done: z.boolean(), on: Day.nullable() })
export type PermitItem = z.infer<typeof PermitItem>

/** An audition from before CastMatch or outside of it, with the casting director's own note and rating, 1 to 5. */
export const PastAudition = z.object({
  on: Day.nullable(),
  production: short(200),
  role: short(200),
  rating: z.number().int().min(1).max(5).nullable(),
  note: short(5_000),
}).refine(({ production, role, note }) => (production + role + note).trim() !== '', 'say for what it was, or what was seen')
export type PastAudition = z.infer<typeof PastAudition>

/** Where a fact came from and when it was written: a sheet by name, "by hand", "the demo"; empty where that was not kept. */
export const FactOrigin = z.object({ source: z.string(), at: z.iso.datetime() })
export type FactOrigin = z.infer<typeof FactOrigin>
