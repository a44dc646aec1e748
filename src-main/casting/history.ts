import { v7 as uuid } from 'uuid'
import type { CastingChange, CastingChangeId, DoneBy, Standing } from '../../src-preload/contract/casting.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import { mergedIds } from '../roles/roleRecord.ts'
import { roleStands } from '../roles/roleStore.ts'
import type { Kept } from './entries.ts'

/** A change as it is written down. */
export interface NewChange {
  readonly at: string
  readonly roleId: RoleId
  readonly talentId: TalentId
  readonly before: Kept | null
  readonly after: Kept | null
  readonly by: DoneBy
  readonly reason: string
}

/** Of what the history is read; each key narrows it. */
export interface HistoryScope {
  readonly productionId?: ProductionId | undefined
  readonly roleId?: RoleId | undefined
  readonly talentId?: TalentId | undefined
  readonly limit: number
}

interface Row {
  readonly id: CastingChangeId
  readonly at: string
  readonly production_id: ProductionId
  readonly root: RoleId
  readonly role_name: string
  readonly talent_id: TalentId
  readonly talent_name: string
  readonly before: string | null
  readonly after: string | null
  readonly done_by: DoneBy
  readonly reason: string
  readonly undone_by: CastingChangeId | null
}

const select = `SELECT c.id, c.at, r.production_id, r.id AS root, r.name AS role_name, c.talent_id, t.name AS talent_name, c.before, c.after,
    c.done_by, c.reason, c.undone_by
  FROM casting_change c JOIN talent t ON t.id = c.talent_id AND t.removed_at IS NULL
  JOIN role r ON r.id = (
    WITH RECURSIVE up(id, into_id) AS (
      SELECT id, merged_into FROM role WHERE id = c.role_id UNION SELECT role.id, role.merged_into FROM role JOIN up ON role.id = up.into_id
    ) SELECT id FROM up WHERE into_id IS NULL
  ) AND ${roleStands}
  JOIN production p ON p.id = r.production_id AND p.removed_at IS NULL`

/** Reads the changes, newest first; those of removed roles, people and productions are left out. */
export function listChanges(db: Database, { productionId, roleId, talentId, limit }: HistoryScope): CastingChange[] {
  const roles = roleId === undefined ? null : JSON.stringify(mergedIds(db, roleId))
  return db
    .prepare<{ production: string | null; roles: string | null; talent: string | null; limit: number }, Row>(
      `${select} WHERE (@production IS NULL OR r.production_id = @production) AND (@talent IS NULL OR c.talent_id = @talent)
         AND (@roles IS NULL OR c.role_id IN (SELECT value FROM json_each(@roles))) ORDER BY c.row DESC LIMIT @limit`,
    )
    .all({ production: productionId ?? null, roles, talent: talentId ?? null, limit })
    .map(toChange)
}

/** Writes a change down. */
export function recordChange(db: Database, change: NewChange): CastingChange {
  const id = uuid() as CastingChangeId
  db.prepare('INSERT INTO casting_change (id, at, role_id, talent_id, before, after, done_by, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
    id, change.at, change.roleId, change.talentId, change.before && keptText(change.before), change.after && keptText(change.after), change.by, change.reason,
  )
  return readChange(db, id).change
}

/** Says that a change was taken back by another. */
export function markUndone(db: Database, id: CastingChangeId, by: CastingChangeId): void {
  const { changes } = db.prepare('UPDATE casting_change SET undone_by = ? WHERE id = ? AND undone_by IS NULL').run(by, id)
  if (changes !== 1) throw new CastMatchError('CONFLICT', { subject: 'The change', detail: 'it is taken back already' })
}

/** Reads a change with all that was kept of before and after. Throws NOT_FOUND, also where its role, person or production was removed. */
export function readChange(db: Database, id: CastingChangeId): { readonly change: CastingChange; readonly before: Kept | null; readonly after: Kept | null } {
  const row = db.prepare<[string], Row>(`${select} WHERE c.id = ?`).get(id)
  if (!row) throw new CastMatchError('NOT_FOUND', { subject: 'This change' })
  return { change: toChange(row), before: keptOf(row.before), after: keptOf(row.after) }
}

const toChange = (row: Row): CastingChange => ({
  id: row.id,
  at: row.at,
  productionId: row.production_id,
  roleId: row.root,
  roleName: row.role_name,
  talentId: row.talent_id,
  talentName: row.talent_name,
  before: standingIn(keptOf(row.before)),
  after: standingIn(keptOf(row.after)),
  by: row.done_by,
  reason: row.reason,
  undoneBy: row.undone_by,
})

const keptText = ({ list, status, hold, note, addedBy, addedAt }: Kept): string => JSON.stringify({ list, status, hold, note, addedBy, addedAt })
const keptOf = (text: string | null): Kept | null => (text === null ? null : (JSON.parse(text) as Kept))
const standingIn = (kept: Kept | null): Standing | null => kept && { list: kept.list, status: kept.status, hold: kept.hold, note: kept.note }
