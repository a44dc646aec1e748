import { createContext, useContext, useEffect, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { Production, ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleSummary } from '../../src-preload/contract/roles.ts'
import type { Answer } from '../connection/useAnswer.ts'
import { useFreshAnswer } from '../look/changes.tsx'
import { useSettings } from './settingsStore.tsx'

/** What stands on the shelf: the productions, which of them is open, and the roles of that one. */
export interface Shelf {
  readonly productions: Answer<Production[]>
  /** The production of the address, else the last one that was open; null where there is none. */
  readonly current: Production | null
  /** The roles of `current`; an empty list where there is none. */
  readonly roles: Answer<RoleSummary[]>
}

const ShelfContext = createContext<Shelf | null>(null)

/** The production that an address is about, null where it is about none. */
export const productionOf = (path: string): ProductionId | null => (/^\/production\/([^/?]+)/.exec(path)?.[1] as ProductionId | undefined) ?? null

/** Keeps the shelf for the rail, the palette and the screens, and remembers the production that was open last. */
export function ShelfProvider({ children }: { readonly children: ReactNode }) {
  const [path] = useLocation()
  const { settings, known, change } = useSettings()
  const productions = useFreshAnswer(['productions', 'scripts', 'roles'], (office, signal) => office.productions.list({}, { signal }), [])
  const addressed = productionOf(path)
  const wanted = addressed ?? settings.lastProductionId
  const current = productions.data?.find(production => production.id === wanted) ?? null
  const id = current?.id ?? null
  const roles = useFreshAnswer(
    ['roles', 'scripts'],
    async (office, signal) => (id === null ? [] : office.roles.list({ productionId: id }, { signal })),
    [id],
  )
  useEffect(() => {
    if (known && addressed !== null && addressed !== settings.lastProductionId) void change({ lastProductionId: addressed })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only a new address is to be remembered
  }, [known, addressed])
  return <ShelfContext value={{ productions, current, roles }}>{children}</ShelfContext>
}

/** The shelf. Throws an Error outside a {@link ShelfProvider}. */
export function useShelf(): Shelf {
  const shelf = useContext(ShelfContext)
  if (shelf === null) throw new Error('useShelf needs a ShelfProvider above it')
  return shelf
}
