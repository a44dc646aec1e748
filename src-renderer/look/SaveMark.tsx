import { IconAlertTriangle, IconCheck, IconLoader2 } from '@tabler/icons-react'
import type { Failure } from '../connection/failure.ts'
import classes from './SaveMark.module.css'

/** How a field's saving stands. */
export type SaveState =
  | { readonly kind: 'still' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly again: () => void }

/** Says quietly how saving stands: unsaved, saving, saved, or what failed with a way to repeat it. Its place is always kept. */
export function SaveMark({ state }: { readonly state: SaveState }) {
  return (
    <span className={classes.mark} data-kind={state.kind} role="status">
      {state.kind === 'unsaved' && 'Not saved yet'}
      {state.kind === 'saving' && <><IconLoader2 size={13} aria-hidden /> Saving</>}
      {state.kind === 'saved' && <><IconCheck size={13} aria-hidden /> Saved</>}
      {state.kind === 'failed' && (
        <>
          <IconAlertTriangle size={13} aria-hidden /> {state.failure.sentence}
          <button type="button" onClick={state.again}>Try again</button>
        </>
      )}
    </span>
  )
}
