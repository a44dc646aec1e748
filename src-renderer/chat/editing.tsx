import { createContext, useContext } from 'react'
import type { MessageId } from '../../src-preload/contract/memory.ts'

/** Which question is being put in other words. */
export interface Editing {
  readonly editedId: MessageId | null
  readonly edit: (id: MessageId | null) => void
}

const EditingContext = createContext<Editing>({ editedId: null, edit: () => undefined })

/** Gives to the messages below which of them is being edited. */
export const EditingProvider = EditingContext.Provider

/** Which question of this conversation is being edited, and how to begin and leave it. */
export const useEditing = (): Editing => useContext(EditingContext)
