import type { Migration } from '../migrate.ts'

/** How the user wants the scripts of a production read, where she said so. */
export const readChoices: Migration = {
  version: 3,
  name: 'read choices',
  sql: `
    CREATE TABLE read_choices (
      production_id TEXT PRIMARY KEY REFERENCES production(id),
      choices TEXT NOT NULL, -- JSON: {lines, letters}
      set_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    ALTER TABLE script ADD COLUMN reread_at TEXT; -- when the text was last replaced by another reading of the same file
  `,
}
