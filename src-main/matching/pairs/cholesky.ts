/** A lower triangular matrix by its rows, each as long as its number and one. */
export type Lower = readonly (readonly number[])[]

/**
 * The lower factor L of a symmetric, positive definite matrix A = L Lᵀ, of which only the lower half is given.
 *
 * By rows (G. H. Golub, C. F. Van Loan, "Matrix Computations", 4th edition, section 4.2). Throws RangeError where A is not positive definite.
 */
export function choleskyOf(rows: Lower): Lower {
  const lower: number[][] = []
  for (const [at, row] of rows.entries()) {
    const made: number[] = []
    for (const [column, value] of row.entries()) {
      const other = column === at ? made : (lower[column] ?? [])
      let rest = value
      for (let k = 0; k < column; k++) rest -= (made[k] ?? 0) * (other[k] ?? 0)
      if (column === at && rest <= 0) throw new RangeError('the matrix is not positive definite')
      made.push(column === at ? Math.sqrt(rest) : rest / (other[column] ?? 1))
    }
    lower.push(made)
  }
  return lower
}

/** Solves L x = b. */
export function solveLower(lower: Lower, b: readonly number[]): number[] {
  const x: number[] = []
  for (const [at, row] of lower.entries()) {
    let rest = b[at] ?? 0
    for (let k = 0; k < at; k++) rest -= (row[k] ?? 0) * (x[k] ?? 0)
    x.push(rest / (row[at] ?? 1))
  }
  return x
}

/** Solves Lᵀ x = b. */
export function solveUpper(lower: Lower, b: readonly number[]): number[] {
  const x = Array.from(b)
  for (let at = lower.length - 1; at >= 0; at--) {
    const row = lower[at] ?? []
    const value = (x[at] ?? 0) / (row[at] ?? 1)
    x[at] = value
    for (let k = 0; k < at; k++) x[k] = (x[k] ?? 0) - (row[k] ?? 0) * value
  }
  return x
}
