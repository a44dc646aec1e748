import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { Sides } from '../../src-preload/contract/sides.ts'
import { sayFailure } from '../look/UndoToast.tsx'
import { countWords } from '../look/words.ts'
import classes from './CopiesPane.module.css'
import { copyWords, namesIn } from './sidesWords.ts'
import { useMakeCopies, type CopyForm } from './useMakeCopies.ts'

interface CopiesPaneProps {
  readonly sides: Sides
  readonly title: string
  readonly note: string
  /** The names as they stand in the box, one on each line. */
  readonly names: string
  readonly nothingChosen: boolean
  readonly onTitle: (title: string) => void
  readonly onNote: (note: string) => void
  readonly onNames: (names: string) => void
  readonly onLeave: () => void
  /** Ends when everything typed is kept. */
  readonly settled: () => Promise<void>
}

/** What stands over the scenes, whose copies are wanted, and the way to get them. */
export function CopiesPane({ sides, title, note, names, nothingChosen, onTitle, onNote, onNames, onLeave, settled }: CopiesPaneProps) {
  const makeCopies = useMakeCopies()
  const [form, setForm] = useState<CopyForm>('zip')
  const [busy, setBusy] = useState(false)
  const recipients = namesIn(names)
  const make = async (whose: readonly string[]) => {
    setBusy(true)
    try {
      await settled()
      await makeCopies(`Sides for ${sides.roleName}`, [{ sidesId: sides.id, recipients: whose }], form)
    } catch (error) {
      sayFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className={classes.pane} aria-label="Copies">
      <TextInput label="What they are for" placeholder="First round" maxLength={120} value={title} onChange={event => onTitle(event.currentTarget.value)} onBlur={onLeave} />
      <Textarea label="Note to the reader" placeholder="Above the first scene" autosize minRows={2} maxRows={6} maxLength={2000} value={note} onChange={event => onNote(event.currentTarget.value)} onBlur={onLeave} />
      <Textarea
        label="Who gets a copy"
        description="One name a line. Each copy carries its name across every page."
        placeholder={'Asha Kulkarni\nDev Nair'}
        autosize
        minRows={5}
        maxRows={14}
        value={names}
        onChange={event => onNames(event.currentTarget.value)}
        onBlur={onLeave}
      />
      <SegmentedControl
        fullWidth
        aria-label="Several copies come as"
        disabled={recipients.length < 2}
        value={form}
        data={[{ value: 'zip', label: 'One PDF each (zip)' }, { value: 'one', label: 'One file' }]}
        onChange={value => setForm(value === 'one' ? 'one' : 'zip')}
      />
      <Button fullWidth size="sm" loading={busy} disabled={nothingChosen} leftSection={<IconDownload size={16} aria-hidden />} onClick={() => void make(recipients)}>
        {recipients.length === 0 ? 'PDF without a name' : copyWords(recipients.length)}
      </Button>
      {recipients.length > 0 && <Button fullWidth variant="subtle" disabled={nothingChosen || busy} onClick={() => void make([])}>PDF without a name</Button>}
      <p className={classes.hint} role="status">{recipients.length > 0 ? countWords(recipients.length, 'copy', 'copies') : 'Nobody named yet'}{nothingChosen ? '. Tick a scene first.' : ''}</p>
    </section>
  )
}
