/** The most frequent value, values in steps of `step` taken for one; the middle of the winning ones. Undefined for no values. */
export const mode = (values: readonly number[], step: number): number | undefined => {
  const groups = new Map<number, number[]>()
  for (const value of values) {
    const key = Math.round(value / step)
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  let best: number[] = []
  for (const group of groups.values()) if (group.length > best.length) best = group
  return quantile(best, 0.5)
}

/** The value below which a share (0 to 1) of the values lies. Undefined for no values. */
export const quantile = (values: readonly number[], share: number): number | undefined => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
}

/** The share (0 to 1) of values within `reach` of a centre; 0 for no values. */
export const shareNear = (values: readonly number[], centre: number, reach: number): number =>
  values.length ? values.filter(value => Math.abs(value - centre) <= reach).length / values.length : 0
