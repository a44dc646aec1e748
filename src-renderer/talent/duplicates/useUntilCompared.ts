import { useEffect } from 'react'
import type { Answer } from '../../connection/useAnswer.ts'

/** How long until it asks again while people are still being compared, in milliseconds. */
const askAgainMs = 3_000

/** Asks again every few seconds while people wait to be compared: the office compares them by itself, and nobody tells the page. */
export function useUntilCompared({ data, again }: Answer<{ readonly waiting: number }>): void {
  const isWaiting = (data?.waiting ?? 0) > 0
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(again, askAgainMs)
    return () => clearTimeout(timer)
  }, [isWaiting, again, data])
}
