/** A folded word or phrase as FTS5's MATCH takes it. */
export const phrase = (term: string): string => `"${term.replaceAll('"', '')}"`

/** Any of several words or phrases, as FTS5's MATCH takes it. */
export const anyOf = (terms: readonly string[]): string => terms.map(phrase).join(' OR ')
