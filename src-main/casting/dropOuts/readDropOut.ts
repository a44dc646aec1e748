import type { Backup, BackupPair, DropOut } from '../../../src-preload/contract/dropOuts.ts'
import type { Candidate } from '../../../src-preload/contract/matching.ts'
import type { RoleId } from '../../../src-preload/contract/roles.ts'
import type { TalentId } from '../../../src-preload/contract/talent.ts'
import type { Database } from '../../database/openDatabase.ts'
import { candidatesFor, compareFor } from '../../matching/candidates.ts'
import { summaryOf } from '../../matching/fit.ts'
import type { PairParts } from '../../matching/pairs/pairParts.ts'
import { readPairGrid } from '../../matching/pairs/predictPairs.ts'
import { readScriptPairs } from '../../matching/pairs/scriptPairs.ts'
import { dayHere } from '../../matching/said.ts'
import { getProduction } from '../../productions/productionStore.ts'
import { standingRole } from '../../roles/roleRecord.ts'
import { getRole } from '../../roles/roleStore.ts'
import { talentFactsOf } from '../../talent/talentFacts.ts'
import { talentModelId } from '../../talent/talentRecord.ts'
import { shownEntries, type Shown } from '../entries.ts'
import { datesOf } from './datesOf.ts'
import { lastContactsOf } from './lastContacts.ts'
import { partnersOf, type Partner } from './partners.ts'
import { rankBackups } from './rankBackups.ts'
import { breaksElsewhere, slotsAhead, whatBreaks } from './whatBreaks.ts'

/** Which role falls open, who drops out (whoever is booked where it is left out), and how many backups are shown. */
export interface DropOutQuestion {
  readonly roleId: RoleId
  readonly talentId?: TalentId | undefined
  readonly limit: number
}

/** How many who stand on no list are looked at beside those who do. */
const others = 20

/**
 * Shows what breaks when a role falls open, and who could step in: fit, dates, last contact, the pairs with those who stay, and what each
 * of them would break elsewhere.
 *
 * Where suggestions are off only who stands on the lists is shown, without fit and pairs. Throws NOT_FOUND, CANCELLED.
 */
export async function readDropOut(parts: PairParts, { roleId: asked, talentId, limit }: DropOutQuestion, signal?: AbortSignal): Promise<DropOut> {
  const { db, embedder, settings, now } = parts
  const role = getRole(db, standingRole(db, asked).id)
  const production = getProduction(db, role.productionId)
  const today = dayHere(now())
  const suggestions = settings().suggestions && production.suggestions && role.suggestions
  const entries = shownEntries(db, { productionId: role.productionId })
  const onLists = entries.filter(entry => entry.roleId === role.id)
  const outId = talentId ?? onLists.find(({ status }) => status === 'booked')?.talentId ?? lastBooked(db, role.id)
  const listed = onLists.filter(entry => entry.talentId !== outId && entry.status !== 'released').map(entry => entry.talentId)
  const gone = new Set([outId, ...onLists.filter(({ status }) => status === 'released').map(entry => entry.talentId)])
  const ranked = suggestions ? await rankedFor(parts, role.id, listed, gone, signal) : { candidates: new Map<TalentId, Candidate>(), considered: listed.length }
  const modelId = talentModelId(embedder)
  const ids = [...new Set([...listed, ...ranked.candidates.keys()])]
  const people = talentFactsOf(db, modelId, ids)
  const days = role.dates ?? production.shoot
  const partners = partnersOf(role.id, readScriptPairs(db, role.productionId), entries, id => talentFactsOf(db, modelId, [id])[0]?.name ?? null)
  const contacts = lastContactsOf(db, people, today)
  const slots = slotsAhead(db, ids, today)
  const made = people.map((person): Backup => {
    const candidate = ranked.candidates.get(person.id)
    return {
      talent: summaryOf(person), standing: standingIn(onLists, person.id), fit: candidate?.fit ?? null, interval: candidate?.interval ?? null,
      reasons: candidate?.reasons.slice(0, 3).map(({ text }) => text) ?? [], stoppedBy: candidate?.stoppedBy.map(({ text }) => text) ?? [],
      dates: datesOf(person, days), lastContact: contacts.get(person.id) ?? null, pairs: [], breaks: breaksElsewhere(entries, slots, role.id, person.id),
    }
  })
  const backups = rankBackups(made, today).slice(0, limit)
  const pairs = suggestions ? await pairsOf(parts, role.id, partners, backups.map(({ talent }) => talent.id), signal) : new Map<TalentId, BackupPair[]>()
  const out = outId === null ? undefined : talentFactsOf(db, modelId, [outId])[0]
  return {
    roleId: role.id, roleName: role.name, suggestions,
    out: out ? { talent: summaryOf(out), status: onLists.find(entry => entry.talentId === out.id)?.status ?? 'released' } : null,
    breaks: whatBreaks(db, { role, days, outId, partners, today }),
    backups: backups.map(backup => ({ ...backup, pairs: pairs.get(backup.talent.id) ?? [] })),
    considered: ranked.considered,
  }
}

/** Who was booked last and no longer stands so. */
const lastBooked = (db: Database, roleId: RoleId): TalentId | null =>
  db.prepare<[string], TalentId>(
    `SELECT talent_id FROM casting_change WHERE role_id = ? AND undone_by IS NULL AND json_extract(before, '$.status') = 'booked' ORDER BY row DESC LIMIT 1`,
  ).pluck().get(roleId) ?? null

function standingIn(entries: readonly Shown[], id: TalentId): Backup['standing'] {
  const entry = entries.find(one => one.talentId === id)
  return entry ? { list: entry.list, status: entry.status, hold: entry.hold, note: entry.note } : null
}

/** The best of the book and all who stand on the lists, as matching judges them. */
async function rankedFor(parts: PairParts, roleId: RoleId, listed: readonly TalentId[], gone: ReadonlySet<TalentId | null>, signal: AbortSignal | undefined): Promise<{ readonly candidates: ReadonlyMap<TalentId, Candidate>; readonly considered: number }> {
  const ranking = await candidatesFor(parts, roleId, { limit: others + gone.size, signal })
  const beside = listed.length === 0 ? [] : await compareFor(parts, roleId, listed, signal)
  const all = [...ranking.candidates, ...beside].filter(({ talent }) => !gone.has(talent.id))
  return { candidates: new Map(all.map(candidate => [candidate.talent.id, candidate])), considered: ranking.considered }
}

/** What is expected of each backup with each who stays. */
async function pairsOf(parts: PairParts, roleId: RoleId, partners: readonly Partner[], backups: readonly TalentId[], signal: AbortSignal | undefined): Promise<ReadonlyMap<TalentId, BackupPair[]>> {
  const pairs = new Map<TalentId, BackupPair[]>(backups.map(id => [id, []]))
  if (backups.length === 0) return pairs
  for (const { role, person, scenes } of partners) {
    const grid = await readPairGrid(parts, { roleIds: [roleId, role.id], talentIds: [backups, [person.id]], limit: backups.length }, signal)
    grid.rows.forEach((row, at) => {
      if (row.id !== person.id) pairs.get(row.id)?.push({ role, person, scenes, forecast: grid.cells[at]?.[0] ?? null })
    })
  }
  return pairs
}
