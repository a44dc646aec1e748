import { useEffect, useRef, useState, type RefObject } from 'react'

/**
 * Takes files that are dropped on the card that an element stands in, before the window takes them for a script or a sheet.
 *
 * Gives whether files hang over the card now.
 */
export function useCardDrop(inside: RefObject<HTMLElement | null>, take: (files: readonly File[]) => unknown): boolean {
  const [over, setOver] = useState(false)
  const takeNow = useRef(take)
  useEffect(() => {
    takeNow.current = take
  })
  useEffect(() => {
    const card = inside.current?.closest('aside')
    if (!card) return
    let depth = 0
    const onFiles = (act: (event: DragEvent) => void) => (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      event.stopPropagation()
      act(event)
    }
    const show = (by: number) => {
      depth = Math.max(0, depth + by)
      setOver(depth > 0)
    }
    const listeners = {
      dragenter: onFiles(() => show(1)),
      dragover: onFiles(() => undefined),
      dragleave: onFiles(() => show(-1)),
      drop: onFiles(event => {
        show(-depth)
        takeNow.current([...(event.dataTransfer?.files ?? [])])
      }),
    }
    const names = Object.keys(listeners) as (keyof typeof listeners)[]
    for (const name of names) card.addEventListener(name, listeners[name])
    return () => {
      for (const name of names) card.removeEventListener(name, listeners[name])
    }
  }, [inside])
  return over
}
