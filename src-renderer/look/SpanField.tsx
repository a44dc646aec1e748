import { Group } from '@mantine/core'
import { useState } from 'react'
import type { DaySpan } from '../../src-preload/contract/words.ts'
import { DayField } from './DayField.tsx'
import { SavedField } from './SavedField.tsx'
import { useAutosave } from './useAutosave.ts'

interface SpanFieldProps {
  readonly labels: readonly [from: string, to: string]
  readonly kept: DaySpan | null
  /** Gets a whole span, or null once both days are emptied. */
  readonly save: (span: DaySpan | null) => Promise<unknown>
}

/** Two days, both ends included; it saves itself once the span is whole, and waits while half of it is missing. */
export function SpanField({ labels, kept, save }: SpanFieldProps) {
  const span = useAutosave(kept, save)
  const [half, setHalf] = useState<{ readonly from: string; readonly to: string } | null>(null)
  const shown = half ?? { from: span.value?.from ?? '', to: span.value?.to ?? '' }
  const backwards = shown.from !== '' && shown.to !== '' && shown.from > shown.to
  const change = (from: string, to: string) => {
    const whole = from !== '' && to !== '' && from <= to
    const none = from === '' && to === ''
    setHalf(whole || none ? null : { from, to })
    if (whole) span.edit({ from, to })
    if (none) span.edit(null)
  }
  return (
    <SavedField state={half ? { kind: 'still' } : span.state}>
      <Group gap="xs" grow align="flex-start">
        <DayField label={labels[0]} value={shown.from} onChange={day => change(day, shown.to)} />
        <DayField label={labels[1]} value={shown.to} min={shown.from} onChange={day => change(shown.from, day)} error={backwards ? 'Before the first day' : null} />
      </Group>
      {half && !backwards && <span role="status" style={{ fontSize: 12, color: 'var(--cm-marigold-text)' }}>Saved once both days are there</span>}
    </SavedField>
  )
}
