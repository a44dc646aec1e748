import { Button, Skeleton } from '@mantine/core'
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Answer } from '../connection/useAnswer.ts'
import type { Failure } from '../connection/failure.ts'
import classes from './FourStates.module.css'
import { useDelayed } from './useDelayed.ts'

interface FourStatesProps<T> {
  readonly answer: Answer<T>
  /** What is being loaded, for screen readers: "the roles". */
  readonly what: string
  /** Tells an empty answer; left out, no answer is empty. */
  readonly isEmpty?: (data: T) => boolean
  /** What to show when it is empty: an EmptyState as a rule. */
  readonly empty?: ReactNode
  /** The shape of what comes, shown after 150 ms; rows of 40 px where left out. */
  readonly skeleton?: ReactNode
  readonly children: (data: T) => ReactNode
}

/** Shows one of the four states of an answer: loading, empty, failed, full. A last answer stays in sight while it reloads or beside a failure. */
export function FourStates<T>({ answer, what, isEmpty, empty, skeleton, children }: FourStatesProps<T>) {
  const late = useDelayed(answer.state === 'loading')
  const { data, failure } = answer
  if (answer.state === 'loading') {
    return (
      <div aria-busy="true" className={classes.fill}>
        <span className="visually-hidden" role="status">Loading {what}</span>
        {late && (skeleton ?? <RowSkeleton />)}
      </div>
    )
  }
  if (data === undefined) return failure ? <FailedState failure={failure} again={answer.again} /> : null
  return (
    <>
      {answer.state === 'failed' && failure && <FailedState failure={failure} again={answer.again} slim />}
      {isEmpty?.(data) ? empty : children(data)}
    </>
  )
}

/** A failure in the user's words with a way to try again; `slim` is a bar above what is still in sight. */
export function FailedState({ failure, again, slim = false }: { readonly failure: Failure; readonly again: () => void; readonly slim?: boolean }) {
  return (
    <div role="alert" className={slim ? classes.slim : classes.failed}>
      <IconAlertTriangle size={slim ? 16 : 24} className={classes.failedIcon} aria-hidden />
      <p className={classes.sentence}>{failure.sentence}</p>
      <Button variant="default" leftSection={<IconRefresh size={14} aria-hidden />} onClick={again}>Try again</Button>
    </div>
  )
}

/** Rows of a table that is on its way, 40 px each. */
export function RowSkeleton({ rows = 8 }: { readonly rows?: number }) {
  return (
    <div aria-hidden className={classes.rows}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes.row}>
          <Skeleton height={12} width={`${18 + ((row * 7) % 14)}%`} animate={false} />
          <Skeleton height={12} width={`${8 + ((row * 5) % 8)}%`} animate={false} />
          <Skeleton height={12} width={`${24 + ((row * 11) % 20)}%`} animate={false} />
        </div>
      ))}
    </div>
  )
}
