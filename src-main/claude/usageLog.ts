import { v7 as uuid } from 'uuid'
import type { ClaudeKind, ClaudeUsage } from '../../src-preload/contract/claude.ts'
import type { Database } from '../database/openDatabase.ts'
import { costOf, inPaise, type TokenUsage } from './prices.ts'

/** One question that was answered. */
export interface UsageEntry {
  readonly kind: ClaudeKind
  readonly model: string
  readonly subject: string
  readonly usage: TokenUsage
  readonly fromCache: boolean
}

/** Writes down what a question cost, by the price list of its day; the price never changes afterwards. */
export function logUsage(db: Database, { kind, model, subject, usage, fromCache }: UsageEntry, now: Date): void {
  db.prepare(`
    INSERT INTO claude_usage (id, at, kind, model, subject, input_tokens, output_tokens, cache_write_tokens, cache_read_tokens, cost_micros, from_cache)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  `).run(
    uuid(), now.toISOString(), kind, model, subject, usage.input, usage.output, usage.cacheWrite, usage.cacheRead,
    fromCache ? 0 : costOf(model, usage, now), fromCache ? 1 : 0,
  )
}

/** What was used from a moment on, summed. `rupees` is the rate for a dollar. */
export function usageSince(db: Database, from: Date, rupees: number): ClaudeUsage {
  const row = db.prepare<[string], Omit<ClaudeUsage, 'paise'>>(`
    SELECT coalesce(sum(from_cache = 0), 0) AS asked, coalesce(sum(from_cache), 0) AS fromCache,
      coalesce(sum(input_tokens), 0) AS input, coalesce(sum(output_tokens), 0) AS output,
      coalesce(sum(cache_write_tokens), 0) AS cacheWrite, coalesce(sum(cache_read_tokens), 0) AS cacheRead,
      coalesce(sum(cost_micros), 0) AS microDollars, coalesce(sum(cost_micros IS NULL), 0) AS unpriced
    FROM claude_usage WHERE at >= ?
  `).get(from.toISOString())
  const sums = row ?? { asked: 0, fromCache: 0, input: 0, output: 0, cacheWrite: 0, cacheRead: 0, microDollars: 0, unpriced: 0 }
  return { ...sums, paise: inPaise(sums.microDollars, rupees) }
}

/** The first moment of a moment's month, by the clock of this machine. */
export const monthOf = (now: Date): Date => new Date(now.getFullYear(), now.getMonth(), 1)
