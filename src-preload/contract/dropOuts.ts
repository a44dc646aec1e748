import { z } from 'zod'
import { CastingStatus, Standing } from './casting.ts'
import { procedure } from './errors.ts'
import { Candidate } from './matching.ts'
import { PairCell } from './pairs.ts'
import { RoleId } from './roles.ts'
import { TalentId, TalentSummary } from './talent.ts'
import { Day } from './words.ts'

/** Something that comes apart when a role falls open: a session, scenes with others, days. */
export const DropOutBreak = z.object({
  kind: z.enum(['session', 'scenes', 'dates', 'otherRole']),
  on: Day.nullable().describe('The day it is due; null where it has none'),
  text: z.string(),
})
export type DropOutBreak = z.infer<typeof DropOutBreak>

/** When this office last had to do with somebody, and for what. */
export const LastContact = z.object({ on: Day, text: z.string() })
export type LastContact = z.infer<typeof LastContact>

/** A new person beside somebody who stays: what is expected of the two together; null where it was not predicted. */
export const BackupPair = z.object({
  role: z.object({ id: RoleId, name: z.string() }),
  person: z.object({ id: TalentId, name: z.string() }),
  scenes: z.number().int().min(0).describe('Scenes that the two roles share'),
  forecast: PairCell.nullable(),
})
export type BackupPair = z.infer<typeof BackupPair>

/** Somebody who could step in. */
export const Backup = z.object({
  talent: TalentSummary,
  standing: Standing.nullable().describe('How they stand on the lists of the role; null where they are on none'),
  fit: z.number().int().min(0).max(100).nullable().describe('Null where suggestions are off'),
  interval: Candidate.shape.interval.nullable(),
  reasons: z.array(z.string()).describe('The strongest first, three at most'),
  stoppedBy: z.array(z.string()).describe('Musts that stop them; they stand last'),
  dates: z.object({ state: z.enum(['free', 'pencilled', 'partly', 'blocked', 'unknown']), text: z.string() }),
  lastContact: LastContact.nullable(),
  pairs: z.array(BackupPair),
  breaks: z.array(DropOutBreak).describe('What comes apart elsewhere where they step in'),
})
export type Backup = z.infer<typeof Backup>

/** A role that fell open, or would: what breaks, and who could step in. */
export const DropOut = z.object({
  roleId: RoleId,
  roleName: z.string(),
  suggestions: z.boolean().describe('False where suggestions are off: then only who stands on the lists is shown, without fit and pairs'),
  out: z.object({ talent: TalentSummary, status: CastingStatus }).nullable().describe('Who was cast; null where nobody was'),
  breaks: z.array(DropOutBreak),
  backups: z.array(Backup).describe('Holds by their pencil first, then backups, then the short list, the selects and others; in each by fit, dates and last contact'),
  considered: z.number().int().describe('How many people were looked at'),
})
export type DropOut = z.infer<typeof DropOut>

/** Drop-outs: a role falls open, and somebody must step in. Releasing and booking are done on the lists, and undone there. */
export const dropOuts = {
  read: procedure
    .route({ summary: 'Show what breaks when a role falls open, and who could step in' })
    .input(z.object({
      roleId: RoleId,
      talentId: TalentId.optional().describe('Who drops out; without it whoever is booked, else was last'),
      limit: z.number().int().min(1).max(50).default(12),
    }))
    .output(DropOut),
}
