import type { Database } from '../database/openDatabase.ts'
import { subjectOf, type Subject } from './subjects.ts'

/** A subject that changed here since it was last sent. `seq` counts its changes: an answer clears the row only where none was made since. */
export interface Outgoing {
  readonly subject: Subject
  readonly seq: number
  /** What Google said where it does not take this; it waits for a change. */
  readonly refusal: string | null
}

interface Row {
  readonly kind: Subject['kind']
  readonly subject_id: string
  readonly seq: number
  readonly refusal: string | null
}

const toOutgoing = (row: Row): Outgoing => ({ subject: subjectOf(row.kind, row.subject_id), seq: row.seq, refusal: row.refusal })

/** What waits to be sent, what changed first being first. */
export const listOutgoing = (db: Database): readonly Outgoing[] =>
  db.prepare<[], Row>('SELECT * FROM calendar_outbox ORDER BY rowid').all().map(toOutgoing)

/** What waits of one subject; null where nothing does. */
export function outgoingOf(db: Database, { kind, id }: Subject): Outgoing | null {
  const row = db.prepare<[string, string], Row>('SELECT * FROM calendar_outbox WHERE kind = ? AND subject_id = ?').get(kind, id)
  return row ? toOutgoing(row) : null
}

/** Has a subject looked at, also where nothing changed here. */
export function putOut(db: Database, { kind, id }: Subject): void {
  db.prepare('INSERT INTO calendar_outbox (kind, subject_id) VALUES (?, ?) ON CONFLICT (kind, subject_id) DO UPDATE SET seq = seq + 1, refusal = NULL').run(kind, id)
}

/** Clears a subject, where it did not change since. */
export function clearOutgoing(db: Database, { kind, id }: Subject, seq: number): void {
  db.prepare('DELETE FROM calendar_outbox WHERE kind = ? AND subject_id = ? AND seq = ?').run(kind, id, seq)
}

/** Keeps what Google said against a subject. */
export function noteRefusal(db: Database, { kind, id }: Subject, seq: number, refusal: string): void {
  db.prepare('UPDATE calendar_outbox SET refusal = ? WHERE kind = ? AND subject_id = ? AND seq = ?').run(refusal.slice(0, 500), kind, id, seq)
}
