import { z } from 'zod'
import { procedure } from './errors.ts'
import { ProductionId } from './productions.ts'
import { Citation, Gate, RoleId } from './roles.ts'
import { TalentField, TalentId, TalentSummary } from './talent.ts'
import { FactOrigin } from './talentFacts.ts'

/** What speaks for somebody or is asked, as it is weighed. */
export const FactorName = z.enum(['meaning', 'skills', 'languages', 'playingRange', 'experience', 'past', 'typing'])
export type FactorName = z.infer<typeof FactorName>

/** How much each factor counts, 0 to 100; only their proportions matter. */
export const FitWeights = z.record(FactorName, z.number().int().min(0).max(100))
export type FitWeights = z.infer<typeof FitWeights>

/** One factor of a fit: its part of the whole, and how far it is met; null where that is not known. */
export const FactorBar = z.object({ factor: FactorName, share: z.number().min(0).max(1), value: z.number().min(0).max(1).nullable() })
export type FactorBar = z.infer<typeof FactorBar>

/** The words of a profile that something rests on, and the fact they stand in. */
export const ProfileQuote = z.object({ field: TalentField, quote: z.string() })
export type ProfileQuote = z.infer<typeof ProfileQuote>

/** A sentence with what it rests on: the words of the profile and the line of the script, null where there is none. */
export const Evidence = z.object({ text: z.string(), profile: ProfileQuote.nullable(), page: Citation.nullable() })
export type Evidence = z.infer<typeof Evidence>

/** A gate that a role sets, in words, where it comes from, and whether the user lifted it. */
export const RoleGate = z.object({
  gate: Gate,
  text: z.string().describe('What is asked: "plays 38 to 48"'),
  source: z.object({ text: z.string().describe('"Set on the role", "The shoot of the production"'), page: Citation.nullable() }),
  lifted: z.boolean(),
})
export type RoleGate = z.infer<typeof RoleGate>

/** Why somebody stands where they stand: the factor, how much it gave (0 to 1), a sentence and what it rests on. */
export const Reason = Evidence.extend({ factor: FactorName, strength: z.number().min(0).max(1) })
export type Reason = z.infer<typeof Reason>

/** A gate that stopped a person, with the fact that did and where that came from. */
export const Stop = Evidence.extend({ gate: Gate, origin: FactOrigin.nullable() })
export type Stop = z.infer<typeof Stop>

/** One thing that would lift somebody over the one above: a weight moved, or a fact known. */
export const OrderChange = z.object({
  over: z.object({ id: TalentId, name: z.string() }),
  by: z.enum(['weight', 'fact']),
  factor: FactorName,
  from: z.number().nullable().describe('Where the weight stands; null for a fact'),
  to: z.number().describe('Where the weight would stand; of a fact, how far it would have to be met, 0 to 100'),
  text: z.string(),
})
export type OrderChange = z.infer<typeof OrderChange>

/** A person beside a role. */
export const Candidate = z.object({
  talent: TalentSummary,
  fit: z.number().int().min(0).max(100).describe('Soft fit; gates do not enter it'),
  interval: z.object({ low: z.number().int().min(0).max(100), high: z.number().int().min(0).max(100) }).describe('Wider the less is known'),
  factors: z.array(FactorBar).describe('What the role asks about, in the order of the factors'),
  reasons: z.array(Reason).describe('Strongest first'),
  gaps: z.array(Evidence).describe('What is missing or unknown; the unknown costs nothing'),
  stoppedBy: z.array(Stop),
  order: z.array(OrderChange).describe('What would lift them over the next above; empty for the first, for the stopped and where people are compared'),
})
export type Candidate = z.infer<typeof Candidate>

/** Who could play a role. */
export const Ranking = z.object({
  roleId: RoleId,
  suggestions: z.boolean().describe('False where suggestions are switched off for the role or its production: the lists are then empty'),
  asksFor: z.string().describe('The words the meaning was compared with, so that the user can see them'),
  gates: z.array(RoleGate),
  candidates: z.array(Candidate).describe('Past all gates, best fit first'),
  stopped: z.array(Candidate).describe('Held by a gate, best fit first'),
  considered: z.number().int().describe('How many people were looked at'),
  notIndexed: z.number().int().describe('How many of them search by meaning does not know yet'),
})
export type Ranking = z.infer<typeof Ranking>

/** Why somebody does not stand at the top for a role. */
export const WhyNot = z.object({
  candidate: Candidate,
  rank: z.number().int().positive().nullable().describe('Null where a gate stops them'),
  of: z.number().int().describe('How many people are past all gates'),
  text: z.string().describe('One sentence'),
})
export type WhyNot = z.infer<typeof WhyNot>

/** How a production weighs what speaks for people, and what it learnt from the decisions of the user. */
export const MatchSettings = z.object({
  weights: FitWeights.describe('As the sliders stand'),
  house: FitWeights.describe('Where a reset puts them'),
  moved: z.boolean(),
  learning: z.object({
    on: z.boolean().describe('Off until the user switches it on'),
    across: z.boolean().describe('Whether decisions of other productions count too'),
    decisions: z.number().int().describe('Selects, callbacks and passes of the user that it could learn from'),
    preferences: z.number().int().describe('Pairs of people for one role of whom one was preferred'),
    weights: FitWeights.nullable().describe('What it learnt and ranks by; null while it is off'),
    agreement: z.number().min(0).max(1).nullable().describe('With how many of these preferences the learnt weights agree'),
    before: z.number().min(0).max(1).nullable().describe('The same for the weights of the sliders'),
  }),
})
export type MatchSettings = z.infer<typeof MatchSettings>

/** Matching: which talent fits which role, and why. */
export const matching = {
  candidates: procedure
    .route({ summary: 'Rank the talent book beside a role' })
    .input(z.object({ roleId: RoleId, limit: z.number().int().min(1).max(500).default(50) }))
    .output(Ranking),
  compare: procedure
    .route({ summary: 'Lay two or three people side by side for a role' })
    .input(z.object({ roleId: RoleId, talentIds: z.array(TalentId).min(1).max(3) }))
    .output(z.array(Candidate)),
  whyNot: procedure
    .route({ summary: 'Tell why somebody does not stand at the top for a role, and what would change that' })
    .input(z.object({ roleId: RoleId, talentId: TalentId }))
    .output(WhyNot.nullable().describe('Null where suggestions are off')),
  settings: procedure
    .route({ summary: 'Read how a production weighs, and what it learnt' })
    .input(z.object({ productionId: ProductionId }))
    .output(MatchSettings),
  change: procedure
    .route({ summary: 'Move the weights of a production, or switch learning; weights of null are those of the house, keys left out stay' })
    .input(z.object({ productionId: ProductionId, weights: FitWeights.nullable().optional(), learning: z.boolean().optional(), across: z.boolean().optional() }))
    .output(MatchSettings),
  forget: procedure
    .route({ summary: 'Begin learning anew: no decision of before counts any more' })
    .input(z.object({ productionId: ProductionId }))
    .output(MatchSettings),
}
