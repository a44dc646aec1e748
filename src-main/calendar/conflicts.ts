import { v7 as uuid } from 'uuid'
import type { Database } from '../database/openDatabase.ts'
import type { LinkId } from './eventIds.ts'
import type { Facts, Field } from './facts.ts'
import { GoogleEvent } from './googleEvent.ts'

/** The id of a conflict: a UUIDv7 as text. */
export type ConflictId = string & { readonly ConflictId: true }

/** How a conflict was decided: as it stands here, as it stands in Google, or both came to say the same. */
export type Decision = 'here' | 'there' | 'same'

/** An event that was changed on both sides, or in Google in a way that does not fit here. Both are kept until the user decides. */
export interface Conflict {
  readonly id: ConflictId
  readonly linkId: LinkId
  readonly foundAt: string
  readonly fields: readonly (Field | 'existence')[]
  /** Why it cannot be taken from Google, where that is so. */
  readonly why: string
  /** As it stands here; null where it is not there any more. */
  readonly here: Facts | null
  /** As it stands in Google; null where it was removed. */
  readonly there: GoogleEvent | null
}

interface Row {
  readonly id: ConflictId
  readonly link_id: LinkId
  readonly found_at: string
  readonly fields: string
  readonly why: string
  readonly here: string | null
  readonly there: string | null
}

const toConflict = (row: Row): Conflict => ({
  id: row.id, linkId: row.link_id, foundAt: row.found_at, fields: JSON.parse(row.fields) as Conflict['fields'], why: row.why,
  here: row.here === null ? null : (JSON.parse(row.here) as Facts), there: row.there === null ? null : GoogleEvent.parse(JSON.parse(row.there)),
})

/** The conflicts that wait for the user, the oldest first. */
export const listConflicts = (db: Database): readonly Conflict[] =>
  db.prepare<[], Row>('SELECT * FROM calendar_conflict WHERE decided_at IS NULL ORDER BY row').all().map(toConflict)

/** The open conflict of a link; null where there is none. */
export function conflictOf(db: Database, linkId: LinkId): Conflict | null {
  const row = db.prepare<[string], Row>('SELECT * FROM calendar_conflict WHERE link_id = ? AND decided_at IS NULL').get(linkId)
  return row ? toConflict(row) : null
}

/** Keeps both sides of a link side by side; where a conflict is open already, as they stand now. */
export function keepConflict(db: Database, given: Omit<Conflict, 'id' | 'foundAt'>, now: Date): void {
  const [fields, here, there] = [JSON.stringify(given.fields), given.here && JSON.stringify(given.here), given.there && JSON.stringify(given.there)]
  const open = conflictOf(db, given.linkId)
  if (open) db.prepare('UPDATE calendar_conflict SET fields = ?, why = ?, here = ?, there = ? WHERE id = ?').run(fields, given.why, here, there, open.id)
  else {
    db.prepare('INSERT INTO calendar_conflict (id, link_id, found_at, fields, why, here, there) VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(uuid(), given.linkId, now.toISOString(), fields, given.why, here, there)
  }
}

/** Closes the open conflict of a link, where there is one. What both sides said stays in the records. */
export function closeConflict(db: Database, linkId: LinkId, decision: Decision, now: Date): void {
  db.prepare('UPDATE calendar_conflict SET decided_at = ?, decision = ? WHERE link_id = ? AND decided_at IS NULL').run(now.toISOString(), decision, linkId)
}
