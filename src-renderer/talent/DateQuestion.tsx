import { Radio } from '@mantine/core'
import type { DateOrder, SheetPreview } from '../../src-preload/contract/talent.ts'
import { dayWords } from '../look/words.ts'
import { useSettings } from '../window/settingsStore.tsx'
import classes from './SheetImport.module.css'

interface DateQuestionProps {
  readonly dates: NonNullable<SheetPreview['dates']>
  readonly onChange: (order: DateOrder) => void
}

/** Asks once which day the dates of a column are, where each could be two; the sheet waits for the answer. */
export function DateQuestion({ dates: { heading, sample, dayFirst, monthFirst, order }, onChange }: DateQuestionProps) {
  const { settings: { locale } } = useSettings()
  return (
    <Radio.Group
      className={classes.dates} label={`Which day is ${sample}${heading === '' ? '' : ` in “${heading}”`}?`} size="sm"
      description="Every date of this column could be two days. The answer is kept for sheets with these headings." value={order} onChange={value => onChange(value === 'monthFirst' ? value : 'dayFirst')}
    >
      <div className={classes.choices}>
        <Radio value="dayFirst" label={dayWords(dayFirst, locale)} />
        <Radio value="monthFirst" label={dayWords(monthFirst, locale)} />
      </div>
    </Radio.Group>
  )
}
