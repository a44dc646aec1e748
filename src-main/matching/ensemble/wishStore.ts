import { EnsembleWishes, type KeptWishes } from '../../../src-preload/contract/ensemble.ts'
import type { ProductionId } from '../../../src-preload/contract/productions.ts'
import type { RoleId } from '../../../src-preload/contract/roles.ts'
import type { TalentId } from '../../../src-preload/contract/talent.ts'
import { inTransaction } from '../../database/inTransaction.ts'
import { getProduction } from '../../productions/productionStore.ts'
import { mergedIds } from '../../roles/roleRecord.ts'
import { listRoles } from '../../roles/roleStore.ts'
import { keptId } from '../../talent/duplicates/keptId.ts'
import { talentFactsOf } from '../../talent/talentFacts.ts'
import { talentModelId } from '../../talent/talentRecord.ts'
import { summaryOf } from '../fit.ts'
import type { EnsembleParts } from './ensembleParts.ts'
import { standingWish } from './standingWish.ts'

/** How many roles are cast together where nothing was said: those on which the production hangs. */
const firstRoles = 12

/**
 * Reads what is wished of the cast of a production, with the people whom it names.
 *
 * Roles and people who are gone since are left out, those who were merged are whom they went into. Throws NOT_FOUND.
 */
export function readWishes(parts: EnsembleParts, productionId: ProductionId): KeptWishes {
  const { db } = parts
  getProduction(db, productionId)
  const text = db.prepare<[string], string>('SELECT wishes FROM ensemble_wish WHERE production_id = ?').pluck().get(productionId)
  const kept = text === undefined ? null : EnsembleWishes.parse(JSON.parse(text))
  const wishes = kept ? stillThere(parts, productionId, kept) : firstWishes(parts, productionId)
  return { wishes, kept: kept !== null, people: talentFactsOf(db, talentModelId(parts.embedder), peopleIn(wishes)).map(summaryOf) }
}

/** Keeps what is wished of the cast of a production. Throws NOT_FOUND. */
export function keepWishes(parts: EnsembleParts, productionId: ProductionId, wishes: EnsembleWishes): KeptWishes {
  return inTransaction(parts.db, () => {
    getProduction(parts.db, productionId)
    parts.db
      .prepare('INSERT OR REPLACE INTO ensemble_wish (production_id, wishes, changed_at) VALUES (?, ?, ?)')
      .run(productionId, JSON.stringify(wishes), parts.now().toISOString())
    return readWishes(parts, productionId)
  })
}

const peopleIn = ({ fixed, must, never, out }: EnsembleWishes): readonly TalentId[] =>
  [...new Set([...fixed.map(({ talentId }) => talentId), ...must.flat(), ...never.flat(), ...out])]

function firstWishes({ db, standings }: EnsembleParts, productionId: ProductionId): EnsembleWishes {
  const roles = listRoles(db, productionId).filter(({ suggestions }) => suggestions)
  const large = roles.filter(({ size }) => size !== 'dayPlayer')
  const roleIds = (large.length > 0 ? large : roles).slice(0, firstRoles).map(({ id }) => id)
  const fixed = roleIds.flatMap(roleId => standings(roleId).filter(({ status }) => status === 'booked').slice(0, 1).map(({ talentId }) => ({ roleId, talentId })))
  return EnsembleWishes.parse({ roleIds, fixed })
}

function stillThere({ db, embedder }: EnsembleParts, productionId: ProductionId, kept: EnsembleWishes): EnsembleWishes {
  const standing = new Map<RoleId, RoleId>(listRoles(db, productionId).flatMap(({ id }) => mergedIds(db, id).map(part => [part, id] as const)))
  const here = (id: RoleId): boolean => standing.has(id)
  const known = new Set(talentFactsOf(db, talentModelId(embedder), peopleIn(kept)).map(({ id }) => id))
  const there = (id: TalentId): boolean => known.has(keptId(db, id))
  const wishes = standingWish(db, {
    ...kept,
    roleIds: kept.roleIds.filter(here),
    lists: kept.lists.filter(({ roleId }) => here(roleId)),
    fixed: kept.fixed.filter(({ roleId, talentId }) => here(roleId) && there(talentId)),
    must: kept.must.filter(pair => pair.every(there)),
    never: kept.never.filter(pair => pair.every(there)),
    out: kept.out.filter(there),
  })
  return { ...wishes, roleIds: [...new Set(wishes.roleIds)], lists: firstOf(wishes.lists), fixed: firstOf(wishes.fixed) }
}

/** One entry for each role: two that were merged say one thing. */
const firstOf = <Entry extends { readonly roleId: RoleId }>(entries: readonly Entry[]): Entry[] => [...new Map(entries.toReversed().map(entry => [entry.roleId, entry])).values()].toReversed()
