import type { CastFact, CastList, CastRow } from '../../src-preload/contract/reports.ts'
import type { Asked, RoleId, RoleProposal } from '../../src-preload/contract/roles.ts'
import type { ScriptId } from '../../src-preload/contract/scripts.ts'
import type { PlayingRange } from '../../src-preload/contract/words.ts'
import type { Database } from '../database/openDatabase.ts'
import { readCast, type Cast, type CastRole } from './cast.ts'
import { readDays } from './days.ts'

/** The age of majority in India, in years (Majority Act, 1875). */
const ofAge = 18

/**
 * Reads the cast list of a script, by number.
 *
 * What the script proposes and nobody decided yet stands there as not confirmed, but only where the user said nothing himself.
 * Throws NOT_FOUND.
 */
export function readCastList(db: Database, scriptId: ScriptId): CastList {
  return castListOf(db, readCast(db, scriptId))
}

/** The cast list of a cast that was read. */
export function castListOf(db: Database, cast: Cast): CastList {
  const proposals = proposalsOf(db, cast)
  const { days, rows } = readDays(db, cast)
  const work = new Map(rows.map(row => [row.role, row.work]))
  return {
    kept: cast.kept,
    together: [...cast.together],
    rows: cast.roles.map(role => rowOf(role, proposals.get(role.id) ?? [], days.length > 0 ? (work.get(role.id) ?? 0) : null)),
  }
}

function rowOf(role: CastRole, proposals: readonly RoleProposal[], days: number | null): CastRow {
  const { summary, cells } = role
  const range = proposals.find(one => one.field === 'playingRange')?.value
  const gender = proposals.find(one => one.field === 'gender')?.value
  const words = (field: 'language' | 'skill'): string[] => proposals.flatMap(one => (one.field === field ? [one.value] : []))
  const playingRange = summary.playingRange ? { range: summary.playingRange, confirmed: true } : range ? { range, confirmed: false } : null
  return {
    role: role.id,
    number: role.number,
    name: role.name,
    size: role.size,
    playingRange,
    minor: playingRange ? minorOf(playingRange.range) : null,
    gender: summary.gender ? { gender: summary.gender, confirmed: true } : gender ? { gender, confirmed: false } : null,
    languages: factsOf(summary.languages, words('language')),
    skills: factsOf(summary.skills, words('skill')),
    scenes: cells.length,
    silent: cells.filter(({ speeches }) => speeches === 0).length,
    speeches: role.speeches,
    words: role.words,
    eighths: role.eighths,
    firstPage: role.firstPage,
    lastPage: role.lastPage,
    days,
  }
}

const minorOf = ({ from, to }: PlayingRange): CastRow['minor'] => (to < ofAge ? 'yes' : from < ofAge ? 'maybe' : null)

/** What the role asks for, must-haves first, then what is only proposed. */
function factsOf(asked: readonly Asked[], proposed: readonly string[]): CastFact[] {
  const said = asked.map(({ name, must }) => ({ name, must, confirmed: true })).sort((a, b) => Number(b.must) - Number(a.must))
  const known = new Set(said.map(({ name }) => name.toLowerCase()))
  return [...said, ...new Set(proposed.filter(name => !known.has(name.toLowerCase())))].map(fact => (typeof fact === 'string' ? { name: fact, must: false, confirmed: false } : fact))
}

/** The proposals that wait on each role of the production, those of merged roles with the role they went into. */
function proposalsOf(db: Database, { production }: Cast): ReadonlyMap<RoleId, readonly RoleProposal[]> {
  const rows = db
    .prepare<[string], { role: RoleId; proposal: string }>(
      `WITH RECURSIVE top(id, root) AS (
         SELECT id, id FROM role WHERE production_id = ? AND merged_into IS NULL
         UNION SELECT r.id, top.root FROM role r JOIN top ON r.merged_into = top.id
       )
       SELECT top.root AS role, ifnull(p.accepted, p.proposal) AS proposal FROM role_proposal p JOIN top ON top.id = p.role_id
       JOIN script s ON s.id = p.script_id
       WHERE s.removed_at IS NULL AND (p.state = 'proposed' OR (p.state = 'accepted' AND p.accepted_on <> top.root)) ORDER BY s.added_at, p.rank`,
    )
    .all(production.id)
  const byRole = new Map<RoleId, RoleProposal[]>()
  for (const { role, proposal } of rows) byRole.set(role, [...(byRole.get(role) ?? []), JSON.parse(proposal) as RoleProposal])
  return byRole
}
