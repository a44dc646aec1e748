import type { CastingChange, CastingChangeId, CastingEntry, DoneBy, Standing, StandingFor } from '../../src-preload/contract/casting.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { getProduction } from '../productions/productionStore.ts'
import { standingRole } from '../roles/roleRecord.ts'
import { readTalent } from '../talent/talentFacts.ts'
import { decideStanding, sameStanding, type StandingWish } from './decideStanding.ts'
import { shownEntries, standingOf, toEntries, writeStanding, type Kept } from './entries.ts'
import { markUndone, readChange, recordChange } from './history.ts'

/** Who changes a list and when, and who hears of it. */
export interface CastingContext {
  /** The vectors' model, to say who is known by meaning (see `talentModelId`). */
  readonly modelId: string
  readonly now: () => Date
  readonly by: DoneBy
  /** Hears of every change inside the transaction that makes it: where it throws, nothing is changed. */
  readonly onDecision?: ((change: CastingChange) => void) | undefined
}

/** What is to be put: for whom, how, why; `standingBefore` is how it was shown when it was asked for, null for on no list. */
export interface Put extends StandingWish {
  readonly roleId: RoleId
  readonly talentId: TalentId
  readonly reason?: string | undefined
  readonly standingBefore?: Standing | null | undefined
}

/** Reads the lists of all roles of a production. Throws NOT_FOUND where it was put away. */
export function readBoard(db: Database, productionId: ProductionId, modelId: string): CastingEntry[] {
  getProduction(db, productionId)
  return toEntries(db, shownEntries(db, { productionId }), modelId)
}

/** Reads the lists of a role, or of the one it was merged into. Throws NOT_FOUND where it was removed. */
export const readLists = (db: Database, roleId: RoleId, modelId: string): CastingEntry[] =>
  toEntries(db, shownEntries(db, { roleId: standingRole(db, roleId).id }), modelId)

/** Reads where one person stands over all productions, last changed first. Throws NOT_FOUND for an unknown or removed person. */
export function readStandings(db: Database, talentId: TalentId): StandingFor[] {
  readTalent(db, talentId, '')
  const roles = db
    .prepare<[string], RoleId>(
      `WITH RECURSIVE up(id, into_id) AS (
         SELECT r.id, r.merged_into FROM casting_entry e JOIN role r ON r.id = e.role_id WHERE e.talent_id = ?
         UNION SELECT r.id, r.merged_into FROM role r JOIN up ON r.id = up.into_id
       ) SELECT id FROM up WHERE into_id IS NULL`,
    )
    .pluck()
    .all(talentId)
  return roles
    .flatMap(roleId => standingOf(db, roleId, talentId) ?? [])
    .map(({ roleId, roleName, productionId, list, status, hold, note, addedBy, addedAt, changedAt }) => ({
      roleId, roleName, productionId, productionTitle: getProduction(db, productionId).title, list, status, hold, note, addedBy, addedAt, changedAt,
    }))
    .sort((a, b) => (a.changedAt < b.changedAt ? 1 : a.changedAt > b.changedAt ? -1 : a.roleName.localeCompare(b.roleName)))
}

/**
 * Puts somebody on a list for a role, or changes how they stand there, and writes it down.
 *
 * Throws NOT_FOUND, INVALID_INPUT where it cannot be or nothing would change, and CONFLICT where they stand otherwise than
 * `standingBefore` says.
 */
export function putOnList(db: Database, put: Put, context: CastingContext): { readonly entry: CastingEntry; readonly change: CastingChange } {
  return inTransaction(db, () => {
    const named = nameBoth(db, put)
    const before = standingOf(db, named.roleId, put.talentId)
    checkBefore(before, put.standingBefore, named.subject)
    const after = decideStanding(before, put)
    if ('refused' in after) throw new CastMatchError('INVALID_INPUT', { subject: named.subject, detail: after.refused })
    if (sameStanding(before, after)) throw new CastMatchError('INVALID_INPUT', { subject: named.subject, detail: 'it stands so already' })
    const at = context.now().toISOString()
    const kept: Kept = { ...after, addedBy: before?.addedBy ?? context.by, addedAt: before?.addedAt ?? at }
    const change = make(db, { ...named, talentId: put.talentId, before, after: kept, at, reason: put.reason ?? '' }, context)
    return { entry: entryOf(db, named.roleId, put.talentId, context.modelId), change }
  })
}

/** Takes somebody off the lists of a role. Throws NOT_FOUND where they are on none, and CONFLICT as {@link putOnList} does. */
export function takeOffList(db: Database, given: Pick<Put, 'roleId' | 'talentId' | 'reason' | 'standingBefore'>, context: CastingContext): CastingChange {
  return inTransaction(db, () => {
    const named = nameBoth(db, given)
    const before = standingOf(db, named.roleId, given.talentId)
    checkBefore(before, given.standingBefore, named.subject)
    if (!before) throw new CastMatchError('NOT_FOUND', { subject: named.subject })
    return make(db, { ...named, talentId: given.talentId, before, after: null, at: context.now().toISOString(), reason: given.reason ?? '' }, context)
  })
}

/**
 * Takes back one change; taking that back again brings it back.
 *
 * Throws NOT_FOUND, and CONFLICT where it was taken back already or the person stands otherwise than it left them.
 */
export function undoChange(db: Database, id: CastingChangeId, context: CastingContext): CastingChange {
  return inTransaction(db, () => {
    const { change, before, after } = readChange(db, id)
    const named = nameBoth(db, change)
    const current = standingOf(db, change.roleId, change.talentId)
    checkBefore(current, after, named.subject)
    const undo = make(db, { ...named, talentId: change.talentId, before: current, after: before, at: context.now().toISOString(), reason: 'Undone' }, context)
    markUndone(db, id, undo.id)
    return undo
  })
}

interface Change {
  readonly roleId: RoleId
  readonly talentId: TalentId
  readonly before: Kept | null
  readonly after: Kept | null
  readonly at: string
  readonly reason: string
}

function make(db: Database, { roleId, talentId, before, after, at, reason }: Change, { by, onDecision }: CastingContext): CastingChange {
  writeStanding(db, roleId, talentId, after, at)
  const change = recordChange(db, { at, roleId, talentId, before, after, by, reason: reason.trim() })
  onDecision?.(change)
  return change
}

function entryOf(db: Database, roleId: RoleId, talentId: TalentId, modelId: string): CastingEntry {
  const [entry] = toEntries(db, shownEntries(db, { roleId, talentId }), modelId)
  if (!entry) throw new CastMatchError('NOT_FOUND', { subject: 'This person' })
  return entry
}

/** The role that stands for the one given, and both by name as the user reads them in a failure. */
function nameBoth(db: Database, { roleId, talentId }: { readonly roleId: RoleId; readonly talentId: TalentId }): { readonly roleId: RoleId; readonly subject: string } {
  const role = standingRole(db, roleId)
  getProduction(db, role.production_id)
  return { roleId: role.id, subject: `${readTalent(db, talentId, '').talent.name} for ${role.name}` }
}

function checkBefore(found: Standing | null, expected: Standing | null | undefined, subject: string): void {
  if (expected !== undefined && !sameStanding(found, expected)) throw new CastMatchError('CONFLICT', { subject, detail: 'they stand otherwise by now' })
}
