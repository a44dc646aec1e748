import { memo } from 'react'
import { Link } from 'wouter'
import { useFreshAnswer } from '../../look/changes.tsx'
import classes from './DuplicatesLine.module.css'
import { useUntilCompared } from './useUntilCompared.ts'

/** One quiet line over the talent book where people may stand in it twice; nothing where nobody does. */
export const DuplicatesLine = memo(function DuplicatesLine() {
  const answer = useFreshAnswer(['talent'], (office, signal) => office.duplicates.list({ limit: 1 }, { signal }), [], { keep: true })
  const { data } = answer
  useUntilCompared(answer)
  if (data === undefined || data.total === 0) return null
  return <p className={classes.line}><Link href="/talent/duplicates">{data.people.toLocaleString()} people may be in the book twice</Link></p>
})
