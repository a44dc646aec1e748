import type { Migration } from '../migrate.ts'

/** The written breakdown of each role: what was read from the script, what Claude drafted, and what the user wrote over it. */
export const breakdowns: Migration = {
  version: 8,
  name: 'breakdowns',
  sql: `
    -- What the rules read in the scripts, as of the fingerprint of what they read; it can be made again at any time.
    CREATE TABLE breakdown_reading (
      role_id TEXT PRIMARY KEY REFERENCES role(id),
      fingerprint TEXT NOT NULL,
      facts TEXT NOT NULL -- JSON: {claims, flags}
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE breakdown (
      role_id TEXT PRIMARY KEY REFERENCES role(id),
      shown TEXT NOT NULL DEFAULT 'script' CHECK (shown IN ('script', 'claude')),
      by_claude TEXT, -- JSON: {claims, flags, model, fingerprint, at}
      edited TEXT, -- JSON: {text, at, base: {claims, madeBy, paragraph}}
      put_away TEXT -- what edited was before it was reset
    ) STRICT, WITHOUT ROWID;

    -- What the user says of a flag, against or beside what was read.
    CREATE TABLE breakdown_flag (
      role_id TEXT NOT NULL REFERENCES role(id),
      flag TEXT NOT NULL,
      said TEXT NOT NULL CHECK (said IN ('set', 'cleared')),
      said_at TEXT NOT NULL,
      PRIMARY KEY (role_id, flag)
    ) STRICT, WITHOUT ROWID;
  `,
}
