import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'

/** Pictures that were dropped or chosen and wait to be told whose they are; they survive a change of screen. */
export interface PendingPictures {
  readonly files: readonly File[]
  readonly setFiles: (files: readonly File[]) => void
}

const PendingPicturesContext = createContext<PendingPictures | null>(null)

/** Keeps the pictures for everything below it. */
export function PendingPicturesProvider({ children }: { readonly children: ReactNode }) {
  const [files, setFiles] = useState<readonly File[]>([])
  const desk = useMemo(() => ({ files, setFiles }), [files])
  return <PendingPicturesContext value={desk}>{children}</PendingPicturesContext>
}

/** The pictures that wait. Throws an Error outside a {@link PendingPicturesProvider}. */
export function usePendingPictures(): PendingPictures {
  const desk = useContext(PendingPicturesContext)
  if (desk === null) throw new Error('usePendingPictures needs a PendingPicturesProvider above it')
  return desk
}
