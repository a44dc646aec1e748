/** A cell of a table, both counted from 0. */
export interface Cell {
  readonly row: number
  readonly column: number
}

/** The cell that a key leads to within a table: an arrow to the next, Home and End to the ends of the row; null for other keys. */
export function cellAfter(key: string, { row, column }: Cell, size: { readonly rows: number; readonly columns: number }): Cell | null {
  const steps: Readonly<Record<string, Cell>> = {
    ArrowDown: { column, row: row + 1 }, ArrowUp: { column, row: row - 1 }, ArrowRight: { row, column: column + 1 }, ArrowLeft: { row, column: column - 1 },
    Home: { row, column: 0 }, End: { row, column: size.columns - 1 },
  }
  const next = steps[key]
  return next ? { row: Math.max(0, Math.min(size.rows - 1, next.row)), column: Math.max(0, Math.min(size.columns - 1, next.column)) } : null
}
