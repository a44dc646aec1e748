import { useMemo, useState } from 'react'
import type { Cast, EnsembleWishes, KeptWishes } from '../../src-preload/contract/ensemble.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { TalentId, TalentSummary } from '../../src-preload/contract/talent.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import type { SaveState } from '../look/SaveMark.tsx'
import { useAutosave } from '../look/useAutosave.ts'

/** Somebody a wish may name. */
export type Named = Pick<TalentSummary, 'id' | 'name'>

/** The wishes of a production as they stand on the page, and how they are changed; they save themselves. */
export interface WishDesk {
  readonly productionId: ProductionId
  readonly wishes: EnsembleWishes
  readonly change: (change: Partial<EnsembleWishes>) => void
  readonly flush: () => void
  readonly state: SaveState
  readonly nameOf: (id: TalentId) => string
  /** Remembers what somebody is called who is wished for from now on. */
  readonly meet: (...people: readonly Named[]) => void
  /** Locks somebody into a role, or takes whoever is locked there out again where it is null. */
  readonly fix: (roleId: RoleId, talentId: TalentId | null) => void
}

/** The desk at which the wishes of a production are changed. */
export function useWishDesk(productionId: ProductionId, read: KeptWishes): WishDesk {
  const office = useOffice()
  const [saved, setSaved] = useState<{ readonly over: KeptWishes; readonly kept: KeptWishes } | null>(null)
  const [met, setMet] = useState<ReadonlyMap<TalentId, string>>(new Map())
  const kept = saved?.over === read ? saved.kept : read
  const draft = useAutosave(kept.wishes, async wishes => setSaved({ over: read, kept: await office.ensemble.keepWishes({ productionId, wishes }) }))
  const names = useMemo(() => new Map<TalentId, string>([...met, ...kept.people.map(({ id, name }) => [id, name] as const)]), [met, kept])
  const { value: wishes, edit, flush, state } = draft
  return {
    productionId, wishes, flush, state,
    change: change => edit({ ...wishes, ...change }),
    nameOf: id => names.get(id) ?? 'Somebody',
    meet: (...people) => setMet(new Map([...met, ...people.map(({ id, name }) => [id, name] as const)])),
    fix: (roleId, talentId) => edit({ ...wishes, fixed: [...wishes.fixed.filter(one => one.roleId !== roleId), ...(talentId ? [{ roleId, talentId }] : [])] }),
  }
}

/** The people of a cast by their names. */
export const peopleOf = ({ roles }: Cast): readonly Named[] => roles.map(({ talentId, talentName }) => ({ id: talentId, name: talentName }))

/** Whether two sets of wishes ask for the same. */
export const sameWishes = (one: EnsembleWishes, other: EnsembleWishes): boolean => JSON.stringify(one) === JSON.stringify(other)
