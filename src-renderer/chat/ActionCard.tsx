import { Button } from '@mantine/core'
import { IconAlertTriangle, IconArrowBackUp, IconArrowRight, IconCheck, IconHourglass, IconMinus } from '@tabler/icons-react'
import { useState } from 'react'
import type { ChatAction } from '../../src-preload/contract/chat.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged } from '../look/changes.tsx'
import { sayFailure } from '../look/UndoToast.tsx'
import { useSettings } from '../window/settingsStore.tsx'
import classes from './ActionCard.module.css'

const signs = { waiting: IconHourglass, done: IconCheck, declined: IconMinus, undone: IconArrowBackUp, failed: IconAlertTriangle } as const

/** A change of records that was asked for: what stands, what will stand, what to know before; done by one click, taken back by another. */
export function ActionCard({ action }: { readonly action: ChatAction }) {
  const office = useOffice()
  const changed = useChanged()
  const [busy, setBusy] = useState(false)
  const Sign = signs[action.state]
  const waits = action.state === 'waiting'
  const act = (doIt: () => Promise<unknown>) => {
    setBusy(true)
    doIt()
      .then(() => changed('roles', 'talent', 'casting', 'auditions', 'memory', 'chat'))
      .catch(sayFailure)
      .finally(() => setBusy(false))
  }
  return (
    <section className={classes.action} data-state={action.state} aria-label={waits ? `Waits for your yes: ${action.title}` : action.title}>
      <div className={classes.head}>
        <Sign size={16} className={classes.sign} aria-hidden />
        <h4 className={classes.title}>{action.title}</h4>
      </div>
      {(waits || action.state === 'failed') && <Changes changes={action.changes} />}
      {waits && action.warnings.map(warning => <p key={warning} className={classes.warning}><IconAlertTriangle size={14} aria-hidden />{warning}</p>)}
      {action.failure && <p className={classes.failure} role="alert">{action.failure.sentence}</p>}
      <div className={classes.foot}>
        <Said action={action} />
        {waits && (
          <>
            <Button variant="default" disabled={busy} onClick={() => act(() => office.chat.decide({ actionId: action.id, yes: false }))}>No</Button>
            <Button loading={busy} onClick={() => act(() => office.chat.decide({ actionId: action.id, yes: true }))}>Do it</Button>
          </>
        )}
        {action.state === 'done' && action.canUndo && <Button variant="default" loading={busy} leftSection={<IconArrowBackUp size={14} aria-hidden />} onClick={() => act(() => office.chat.undoAction({ actionId: action.id }))}>Undo</Button>}
      </div>
    </section>
  )
}

function Changes({ changes }: { readonly changes: ChatAction['changes'] }) {
  if (changes.length === 0) return null
  return (
    <dl className={classes.changes}>
      {changes.map(({ what, before, after }) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>
            <span className={classes.before}>{before === '' ? 'nothing' : before}</span>
            <IconArrowRight size={13} aria-label="becomes" />
            <span className={classes.after}>{after === '' ? 'nothing' : after}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

const ends: Readonly<Record<Exclude<ChatAction['state'], 'waiting'>, string>> = { done: 'you said yes', declined: 'you said no', undone: 'undone', failed: 'it failed' }

/** Who asked, and what was said to it and when. */
export function Said({ action }: { readonly action: ChatAction }) {
  const { settings: { locale } } = useSettings()
  const asked = action.askedBy === 'claude' ? 'Asked by Claude' : 'Asked by you'
  if (action.state === 'waiting') return <span className={classes.said}>{asked}. Nothing is done before you say yes.</span>
  const at = action.decidedAt === null ? '' : ` at ${new Date(action.decidedAt).toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit' })}`
  return <span className={classes.said}>{asked}, {ends[action.state]}{at}</span>
}
