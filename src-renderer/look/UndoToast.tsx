import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { toFailure } from '../connection/failure.ts'
import classes from './UndoToast.module.css'

/** How long Undo is offered, in milliseconds. */
const undoTime = 10_000

/** Says in a toast what was done and offers Undo for ten seconds; a failing undo is said in its place. */
export function offerUndo(said: string, undo: () => Promise<unknown>): void {
  const id = crypto.randomUUID()
  const takeBack = () => {
    notifications.hide(id)
    undo().catch(sayFailure)
  }
  notifications.show({
    id,
    autoClose: undoTime,
    withBorder: true,
    withCloseButton: true,
    closeButtonProps: { 'aria-label': 'Close this message' },
    message: (
      <span className={classes.toast}>
        <span>{said}</span>
        <Button variant="default" onClick={takeBack}>Undo</Button>
      </span>
    ),
  })
}

/** Says something short that needs no answer. */
export function say(message: string): void {
  notifications.show({ message, autoClose: 5_000, withBorder: true, closeButtonProps: { 'aria-label': 'Close this message' } })
}

/** Says a failure in the user's words; it stays until it is closed. A cancelled call says nothing. */
export function sayFailure(error: unknown): void {
  const failure = toFailure(error)
  if (failure.code === 'CANCELLED') return
  notifications.show({ color: 'red', message: failure.sentence, autoClose: false, withBorder: true, closeButtonProps: { 'aria-label': 'Close this message' } })
}
