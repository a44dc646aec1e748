import { useEffect, useState } from 'react'

/** Turns true once `active` has held for `delay` milliseconds (150 by the house rule), and false at once when it ends. */
export function useDelayed(active: boolean, delay = 150): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!active) return
    const timer = setTimeout(() => setLate(true), delay)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [active, delay])
  return active && late
}
