import type { Migration } from '../migrate.ts'

/** The pictures, tapes and papers of people; the files themselves lie in the media folder by their hash. */
export const talentMedia: Migration = {
  version: 15,
  name: 'talentMedia',
  sql: `
    CREATE TABLE talent_media (
      row INTEGER PRIMARY KEY, -- the order in which they were added
      id TEXT NOT NULL UNIQUE,
      talent_id TEXT NOT NULL REFERENCES talent(id),
      kind TEXT NOT NULL CHECK (kind IN ('headshot', 'reel', 'selfTape', 'document')),
      sha256 TEXT NOT NULL,
      file_name TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      mime TEXT NOT NULL, -- what it truly is
      width INTEGER, -- upright, in pixels; pictures only
      height INTEGER,
      likeness TEXT, -- dHash, 16 hexadecimal digits; pictures only
      taken_on TEXT,
      caption TEXT NOT NULL DEFAULT '',
      is_main INTEGER NOT NULL DEFAULT 0 CHECK (is_main IN (0, 1)),
      source TEXT NOT NULL,
      added_at TEXT NOT NULL,
      removed_at TEXT
    ) STRICT;
    CREATE INDEX talent_media_talent ON talent_media (talent_id);
    CREATE INDEX talent_media_file ON talent_media (sha256);
    -- A person has one main headshot, and a file once; what was removed does not count.
    CREATE UNIQUE INDEX talent_media_main ON talent_media (talent_id) WHERE is_main = 1 AND removed_at IS NULL;
    CREATE UNIQUE INDEX talent_media_once ON talent_media (talent_id, sha256) WHERE removed_at IS NULL;
  `,
}
