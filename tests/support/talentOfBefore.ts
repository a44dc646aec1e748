import type { Database } from '../../src-main/database/openDatabase.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'

/** Writes somebody into a file of an earlier version, where today's writer would ask for columns that are not there yet. */
export function writeTalentOfBefore(db: Database, name: string, { credits = [], changedAt }: { readonly credits?: readonly string[]; readonly changedAt?: string } = {}): TalentId {
  const id = `before-${name}` as TalentId
  const at = '2026-01-05T09:00:00.000Z'
  db.prepare(`INSERT INTO talent (id, name, name_key, credits, source, text_hash, created_at, updated_at) VALUES (?, ?, lower(?), ?, 'people.csv', 'as it was', ?, ?)`)
    .run(id, name, name, JSON.stringify(credits), at, changedAt ?? at)
  return id
}
