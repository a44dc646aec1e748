import type { ReactNode } from 'react'
import classes from './SettingsScreen.module.css'

/** A part of the settings under its title. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return <section className={classes.part} aria-label={title}><h2>{title}</h2>{children}</section>
}

/** One setting: what it is, a hint, and its control on the right. */
export function Line({ label, hint, children }: { readonly label: string; readonly hint: ReactNode; readonly children?: ReactNode }) {
  return (
    <div className={classes.line}>
      <div><p className={classes.label}>{label}</p><p className={classes.hint}>{hint}</p></div>
      {children}
    </div>
  )
}
