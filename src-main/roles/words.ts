/** The words of a list as a pattern for any of them as a whole word; items may be patterns, `_` in them stands for a space. */
export const anyWord = (list: string): string =>
  `(?<![\\p{L}\\p{M}])(?:${list.trim().split(/\s+/u).join('|').replaceAll('_', ' ')})(?![\\p{L}\\p{M}])`

/** The words of a list, as a set. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u))
