import type { KeptPerson } from '../../../src-preload/contract/imports.ts'
import type { ImportId, TalentId } from '../../../src-preload/contract/talent.ts'
import type { Database } from '../../database/openDatabase.ts'

/** Whom undoing an import left as they are, wholly or in some facts: how many, and the first `most` of them by name. */
export function keptPeople(db: Database, id: ImportId, most: number): { readonly count: number; readonly people: KeptPerson[] } {
  const where = 'FROM talent_import_change c JOIN talent t ON t.row = c.talent_row WHERE c.import_id = ? AND c.kept IS NOT NULL'
  const rows = db.prepare(`SELECT t.id, t.name, c.kept ${where} ORDER BY t.name_key, t.row LIMIT ?`).all(id, most) as readonly { id: TalentId; name: string; kept: string }[]
  return {
    count: db.prepare(`SELECT count(*) ${where}`).pluck().get(id) as number,
    people: rows.map(({ id: person, name, kept }) => ({ id: person, name, ...(JSON.parse(kept) as Pick<KeptPerson, 'reason' | 'facts'>) })),
  }
}
