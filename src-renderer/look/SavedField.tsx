import type { ReactNode } from 'react'
import { SaveMark, type SaveState } from './SaveMark.tsx'
import classes from './SavedField.module.css'

/** A field with its saving said in the corner of its label line, so that nothing moves; a failure has its own line below. */
export function SavedField({ state, children }: { readonly state: SaveState; readonly children: ReactNode }) {
  return (
    <div className={classes.field}>
      {children}
      <span className={state.kind === 'failed' ? classes.below : classes.corner}><SaveMark state={state} /></span>
    </div>
  )
}
