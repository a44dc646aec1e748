import { z } from 'zod'
import { procedure } from './errors.ts'
import { Gate, RoleId } from './roles.ts'
import { TalentId, TalentSummary } from './talent.ts'

/** A gate that a role sets, in words, and whether the user lifted it. */
export const RoleGate = z.object({ gate: Gate, text: z.string().describe('What is asked: "plays 38 to 48"'), lifted: z.boolean() })
export type RoleGate = z.infer<typeof RoleGate>

/** Why somebody stands where they stand: the factor, how much it gave (0 to 1) and a sentence. */
export const Reason = z.object({
  factor: z.enum(['meaning', 'skills', 'languages', 'experience', 'playingRange']),
  strength: z.number().min(0).max(1),
  text: z.string(),
})
export type Reason = z.infer<typeof Reason>

/** A gate that stopped a person, with the fact that did. */
export const Stop = z.object({ gate: Gate, text: z.string() })
export type Stop = z.infer<typeof Stop>

/** A person beside a role. */
export const Candidate = z.object({
  talent: TalentSummary,
  fit: z.number().int().min(0).max(100).describe('Soft fit; gates do not enter it'),
  interval: z.object({ low: z.number().int().min(0).max(100), high: z.number().int().min(0).max(100) }).describe('Wider the less is known'),
  reasons: z.array(Reason).describe('Strongest first'),
  gaps: z.array(z.string()).describe('What is missing or unknown, in words; the unknown costs nothing'),
  stoppedBy: z.array(Stop),
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
}
