import { ActionIcon, TextInput, Tooltip } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconSearch } from '@tabler/icons-react'
import type { KeyboardEvent, Ref } from 'react'
import classes from './FindBar.module.css'

interface FindBarProps {
  readonly ref: Ref<HTMLInputElement>
  readonly asked: string
  readonly onAsk: (text: string) => void
  readonly count: number
  /** Which of them is shown, from 1; 0 before the first was gone to. */
  readonly at: number
  readonly onNext: () => void
  readonly onPrevious: () => void
  readonly onLeave: () => void
  readonly page: number
  readonly pages: number
}

/** Search in the text of the script, and the page that is in sight. */
export function FindBar({ ref, asked, onAsk, count, at, onNext, onPrevious, onLeave, page, pages }: FindBarProps) {
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      onAsk('')
      onLeave()
    }
    if (event.key !== 'Enter') return
    if (event.shiftKey) onPrevious()
    else onNext()
  }
  return (
    <div className={classes.bar} role="search">
      <TextInput
        ref={ref}
        className={classes.box}
        placeholder="Search in the text"
        aria-label="Search in the text of the script"
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={asked === '' ? <kbd className="kbd">/</kbd> : null}
        value={asked}
        onChange={event => onAsk(event.currentTarget.value)}
        onKeyDown={press}
      />
      {asked !== '' && (
        <>
          <span className={classes.count} role="status">{count === 0 ? 'Not in the text' : at === 0 ? `${count} found` : `${at} of ${count}`}</span>
          <Tooltip label="Before (Shift Enter)"><ActionIcon onClick={onPrevious} disabled={count === 0} aria-label="Place found before"><IconChevronUp size={16} aria-hidden /></ActionIcon></Tooltip>
          <Tooltip label="Next (Enter)"><ActionIcon onClick={onNext} disabled={count === 0} aria-label="Next place found"><IconChevronDown size={16} aria-hidden /></ActionIcon></Tooltip>
        </>
      )}
      <span className={classes.page}>Page {page} of {pages}</span>
    </div>
  )
}
