import { createContext, useContext, useState, type ReactNode } from 'react'
import { createStore, useStore, type StoreApi } from 'zustand'
import type { ProfileSource } from '../../src-preload/contract/profiles.ts'
import type { TalentField } from '../../src-preload/contract/talent.ts'

/** Profiles that were pasted or dropped and wait to be looked at, with what she chose so far. */
export interface PendingProfiles {
  /** What is being pasted, kept while she looks elsewhere. */
  readonly draft: string
  readonly source: ProfileSource | null
  /** What the source is called: the file, or "a message". */
  readonly title: string
  readonly leftOut: readonly string[]
  readonly without: Readonly<Record<string, readonly TalentField[]>>
  readonly names: Readonly<Record<string, string>>
}

const nothing: PendingProfiles = { draft: '', source: null, title: '', leftOut: [], without: {}, names: {} }

const ProfilesContext = createContext<StoreApi<PendingProfiles> | null>(null)

/** Keeps pasted and dropped profiles between the drop, the screen that shows them, and a look elsewhere. */
export function PendingProfilesProvider({ children }: { readonly children: ReactNode }) {
  const [store] = useState(() => createStore<PendingProfiles>(() => nothing))
  return <ProfilesContext value={store}>{children}</ProfilesContext>
}

/** The profiles that wait and how to change or put them away. Throws an Error outside a {@link PendingProfilesProvider}. */
export function usePendingProfiles(): { readonly pending: PendingProfiles; readonly change: (change: Partial<PendingProfiles>) => void; readonly open: (source: ProfileSource, title: string) => void; readonly clear: () => void } {
  const store = useContext(ProfilesContext)
  if (store === null) throw new Error('usePendingProfiles needs a PendingProfilesProvider above it')
  const pending = useStore(store)
  return {
    pending,
    change: change => store.setState(change),
    open: (source, title) => store.setState({ ...nothing, draft: store.getState().draft, source, title }),
    clear: () => store.setState(nothing),
  }
}
