import { Button, NumberInput, Popover, Select, TextInput } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { TalentFilters } from '../../src-preload/contract/talent.ts'
import { Gender } from '../../src-preload/contract/words.ts'
import { Chip } from '../look/Chip.tsx'
import { genderWords, rangeWords } from '../look/words.ts'
import classes from './TalentScreen.module.css'

interface FilterProps {
  readonly filters: TalentFilters
  readonly onChange: (filters: TalentFilters) => void
}

const wordFilters = [['language', 'Language'], ['skill', 'Skill'], ['city', 'City'], ['tag', 'Tag']] as const

/** How many filters are set. */
export const filterCount = (filters: TalentFilters): number => Object.values(filters).filter(value => value !== undefined).length

/** The filters set by hand, in a small menu; all must hold, and an unknown fact never excludes. */
export function FilterMenu({ filters, onChange }: FilterProps) {
  const count = filterCount(filters)
  return (
    <Popover width={360} position="bottom-end" trapFocus withinPortal>
      <Popover.Target>
        <Button variant="default" size="sm" leftSection={<IconFilter size={16} aria-hidden />}>{count > 0 ? `Filters, ${count} set` : 'Filters'}</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Filters">
        <div className={classes.filters}>
          <Select
            className={classes.wide} label="Gender" placeholder="Any" clearable data={Gender.options.map(value => ({ value, label: genderWords[value] }))}
            value={filters.gender ?? null} comboboxProps={{ withinPortal: false }}
            onChange={value => onChange({ ...filters, gender: Gender.safeParse(value).data })}
          />
          <RangeFilter filters={filters} onChange={onChange} />
          {wordFilters.map(([key, label]) => (
            <WordFilter key={key} label={label} value={filters[key] ?? ''} onChange={value => onChange({ ...filters, [key]: value || undefined })} />
          ))}
          <div className={`${classes.wide} ${classes.ends}`}>
            <span className={classes.busy}>Unknown facts exclude nobody.</span>
            <Button variant="subtle" disabled={count === 0} onClick={() => onChange({})}>Clear all</Button>
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

function RangeFilter({ filters, onChange }: FilterProps) {
  const [from, setFrom] = useState<number | ''>(filters.playingRange?.from ?? '')
  const [to, setTo] = useState<number | ''>(filters.playingRange?.to ?? '')
  const known = filters.playingRange
  useEffect(() => {
    setFrom(known?.from ?? '')
    setTo(known?.to ?? '')
  }, [known?.from, known?.to])
  const settle = () => {
    if (from === '' && to === '') return known && onChange({ ...filters, playingRange: undefined })
    const ends = [from === '' ? 0 : from, to === '' ? 110 : to]
    onChange({ ...filters, playingRange: { from: Math.min(...ends), to: Math.max(...ends) } })
  }
  const enter = (event: { readonly key: string }) => event.key === 'Enter' && settle()
  return (
    <>
      <NumberInput label="Plays from" placeholder="years" min={0} max={110} allowDecimal={false} value={from} onChange={value => setFrom(typeof value === 'number' ? value : '')} onBlur={settle} onKeyDown={enter} />
      <NumberInput label="to" placeholder="years" min={0} max={110} allowDecimal={false} value={to} onChange={value => setTo(typeof value === 'number' ? value : '')} onBlur={settle} onKeyDown={enter} />
    </>
  )
}

function WordFilter({ label, value, onChange }: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void }) {
  const [draft, setDraft] = useState(value)
  useEffect(() => setDraft(value), [value])
  const settle = () => draft.trim() !== value && onChange(draft.trim())
  return <TextInput label={label} placeholder="Any" value={draft} onChange={event => setDraft(event.currentTarget.value)} onBlur={settle} onKeyDown={event => event.key === 'Enter' && settle()} />
}

/** The set filters as chips, each with a cross. */
export function FilterChips({ filters, onChange }: FilterProps) {
  const { gender, playingRange } = filters
  return (
    <>
      {gender && <Chip onRemove={() => onChange({ ...filters, gender: undefined })} removeLabel={`Take away the filter ${genderWords[gender]}`}>{genderWords[gender]}</Chip>}
      {playingRange && <Chip onRemove={() => onChange({ ...filters, playingRange: undefined })} removeLabel="Take away the filter of the playing range">plays {rangeWords(playingRange)}</Chip>}
      {wordFilters.map(([key, label]) => filters[key] && (
        <Chip key={key} onRemove={() => onChange({ ...filters, [key]: undefined })} removeLabel={`Take away the filter ${label} ${filters[key]}`}>{label}: {filters[key]}</Chip>
      ))}
    </>
  )
}
