import type { Migration } from '../migrate.ts'

/** What was asked of Claude and what it cost, the answers that are kept, and which productions may be sent. */
export const claude: Migration = {
  version: 4,
  name: 'Claude',
  sql: `
    -- One row for each question that was answered, by Claude or by a kept answer.
    CREATE TABLE claude_usage (
      id TEXT PRIMARY KEY,
      at TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('quick', 'standard', 'deep')),
      model TEXT NOT NULL,
      subject TEXT NOT NULL,
      input_tokens INTEGER NOT NULL,
      output_tokens INTEGER NOT NULL,
      cache_write_tokens INTEGER NOT NULL,
      cache_read_tokens INTEGER NOT NULL,
      cost_micros INTEGER, -- millionths of the currency; NULL where no price is known
      currency TEXT NOT NULL DEFAULT 'USD',
      from_cache INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX claude_usage_at ON claude_usage (at);

    -- Answers by the SHA-256 of the whole question, so that the same question is not paid twice.
    CREATE TABLE claude_answer (
      question_sha256 TEXT PRIMARY KEY,
      model TEXT NOT NULL,
      answer TEXT NOT NULL, -- JSON, as Claude gave it
      input_tokens INTEGER NOT NULL,
      output_tokens INTEGER NOT NULL,
      cache_write_tokens INTEGER NOT NULL,
      cache_read_tokens INTEGER NOT NULL,
      answered_at TEXT NOT NULL,
      used_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX claude_answer_used_at ON claude_answer (used_at);

    -- No row: nobody was asked yet, and nothing may be sent.
    CREATE TABLE claude_consent (
      production_id TEXT PRIMARY KEY REFERENCES production(id),
      allowed INTEGER NOT NULL CHECK (allowed IN (0, 1)),
      said_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
}
