import type { Migration } from '../migrate.ts'

/** Searches that are kept, and which people changed last, so that what is read once into memory is kept in step. */
export const savedSearches: Migration = {
  version: 18,
  name: 'savedSearches',
  sql: `
    CREATE TABLE saved_search (
      row INTEGER PRIMARY KEY, -- the order in which they were saved
      id TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      question TEXT NOT NULL, -- JSON: {text, without, filters, like}
      seen BLOB NOT NULL, -- one bit for each row of talent that was among the found when it was last opened, lowest bit first
      seen_at TEXT NOT NULL,
      created_at TEXT NOT NULL,
      removed_at TEXT
    ) STRICT;

    -- The last change of everybody's record, in the order in which they were changed; of a record that is gone too.
    CREATE TABLE talent_change (
      talent_row INTEGER PRIMARY KEY,
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX talent_change_by_at ON talent_change(at, talent_row);
    CREATE INDEX talent_availability_by_state ON talent_availability(state, from_day, to_day, talent_id);

    ${['INSERT', 'UPDATE'].map(event => `
    CREATE TRIGGER talent_changed_by_${event.toLowerCase()} AFTER ${event} ON talent BEGIN
      INSERT INTO talent_change (talent_row, at) VALUES (new.row, coalesce((SELECT max(at) FROM talent_change), 0) + 1)
        ON CONFLICT (talent_row) DO UPDATE SET at = excluded.at;
    END;
    CREATE TRIGGER talent_media_changed_by_${event.toLowerCase()} AFTER ${event} ON talent_media BEGIN
      INSERT INTO talent_change (talent_row, at) SELECT t.row, coalesce((SELECT max(at) FROM talent_change), 0) + 1 FROM talent t WHERE t.id = new.talent_id
        ON CONFLICT (talent_row) DO UPDATE SET at = excluded.at;
    END;`).join('')}
    INSERT INTO talent_change (talent_row, at) SELECT row, 1 FROM talent;
  `,
}
