import type { ReactNode } from 'react'
import classes from './MediaViewer.module.css'

interface InsteadProps {
  readonly icon: ReactNode
  readonly sentence: string
  readonly hint: string
  readonly children?: ReactNode
}

/** What stands in the viewer where a file cannot be shown: why, what is kept, what to do. */
export function Instead({ icon, sentence, hint, children }: InsteadProps) {
  return <div className={classes.instead}><span aria-hidden>{icon}</span><p>{sentence}</p><p className={classes.hint}>{hint}</p>{children}</div>
}
