import type { Migration } from '../migrate.ts'

/** Sides: the scenes of one draft that are read for a role. The PDF is made anew from the script, so only what was chosen is kept. */
export const sides: Migration = {
  version: 6,
  name: 'sides',
  sql: `
    CREATE TABLE sides (
      id TEXT PRIMARY KEY,
      production_id TEXT NOT NULL REFERENCES production(id),
      role_id TEXT NOT NULL REFERENCES role(id),
      script_id TEXT NOT NULL REFERENCES script(id),
      scenes TEXT NOT NULL, -- JSON: indexes, ascending
      context INTEGER NOT NULL,
      title TEXT NOT NULL,
      note TEXT NOT NULL,
      recipients TEXT NOT NULL, -- JSON: names
      pages INTEGER NOT NULL,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      removed_at TEXT
    ) STRICT;
    CREATE INDEX sides_by_production ON sides(production_id);
  `,
}
