import { z } from 'zod'
import { procedure } from './errors.ts'
import { ProductionId } from './productions.ts'
import { RoleId } from './roles.ts'
import { TalentId } from './talent.ts'
import { work } from './words.ts'

/** An amount of money in integer minor units (paise for INR). */
export const Money = z.object({ amount: z.number().int().min(0), currency: z.string().length(3) })
export type Money = z.infer<typeof Money>

/** A wish for a cast: who has to be in it, whom it may not hold together, what it may cost. */
export const EnsembleWish = z.object({
  productionId: ProductionId,
  roleIds: z.array(RoleId).min(1).max(30),
  candidates: z.array(z.object({ roleId: RoleId, talentIds: z.array(TalentId).max(100) })).default([]).describe('Who is considered for a role; without it the best fitting past all gates'),
  perRole: z.number().int().min(1).max(100).default(40).describe('How many are considered for a role where nobody is named'),
  fixed: z.array(z.object({ roleId: RoleId, talentId: TalentId })).default([]).describe('Roles that are cast already'),
  must: z.array(z.tuple([TalentId, TalentId])).default([]).describe('Pairs who both have to be in the cast'),
  never: z.array(z.tuple([TalentId, TalentId])).default([]).describe('Pairs who may not both be in it'),
  feeTotal: Money.nullable().default(null).describe('What the project fees may come to, by the upper end of each band; a fee not known or in another currency counts as 0 and is said'),
  days: z.number().int().min(1).max(400).default(1).describe('Days a fee per day is counted for'),
  chemistry: z.number().min(0).max(1).default(0.3).describe('How much the pairs weigh against the fit of each'),
  alternatives: z.number().int().min(0).max(5).default(3),
  distance: z.number().int().min(1).max(30).default(2).describe('In how many roles each alternative differs from those before it, at least'),
  seconds: z.number().int().min(1).max(120).default(20).describe('How long the search may take for each cast'),
})
export type EnsembleWish = z.infer<typeof EnsembleWish>

/** Who plays a role in a cast. */
export const CastRole = z.object({
  roleId: RoleId,
  roleName: z.string(),
  talentId: TalentId,
  talentName: z.string(),
  fit: z.number().min(0).max(100),
  fee: Money.nullable().describe('Null where it is not known'),
})
export type CastRole = z.infer<typeof CastRole>

/** A cast for all the roles asked for. */
export const Cast = z.object({
  roles: z.array(CastRole),
  worth: z.number().describe('What was made as large as possible: fit and chemistry by their weights, 0 to 100'),
  fit: z.number().describe('Mean fit, 0 to 100'),
  chemistry: z.number().nullable().describe('Mean predicted rating of the pairs that matter, 1 to 5, by their weight; null where no pair counts'),
  fee: Money.nullable().describe('The known fees together'),
  feesUnknown: z.number().int().min(0),
  differs: z.number().int().min(0).describe('Roles cast otherwise than in the first'),
  proven: z.boolean().describe('No cast is better under these wishes, and for an alternative at this distance'),
  gap: z.number().min(0).describe('How much better one could be at most, as a part of the worth; 0 where it is proven'),
})
export type Cast = z.infer<typeof Cast>

/** The best casts for a wish, or the wishes that leave none. */
export const Ensemble = z.object({
  state: z.enum(['found', 'impossible', 'noTime']),
  casts: z.array(Cast).describe('The best first, then the alternatives'),
  blockedBy: z.array(z.string()).describe('Where there is none: wishes that cannot all hold, none of which could be left out of this list'),
  considered: z.array(z.object({ roleId: RoleId, roleName: z.string(), people: z.number().int(), held: z.number().int().describe('Left out: a gate of the role, such as its dates, holds them') })),
  pairs: z.array(z.object({ roleIds: z.tuple([RoleId, RoleId]), names: z.tuple([z.string(), z.string()]), weight: z.number() })).describe('The pairs of roles whose chemistry counted'),
})
export type Ensemble = z.infer<typeof Ensemble>

/** Ensemble: the best cast for several roles at once. */
export const ensemble = {
  cast: procedure.route({ summary: 'Find the best cast for several roles, and casts that differ from it' }).input(EnsembleWish).output(work(Ensemble)),
}
