import { useCallback, useEffect, useRef, useState } from 'react'
import { toFailure } from '../connection/failure.ts'
import type { SaveState } from './SaveMark.tsx'
import { sayFailure } from './UndoToast.tsx'

/** A value that is being edited and saves itself. */
export interface Autosave<T> {
  /** What the field shows. */
  readonly value: T
  /** Changes the value and saves it after a pause of 600 ms. */
  readonly edit: (value: T) => void
  /** Saves at once what waits: for blur and Enter. */
  readonly flush: () => void
  /** For a SaveMark. */
  readonly state: SaveState
}

/**
 * Saves a value by itself: 600 ms after the last change, at once on `flush()`, and when the field goes away.
 *
 * Saves never overlap; a newer value waits for the running one. `kept` is what the office holds: it is shown until the user edits, and again after.
 */
export function useAutosave<T>(kept: T, save: (value: T) => Promise<unknown>): Autosave<T> {
  const [draft, setDraft] = useState<{ readonly value: T } | null>(null)
  const [state, setState] = useState<SaveState>({ kind: 'still' })
  const waiting = useRef<{ readonly value: T } | null>(null)
  const running = useRef(false)
  const gone = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const saveNow = useRef(save)
  useEffect(() => {
    saveNow.current = save
  })

  const flush = useCallback(() => {
    clearTimeout(timer.current)
    const next = waiting.current
    if (next === null || running.current) return
    waiting.current = null
    running.current = true
    setState({ kind: 'saving' })
    saveNow.current(next.value).then(
      () => {
        running.current = false
        if (waiting.current !== null) return flush()
        setState({ kind: 'saved' })
      },
      (error: unknown) => {
        running.current = false
        waiting.current ??= next
        if (gone.current) sayFailure(error)
        setState({ kind: 'failed', failure: toFailure(error), again: flush })
      },
    )
  }, [])

  const edit = useCallback(
    (value: T) => {
      waiting.current = { value }
      setDraft({ value })
      setState({ kind: 'unsaved' })
      clearTimeout(timer.current)
      timer.current = setTimeout(flush, 600)
    },
    [flush],
  )

  // The draft stands until the office's own value comes round, so that the old one never flashes up after a save.
  useEffect(() => {
    if (waiting.current === null && !running.current) setDraft(null)
  }, [kept])

  useEffect(() => {
    gone.current = false
    // A page that is left or put behind another keeps what was typed a moment before.
    addEventListener('beforeunload', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      gone.current = true
      removeEventListener('beforeunload', flush)
      document.removeEventListener('visibilitychange', flush)
      flush()
    }
  }, [flush])
  return { value: draft === null ? kept : draft.value, edit, flush, state }
}
