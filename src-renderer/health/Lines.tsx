import type { ReactNode } from 'react'
import classes from './HealthScreen.module.css'

/** One line of the health: what it is, its value, and what to do. */
export interface LineProps {
  readonly label: string
  readonly value: ReactNode
  /** What to do, or why it is well. */
  readonly todo?: string
  /** Whether it needs an eye. */
  readonly eye?: boolean
}

/** Shows one line. */
export function Line({ label, value, todo, eye = false }: LineProps) {
  return <div className={classes.line} data-eye={eye}><dt>{label}</dt><dd className={classes.value}>{value}</dd><dd className={classes.todo}>{todo}</dd></div>
}

/** A part of the health under its title. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return <section className={classes.part} aria-label={title}><h2>{title}</h2><dl className={classes.lines}>{children}</dl></section>
}
