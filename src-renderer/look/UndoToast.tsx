import { Button } from '@mantine/core'
import { notifications, notificationsStore } from '@mantine/notifications'
import { toFailure } from '../connection/failure.ts'
import classes from './UndoToast.module.css'

/** How long Undo is offered, in milliseconds. */
const undoTime = 10_000

/** How many messages stand at a time; a newer one takes the place of the oldest rather than waiting behind it. */
const mostShown = 3

function makeRoom(): void {
  const shown = notificationsStore.getState().notifications
  for (const { id } of shown.slice(0, Math.max(0, shown.length - mostShown + 1))) if (id !== undefined) notifications.hide(id)
}

/**
 * Says in a toast what was done and offers Undo for ten seconds; a failing undo is said in its place.
 *
 * By `id` the offer can be withdrawn where it was undone elsewhere.
 */
export function offerUndo(said: string, undo: () => Promise<unknown>, id: string = crypto.randomUUID()): void {
  const takeBack = () => {
    notifications.hide(id)
    undo().catch(sayFailure)
  }
  makeRoom()
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

/** Takes an offer to undo away, where there is one. */
export const withdrawUndo = (id: string): void => void notifications.hide(id)

/** Says something short that needs no answer. */
export function say(message: string): void {
  makeRoom()
  notifications.show({ message, autoClose: 5_000, withBorder: true, closeButtonProps: { 'aria-label': 'Close this message' } })
}

/** Says a failure in the user's words; it stays until it is closed. A cancelled call says nothing. */
export function sayFailure(error: unknown): void {
  const failure = toFailure(error)
  if (failure.code === 'CANCELLED') return
  makeRoom()
  notifications.show({ color: 'red', message: failure.sentence, autoClose: false, withBorder: true, closeButtonProps: { 'aria-label': 'Close this message' } })
}
