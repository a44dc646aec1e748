import type { ReactNode } from 'react'
import classes from './PageBody.module.css'

/** The body of a screen under its head: scrolls by wheel and, since it takes the focus, by the keys. */
export function PageBody({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by the keys
  return <section className={classes.body} aria-label={label} tabIndex={0}>{children}</section>
}
