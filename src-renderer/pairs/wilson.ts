/** How far a share may lie off by chance: its interval of 90 % by the score method (E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", 1927). `of` is 1 or more. */
export function shareInterval(share: number, of: number, z = 1.6449): { readonly low: number; readonly high: number } {
  const square = (z * z) / of
  const middle = (share + square / 2) / (1 + square)
  const half = (z / (1 + square)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
