import { Input, NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { PlayingRange } from '../../src-preload/contract/words.ts'
import { SavedField } from '../look/SavedField.tsx'
import { useAutosave } from '../look/useAutosave.ts'
import classes from './RangeField.module.css'

interface RangeFieldProps {
  readonly kept: PlayingRange | null
  readonly save: (range: PlayingRange | null) => Promise<unknown>
}

/** A playing range in two numbers of years; empty means not stated. It saves itself once both are there. */
export function RangeField({ kept, save }: RangeFieldProps) {
  const range = useAutosave(kept, save)
  const [half, setHalf] = useState<{ readonly from: number | ''; readonly to: number | '' } | null>(null)
  const shown = half ?? { from: range.value?.from ?? '', to: range.value?.to ?? '' }
  const change = (from: number | '', to: number | '') => {
    if (from === '' && to === '') {
      setHalf(null)
      return range.edit(null)
    }
    if (from === '' || to === '' || from > to) return setHalf({ from, to })
    setHalf(null)
    range.edit({ from, to })
  }
  const numberOf = (value: string | number) => (value === '' ? '' : Number(value))
  const shared = { min: 0, max: 110, allowDecimal: false, hideControls: true, clampBehavior: 'strict', placeholder: '–', onBlur: range.flush } as const
  return (
    <SavedField state={half ? { kind: 'still' } : range.state}>
      <div role="group" aria-label="Playing range">
        <Input.Label size="xs" labelElement="div">Plays</Input.Label>
        <div className={classes.pair}>
          <NumberInput {...shared} aria-label="Plays from" value={shown.from} onChange={value => change(numberOf(value), shown.to)} />
          <span>to</span>
          <NumberInput {...shared} aria-label="Plays to" value={shown.to} onChange={value => change(shown.from, numberOf(value))} />
        </div>
        {half && <span className={classes.half} role="status">{half.from !== '' && half.to !== '' ? 'The range ends before it begins' : 'Saved once both are there'}</span>}
      </div>
    </SavedField>
  )
}
