import { z } from 'zod'
import { CastingList } from './casting.ts'
import { procedure } from './errors.ts'
import { ProductionId } from './productions.ts'
import { RoleId } from './roles.ts'
import { MediaId, TalentId, TalentSummary } from './talent.ts'
import { DaySpan, work } from './words.ts'

/** An amount of money in integer minor units (paise for INR). */
export const Money = z.object({ amount: z.number().int().min(0), currency: z.string().length(3) })
export type Money = z.infer<typeof Money>

const TwoPeople = z.tuple([TalentId, TalentId])

/** What is wished of a cast, as a production keeps it. */
export const EnsembleWishes = z.object({
  roleIds: z.array(RoleId).max(30),
  lists: z.array(z.object({ roleId: RoleId, from: CastingList })).default([]).describe('Roles for which only people on their lists are considered: on the list named, or on a shorter one'),
  perRole: z.number().int().min(1).max(100).default(40).describe('How many are considered for a role where nobody is named'),
  fixed: z.array(z.object({ roleId: RoleId, talentId: TalentId })).default([]).describe('Roles that are cast already'),
  must: z.array(TwoPeople).default([]).describe('Pairs who both have to be in the cast'),
  never: z.array(TwoPeople).default([]).describe('Pairs who may not both be in it'),
  out: z.array(TalentId).default([]).describe('People who may not be in it'),
  dates: DaySpan.nullable().default(null).describe('Days on which nobody of the cast may be blocked; days that are not known exclude nobody'),
  feeTotal: Money.nullable().default(null).describe('What the project fees may come to, by the upper end of each band; a fee not known or in another currency counts as 0 and is said'),
  days: z.number().int().min(1).max(400).default(1).describe('Days a fee per day is counted for'),
  chemistry: z.number().min(0).max(1).default(0.3).describe('How much the pairs weigh against the fit of each; 0 leaves them out'),
  alternatives: z.number().int().min(0).max(5).default(3),
  distance: z.number().int().min(1).max(30).default(2).describe('In how many roles each alternative differs from those before it, at least'),
  seconds: z.number().int().min(1).max(120).default(20).describe('How long the search may take for each cast'),
})
export type EnsembleWishes = z.infer<typeof EnsembleWishes>

/** A wish for a cast of a production: who has to be in it, whom it may not hold together, what it may cost. */
export const EnsembleWish = EnsembleWishes.extend({
  productionId: ProductionId,
  roleIds: z.array(RoleId).min(1, 'choose a role first').max(30),
  candidates: z.array(z.object({ roleId: RoleId, talentIds: z.array(TalentId).max(100) })).default([]).describe('Who is considered for a role, whatever its lists say; without it the best fitting past all gates'),
})
export type EnsembleWish = z.infer<typeof EnsembleWish>

/** The wishes of a production, and the people whom they name. */
export const KeptWishes = z.object({
  wishes: EnsembleWishes,
  kept: z.boolean().describe('False where nothing was wished yet: the largest roles then, and who is booked for them'),
  people: z.array(TalentSummary),
})
export type KeptWishes = z.infer<typeof KeptWishes>

/** How somebody is to be had on the days that are asked for. */
export const CastDates = z.object({ state: z.enum(['free', 'pencilled', 'blocked', 'unknown']), text: z.string() })
export type CastDates = z.infer<typeof CastDates>

/** Who plays a role in a cast. */
export const CastRole = z.object({
  roleId: RoleId,
  roleName: z.string(),
  talentId: TalentId,
  talentName: z.string(),
  picture: MediaId.nullable(),
  fit: z.number().min(0).max(100),
  interval: z.object({ low: z.number().min(0).max(100), high: z.number().min(0).max(100) }).describe('Wider the less is known'),
  fee: Money.nullable().describe('What they cost at most for the days asked for; null where it is not known'),
  dates: CastDates.nullable().describe('On the days wished for, else those of the role, else the shoot; null where none are set'),
  why: z.array(z.string()).describe('Up to three reasons, strongest first'),
  gap: z.string().nullable().describe('What is missing or unknown first'),
  stoppedBy: z.array(z.string()).describe('Gates that hold them, where they were fixed all the same'),
  fixed: z.boolean(),
})
export type CastRole = z.infer<typeof CastRole>

/** Two people of a cast whose chemistry is predicted. */
export const CastPair = z.object({
  roles: z.tuple([z.string(), z.string()]),
  people: z.tuple([z.string(), z.string()]),
  mean: z.number().min(1).max(5),
  interval: z.object({ low: z.number().min(1).max(5), high: z.number().min(1).max(5) }),
  wished: z.boolean().describe('The two had to be in the cast'),
  counted: z.boolean().describe('It weighed in the choice: their roles are a pair of the script that counts'),
})
export type CastPair = z.infer<typeof CastPair>

/** A cast for all the roles asked for. */
export const Cast = z.object({
  roles: z.array(CastRole),
  worth: z.number().describe('What was made as large as possible: fit and chemistry by their weights, 0 to 100'),
  fit: z.number().describe('Mean fit, 0 to 100'),
  chemistry: z.number().nullable().describe('Mean predicted rating of the pairs that count, 1 to 5, by their weight; null where no pair counts'),
  pairs: z.array(CastPair).describe('The pairs that count, those on which most hangs first, then the wished ones'),
  fee: Money.nullable().describe('The known fees together'),
  feesUnknown: z.number().int().min(0),
  differs: z.number().int().min(0).describe('Roles cast otherwise than in the first'),
  proven: z.boolean().describe('No cast is better under these wishes, and for an alternative at this distance'),
  gap: z.number().min(0).describe('How much better one could be at most, as a part of the worth; 0 where it is proven'),
})
export type Cast = z.infer<typeof Cast>

/** Which wish leaves no cast, so that it can be loosened; of a role, that too few people are considered for it. */
export const BlockingWish = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fee'), least: Money.nullable().describe('What a cast costs at least under the other wishes; null where that is not known') }),
  z.object({ kind: z.literal('fixed'), roleId: RoleId, talentId: TalentId }),
  z.object({ kind: z.literal('must'), talentIds: TwoPeople }),
  z.object({ kind: z.literal('never'), talentIds: TwoPeople }),
  z.object({ kind: z.literal('out'), talentId: TalentId }),
  z.object({ kind: z.literal('dates') }),
  z.object({ kind: z.literal('role'), roleId: RoleId, from: CastingList.nullable() }),
])
export type BlockingWish = z.infer<typeof BlockingWish>

/** A wish that is in the way, in words. */
export const Blocked = z.object({ text: z.string(), wish: BlockingWish })
export type Blocked = z.infer<typeof Blocked>

/** The best casts for a wish, or the wishes that leave none. */
export const Ensemble = z.object({
  state: z.enum(['found', 'impossible', 'noTime']),
  casts: z.array(Cast).describe('The best first, then the alternatives'),
  blockedBy: z.array(Blocked).describe('Where there is none: wishes that cannot all hold, none of which could be left out of this list'),
  considered: z.array(z.object({ roleId: RoleId, roleName: z.string(), people: z.number().int(), held: z.number().int().describe('Left out: a gate of the role, such as its dates, holds them') })),
  pairs: z.array(z.object({ roleIds: z.tuple([RoleId, RoleId]), names: z.tuple([z.string(), z.string()]), weight: z.number() })).describe('The pairs of roles whose chemistry counted'),
})
export type Ensemble = z.infer<typeof Ensemble>

/** Ensemble: the best cast for several roles at once. */
export const ensemble = {
  cast: procedure.route({ summary: 'Find the best cast for several roles, and casts that differ from it' }).input(EnsembleWish).output(work(Ensemble)),
  wishes: procedure.route({ summary: 'Read what is wished of the cast of a production' }).input(z.object({ productionId: ProductionId })).output(KeptWishes),
  keepWishes: procedure.route({ summary: 'Keep what is wished of the cast of a production' }).input(z.object({ productionId: ProductionId, wishes: EnsembleWishes })).output(KeptWishes),
}
