/** Tokens of one answer, as Claude counts them; the four do not overlap. */
export interface TokenUsage {
  readonly input: number
  readonly output: number
  readonly cacheWrite: number
  readonly cacheRead: number
}

/** No tokens at all. */
export const noTokens: TokenUsage = { input: 0, output: 0, cacheWrite: 0, cacheRead: 0 }

/** The tokens of several answers together. */
export const sumOf = (usages: readonly TokenUsage[]): TokenUsage =>
  usages.reduce<TokenUsage>((sum, usage) => ({
    input: sum.input + usage.input, output: sum.output + usage.output, cacheWrite: sum.cacheWrite + usage.cacheWrite, cacheRead: sum.cacheRead + usage.cacheRead,
  }), noTokens)

/** US dollars for a million tokens of each kind; what is written to Claude's cache is kept there for five minutes. */
type Price = TokenUsage

interface PriceRow {
  readonly model: string
  /** The first day of this price, UTC. */
  readonly from: string
  readonly price: Price
  /** The price of the whole question where what is read is longer than `over` tokens. */
  readonly long?: { readonly over: number; readonly price: Price }
}

/** The day the price list was read. */
export const pricesAsOf = '2026-11-21'

/**
 * What Claude costs, newest price of each model first.
 *
 * From the model pages of platform.claude.com (docs/en/models), as stored on {@link pricesAsOf}. Sonnet 5.5 reads its cache
 * at half the earlier price since 7 October 2026.
 */
const priceList: readonly PriceRow[] = [
  {
    model: 'claude-haiku-5-5', from: '2026-10-07', price: { input: 0.1, output: 0.5, cacheWrite: 0.125, cacheRead: 0.01 },
    long: { over: 100_000, price: { input: 0.5, output: 2.5, cacheWrite: 0.625, cacheRead: 0.05 } },
  },
  { model: 'claude-sonnet-5-5', from: '2026-10-07', price: { input: 2, output: 10, cacheWrite: 2.5, cacheRead: 0.1 } },
  { model: 'claude-sonnet-5-5', from: '2026-01-01', price: { input: 2, output: 10, cacheWrite: 2.5, cacheRead: 0.2 } },
  { model: 'claude-opus-5-5', from: '2026-01-01', price: { input: 4, output: 20, cacheWrite: 5, cacheRead: 0.2 } },
  { model: 'claude-sonnet-5', from: '2026-01-01', price: { input: 2, output: 10, cacheWrite: 2.5, cacheRead: 0.2 } },
  { model: 'claude-opus-5', from: '2026-01-01', price: { input: 5, output: 25, cacheWrite: 6.25, cacheRead: 0.5 } },
  { model: 'claude-haiku-4-5', from: '2025-10-01', price: { input: 1, output: 5, cacheWrite: 1.25, cacheRead: 0.1 } },
]

/**
 * The cost of an answer in whole millionths of a US dollar, null where no price of the model is known on that day.
 *
 * A dated id (`claude-haiku-4-5-20251001`) costs what the plain one does.
 */
export function costOf(model: string, usage: TokenUsage, on: Date): number | null {
  const day = on.toISOString().slice(0, 10)
  const row = priceList.find(({ model: priced, from }) => priced === model.replace(/-\d{8}$/, '') && from <= day)
  if (!row) return null
  const read = usage.input + usage.cacheWrite + usage.cacheRead
  const price = row.long && read > row.long.over ? row.long.price : row.price
  return Math.round(usage.input * price.input + usage.output * price.output + usage.cacheWrite * price.cacheWrite + usage.cacheRead * price.cacheRead)
}

/** Millionths of a US dollar in whole paise, at a rate of rupees for a dollar. */
export const inPaise = (microDollars: number, rupees: number): number => Math.round((microDollars * rupees) / 10_000)
