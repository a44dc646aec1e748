import { memo, useEffect } from 'react'
import { Link } from 'wouter'
import { useFreshAnswer } from '../../look/changes.tsx'
import classes from './DuplicatesLine.module.css'

/** How long until it asks again while people are still being compared, in milliseconds. */
const askAgainMs = 3_000

/** One quiet line over the talent book where people may stand in it twice; nothing where nobody does. */
export const DuplicatesLine = memo(function DuplicatesLine() {
  const answer = useFreshAnswer(['talent'], (office, signal) => office.duplicates.list({ limit: 1 }, { signal }), [], { keep: true })
  const { data, again } = answer
  const isWaiting = (data?.waiting ?? 0) > 0
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(again, askAgainMs)
    return () => clearTimeout(timer)
  }, [isWaiting, again, data])
  if (data === undefined || data.total === 0) return null
  return <p className={classes.line}><Link href="/talent/duplicates">{data.people.toLocaleString()} people may be in the book twice</Link></p>
})
