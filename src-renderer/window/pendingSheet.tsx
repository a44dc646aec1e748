import { createContext, useContext, useState, type ReactNode } from 'react'
import { createStore, useStore, type StoreApi } from 'zustand'

/** A talent sheet that was dropped and waits to be looked at on the import screen: its ticket and its name. */
export interface PendingSheet {
  readonly ticket: string
  readonly fileName: string
}

interface Shelf {
  readonly sheet: PendingSheet | null
}

const SheetContext = createContext<StoreApi<Shelf> | null>(null)

/** Keeps the dropped sheet between the drop and the import screen. */
export function PendingSheetProvider({ children }: { readonly children: ReactNode }) {
  const [store] = useState(() => createStore<Shelf>(() => ({ sheet: null })))
  return <SheetContext value={store}>{children}</SheetContext>
}

/** The sheet that waits, and how to put one there or take it away. Throws an Error outside a {@link PendingSheetProvider}. */
export function usePendingSheet(): { readonly sheet: PendingSheet | null; readonly setSheet: (sheet: PendingSheet | null) => void } {
  const store = useContext(SheetContext)
  if (store === null) throw new Error('usePendingSheet needs a PendingSheetProvider above it')
  const sheet = useStore(store, shelf => shelf.sheet)
  return { sheet, setSheet: next => store.setState({ sheet: next }) }
}
