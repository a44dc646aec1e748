import { useCallback, useState, type KeyboardEvent, type Ref } from 'react'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import type { People } from './usePeople.ts'

interface Walk {
  readonly people: People
  /** How many stand beside each other; 1 in a table. */
  readonly columns: number
  /** How many places Page Up and Page Down go. */
  readonly page: () => number
  /** Brings a place into sight. */
  readonly reach: (at: number) => void
  readonly openId: TalentId | null
  readonly onOpen: (id: TalentId) => void
  /** Closes the open card, for Escape. */
  readonly onClose: () => void
}

/**
 * Walks people by the keys: arrows, Page Up and Down, Home and End; Enter opens, Escape closes. While a card is open it follows the walk.
 *
 * `here` is the place that the keys stand at.
 */
export function useWalkByKeys({ people, columns, page, reach, openId, onOpen, onClose }: Walk) {
  const [at, setAt] = useState(0)
  const last = Math.max(0, people.total - 1)
  const here = Math.min(at, last)
  const open = (place: number) => {
    const id = people.row(place)?.talent.id
    if (id !== undefined) onOpen(id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = placeAfter(event.key, here, { columns, last, page })
    if (next !== null) {
      event.preventDefault()
      const aim = Math.max(0, Math.min(last, next))
      setAt(aim)
      reach(aim)
      if (openId !== null) open(aim)
    } else if (event.key === 'Enter') open(here)
    else if (event.key === 'Escape' && openId !== null) onClose()
  }
  return { here, setAt, onKeyDown }
}

function placeAfter(key: string, here: number, { columns, last, page }: Pick<Walk, 'columns' | 'page'> & { readonly last: number }): number | null {
  switch (key) {
    case 'ArrowDown': return here + columns
    case 'ArrowUp': return here - columns
    case 'ArrowRight': return columns > 1 ? here + 1 : null
    case 'ArrowLeft': return columns > 1 ? here - 1 : null
    case 'PageDown': return here + page()
    case 'PageUp': return here - page()
    case 'Home': return 0
    case 'End': return last
    default: return null
  }
}

/** One ref out of two: the screen's own, which gives the list the focus, and the list's, which scrolls. */
export function useBothRefs<T>(own: { current: T | null }, given: Ref<T>): (element: T | null) => void {
  return useCallback((element: T | null) => {
    own.current = element
    if (typeof given === 'function') given(element)
    else if (given) given.current = element
  }, [own, given])
}
