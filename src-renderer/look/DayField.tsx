import { TextInput } from '@mantine/core'

interface DayFieldProps {
  readonly label: string
  /** YYYY-MM-DD, empty where there is none. */
  readonly value: string
  readonly onChange: (day: string) => void
  readonly min?: string
  readonly error?: string | null
}

/** A calendar day by the browser's own field: typed or picked, in the user's own order of day and month. */
export function DayField({ label, value, onChange, min, error }: DayFieldProps) {
  return <TextInput type="date" label={label} value={value} min={min} error={error} onChange={event => onChange(event.currentTarget.value)} />
}
