import { Button, Group, Modal } from '@mantine/core'
import { IconSpy } from '@tabler/icons-react'
import { useState } from 'react'
import type { ConversationId } from '../../src-preload/contract/memory.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { sayFailure } from '../look/UndoToast.tsx'
import classes from './IncognitoBar.module.css'

/** Marks an incognito conversation, and closes it for good after it asked. */
export function IncognitoBar({ id, onLeave }: { readonly id: ConversationId; readonly onLeave: () => void }) {
  const office = useOffice()
  const changed = useChanged()
  const [asks, setAsks] = useState(false)
  const end = async () => {
    setAsks(false)
    try {
      await office.chat.endIncognito({ conversationId: id })
      onLeave()
      changed('chat')
    } catch (error) {
      sayFailure(error)
    }
  }
  return (
    <div className={classes.bar}>
      <IconSpy size={16} aria-hidden />
      <span>Incognito. Nothing is remembered from it.</span>
      <Button variant="default" size="compact-xs" onClick={() => setAsks(true)}>Close it</Button>
      <Modal opened={asks} onClose={() => setAsks(false)} title="Close this conversation for good?">
        <p className={classes.words}>It is deleted from this laptop and cannot be brought back. What you said yes to stays done.</p>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => setAsks(false)}>Keep it open</Button>
          <Button color="red" data-autofocus onClick={() => void end()}>Close and delete it</Button>
        </Group>
      </Modal>
    </div>
  )
}
