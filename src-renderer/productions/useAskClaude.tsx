import { Button, Group, Modal } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { sayFailure } from '../look/UndoToast.tsx'
import classes from './useAskClaude.module.css'

/** What is about to be sent: a title as a question, what leaves the laptop, and what follows a yes. */
interface Sending {
  readonly title: string
  readonly leaves: ReactNode
  readonly go: () => void
}

/**
 * Asks before the first time that something of a production is sent to Claude; her yes holds for the production until she takes it back
 * in its details. One that is under NDA is not offered to be sent.
 *
 * Gives the dialog to be placed, and what to call instead of sending.
 */
export function useAskClaude(productionId: ProductionId): { readonly dialog: ReactNode; readonly ask: (sending: Sending) => Promise<void> } {
  const office = useOffice()
  const changed = useChanged()
  const [sending, setSending] = useState<Sending | null>(null)
  const [opened, setOpened] = useState(false)
  const [underNda, setUnderNda] = useState(false)
  const allow = async () => {
    setOpened(false)
    try {
      await office.claude.setConsent({ productionId, allowed: true })
      changed('claude')
      sending?.go()
    } catch (error) {
      sayFailure(error)
    }
  }
  return {
    dialog: (
      <Modal opened={opened} onClose={() => setOpened(false)} title={sending?.title}>
        <div className={classes.leaves}>
          {underNda ? (
            <p>This production is under NDA: Claude is off for it, and nothing was sent. Take that back in the details of the production first.</p>
          ) : (
            <>
              <p>{sending?.leaves}</p>
              <p>It goes to the address in Settings, under your own key. CastMatch will not ask again for this production; you can take it back in its details.</p>
            </>
          )}
        </div>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => setOpened(false)}>Keep it here</Button>
          {!underNda && <Button onClick={() => void allow()}>Send it</Button>}
        </Group>
      </Modal>
    ),
    ask: async next => {
      try {
        const { says } = await office.claude.consent({ productionId })
        if (says === 'yes') return next.go()
        setUnderNda(says === 'no')
        setSending(next)
        setOpened(true)
      } catch (error) {
        sayFailure(error)
      }
    },
  }
}
