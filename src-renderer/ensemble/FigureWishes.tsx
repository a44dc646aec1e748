import { Group, NumberInput, Slider } from '@mantine/core'
import { useState } from 'react'
import { DayField } from '../look/DayField.tsx'
import { useSettings } from '../window/settingsStore.tsx'
import type { WishDesk } from './wishDesk.ts'
import classes from './WishesPane.module.css'

/** What the fees may come to, the days, how much chemistry weighs, and how far alternatives lie apart. */
export function FigureWishes({ desk }: { readonly desk: WishDesk }) {
  const { wishes, change, flush } = desk
  const { settings } = useSettings()
  const currency = wishes.feeTotal?.currency ?? 'INR'
  const setFee = (value: string | number) => change({ feeTotal: typeof value === 'number' ? { amount: Math.round(value * 100), currency } : null })
  const weight = Math.round(wishes.chemistry * 100)
  return (
    <div className={classes.figures}>
      <Group grow gap="xs" align="flex-start">
        <NumberInput
          label="Fees may come to" placeholder="No limit" prefix={currency === 'INR' ? '₹' : `${currency} `} thousandSeparator="," thousandsGroupStyle={currency === 'INR' ? 'lakh' : 'thousand'}
          min={0} allowDecimal={false} allowNegative={false} hideControls value={wishes.feeTotal ? wishes.feeTotal.amount / 100 : ''} onChange={setFee} onBlur={flush}
        />
        <NumberInput label="Days, for fees a day" min={1} max={400} allowDecimal={false} value={wishes.days} onChange={value => typeof value === 'number' && change({ days: Math.min(400, Math.max(1, value)) })} onBlur={flush} />
      </Group>
      <Dates desk={desk} />
      <div className={classes.weight}>
        <span id="chemistry-weight">Chemistry weighs <b>{weight}</b> of 100, fit <b>{100 - weight}</b></span>
        <Slider size="sm" min={0} max={100} step={5} label={null} disabled={!settings.chemistry} thumbProps={{ 'aria-labelledby': 'chemistry-weight' }} value={weight} onChange={value => change({ chemistry: value / 100 })} onChangeEnd={flush} />
        <span className={classes.hint}>{!settings.chemistry ? 'Predictions of chemistry are switched off in Settings: fit alone counts.' : weight === 0 ? 'Predicted chemistry does not enter the choice.' : 'Predicted for roles that trade lines; a wide guess, not a promise.'}</span>
      </div>
      <NumberInput
        label="Alternatives differ in so many roles at least" min={1} max={30} allowDecimal={false} value={wishes.distance}
        onChange={value => typeof value === 'number' && change({ distance: Math.min(30, Math.max(1, value)) })} onBlur={flush}
      />
    </div>
  )
}

function Dates({ desk: { wishes, change } }: { readonly desk: WishDesk }) {
  const [half, setHalf] = useState<{ readonly from: string; readonly to: string } | null>(null)
  const shown = half ?? { from: wishes.dates?.from ?? '', to: wishes.dates?.to ?? '' }
  const backwards = shown.from !== '' && shown.to !== '' && shown.from > shown.to
  const set = (from: string, to: string) => {
    const whole = from !== '' && to !== '' && from <= to
    const none = from === '' && to === ''
    setHalf(whole || none ? null : { from, to })
    if (whole) change({ dates: { from, to } })
    if (none) change({ dates: null })
  }
  return (
    <div>
      <Group grow gap="xs" align="flex-start">
        <DayField label="Nobody blocked from" value={shown.from} onChange={day => set(day, shown.to)} />
        <DayField label="to" value={shown.to} min={shown.from} onChange={day => set(shown.from, day)} error={backwards ? 'Before the first day' : null} />
      </Group>
      {half && !backwards && <span role="status" className={classes.half}>Counts once both days are there</span>}
    </div>
  )
}
