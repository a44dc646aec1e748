import { Button, Group, Modal } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { say } from '../look/UndoToast.tsx'
import classes from './WebLink.module.css'

/** A link to the web in a text of others: it shows its whole address and asks before anything is opened. */
export function WebLink({ address, children }: { readonly address: string; readonly children: ReactNode }) {
  const [asks, setAsks] = useState(false)
  const close = () => setAsks(false)
  const copy = () => navigator.clipboard.writeText(address).then(() => { say('Copied.'); close() }, () => say('The clipboard did not take it. Select the address and copy it by hand.'))
  const open = () => {
    window.open(address, '_blank', 'noopener,noreferrer')
    close()
  }
  return (
    <>
      <button type="button" className={classes.link} title={address} onClick={() => setAsks(true)}>{children}<IconExternalLink size={12} aria-label="opens outside, asks first" /></button>
      <Modal opened={asks} onClose={close} title="Open this address?">
        <p className={classes.address}>{address}</p>
        <p className={classes.hint}>It stands in an answer, and nobody has checked it.{window.castmatch && ' CastMatch opens sites of profiles and reels; copy any other into your browser.'}</p>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => void copy()}>Copy it</Button>
          <Button data-autofocus onClick={open}>Open in the browser</Button>
        </Group>
      </Modal>
    </>
  )
}
