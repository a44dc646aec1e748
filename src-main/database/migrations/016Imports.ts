import type { Migration } from '../migrate.ts'

/** Every import with what it changed, so that it can be undone as a whole, and finished or rolled back where it was broken off. */
export const imports: Migration = {
  version: 16,
  name: 'imports',
  sql: `
    CREATE TABLE talent_import (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('sheet', 'contacts', 'message', 'resume', 'export', 'headshots')),
      source TEXT NOT NULL, -- as it stands on the people
      file_name TEXT NOT NULL DEFAULT '',
      at TEXT NOT NULL,
      -- An import is 'done' or 'undone' where nothing is under way; else it was broken off, unless worker_pid still runs.
      state TEXT NOT NULL CHECK (state IN ('running', 'done', 'undoing', 'undone', 'redoing')),
      worker_pid INTEGER NOT NULL,
      added INTEGER NOT NULL DEFAULT 0,
      updated INTEGER NOT NULL DEFAULT 0,
      unchanged INTEGER NOT NULL DEFAULT 0,
      failed INTEGER NOT NULL DEFAULT 0,
      header TEXT NOT NULL DEFAULT '[]', -- JSON: the headings of the sheet
      bad TEXT NOT NULL DEFAULT '[]', -- JSON: [{line, reason, cells}]
      undone_at TEXT
    ) STRICT;
    CREATE INDEX talent_import_at ON talent_import (at);

    CREATE TABLE talent_import_change (
      import_id TEXT NOT NULL REFERENCES talent_import(id),
      talent_row INTEGER NOT NULL REFERENCES talent(row),
      before TEXT, -- JSON: the facts that were changed, as they were; NULL where the person was added
      after TEXT NOT NULL, -- JSON: the same facts as the import left them; of an added person the hash of all of them
      origins_before TEXT NOT NULL DEFAULT '{}', -- JSON: where the facts that were changed came from
      sheet_hash_before TEXT NOT NULL DEFAULT '',
      sheet_hash_after TEXT NOT NULL DEFAULT '',
      -- What undoing did: NULL nothing yet, 'gone' the person was out of the book already, 'hidden', 'kept', or JSON: the facts that were taken back
      undone TEXT,
      kept TEXT, -- JSON: {reason, fields} where undoing left something as it was
      PRIMARY KEY (import_id, talent_row)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX talent_import_change_talent ON talent_import_change (talent_row);

    -- How the columns of a sheet with these headings were read last, where it was not as they are guessed.
    CREATE TABLE sheet_mapping (
      id TEXT PRIMARY KEY,
      headings_key TEXT NOT NULL UNIQUE, -- the headings, folded
      name TEXT NOT NULL,
      headings TEXT NOT NULL, -- JSON: as they stand in the sheet
      mapping TEXT NOT NULL, -- JSON: what each column is read as, null where it is left out
      used_at TEXT NOT NULL
    ) STRICT;
  `,
}
