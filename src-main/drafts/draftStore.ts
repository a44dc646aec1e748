import { v7 as uuid } from 'uuid'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { DraftChange, DraftLine, DraftReport } from '../../src-preload/contract/drafts.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { ScriptId, ScriptSummary } from '../../src-preload/contract/scripts.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { colourOfRank, rankOfColour } from '../scripts/draftColours.ts'
import { getScript, getScriptSummary, listScripts, scriptText } from '../scripts/scriptStore.ts'
import type { WorkerPool } from '../workers/workerPool.ts'
import type { ComparedDrafts, DraftsToCompare } from './compareDrafts.ts'
import { oldSides } from './oldSides.ts'
import type { DraftText, HeardIn } from './draftText.ts'

/** A script as a draft; `rank` is its place in the order of colours, from 0 for White. */
export interface DraftRow {
  readonly id: ScriptId
  readonly title: string
  readonly line: string
  readonly rank: number
  readonly newest: boolean
}

/** The drafts of a production that are not put away, of each line the newest first. */
export const draftRows = (db: Database, productionId: ProductionId): readonly DraftRow[] =>
  db
    .prepare<[string], Omit<DraftRow, 'newest'> & { readonly newest: number }>(
      `SELECT id, title, ifnull(draft_line, id) AS line, draft_rank AS rank, id IN (SELECT id FROM current_script) AS newest FROM script
       WHERE production_id = ? AND removed_at IS NULL ORDER BY draft_rank DESC, ifnull(draft_date, '') DESC, added_at DESC, id DESC`,
    )
    .all(productionId)
    .map(row => ({ ...row, newest: row.newest === 1 }))

/** Lists the draft lines of a production, the one that something was added to last first; of each its scripts, the newest first. */
export function listDraftLines(db: Database, productionId: ProductionId): DraftLine[] {
  const scripts = listScripts(db, productionId)
  const order = new Map(draftRows(db, productionId).map(({ id }, index) => [id, index]))
  const lines = [...new Set(scripts.map(({ draft }) => draft.line))]
  return lines.map(line => ({
    line,
    scripts: scripts.filter(({ draft }) => draft.line === line).sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)),
  }))
}

/** Writes which draft a script is. Throws NOT_FOUND where there is no such script. */
export function setDraft(db: Database, id: ScriptId, { line, rank, date, name }: { readonly line: string; readonly rank: number; readonly date: string | null; readonly name: string }): void {
  const { changes } = db.prepare('UPDATE script SET draft_line = ?, draft_rank = ?, draft_date = ?, draft_name = ? WHERE id = ?').run(line, rank, date, name, id)
  if (changes !== 1) throw new CastMatchError('NOT_FOUND', { subject: 'The script' })
}

/**
 * Changes which draft a script is; keys left out stay.
 *
 * A script that joins the line of another gets the colour after the line's last, unless one is given or its own comes later already; one
 * that leaves keeps its colour. Throws NOT_FOUND, and INVALID_INPUT for itself or a script of another production.
 */
export function changeDraft(db: Database, scriptId: ScriptId, change: DraftChange): ScriptSummary {
  return inTransaction(db, () => {
    const script = getScriptSummary(db, scriptId)
    const { draft } = script
    const line = change.draftOf === undefined ? draft.line : change.draftOf === null ? uuid() : lineOf(db, script, change.draftOf)
    const own = rankOfColour(draft)
    const others = draftRows(db, script.productionId).filter(row => row.line === line && row.id !== scriptId)
    const next = Math.max(-1, ...others.map(({ rank }) => rank)) + 1
    const standing = colourOfRank(line === draft.line || change.draftOf === null ? own : Math.max(own, next))
    const rank = rankOfColour({ colour: change.colour ?? standing.colour, round: change.round ?? standing.round })
    setDraft(db, scriptId, { line, rank, date: change.date === undefined ? draft.date : change.date, name: change.name ?? draft.name })
    return getScriptSummary(db, scriptId)
  })
}

function lineOf(db: Database, script: ScriptSummary, other: ScriptId): string {
  const { draft, productionId } = getScriptSummary(db, other)
  if (other === script.id) throw new CastMatchError('INVALID_INPUT', { subject: script.title, detail: 'a script cannot be a draft of itself' })
  if (productionId !== script.productionId) throw new CastMatchError('INVALID_INPUT', { subject: script.title, detail: 'the other script belongs to another production' })
  return draft.line
}

/** How long the comparison of two drafts may take, in milliseconds. */
const compareTimeLimit = 30_000

/** Compares two drafts in a worker. Throws NOT_FOUND where they are not of one production, TIME_LIMIT and CANCELLED. */
export async function compareInWorker({ db, pool }: { readonly db: Database; readonly pool: WorkerPool }, given: { readonly from: ScriptId; readonly to: ScriptId }, signal?: AbortSignal): Promise<DraftReport> {
  const [from, to] = [getScriptSummary(db, given.from), getScriptSummary(db, given.to)]
  if (from.productionId !== to.productionId) throw new CastMatchError('NOT_FOUND', { subject: 'The other draft' })
  const task = draftsToCompare(db, from, to)
  const compared = await pool.run<ComparedDrafts>('drafts/compareDrafts', task, { signal, subject: to.title, timeLimitMs: compareTimeLimit })
  return { from, to, ...compared, sides: oldSides(db, from, compared) }
}

/** What is compared of two scripts. Throws NOT_FOUND. */
export function draftsToCompare(db: Database, from: ScriptSummary, to: ScriptSummary): DraftsToCompare {
  const lines = new Set([from.draft.line, to.draft.line])
  const others = draftRows(db, from.productionId).filter(({ newest, line }) => newest && !lines.has(line)).map(({ id }) => id)
  return { old: readDraft(db, from.id), new: readDraft(db, to.id), apart: pairsApart(db, from.id, to.id), elsewhere: spokenIn(db, others) }
}

/** Reads a script as a draft to be compared; roles that were taken off the list are left out. Throws NOT_FOUND. */
export function readDraft(db: Database, scriptId: ScriptId): DraftText {
  const { scenes, characters } = getScript(db, scriptId)
  const heard = db
    .prepare<[string], Omit<HeardIn, 'scene'> & { readonly scene: number }>(
      `SELECT a.role_id AS role, a.character_name AS cue, a.scene, a.speeches, a.words FROM role_appearance a
       JOIN role r ON r.id = a.role_id AND r.removed_at IS NULL WHERE a.script_id = ? ORDER BY a.scene, a.element`,
    )
    .all(scriptId)
  return { scriptId, scenes, characters, elements: scriptText(db, scriptId), heard: heard.map(one => ({ ...one, scene: one.scene < 0 ? null : one.scene })) }
}

const pairsApart = (db: Database, from: ScriptId, to: ScriptId): readonly string[] =>
  db
    .prepare<[string, string], string>("SELECT old_role_id || ' ' || new_role_id FROM draft_apart WHERE from_script_id = ? AND to_script_id = ?")
    .pluck()
    .all(from, to)

function spokenIn(db: Database, scripts: readonly ScriptId[]): DraftsToCompare['elsewhere'] {
  return db
    .prepare<[string], { role: RoleId; speeches: number; scenes: number }>(
      `SELECT role_id AS role, sum(speeches) AS speeches, count(DISTINCT script_id || ' ' || scene) AS scenes FROM role_appearance
       WHERE script_id IN (SELECT value FROM json_each(?)) GROUP BY role_id`,
    )
    .all(JSON.stringify(scripts))
    .map(({ role, speeches, scenes }) => [role, { speeches, scenes }] as const)
}
