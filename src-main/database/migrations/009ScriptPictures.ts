import type { Migration } from '../migrate.ts'

/** What was read from pages of scripts that are pictures. */
export const scriptPictures: Migration = {
  version: 9,
  name: 'script pictures',
  sql: `
    CREATE TABLE script_picture (
      script_id TEXT NOT NULL REFERENCES script(id),
      page INTEGER NOT NULL CHECK (page > 0),
      lines TEXT NOT NULL, -- JSON: [{kind, text}]
      read_at TEXT NOT NULL,
      PRIMARY KEY (script_id, page)
    ) STRICT, WITHOUT ROWID;
  `,
}
