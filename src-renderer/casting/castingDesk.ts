import { useMemo } from 'react'
import type { CastingEntry, CastingList, CastingStatus, Hold } from '../../src-preload/contract/casting.ts'
import type { Role } from '../../src-preload/contract/roles.ts'
import type { TalentSummary } from '../../src-preload/contract/talent.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { offerUndo, sayFailure } from '../look/UndoToast.tsx'

/** What may be said of how somebody stands; keys left out stay. */
export interface StandingWish {
  readonly list?: CastingList
  readonly status?: CastingStatus
  readonly hold?: Hold | null
  readonly note?: string
  readonly reason?: string
}

/** Somebody whose standing is changed. */
export type Person = Pick<TalentSummary, 'id' | 'name'>

/** How the lists of a role are changed; each change can be taken back from its toast, and tells whether it was made. */
export interface CastingDesk {
  readonly role: Pick<Role, 'id' | 'name'>
  /** Who stands on the lists, by person. */
  readonly entries: ReadonlyMap<Person['id'], CastingEntry>
  /** `said` follows the name in the toast: "is on Selects". */
  readonly put: (person: Person, wish: StandingWish, said: string) => Promise<boolean>
  readonly takeOff: (person: Person) => Promise<boolean>
}

/** The desk from which the lists of one role are changed. */
export function useCastingDesk(role: Pick<Role, 'id' | 'name'>, list: readonly CastingEntry[]): CastingDesk {
  const office = useOffice()
  const changed = useChanged()
  return useMemo(() => {
    const told = async (act: () => Promise<{ readonly id: Parameters<typeof office.casting.undo>[0]['changeId'] }>, said: string): Promise<boolean> => {
      try {
        const { id } = await act()
        changed('casting')
        offerUndo(said, async () => {
          await office.casting.undo({ changeId: id })
          changed('casting')
        })
        return true
      } catch (error) {
        sayFailure(error)
        return false
      }
    }
    return {
      role,
      entries: new Map(list.map(entry => [entry.talent.id, entry])),
      put: ({ id, name }, wish, said) => told(async () => (await office.casting.put({ roleId: role.id, talentId: id, ...wish })).change, `${name} ${said}.`),
      takeOff: ({ id, name }) => told(() => office.casting.takeOff({ roleId: role.id, talentId: id }), `${name} was taken off the lists of ${role.name}.`),
    }
  }, [office, changed, role, list])
}
