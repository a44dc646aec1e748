import type { Migration } from '../migrate.ts'

/** Chemistry reads, each with what was predicted before it. */
export const pairs: Migration = {
  version: 22,
  name: 'pairs',
  sql: `
    -- What was predicted, written down before the read was.
    CREATE TABLE pair_prediction (
      id TEXT PRIMARY KEY,
      at TEXT NOT NULL,
      "values" TEXT NOT NULL, -- JSON: the value of each factor by its name, NULL where it was not known
      forecast TEXT NOT NULL  -- JSON
    ) STRICT;

    CREATE TABLE pair_read (
      row INTEGER PRIMARY KEY, -- the order of recording
      id TEXT NOT NULL UNIQUE,
      role_id TEXT NOT NULL REFERENCES role(id),
      other_role_id TEXT NOT NULL REFERENCES role(id),
      talent_id TEXT NOT NULL REFERENCES talent(id),
      other_talent_id TEXT NOT NULL REFERENCES talent(id),
      rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
      rated_by TEXT NOT NULL,
      on_day TEXT NOT NULL,
      notes TEXT NOT NULL DEFAULT '',
      at TEXT NOT NULL,
      prediction_id TEXT REFERENCES pair_prediction(id), -- NULL where suggestions were off
      undone_at TEXT,
      CHECK (talent_id <> other_talent_id AND role_id <> other_role_id)
    ) STRICT;
    CREATE INDEX pair_read_talent ON pair_read (talent_id);
    CREATE INDEX pair_read_other_talent ON pair_read (other_talent_id);
  `,
}
