import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import type { TokenUsage } from './prices.ts'

/** How many answers are kept; those unused longest go first. */
const mostKept = 2_000

/** An answer as Claude gave it. */
export interface KeptAnswer {
  readonly model: string
  /** JSON; to be read by the shape of the question again. */
  readonly answer: string
}

/** The kept answer to a question by its hash, null where there is none. */
export function findAnswer(db: Database, hash: string, now: Date): KeptAnswer | null {
  const kept = db.prepare<[string], KeptAnswer>('SELECT model, answer FROM claude_answer WHERE question_sha256 = ?').get(hash)
  if (kept) db.prepare('UPDATE claude_answer SET used_at = ? WHERE question_sha256 = ?').run(now.toISOString(), hash)
  return kept ?? null
}

/** Tells whether an answer to a question is kept, without marking it used. */
export const isAnswered = (db: Database, hash: string): boolean =>
  db.prepare('SELECT 1 FROM claude_answer WHERE question_sha256 = ?').get(hash) !== undefined

/** Keeps an answer under the hash of its question, in place of an earlier one. */
export function keepAnswer(db: Database, hash: string, { model, answer }: KeptAnswer, usage: TokenUsage, now: Date): void {
  const at = now.toISOString()
  inTransaction(db, () => {
    db.prepare(`
      INSERT OR REPLACE INTO claude_answer
        (question_sha256, model, answer, input_tokens, output_tokens, cache_write_tokens, cache_read_tokens, answered_at, used_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    `).run(hash, model, answer, usage.input, usage.output, usage.cacheWrite, usage.cacheRead, at, at)
    db.prepare('DELETE FROM claude_answer WHERE question_sha256 IN (SELECT question_sha256 FROM claude_answer ORDER BY used_at DESC LIMIT -1 OFFSET ?)').run(mostKept)
  })
}

/** Forgets every kept answer and tells how many there were. */
export const forgetAnswers = (db: Database): number => db.prepare('DELETE FROM claude_answer').run().changes

/** How many answers are kept. */
export const countAnswers = (db: Database): number => db.prepare<[], { n: number }>('SELECT count(*) AS n FROM claude_answer').get()?.n ?? 0
