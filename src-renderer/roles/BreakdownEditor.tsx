import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Breakdown } from '../../src-preload/contract/breakdowns.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { SavedField } from '../look/SavedField.tsx'
import { sayFailure } from '../look/UndoToast.tsx'
import { useAutosave } from '../look/useAutosave.ts'
import classes from './BreakdownEditor.module.css'

interface BreakdownEditorProps {
  readonly breakdown: Breakdown
  /** Something was changed; takes the breakdown as it was before, and as it is kept now. */
  readonly onDone: (before: Breakdown, after: Breakdown) => void
  /** Nothing was changed. */
  readonly onLeave: () => void
}

/** The paragraph as a field that saves itself; Ctrl or Cmd with Enter, or Escape, ends the editing. */
export function BreakdownEditor({ breakdown, onDone, onLeave }: BreakdownEditorProps) {
  const office = useOffice()
  const [before] = useState(breakdown)
  const text = useAutosave(before.paragraph, words => office.breakdowns.edit({ roleId: before.roleId, text: words }))
  const [saving, setSaving] = useState(false)
  const done = async () => {
    if (text.value === before.paragraph && text.state.kind === 'still') return onLeave()
    setSaving(true)
    try {
      onDone(before, await office.breakdowns.edit({ roleId: before.roleId, text: text.value }))
    } catch (error) {
      setSaving(false)
      sayFailure(error)
    }
  }
  return (
    <div className={classes.editor}>
      <SavedField state={text.state}>
        <Textarea
          autoFocus
          autosize
          minRows={8}
          maxRows={24}
          maxLength={20_000}
          classNames={{ input: classes.field }}
          label="Your breakdown"
          description="No later draft touches these words."
          value={text.value}
          onChange={event => text.edit(event.currentTarget.value)}
          onBlur={text.flush}
          onKeyDown={event => {
            if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return
            event.preventDefault()
            void done()
          }}
        />
      </SavedField>
      <Button size="compact-sm" loading={saving} onClick={() => void done()}>Done</Button>
    </div>
  )
}
