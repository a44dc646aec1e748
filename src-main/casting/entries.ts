import type { CastingEntry, CastingList, CastingStatus, DoneBy, Standing } from '../../src-preload/contract/casting.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'
import { roleStands } from '../roles/roleStore.ts'
import { summariesOf } from '../talent/summaries.ts'

/** How somebody stands, with who put them there and when. */
export interface Kept extends Standing {
  readonly addedBy: DoneBy
  readonly addedAt: string
}

/** Somebody on a list as it is shown: the role is the one that others were merged into. */
export interface Shown extends Kept {
  readonly roleId: RoleId
  readonly roleName: string
  readonly productionId: ProductionId
  readonly talentId: TalentId
  readonly talentRow: number
  readonly changedAt: string
}

/** Of which roles the entries are read; with `talentId` only of one person. */
export type Scope = ({ readonly productionId: ProductionId } | { readonly roleId: RoleId }) & { readonly talentId?: TalentId | undefined }

/** A role in the tree of merged ones; `root` is the one that stands. */
interface Part {
  readonly id: RoleId
  readonly parent: RoleId | null
  readonly root: RoleId
  readonly root_name: string
  readonly production_id: ProductionId
}

interface Row {
  readonly role_id: RoleId
  readonly talent_id: TalentId
  readonly talent_row: number
  readonly list: CastingList | null
  readonly status: CastingStatus
  readonly hold_position: number | null
  readonly hold_expires: string | null
  readonly note: string
  readonly added_by: DoneBy
  readonly added_at: string
  readonly changed_at: string
}

/** Reads who stands where; removed roles, people and productions are left out, merged roles show under the one they went into. */
export function shownEntries(db: Database, scope: Scope): readonly Shown[] {
  const [column, id] = 'roleId' in scope ? ['r.id', scope.roleId] : ['r.production_id', scope.productionId]
  const parts = db
    .prepare<[string], Part>(
      `WITH RECURSIVE part(id, parent, root, root_name, production_id) AS (
         SELECT r.id, NULL, r.id, r.name, r.production_id FROM role r JOIN production p ON p.id = r.production_id AND p.removed_at IS NULL
         WHERE ${column} = ? AND ${roleStands}
         UNION SELECT r.id, part.id, part.root, part.root_name, part.production_id FROM role r JOIN part ON r.merged_into = part.id
       )
       SELECT * FROM part`,
    )
    .all(id)
  const tree: Tree = { children: Map.groupBy(parts, part => part.parent), rows: rowsOf(db, parts, scope.talentId) }
  return (tree.children.get(null) ?? []).flatMap(root => [...decideShown(root.id, tree).values()].flatMap(row => toShown(root, row)))
}

/** How one person stands for a role, null where they are on no list of it. */
export const standingOf = (db: Database, roleId: RoleId, talentId: TalentId): Shown | null => shownEntries(db, { roleId, talentId })[0] ?? null

/** Entries in the words of the contract, by role and from the short list down. */
export function toEntries(db: Database, shown: readonly Shown[], modelId: string): CastingEntry[] {
  const people = summariesOf(db, shown.map(entry => entry.talentRow), modelId)
  const order = new Map(shown.map(entry => [entry.roleId, entry.roleName]))
  return shown
    .flatMap(({ talentRow, roleId, list, status, hold, note, addedBy, addedAt, changedAt }): CastingEntry[] => {
      const talent = people.get(talentRow)
      return talent ? [{ roleId, talent, list, status, hold, note, addedBy, addedAt, changedAt }] : []
    })
    .sort((a, b) =>
      (order.get(a.roleId) ?? '').localeCompare(order.get(b.roleId) ?? '') || byText(a.roleId, b.roleId) || listRank[a.list] - listRank[b.list] ||
      (a.hold?.position ?? 99) - (b.hold?.position ?? 99) || a.talent.name.localeCompare(b.talent.name) || byText(a.talent.id, b.talent.id))
}

/**
 * Writes how somebody stands for a role; null takes them off.
 *
 * A role merged into this one keeps what it said; where it still holds the person, the role says over it that they are off.
 */
export function writeStanding(db: Database, roleId: RoleId, talentId: TalentId, kept: Kept | null, at: string): void {
  const own = db.prepare('DELETE FROM casting_entry WHERE role_id = ? AND talent_id = ?')
  if (kept === null) {
    own.run(roleId, talentId)
    const beneath = standingOf(db, roleId, talentId)
    if (beneath) insert(db, roleId, talentId, beneath, null, at)
    return
  }
  own.run(roleId, talentId)
  insert(db, roleId, talentId, kept, kept.list, at)
}

function insert(db: Database, roleId: RoleId, talentId: TalentId, kept: Kept, list: CastingList | null, at: string): void {
  db.prepare(
    `INSERT INTO casting_entry (role_id, talent_id, list, status, hold_position, hold_expires, note, added_by, added_at, changed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(roleId, talentId, list, kept.status, kept.hold?.position ?? null, kept.hold?.expires ?? null, kept.note, kept.addedBy, kept.addedAt, at)
}

interface Tree {
  readonly children: ReadonlyMap<RoleId | null, readonly Part[]>
  readonly rows: ReadonlyMap<RoleId, readonly Row[]>
}

function rowsOf(db: Database, parts: readonly Part[], talentId: TalentId | undefined): Tree['rows'] {
  const rows = db
    .prepare<[string, string | null, string | null], Row>(
      `SELECT e.*, t.row AS talent_row FROM casting_entry e JOIN talent t ON t.id = e.talent_id AND t.removed_at IS NULL
       WHERE e.role_id IN (SELECT value FROM json_each(?)) AND (? IS NULL OR e.talent_id = ?)`,
    )
    .all(JSON.stringify(parts.map(part => part.id)), talentId ?? null, talentId ?? null)
  return Map.groupBy(rows, row => row.role_id)
}

/** What a role itself says of a person goes before what roles merged into it say; among those the newest counts. */
function decideShown(id: RoleId, tree: Tree): ReadonlyMap<TalentId, Row> {
  const shown = new Map<TalentId, Row>()
  for (const child of tree.children.get(id) ?? []) {
    for (const row of decideShown(child.id, tree).values()) {
      const other = shown.get(row.talent_id)
      if (row.list !== null && (!other || other.changed_at < row.changed_at)) shown.set(row.talent_id, row)
    }
  }
  for (const row of tree.rows.get(id) ?? []) shown.set(row.talent_id, row)
  return shown
}

const toShown = (root: Part, row: Row): readonly Shown[] => (row.list === null ? [] : [{
  roleId: root.id,
  roleName: root.root_name,
  productionId: root.production_id,
  talentId: row.talent_id,
  talentRow: row.talent_row,
  list: row.list,
  status: row.status,
  hold: row.hold_position === null ? null : { position: row.hold_position, expires: row.hold_expires },
  note: row.note,
  addedBy: row.added_by,
  addedAt: row.added_at,
  changedAt: row.changed_at,
}])

const listRank: Readonly<Record<CastingList, number>> = { shortList: 0, selects: 1, longList: 2 }
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
