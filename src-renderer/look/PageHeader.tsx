import type { ReactNode } from 'react'
import classes from './PageHeader.module.css'

interface PageHeaderProps {
  readonly title: ReactNode
  /** One quiet line under or beside the title: counts, a state. */
  readonly sub?: ReactNode
  /** What comes before the title: a way back, an avatar. */
  readonly before?: ReactNode
  /** Buttons on the right. */
  readonly children?: ReactNode
}

/** The head of a screen: its name, one quiet line, and its actions; 56 px high so that nothing jumps between screens. */
export function PageHeader({ title, sub, before, children }: PageHeaderProps) {
  return (
    <header className={classes.header}>
      {before}
      <div className={classes.words}>
        <h1 className={classes.title}>{title}</h1>
        {sub && <div className={classes.sub}>{sub}</div>}
      </div>
      {children && <div className={classes.actions}>{children}</div>}
    </header>
  )
}
