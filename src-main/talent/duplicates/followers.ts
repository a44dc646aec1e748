import type { Database } from '../../database/openDatabase.ts'
import type { Pair, Watched } from './journal.ts'

/** What becomes of the rows of a table that point at somebody who is merged into another. */
export interface Follower extends Watched {
  /**
   * - `follows`: the rows point at the kept person after;
   * - `facts`: the facts of a person, put together field by field;
   * - `stays`: the rows keep pointing at the record that went, for the reason given.
   */
  readonly how: 'follows' | 'facts' | 'stays'
  /** How rows follow, where more is to be done than to point at the kept person. */
  readonly follow?: string
  readonly why?: string
}

const byId = 'talent_id IN (@kept, @gone)'
const byRow = 'talent_row IN (@keptRow, @goneRow)'

/** Every table that points at people. A test holds it against the schema, so that a new one is not forgotten. */
export const followers: readonly Follower[] = [
  { table: 'talent', where: 'id IN (@kept, @gone)', how: 'facts' },
  { table: 'talent_availability', where: byId, how: 'facts' },
  { table: 'talent_fact_source', where: byRow, how: 'facts' },
  { table: 'casting_entry', where: byId, how: 'follows' },
  { table: 'casting_change', where: byId, how: 'follows' },
  { table: 'audition_slot', where: byId, how: 'follows' },
  { table: 'memory_person', where: byId, how: 'follows' },
  {
    table: 'pair_read', where: '@kept IN (talent_id, other_talent_id) OR @gone IN (talent_id, other_talent_id)', how: 'follows',
    // A read of the two with each other stays with the record that went: nobody reads with themselves.
    follow: `UPDATE OR IGNORE pair_read SET talent_id = CASE talent_id WHEN @gone THEN @kept ELSE talent_id END,
      other_talent_id = CASE other_talent_id WHEN @gone THEN @kept ELSE other_talent_id END WHERE @gone IN (talent_id, other_talent_id)`,
  },
  {
    table: 'pair_to_test', where: '@kept IN (talent_id, other_talent_id) OR @gone IN (talent_id, other_talent_id)', how: 'follows',
    // As with reads; a pair that the kept one has already stays with the record that went.
    follow: `UPDATE OR IGNORE pair_to_test SET talent_id = CASE talent_id WHEN @gone THEN @kept ELSE talent_id END,
      other_talent_id = CASE other_talent_id WHEN @gone THEN @kept ELSE other_talent_id END WHERE @gone IN (talent_id, other_talent_id)`,
  },
  {
    table: 'memory_proposal', where: 'instr(people, @kept) > 0 OR instr(people, @gone) > 0', how: 'follows',
    follow: `UPDATE memory_proposal SET people = (SELECT json_group_array(DISTINCT CASE value WHEN @gone THEN @kept ELSE value END) FROM json_each(people)) WHERE instr(people, @gone) > 0`,
  },
  {
    table: 'duplicate_pair', where: `talent_id IN (@kept, @gone) OR other_talent_id IN (@kept, @gone)`, how: 'follows',
    // Who is not the other is not the kept one either.
    follow: `INSERT INTO duplicate_pair (id, talent_id, other_talent_id, state, likelihood, bits, reasons, found_at, decided_at)
      SELECT id || '-kept', min(third, @kept), max(third, @kept), 'apart', likelihood, bits, reasons, found_at, decided_at
      FROM (SELECT *, CASE talent_id WHEN @gone THEN other_talent_id ELSE talent_id END AS third FROM duplicate_pair WHERE state = 'apart' AND @gone IN (talent_id, other_talent_id))
      WHERE third <> @kept
      ON CONFLICT (talent_id, other_talent_id) DO UPDATE SET state = 'apart', decided_at = excluded.decided_at`,
  },
  {
    table: 'talent_media', where: byId, how: 'follows',
    // A file that the kept one has too stays with the record that went, and two main headshots become one.
    follow: `UPDATE OR IGNORE talent_media SET talent_id = @kept,
      is_main = CASE WHEN EXISTS (SELECT 1 FROM talent_media k WHERE k.talent_id = @kept AND k.is_main = 1 AND k.removed_at IS NULL) THEN 0 ELSE is_main END
      WHERE talent_id = @gone`,
  },
  { table: 'talent_change', where: byRow, how: 'stays', why: 'only says whose record is read into memory again' },
  { table: 'talent_import_change', where: byRow, how: 'stays', why: 'what an import did to the record of its time; undoing it finds the record that went' },
  { table: 'talent_word', where: byRow, how: 'stays', why: 'written anew with the facts' },
  { table: 'talent_vec', where: byRow, how: 'stays', why: 'made anew from the facts; the record that went is found by nothing' },
  { table: 'duplicate_due', where: byRow, how: 'stays', why: 'only says who is compared next' },
  { table: 'duplicate_key', where: byRow, how: 'stays', why: 'written anew with the next comparison' },
  { table: 'talent_merge', where: 'kept_id IN (@kept, @gone) OR gone_id IN (@kept, @gone)', how: 'stays', why: 'the history of merges' },
]

/** The rows that a merge may change, for its journal. */
export const watched: readonly Watched[] = followers.filter(({ how }) => how !== 'stays')

/** Lets the rows of the one who goes follow to the one who is kept; a row that the kept one has already goes. */
export function followToKept(db: Database, pair: Pair): void {
  const { kept, gone } = pair
  db.prepare('UPDATE memory SET words_due = 1 WHERE row IN (SELECT memory_row FROM memory_person WHERE talent_id = ?)').run(gone)
  for (const { table, how, follow } of followers) {
    if (how !== 'follows') continue
    if (follow !== undefined) {
      db.prepare(follow).run({ kept, gone })
      continue
    }
    db.prepare(`UPDATE OR IGNORE ${table} SET talent_id = @kept WHERE talent_id = @gone`).run({ kept, gone })
    db.prepare(`DELETE FROM ${table} WHERE talent_id = @gone`).run({ gone })
  }
}
