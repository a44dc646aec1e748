import { z } from 'zod'
import { procedure } from './errors.ts'
import { ProductionId } from './productions.ts'
import { RoleId } from './roles.ts'
import { TalentId, TalentSummary } from './talent.ts'
import { Day, Moment } from './words.ts'

/** The lists of a role, widest first. */
export const CastingList = z.enum(['longList', 'selects', 'shortList'])
export type CastingList = z.infer<typeof CastingList>

/** How somebody stands for a role. */
export const CastingStatus = z.enum(['unviewed', 'viewed', 'selected', 'underConsideration', 'pinned', 'onAvail', 'onHold', 'backup', 'booked', 'released'])
export type CastingStatus = z.infer<typeof CastingStatus>

/** A hold: its position (1 is first pencil) and the day it expires, where one was agreed. */
export const Hold = z.object({ position: z.number().int().min(1).max(9), expires: Day.nullable() })
export type Hold = z.infer<typeof Hold>

/** Who did something: the user herself, or an assistant to whom she said yes. */
export const DoneBy = z.enum(['user', 'claude', 'assistant'])
export type DoneBy = z.infer<typeof DoneBy>

/** Somebody on a list for a role. */
export const CastingEntry = z.object({
  roleId: RoleId,
  talent: TalentSummary,
  list: CastingList,
  status: CastingStatus,
  hold: Hold.nullable(),
  note: z.string().max(2_000),
  addedBy: DoneBy,
  addedAt: Moment,
  changedAt: Moment,
})
export type CastingEntry = z.infer<typeof CastingEntry>

/** The id of a change: a UUIDv7 as text. */
export const CastingChangeId = z.string().min(1).brand<'CastingChangeId'>()
export type CastingChangeId = z.infer<typeof CastingChangeId>

/** How somebody stands on a list. */
export const Standing = z.object({ list: CastingList, status: CastingStatus, hold: Hold.nullable(), note: z.string() })
export type Standing = z.infer<typeof Standing>

/** One change on a list, kept for ever: how it stood before and after (null: on no list), who, why. */
export const CastingChange = z.object({
  id: CastingChangeId,
  at: Moment,
  productionId: ProductionId,
  roleId: RoleId,
  roleName: z.string(),
  talentId: TalentId,
  talentName: z.string(),
  before: Standing.nullable(),
  after: Standing.nullable(),
  by: DoneBy,
  reason: z.string().max(500),
  undoneBy: CastingChangeId.nullable(),
})
export type CastingChange = z.infer<typeof CastingChange>

/** Where somebody stands, seen from the person: the entry with its role and production. */
export const StandingFor = CastingEntry.omit({ talent: true }).extend({ roleName: z.string(), productionId: ProductionId, productionTitle: z.string() })
export type StandingFor = z.infer<typeof StandingFor>

/** Casting: who stands on which list for which role, and how it came to that. */
export const casting = {
  board: procedure.route({ summary: 'Read the lists of all roles of a production' }).input(z.object({ productionId: ProductionId })).output(z.array(CastingEntry)),
  list: procedure.route({ summary: 'Read the lists of one role' }).input(z.object({ roleId: RoleId })).output(z.array(CastingEntry)),
  ofTalent: procedure.route({ summary: 'Read where one person stands, over all productions, last changed first' }).input(z.object({ talentId: TalentId })).output(z.array(StandingFor)),
  put: procedure
    .route({ summary: 'Put somebody on a list for a role, or change how they stand there; keys left out stay' })
    .input(z.object({
      roleId: RoleId, talentId: TalentId,
      list: CastingList.optional(), status: CastingStatus.optional(), hold: Hold.nullable().optional(), note: z.string().max(2_000).optional(),
      reason: z.string().max(500).default(''),
    }))
    .output(z.object({ entry: CastingEntry, change: CastingChange })),
  takeOff: procedure
    .route({ summary: 'Take somebody off the lists of a role' })
    .input(z.object({ roleId: RoleId, talentId: TalentId, reason: z.string().max(500).default('') }))
    .output(CastingChange),
  undo: procedure.route({ summary: 'Take back one change; refused with CONFLICT where the person stands differently by now' }).input(z.object({ changeId: CastingChangeId })).output(CastingChange),
  putCast: procedure
    .route({ summary: 'Put a proposed cast on the lists of its roles, all or nothing; who stands on that list or a shorter one stays' })
    .input(z.object({ people: z.array(z.object({ roleId: RoleId, talentId: TalentId })).min(1).max(30), list: CastingList, reason: z.string().max(500).default('') }))
    .output(z.object({ changes: z.array(CastingChange), stood: z.number().int().min(0).describe('How many stood there already') })),
  undoAll: procedure
    .route({ summary: 'Take back several changes, all or nothing; refused with CONFLICT where one of the people stands differently by now' })
    .input(z.object({ changeIds: z.array(CastingChangeId).min(1).max(60) }))
    .output(z.array(CastingChange)),
  history: procedure
    .route({ summary: 'Read the changes, newest first' })
    .input(z.object({ productionId: ProductionId.optional(), roleId: RoleId.optional(), talentId: TalentId.optional(), limit: z.number().int().min(1).max(500).default(100) }))
    .output(z.array(CastingChange)),
}
