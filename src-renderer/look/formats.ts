/**
 * Formats of moments by locale and options, each made once.
 *
 * A format takes longer to make than a whole list to be drawn, and a card asks for one with every day. They never change, so that keeping
 * them is no state.
 */
const made = new Map<string, Intl.DateTimeFormat>()

/** How moments are written in a locale, that of the machine where none is given. */
export function dateFormat(locale: string | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options])
  const known = made.get(key)
  if (known) return known
  const format = new Intl.DateTimeFormat(locale, options)
  made.set(key, format)
  return format
}

/** A moment in words; one that is none says so, as `toLocaleString` has it. */
export const dateWords = (date: Date, locale: string | undefined, options: Intl.DateTimeFormatOptions): string =>
  (Number.isNaN(date.getTime()) ? String(date) : dateFormat(locale, options).format(date))
