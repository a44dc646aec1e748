import { createHash } from 'node:crypto'
import type { BreakdownDraft, Claim, FlagSaid, FlagWord } from '../../src-preload/contract/breakdowns.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import type { Gender } from '../../src-preload/contract/words.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { scriptText } from '../scripts/scriptStore.ts'
import type { FactsInput, ReadFlag, RoleFacts } from './breakdownFacts.ts'
import type { CueHolder } from './breakdownScenes.ts'
import { scenesOfScripts } from './roleRecord.ts'
import { proposedGenders } from './suggestedMerges.ts'

/** Raised whenever the rules read differently, so that what was read before is read again. */
const rulesVersion = 1

/** What Claude drafted of a role, and of which state of the scripts. */
export interface ClaudeDraft {
  readonly claims: readonly Claim[]
  readonly flags: readonly ReadFlag[]
  readonly model: string
  readonly fingerprint: string
  readonly at: string
}

/** The words of the user, and the draft that she wrote them over. */
export interface EditedText {
  readonly text: string
  readonly at: string
  readonly base: BreakdownDraft
}

/** What is kept of the breakdown of a role. */
export interface KeptBreakdown {
  readonly shown: 'script' | 'claude'
  readonly byClaude: ClaudeDraft | null
  readonly edited: EditedText | null
  readonly putAway: EditedText | null
}

interface Row {
  readonly shown: 'script' | 'claude'
  readonly by_claude: string | null
  readonly edited: string | null
  readonly put_away: string | null
}

/** What is kept of a role's breakdown; nothing yet reads as the script's own draft. */
export function keptBreakdown(db: Database, id: RoleId): KeptBreakdown {
  const row = db.prepare<[string], Row>('SELECT shown, by_claude, edited, put_away FROM breakdown WHERE role_id = ?').get(id)
  return {
    shown: row?.shown ?? 'script',
    byClaude: row?.by_claude ? JSON.parse(row.by_claude) as ClaudeDraft : null,
    edited: row?.edited ? JSON.parse(row.edited) as EditedText : null,
    putAway: row?.put_away ? JSON.parse(row.put_away) as EditedText : null,
  }
}

/** Keeps a part of a role's breakdown; what is left out stays. */
export function keepBreakdown(db: Database, id: RoleId, change: Partial<KeptBreakdown>): void {
  inTransaction(db, () => {
    const { shown, byClaude, edited, putAway } = { ...keptBreakdown(db, id), ...change }
    const text = (value: object | null): string | null => (value ? JSON.stringify(value) : null)
    db.prepare(
      `INSERT INTO breakdown (role_id, shown, by_claude, edited, put_away) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (role_id) DO UPDATE SET shown = excluded.shown, by_claude = excluded.by_claude, edited = excluded.edited, put_away = excluded.put_away`,
    ).run(id, shown, text(byClaude), text(edited), text(putAway))
  })
}

/** What the user says of the flags of a role. */
export const saidFlags = (db: Database, id: RoleId): ReadonlyMap<FlagWord, FlagSaid> =>
  new Map(
    db
      .prepare<[string], { flag: FlagWord; said: FlagSaid }>('SELECT flag, said FROM breakdown_flag WHERE role_id = ? ORDER BY said_at, flag')
      .all(id)
      .map(({ flag, said }) => [flag, said] as const),
  )

/** Keeps what the user says of a flag; `asRead` takes her word back. */
export function sayFlag(db: Database, id: RoleId, flag: FlagWord, said: FlagSaid, now: Date): void {
  if (said === 'asRead') {
    db.prepare('DELETE FROM breakdown_flag WHERE role_id = ? AND flag = ?').run(id, flag)
    return
  }
  db.prepare(
    'INSERT INTO breakdown_flag (role_id, flag, said, said_at) VALUES (?, ?, ?, ?) ON CONFLICT (role_id, flag) DO UPDATE SET said = excluded.said, said_at = excluded.said_at',
  ).run(id, flag, said, now.toISOString())
}

/** What the rules would read of a production, without the text of its scripts. */
export interface FactsPlan {
  readonly fingerprint: string
  readonly roles: FactsInput['roles']
  readonly scripts: readonly { readonly id: ScriptId; readonly holders: readonly CueHolder[] }[]
}

/**
 * What the breakdowns of a production are read from: its scripts that are not put away, the roles their cues belong to after all
 * merging and splitting, their names and genders. The fingerprint is a SHA-256 of all that, so that what changes is read again.
 */
export function factsPlan(db: Database, productionId: ProductionId): FactsPlan {
  const holders = db
    .prepare<[string], CueHolder & { readonly script: ScriptId }>(
      `SELECT a.script_id AS script, a.character_name AS name, a.scene, a.role_id AS role FROM role_appearance a
       JOIN current_script s ON s.id = a.script_id WHERE s.production_id = ? ORDER BY s.added_at, s.id, a.character_name, a.scene`,
    )
    .all(productionId)
  const proposed = proposedGenders(db, productionId)
  const roles = db
    .prepare<[string], { id: RoleId; name: string; gender: Gender | null }>(
      'SELECT id, name, gender FROM role WHERE production_id = ? AND merged_into IS NULL AND removed_at IS NULL ORDER BY id',
    )
    .all(productionId)
    .map(({ id, name, gender }) => ({ id, name, gender: gender ?? proposed.get(id) ?? null }))
  const scripts = [...Map.groupBy(holders, ({ script }) => script)].map(([id, own]) => ({ id, holders: own.map(({ name, scene, role }) => ({ name, scene, role })) }))
  const readAgain = db.prepare<[string], string>('SELECT reread_at FROM script WHERE production_id = ? AND reread_at IS NOT NULL ORDER BY reread_at').pluck().all(productionId)
  const fingerprint = createHash('sha256').update(JSON.stringify([rulesVersion, scripts, roles, readAgain])).digest('hex')
  return { fingerprint, roles, scripts }
}

/** The plan with the text of its scripts, ready for the rules. */
export function factsInput(db: Database, productionId: ProductionId, plan: FactsPlan): FactsInput {
  const scenes = scenesOfScripts(db, productionId)
  return {
    roles: plan.roles,
    scripts: plan.scripts.map(({ id, holders }) => ({ id, holders, scenes: scenes.get(id) ?? [], elements: scriptText(db, id) })),
  }
}

/** What was read of a role, where it was read of this state of the scripts. */
export function keptFacts(db: Database, id: RoleId, fingerprint: string): RoleFacts | null {
  const facts = db
    .prepare<[string, string], string>('SELECT facts FROM breakdown_reading WHERE role_id = ? AND fingerprint = ?')
    .pluck()
    .get(id, fingerprint)
  return facts === undefined ? null : { role: id, ...(JSON.parse(facts) as Omit<RoleFacts, 'role'>) }
}

/** Keeps what was read of the roles of a production; a role that is gone meanwhile is left out. */
export function keepFacts(db: Database, fingerprint: string, facts: readonly RoleFacts[]): void {
  inTransaction(db, () => {
    const insert = db.prepare(
      `INSERT INTO breakdown_reading (role_id, fingerprint, facts) SELECT id, ?, ? FROM role WHERE id = ?
       ON CONFLICT (role_id) DO UPDATE SET fingerprint = excluded.fingerprint, facts = excluded.facts`,
    )
    for (const { role, claims, flags } of facts) insert.run(fingerprint, JSON.stringify({ claims, flags }), role)
  })
}
