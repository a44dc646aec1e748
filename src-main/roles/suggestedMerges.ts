import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId, SuggestedMerge } from '../../src-preload/contract/roles.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import type { Gender } from '../../src-preload/contract/words.ts'
import type { Database } from '../database/openDatabase.ts'
import { nameMarks } from '../scripts/legacyFontLetters.ts'
import { likeNames, type ComparedRole } from './likeNames.ts'
import { smallWords } from './mentions.ts'
import { anyRow, scenesOfScripts } from './roleRecord.ts'
import { listRoles } from './roleStore.ts'

/**
 * The roles of a production that may be one person by their names, likeliest first.
 *
 * Only the newest drafts are looked at: what became of a role from one draft to the next is told by comparing them. Each role is
 * suggested once, with the role it is likest. What the user said to be two people is left out, as are roles off the list.
 */
export function suggestedMerges(db: Database, productionId: ProductionId): SuggestedMerge[] {
  const apart = pairsApart(db, productionId)
  const seen = new Set<RoleId>()
  const merges: SuggestedMerge[] = []
  for (const { into, from, reason } of likeNames(comparedRoles(db, productionId), { isCommon: commonIn(db, productionId) })) {
    if (seen.has(from) || apart.has(pairKey(into, from))) continue
    seen.add(from)
    merges.push({ into, from, reason })
  }
  return merges
}

/** Keeps that two roles are not one person; said twice it is kept once. Throws NOT_FOUND, and INVALID_INPUT for one role or two productions. */
export function dismissMerge(db: Database, { into, from }: Pick<SuggestedMerge, 'into' | 'from'>, now: Date): void {
  const [row, other] = [anyRow(db, into), anyRow(db, from)]
  if (into === from) throw new CastMatchError('INVALID_INPUT', { subject: row.name, detail: 'a role cannot be another than itself' })
  if (row.production_id !== other.production_id) throw new CastMatchError('INVALID_INPUT', { subject: other.name, detail: 'it belongs to another production' })
  db.prepare('INSERT INTO role_apart (role_id, other_role_id, said_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(...ordered(into, from), now.toISOString())
}

/** A pair is kept once, whichever way round it was said. */
const ordered = (a: RoleId, b: RoleId): readonly [RoleId, RoleId] => (a < b ? [a, b] : [b, a])

const pairKey = (a: RoleId, b: RoleId): string => ordered(a, b).join(' ')

const pairsApart = (db: Database, productionId: ProductionId): ReadonlySet<string> =>
  new Set(
    db
      .prepare<[string], string>("SELECT p.role_id || ' ' || p.other_role_id FROM role_apart p JOIN role r ON r.id = p.role_id WHERE r.production_id = ?")
      .pluck()
      .all(productionId),
  )

/** Names that were left in a legacy font say nothing to the ear, and are not compared. */
function comparedRoles(db: Database, productionId: ProductionId): readonly ComparedRole[] {
  const scenes = spokenScenes(db, productionId)
  const genders = proposedGenders(db, productionId)
  const current = listRoles(db, productionId).filter(({ name, firstPage }) => firstPage !== null && !name.startsWith(nameMarks[0]))
  return current.map(({ id, name, speeches, gender }) => (
    { id, name, speeches, gender: gender ?? genders.get(id) ?? null, scenes: scenes.get(id) ?? new Map<string, string>() }
  ))
}

/** The scenes of each role, by script and index, with the number that stands in the script, else the count of the scene. */
function spokenScenes(db: Database, productionId: ProductionId): ReadonlyMap<RoleId, ReadonlyMap<string, string>> {
  const numbers = scenesOfScripts(db, productionId)
  const rows = db
    .prepare<[string], { role: RoleId; script: ScriptId; scene: number }>(
      `SELECT a.role_id AS role, a.script_id AS script, a.scene FROM role_appearance a JOIN current_script s ON s.id = a.script_id
       WHERE s.production_id = ? AND a.scene >= 0 ORDER BY s.added_at, a.script_id, a.scene`,
    )
    .all(productionId)
  const spoken = new Map<RoleId, Map<string, string>>()
  for (const { role, script, scene } of rows) {
    const own = spoken.get(role) ?? new Map<string, string>()
    spoken.set(role, own.set(`${script} ${scene}`, numbers.get(script)?.[scene]?.number ?? String(scene + 1)))
  }
  return spoken
}

/** The gender that the script proposes of each role, where it proposes one only and the user has not dismissed it. */
export function proposedGenders(db: Database, productionId: ProductionId): ReadonlyMap<RoleId, Gender> {
  const rows = db
    .prepare<[string], { role: RoleId; gender: Gender }>(
      `SELECT p.role_id AS role, min(json_extract(p.proposal, '$.value')) AS gender FROM role_proposal p
       JOIN script s ON s.id = p.script_id AND s.removed_at IS NULL JOIN role r ON r.id = p.role_id
       WHERE r.production_id = ? AND p.state <> 'dismissed' AND json_extract(p.proposal, '$.field') = 'gender'
       GROUP BY p.role_id HAVING count(DISTINCT json_extract(p.proposal, '$.value')) = 1`,
    )
    .all(productionId)
  return new Map(rows.map(({ role, gender }) => [role, gender]))
}

/** Reads the text of the scripts at the first question only, since most names never ask. */
function commonIn(db: Database, productionId: ProductionId): (word: string) => boolean {
  let small: ReadonlySet<string> | null = null
  return word => {
    small ??= smallWords(
      db
        .prepare<[string], { text: string }>(
          'SELECT e.text FROM script_element e JOIN current_script s ON s.id = e.script_id WHERE s.production_id = ?',
        )
        .all(productionId),
    )
    return small.has(word.toUpperCase())
  }
}
