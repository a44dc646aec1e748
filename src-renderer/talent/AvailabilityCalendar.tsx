import { ActionIcon, Button, SegmentedControl, TextInput } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Availability } from '../../src-preload/contract/talent.ts'
import { dateFormat, dateWords } from '../look/formats.ts'
import { dayWords } from '../look/words.ts'
import classes from './AvailabilityCalendar.module.css'
import { useOriginWords } from './factOrigins.tsx'
import { dayAfter, monthAfter, paintDays, stateOn, weeksOf } from './paintDays.ts'
import { availabilityWords, spanOfWords } from './talentWords.ts'

/** What a day can be given: a state, or unknown again. */
type Brush = Availability['state'] | 'unknown'

interface AvailabilityCalendarProps {
  readonly availability: readonly Availability[]
  readonly onChange: (availability: Availability[]) => void
  readonly locale: string
  /** Today, YYYY-MM-DD. */
  readonly day: string
}

/**
 * When a person is to be had: two months whose days are given a state by a click or a drag, beside the spans in words.
 *
 * By keys: arrows move, with Shift they choose several days, Enter or Space gives them the state, Page Up and Page Down change the month.
 */
export function AvailabilityCalendar({ availability, onChange, locale, day }: AvailabilityCalendarProps) {
  const [brush, setBrush] = useState<Brush>('blocked')
  const [month, setMonth] = useState(day.slice(0, 7))
  const origin = useOriginWords('availability')
  const paint = (from: string, to: string) => onChange(paintDays(availability, from <= to ? { from, to } : { from: to, to: from }, brush === 'unknown' ? null : brush))
  return (
    <div className={classes.calendar} role="group" aria-label="Dates" title={origin || undefined}>
      <div className={classes.bar}>
        <SegmentedControl size="xs" aria-label="What the days become" value={brush} onChange={value => setBrush(value)} data={brushes.map(value => ({ value, label: <span className={classes.brush}><i data-state={value} aria-hidden />{brushWords(value)}</span> }))} />
        <span className={classes.turn}>
          <ActionIcon aria-label="Earlier months" onClick={() => setMonth(monthAfter(month, -1))}><IconChevronLeft size={16} aria-hidden /></ActionIcon>
          <ActionIcon aria-label="Later months" onClick={() => setMonth(monthAfter(month))}><IconChevronRight size={16} aria-hidden /></ActionIcon>
        </span>
      </div>
      <Months availability={availability} month={month} onMonth={setMonth} onPaint={paint} locale={locale} day={day} />
      <Spans availability={availability} locale={locale} onTake={span => onChange(paintDays(availability, span, null))} />
      <TypedSpan brush={brush} onPaint={paint} />
    </div>
  )
}

const brushes: readonly Brush[] = ['free', 'pencilled', 'blocked', 'unknown']
const brushWords = (brush: Brush): string => (brush === 'unknown' ? 'Unknown' : availabilityWords[brush])

interface MonthsProps {
  readonly availability: readonly Availability[]
  readonly month: string
  readonly onMonth: (month: string) => void
  readonly onPaint: (from: string, to: string) => void
  readonly locale: string
  readonly day: string
}

function Months({ availability, month, onMonth, onPaint, locale, day }: MonthsProps) {
  const [at, setAt] = useState(day)
  const [anchor, setAnchor] = useState<string | null>(null)
  const [dragging, setDragging] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const byKeys = useRef(false)
  const months = [month, monthAfter(month)]
  const reachable = months.includes(at.slice(0, 7)) ? at : `${month}-01`
  useEffect(() => {
    if (!byKeys.current) return
    byKeys.current = false
    place.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus()
  }, [at])
  useEffect(() => {
    if (!dragging) return
    const end = () => {
      setDragging(false)
      setAnchor(null)
      if (anchor !== null) onPaint(anchor, at)
    }
    addEventListener('pointerup', end)
    return () => removeEventListener('pointerup', end)
  }, [dragging, anchor, at, onPaint])
  const goTo = (next: string, extend: boolean) => {
    byKeys.current = true
    setAnchor(extend ? anchor ?? reachable : null)
    setAt(next)
    if (!months.includes(next.slice(0, 7))) onMonth(next < month ? next.slice(0, 7) : monthAfter(next.slice(0, 7), -1))
  }
  const keys = (event: KeyboardEvent) => {
    const next = dayByKey(event.key, reachable)
    if (next !== null) goTo(next, event.shiftKey)
    else if (event.key === 'Enter' || event.key === ' ') {
      onPaint(anchor ?? reachable, reachable)
      setAnchor(null)
    } else if (event.key === 'Escape' && anchor !== null) {
      event.stopPropagation()
      setAnchor(null)
    } else return
    event.preventDefault()
  }
  const [first, last] = anchor === null ? ['', ''] : anchor <= at ? [anchor, at] : [at, anchor]
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={place} className={classes.months} onKeyDown={keys}>
      {months.map(shown => (
        <table key={shown} className={classes.month}>
          <caption>{monthWords(shown, locale)}</caption>
          <thead><tr>{weekdays(locale).map(({ short, long }) => <th key={long} scope="col" abbr={long}>{short}</th>)}</tr></thead>
          <tbody>
            {weeksOf(shown).map(week => (
              <tr key={week.join()}>
                {week.map((one, column) => one === null ? <td key={`gap ${column}`} /> : (
                  <td key={one} data-chosen={first <= one && one <= last}>
                    <button
                      type="button" data-day={one} data-state={stateOn(availability, one) ?? 'unknown'} data-today={one === day} tabIndex={one === reachable ? 0 : -1}
                      aria-label={`${dayWords(one, locale)}, ${brushWords(stateOn(availability, one) ?? 'unknown')}`}
                      onPointerDown={event => {
                        if (event.button !== 0) return
                        setAt(one)
                        setAnchor(one)
                        setDragging(true)
                      }}
                      onPointerEnter={() => dragging && setAt(one)}
                    >
                      {Number(one.slice(8))}
                    </button>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  )
}

function dayByKey(key: string, day: string): string | null {
  switch (key) {
    case 'ArrowLeft': return dayAfter(day, -1)
    case 'ArrowRight': return dayAfter(day)
    case 'ArrowUp': return dayAfter(day, -7)
    case 'ArrowDown': return dayAfter(day, 7)
    case 'PageUp': return `${monthAfter(day.slice(0, 7), -1)}-01`
    case 'PageDown': return `${monthAfter(day.slice(0, 7))}-01`
    default: return null
  }
}

const monthWords = (month: string, locale: string): string => dateWords(new Date(`${month}-01T00:00:00Z`), locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** The days of the week from Monday; the 5th of January 2026 is one. */
function weekdays(locale: string): readonly { readonly short: string; readonly long: string }[] {
  const dates = Array.from({ length: 7 }, (_, index) => new Date(Date.UTC(2026, 0, 5 + index)))
  const [short, long] = (['narrow', 'long'] as const).map(weekday => dateFormat(locale, { weekday, timeZone: 'UTC' }))
  return dates.map(date => ({ short: short?.format(date) ?? '', long: long?.format(date) ?? '' }))
}

function Spans({ availability, locale, onTake }: { readonly availability: readonly Availability[]; readonly locale: string; readonly onTake: (span: Availability['span']) => void }) {
  if (availability.length === 0) return <p className={classes.quiet}>Nothing known yet. Click a day, or drag over several.</p>
  return (
    <ul className={classes.spans} aria-label="Days known">
      {availability.map(one => (
        <li key={`${one.span.from} ${one.span.to} ${one.state}`}>
          <i data-state={one.state} aria-hidden /><span>{spanOfWords(one, locale)}</span>
          <ActionIcon size="sm" aria-label={`Take away ${spanOfWords(one, locale)}`} onClick={() => onTake(one.span)}><IconX size={12} aria-hidden /></ActionIcon>
        </li>
      ))}
    </ul>
  )
}

function TypedSpan({ brush, onPaint }: { readonly brush: Brush; readonly onPaint: (from: string, to: string) => void }) {
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const last = to || from
  return (
    <form
      className={classes.typed}
      onSubmit={event => {
        event.preventDefault()
        if (from === '' || last < from) return
        onPaint(from, last)
        setFrom('')
        setTo('')
      }}
    >
      <TextInput type="date" size="xs" aria-label="First day" value={from} onChange={event => setFrom(event.currentTarget.value)} />
      <TextInput type="date" size="xs" aria-label="Last day" value={to} min={from} error={to !== '' && to < from && 'Before the first'} onChange={event => setTo(event.currentTarget.value)} />
      <Button type="submit" size="xs" variant="default" disabled={from === '' || last < from}>Set {brushWords(brush).toLowerCase()}</Button>
    </form>
  )
}
