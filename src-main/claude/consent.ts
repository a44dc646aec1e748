import type { ClaudeConsent } from '../../src-preload/contract/claude.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'

/** Whether a production may be sent to Claude. Throws NOT_FOUND where there is none. */
export function readConsent(db: Database, productionId: ProductionId): ClaudeConsent {
  const row = db.prepare<[string], { allowed: number | null; said_at: string | null }>(`
    SELECT c.allowed, c.said_at FROM production p LEFT JOIN claude_consent c ON c.production_id = p.id WHERE p.id = ? AND p.removed_at IS NULL
  `).get(productionId)
  if (!row) throw new CastMatchError('NOT_FOUND', { subject: 'The production' })
  return { productionId, says: row.allowed === null ? 'unasked' : row.allowed === 1 ? 'yes' : 'no', saidAt: row.said_at }
}

/** Keeps a yes or a no for a production, with its moment; null takes back what was said. Throws NOT_FOUND where there is none. */
export const keepConsent = (db: Database, productionId: ProductionId, allowed: boolean | null, now: Date): ClaudeConsent =>
  inTransaction(db, () => {
    readConsent(db, productionId)
    if (allowed === null) db.prepare('DELETE FROM claude_consent WHERE production_id = ?').run(productionId)
    else db.prepare('INSERT OR REPLACE INTO claude_consent (production_id, allowed, said_at) VALUES (?, ?, ?)').run(productionId, allowed ? 1 : 0, now.toISOString())
    return readConsent(db, productionId)
  })
