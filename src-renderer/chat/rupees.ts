/** Paise as rupees in the user's way of writing; sums under a rupee with their paise, larger ones without. */
export const rupees = (paise: number, locale: string): string =>
  (paise / 100).toLocaleString(locale, { style: 'currency', currency: 'INR', maximumFractionDigits: Math.abs(paise) < 10_000 ? 2 : 0 })
