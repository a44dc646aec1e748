import type { ShootingOrder } from '../../src-preload/contract/reports.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import type { Database } from '../database/openDatabase.ts'
import { getScriptSummary } from '../scripts/scriptStore.ts'

/** The order of a script that has none. */
const noOrder: ShootingOrder = { text: '', dropAfter: null }

/** Reads the shooting order of a script as it was typed; empty where there is none. Throws NOT_FOUND where there is no such script. */
export function getOrder(db: Database, scriptId: ScriptId): ShootingOrder {
  getScriptSummary(db, scriptId)
  return db.prepare<[string], ShootingOrder>('SELECT text, drop_after AS dropAfter FROM shooting_order WHERE script_id = ?').get(scriptId) ?? noOrder
}

/** Keeps the shooting order of a script in place of the one before. Throws NOT_FOUND where there is no such script. */
export function saveOrder(db: Database, scriptId: ScriptId, { text, dropAfter }: ShootingOrder, now: Date): void {
  getScriptSummary(db, scriptId)
  db.prepare(
    `INSERT INTO shooting_order (script_id, text, drop_after, saved_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (script_id) DO UPDATE SET text = excluded.text, drop_after = excluded.drop_after, saved_at = excluded.saved_at`,
  ).run(scriptId, text, dropAfter, now.toISOString())
}
