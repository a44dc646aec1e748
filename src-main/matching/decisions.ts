import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import type { Database } from '../database/openDatabase.ts'

/** How the user decided about somebody for a role: 3 cast or held, 2 selected or called back, 1 looked at, 0 passed over. */
export interface Decision {
  readonly roleId: RoleId
  readonly talentId: TalentId
  readonly level: number
}

/**
 * The decisions of the user herself about the roles of a production, or of all of them: selects, callbacks and passes.
 *
 * Of each person and role the last change counts, unless it was undone; what an assistant put on a list does not. `since` leaves
 * out what was decided before a moment.
 */
export function decisionsOf(db: Database, productionId: ProductionId | null, since: string | null): readonly Decision[] {
  return db
    .prepare(
      `WITH last AS (
         SELECT c.role_id, c.talent_id, c.after, max(c.row) FROM casting_change c JOIN role r ON r.id = c.role_id
         WHERE c.done_by = 'user' AND c.undone_by IS NULL AND (@production IS NULL OR r.production_id = @production) AND (@since IS NULL OR c.at > @since)
           AND r.removed_at IS NULL AND r.merged_into IS NULL
         GROUP BY c.role_id, c.talent_id
       )
       SELECT last.role_id AS roleId, last.talent_id AS talentId,
         CASE
           WHEN after IS NULL OR json_extract(after, '$.status') = 'released' THEN 0
           WHEN json_extract(after, '$.status') IN ('booked', 'pinned', 'onHold', 'onAvail', 'backup') OR json_extract(after, '$.list') = 'shortList' THEN 3
           WHEN json_extract(after, '$.status') IN ('selected', 'underConsideration') OR json_extract(after, '$.list') = 'selects' THEN 2
           WHEN EXISTS (SELECT 1 FROM audition_slot s JOIN audition_session a ON a.id = s.session_id
             WHERE s.talent_id = last.talent_id AND s.role_id = last.role_id AND a.kind = 'callback' AND s.cancelled_at IS NULL) THEN 2
           ELSE 1 END AS level
       FROM last ORDER BY last.role_id, last.talent_id`,
    )
    .all({ production: productionId, since }) as readonly Decision[]
}
