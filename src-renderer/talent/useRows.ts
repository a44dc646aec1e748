import { useState } from 'react'

/** A key for each row of a list that is being edited, since its words change under the fingers. */
interface Keyed<T> {
  readonly key: string
  readonly value: T
}

/** Drafts of a list of things: rows that are not whole yet stay here and are not told to the caller. */
export function useRows<T>(values: readonly T[], whole: (value: T) => boolean, onChange: (values: T[]) => void) {
  const [rows, setRows] = useState<readonly Keyed<T>[]>(() => values.map(value => ({ key: crypto.randomUUID(), value })))
  const settle = (next: readonly Keyed<T>[]) => {
    setRows(next)
    onChange(next.map(row => row.value).filter(whole))
  }
  return {
    rows,
    add: (value: T) => setRows([...rows, { key: crypto.randomUUID(), value }]),
    change: (key: string, value: T) => settle(rows.map(row => (row.key === key ? { key, value } : row))),
    remove: (key: string) => settle(rows.filter(row => row.key !== key)),
  }
}
