import { Button, Group, Modal } from '@mantine/core'
import { useRef, useState, type ReactNode } from 'react'
import type { ProfileSource, ProfilesRead } from '../../src-preload/contract/profiles.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useAnswer } from '../connection/useAnswer.ts'
import { rupees } from '../chat/rupees.ts'
import { toFailure } from '../connection/failure.ts'
import { followWork } from '../jobs/jobs.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { sayFailure } from '../look/UndoToast.tsx'
import { countWords } from '../look/words.ts'
import { useSettings } from '../window/settingsStore.tsx'
import classes from './ProfilesScreen.module.css'

/**
 * Offers to read profiles with Claude, where there is a key: shows first what would leave the laptop, and asks again where it would pass the
 * budget. A failure is told, and what was read here stays.
 */
export function useReadByClaude(source: ProfileSource): { readonly read: ProfilesRead | null; readonly button: ReactNode; readonly dialog: ReactNode } {
  const office = useOffice()
  const state = useAnswer((asked, signal) => asked.claude.state({}, { signal }), [])
  const [read, setRead] = useState<ProfilesRead | null>(null)
  const [opened, setOpened] = useState(false)
  const [busy, setBusy] = useState(false)
  const [over, setOver] = useState<string | null>(null)
  const stop = useRef<AbortController | null>(null)
  const go = async (overBudget: boolean) => {
    setOpened(false)
    setOver(null)
    setBusy(true)
    const control = new AbortController()
    stop.current = control
    try {
      setRead(await followWork(await office.profiles.readByClaude({ source, overBudget }, { signal: control.signal }), () => undefined))
    } catch (error) {
      if (control.signal.aborted) return
      const { code, sentence } = toFailure(error)
      if (code === 'CLAUDE_OVER_BUDGET') setOver(sentence)
      else sayFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const ready = state.data?.ready ?? false
  return {
    read,
    button: !ready || read !== null ? null : busy
      ? <Button variant="default" onClick={() => stop.current?.abort()}>Stop Claude</Button>
      : <Button variant="default" onClick={() => setOpened(true)}>Read it with Claude</Button>,
    dialog: (
      <>
        <Modal opened={opened} onClose={() => setOpened(false)} size="lg" title="Send this to Claude?">
          {opened && <Leaving source={source} />}
          <Group justify="flex-end" gap="xs" mt="md">
            <Button variant="default" onClick={() => setOpened(false)}>Keep it here</Button>
            <Button onClick={() => void go(false)}>Send it</Button>
          </Group>
        </Modal>
        <Modal opened={over !== null} onClose={() => setOver(null)} title="Past the budget of this month">
          <p className={classes.told}>{over}</p>
          <Group justify="flex-end" gap="xs" mt="md">
            <Button variant="default" onClick={() => setOver(null)}>Keep it here</Button>
            <Button onClick={() => void go(true)}>Send it once</Button>
          </Group>
        </Modal>
      </>
    ),
  }
}

/** What leaves this laptop: the words of each profile as they would be sent, and what they cost at most. */
function Leaving({ source }: { readonly source: ProfileSource }) {
  const { settings: { locale } } = useSettings()
  const preview = useAnswer((office, signal) => office.profiles.previewClaude({ source }, { signal }), [source])
  return (
    <FourStates answer={preview} what="what would be sent">
      {({ profiles, paise }) => (
        <>
          <p className={classes.told}>
            The words of {countWords(profiles.length, 'profile')} leave this laptop. Phone numbers, e-mail addresses and links stay here. It goes to {profiles[0]?.address ?? 'the address in Settings'}, under your own key
            {paise === null ? '; its price is not known.' : `, and costs at most ${rupees(paise, locale)}.`}
          </p>
          <section className={classes.leaving} aria-label="What leaves this laptop" tabIndex={0}>
            {profiles.flatMap(({ parts }) => parts.filter(({ kind }) => kind === 'text')).map(({ text }) => <pre key={text}>{text}</pre>)}
          </section>
        </>
      )}
    </FourStates>
  )
}
