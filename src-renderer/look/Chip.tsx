import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Chip.module.css'

interface ChipProps {
  readonly children: ReactNode
  /** plain: a fact; accent: something chosen; eye: needs an eye; off: struck out, does not count now. */
  readonly tone?: 'plain' | 'accent' | 'eye' | 'off'
  /** Makes the chip a toggle or a link of its own; `pressed` is said to screen readers. */
  readonly onClick?: () => void
  readonly pressed?: boolean
  /** Shows a cross; `removeLabel` names what it takes away. */
  readonly onRemove?: () => void
  readonly removeLabel?: string
  readonly title?: string
}

/** A small fact or condition, 24 px high; it can be pressed or taken away where the caller says so. */
export function Chip({ children, tone = 'plain', onClick, pressed, onRemove, removeLabel, title }: ChipProps) {
  const body = onClick
    ? <button type="button" className={classes.press} onClick={onClick} aria-pressed={pressed} title={title}>{children}</button>
    : <span className={classes.text} title={title}>{children}</span>
  return (
    <span className={classes.chip} data-tone={tone}>
      {body}
      {onRemove && (
        <button type="button" className={classes.remove} onClick={onRemove} aria-label={removeLabel ?? 'Take away'}>
          <IconX size={12} aria-hidden />
        </button>
      )}
    </span>
  )
}
