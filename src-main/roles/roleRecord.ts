import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type {
  Appearance, Asked, AskedLanguage, Citation, Gate, Role, RoleBudget, RoleId, RoleProposal, RoleSize, RoleSummary, StoredProposal, Typing,
} from '../../src-preload/contract/roles.ts'
import type { Scene, ScriptId } from '../../src-preload/contract/scripts.ts'
import type { Gender } from '../../src-preload/contract/words.ts'
import type { Database } from '../database/openDatabase.ts'
import { rolesNamed } from './groupCues.ts'

/** A role as it lies in its table; lists are JSON. */
export interface RoleRow {
  readonly id: RoleId
  readonly production_id: ProductionId
  readonly name: string
  readonly size: RoleSize | null
  readonly playing_from: number | null
  readonly playing_to: number | null
  readonly gender: Gender | null
  readonly languages: string
  readonly skills: string
  readonly look: string
  readonly notes: string
  readonly needed_from: string | null
  readonly needed_to: string | null
  readonly budget: string | null
  readonly union_wanted: string
  readonly typing: Typing | null
  readonly lifted_gates: string
  readonly suggestions: number
  readonly merged_into: RoleId | null
  readonly removed_at: string | null
}

/** How much a role speaks in the newest drafts of its production. */
export interface RoleTotals {
  readonly speeches: number
  readonly words: number
  readonly scenes: number
  readonly firstPage: number | null
}

/** A role that does not speak. */
export const silent: RoleTotals = { speeches: 0, words: 0, scenes: 0, firstPage: null }

/** Reads a role's row. Throws NOT_FOUND where there is none, or where it was removed or merged into another. */
export function liveRow(db: Database, id: RoleId): RoleRow {
  const row = anyRow(db, id)
  if (row.removed_at !== null || row.merged_into !== null) throw new CastMatchError('NOT_FOUND', { subject: row.name })
  return row
}

/** Reads a role's row whatever became of it. Throws NOT_FOUND where there never was one. */
export function anyRow(db: Database, id: RoleId): RoleRow {
  const row = db.prepare<[string], RoleRow>('SELECT * FROM role WHERE id = ?').get(id)
  if (!row) throw new CastMatchError('NOT_FOUND', { subject: 'The role' })
  return row
}

/** The role that one went into by merging, itself where it did not. Throws NOT_FOUND where there is none or where it was removed. */
export function standingRole(db: Database, id: RoleId): RoleRow {
  const row = anyRow(db, id)
  return row.merged_into === null ? liveRow(db, id) : standingRole(db, row.merged_into)
}

/** The ids of a role and of all that were merged into it, and into those. */
export const mergedIds = (db: Database, id: RoleId): readonly RoleId[] =>
  db
    .prepare<[string], RoleId>(
      `WITH RECURSIVE part(id) AS (SELECT ? UNION SELECT r.id FROM role r JOIN part ON r.merged_into = part.id)
       SELECT id FROM part`,
    )
    .pluck()
    .all(id)

/** The totals of every role of a production, by role: over the newest draft of each line, since the older ones are replaced. */
export function totalsOf(db: Database, productionId: ProductionId): ReadonlyMap<RoleId, RoleTotals> {
  const rows = db
    .prepare<[string], RoleTotals & { readonly role: RoleId }>(
      `SELECT a.role_id AS role, sum(a.speeches) AS speeches, sum(a.words) AS words, min(min(a.page, ifnull(i.page, a.page))) AS firstPage,
         count(DISTINCT a.script_id || ' ' || a.scene) AS scenes
       FROM role_appearance a JOIN current_script s ON s.id = a.script_id
       LEFT JOIN (SELECT role_id, script_id, min(page) AS page FROM role_introduction GROUP BY role_id, script_id) i
         ON i.role_id = a.home_role_id AND i.script_id = a.script_id
       WHERE s.production_id = ? GROUP BY a.role_id`,
    )
    .all(productionId)
  return new Map(rows.map(({ role, ...totals }) => [role, totals]))
}

/** How many proposals wait on each role of a production, those of merged roles with the role they went into. */
export function openProposals(db: Database, productionId: ProductionId): ReadonlyMap<RoleId, number> {
  const rows = db
    .prepare<[string], { role: RoleId; open: number }>(
      `WITH RECURSIVE top(id, root) AS (
         SELECT id, id FROM role WHERE production_id = ? AND merged_into IS NULL
         UNION SELECT r.id, top.root FROM role r JOIN top ON r.merged_into = top.id
       )
       SELECT top.root AS role, count(*) AS open FROM role_proposal p JOIN top ON top.id = p.role_id JOIN script s ON s.id = p.script_id
       WHERE s.removed_at IS NULL AND (p.state = 'proposed' OR (p.state = 'accepted' AND p.accepted_on <> top.root)) GROUP BY top.root`,
    )
    .all(productionId)
  return new Map(rows.map(({ role, open }) => [role, open]))
}

/** A role in one line, from its row and what was counted. */
export const summaryOf = (row: RoleRow, size: RoleSize, totals: RoleTotals, open: number): RoleSummary => ({
  id: row.id,
  productionId: row.production_id,
  name: row.name,
  size: row.size ?? size,
  playingRange: rangeOf(row),
  gender: row.gender,
  languages: JSON.parse(row.languages) as AskedLanguage[],
  skills: JSON.parse(row.skills) as Asked[],
  ...totals,
  openProposals: open,
  suggestions: row.suggestions === 1,
})

/** The playing range of a row, null where none is set. */
export const rangeOf = (row: RoleRow): Role['playingRange'] =>
  row.playing_from === null || row.playing_to === null ? null : { from: row.playing_from, to: row.playing_to }

/** What a role has beyond its summary: words, dates, lines, proposals and appearances, those of merged roles included. */
export function detailsOf(db: Database, row: RoleRow): Omit<Role, keyof RoleSummary> {
  const ids = JSON.stringify(mergedIds(db, row.id))
  const scenes = scenesOfScripts(db, row.production_id)
  const cite = (line: CitationRow): Citation => ({
    scriptId: line.script_id,
    page: line.page,
    scene: line.scene,
    sceneNumber: line.scene === null ? null : (scenes.get(line.script_id)?.[line.scene]?.number ?? null),
    element: line.element,
    quote: line.quote,
  })
  return {
    sizeByHand: row.size !== null,
    look: row.look,
    notes: row.notes,
    dates: row.needed_from !== null && row.needed_to !== null ? { from: row.needed_from, to: row.needed_to } : null,
    budget: row.budget === null ? null : (JSON.parse(row.budget) as RoleBudget),
    union: row.union_wanted,
    typing: row.typing,
    liftedGates: JSON.parse(row.lifted_gates) as Gate[],
    introductions: newestLines(db, linesOf(db, 'role_introduction', ids)).map(cite),
    proposals: linesOf(db, 'role_proposal', ids).map((line): StoredProposal => ({
      id: line.id,
      proposal: shownProposal(line),
      citation: cite(line),
      state: line.state === 'accepted' && line.accepted_on !== row.id ? 'proposed' : line.state,
    })),
    appearances: appearancesOf(db, row.id, scenes),
    mergedFrom: db
      .prepare<[string], { id: RoleId; name: string }>('SELECT id, name FROM role WHERE merged_into = ? ORDER BY created_at, id')
      .all(row.id),
    group: groupOf(db, row),
  }
}

/** The roles that a role's name or, where it was renamed, its only cue names together. */
function groupOf(db: Database, row: RoleRow): Role['group'] {
  const heard = db
    .prepare<[string], { id: RoleId; name: string; cue: string }>(
      `SELECT r.id, r.name, a.character_name AS cue FROM role r JOIN role_appearance a ON a.role_id = r.id JOIN script s ON s.id = a.script_id
       WHERE r.production_id = ? AND r.removed_at IS NULL AND r.merged_into IS NULL AND s.removed_at IS NULL
       GROUP BY r.id, a.character_name ORDER BY sum(a.speeches) DESC, r.id`,
    )
    .all(row.production_id)
  const others = heard.filter(({ id }) => id !== row.id)
  const own = new Set(heard.filter(({ id }) => id === row.id).map(({ cue }) => cue))
  const byName = rolesNamed(row.name, others)
  const [cue] = own
  return (byName.length > 0 || cue === undefined || own.size > 1 ? byName : rolesNamed(cue, others)).map(({ id, name }) => ({ id, name }))
}

interface CitationRow {
  readonly script_id: ScriptId
  readonly element: number
  readonly page: number
  readonly scene: number | null
  readonly quote: string
}

/** A proposal as it lies in its table. */
export interface ProposalRow extends CitationRow {
  readonly id: string
  readonly role_id: RoleId
  readonly proposal: string
  readonly accepted: string | null
  readonly accepted_on: RoleId | null
  readonly before: string | null
  readonly state: StoredProposal['state']
}

const shownProposal = ({ state, accepted, proposal }: ProposalRow): RoleProposal =>
  JSON.parse(state === 'accepted' && accepted !== null ? accepted : proposal) as RoleProposal

const linesOf = (db: Database, table: 'role_introduction' | 'role_proposal', ids: string): readonly ProposalRow[] =>
  db
    .prepare<[string], ProposalRow>(
      `SELECT l.* FROM ${table} l JOIN script s ON s.id = l.script_id AND s.removed_at IS NULL
       WHERE l.role_id IN (SELECT value FROM json_each(?)) ORDER BY s.added_at, l.rank`,
    )
    .all(ids)

/** The lines of the newest drafts; where none of them has any, those there were. */
function newestLines(db: Database, lines: readonly ProposalRow[]): readonly ProposalRow[] {
  const newest = new Set(db.prepare<[], ScriptId>('SELECT id FROM current_script').pluck().all())
  const current = lines.filter(line => newest.has(line.script_id))
  return current.length > 0 ? current : lines
}

/** The scenes of every script of a production that is not put away, by script. */
export function scenesOfScripts(db: Database, productionId: ProductionId): ReadonlyMap<ScriptId, readonly Scene[]> {
  const rows = db
    .prepare<[string], { id: ScriptId; scenes: string }>(
      "SELECT id, json_extract(reading, '$.scenes') AS scenes FROM script WHERE production_id = ? AND removed_at IS NULL",
    )
    .all(productionId)
  return new Map(rows.map(({ id, scenes }) => [id, JSON.parse(scenes) as readonly Scene[]]))
}

interface AppearanceRow {
  readonly script_id: ScriptId
  readonly character_name: string
  readonly scene: number
  readonly page: number
  readonly element: number
  readonly speeches: number
  readonly words: number
  readonly is_current: number
}

function appearancesOf(db: Database, id: RoleId, scenes: ReadonlyMap<ScriptId, readonly Scene[]>): Appearance[] {
  return db
    .prepare<[string], AppearanceRow>(
      `SELECT a.*, a.script_id IN (SELECT id FROM current_script) AS is_current FROM role_appearance a JOIN script s ON s.id = a.script_id AND s.removed_at IS NULL
       WHERE a.role_id = ? ORDER BY s.added_at, a.script_id, a.element`,
    )
    .all(id)
    .map(row => {
      const scene = row.scene < 0 ? null : scenes.get(row.script_id)?.[row.scene]
      return {
        scriptId: row.script_id,
        characterName: row.character_name,
        scene: row.scene < 0 ? null : row.scene,
        sceneNumber: scene?.number ?? null,
        heading: scene?.heading ?? null,
        page: row.page,
        element: row.element,
        speeches: row.speeches,
        words: row.words,
        current: row.is_current === 1,
      }
    })
}
