import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

interface EmptyStateProps {
  readonly icon?: ReactNode
  /** One sentence: what would stand here. */
  readonly sentence: string
  /** A clause more, where it helps. */
  readonly hint?: ReactNode
  /** The one thing to do first, and at most one beside it. */
  readonly children?: ReactNode
}

/** An empty place: one sentence and the one thing to do first. */
export function EmptyState({ icon, sentence, hint, children }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      {icon && <div className={classes.icon} aria-hidden>{icon}</div>}
      <p className={classes.sentence}>{sentence}</p>
      {hint && <p className={classes.hint}>{hint}</p>}
      {children && <div className={classes.actions}>{children}</div>}
    </div>
  )
}
