import type { Migration } from '../migrate.ts'

/** Pairs of people who may be one, by what they are found again, and merges with everything that undoing them needs. */
export const duplicates: Migration = {
  version: 17,
  name: 'duplicates',
  sql: `
    -- Who is to be compared anew. Somebody taken out of the book stands here too, so that their pairs go.
    CREATE TABLE duplicate_due (
      talent_row INTEGER PRIMARY KEY REFERENCES talent(row) ON DELETE CASCADE,
      changes INTEGER NOT NULL DEFAULT 1 -- since they were last compared
    ) STRICT;

    -- The blocking keys of the people who were compared, and how many of them have a word of a name, by its sound.
    CREATE TABLE duplicate_key (
      key TEXT NOT NULL,
      talent_row INTEGER NOT NULL REFERENCES talent(row) ON DELETE CASCADE,
      PRIMARY KEY (key, talent_row)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX duplicate_key_talent ON duplicate_key(talent_row);
    CREATE TABLE duplicate_count (
      what TEXT PRIMARY KEY, -- "n" and the sound of a word of a name, or "c" and a city
      people INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- What the user said of a pair stays, whatever is found later.
    CREATE TABLE duplicate_pair (
      id TEXT PRIMARY KEY,
      talent_id TEXT NOT NULL REFERENCES talent(id),
      other_talent_id TEXT NOT NULL REFERENCES talent(id),
      state TEXT NOT NULL CHECK (state IN ('open', 'apart')),
      likelihood REAL NOT NULL,
      bits REAL NOT NULL,
      reasons TEXT NOT NULL, -- JSON: [{speaks, words}]
      found_at TEXT NOT NULL,
      decided_at TEXT,
      UNIQUE (talent_id, other_talent_id),
      CHECK (talent_id < other_talent_id)
    ) STRICT;
    CREATE INDEX duplicate_pair_other ON duplicate_pair(other_talent_id);
    CREATE INDEX duplicate_pair_best ON duplicate_pair(state, bits DESC);

    CREATE TABLE talent_merge (
      row INTEGER PRIMARY KEY, -- the order of the merges
      id TEXT NOT NULL UNIQUE,
      kept_id TEXT NOT NULL REFERENCES talent(id),
      gone_id TEXT NOT NULL REFERENCES talent(id),
      at TEXT NOT NULL,
      not_taken TEXT NOT NULL, -- JSON: the facts of either that the kept record does not hold, by field
      journal TEXT NOT NULL, -- JSON: the rows that were changed, as they were and as the merge left them, by table
      undone_at TEXT,
      CHECK (kept_id <> gone_id)
    ) STRICT;
    CREATE INDEX talent_merge_kept ON talent_merge(kept_id) WHERE undone_at IS NULL;
    CREATE UNIQUE INDEX talent_merge_gone ON talent_merge(gone_id) WHERE undone_at IS NULL;

    INSERT INTO duplicate_due (talent_row) SELECT row FROM talent WHERE removed_at IS NULL;
    CREATE TRIGGER duplicate_due_added AFTER INSERT ON talent BEGIN
      INSERT INTO duplicate_due (talent_row) VALUES (new.row) ON CONFLICT DO UPDATE SET changes = changes + 1;
    END;
    CREATE TRIGGER duplicate_due_changed AFTER UPDATE OF name, legal_name, spellings, gender, playing_from, playing_to, height_cm, city, phone, email, born, links, removed_at ON talent
    WHEN old.name IS NOT new.name OR old.legal_name IS NOT new.legal_name OR old.spellings IS NOT new.spellings OR old.gender IS NOT new.gender OR old.playing_from IS NOT new.playing_from
      OR old.playing_to IS NOT new.playing_to OR old.height_cm IS NOT new.height_cm OR old.city IS NOT new.city OR old.phone IS NOT new.phone OR old.email IS NOT new.email
      OR old.born IS NOT new.born OR old.links IS NOT new.links OR old.removed_at IS NOT new.removed_at
    BEGIN
      INSERT INTO duplicate_due (talent_row) VALUES (new.row) ON CONFLICT DO UPDATE SET changes = changes + 1;
    END;
    CREATE TRIGGER duplicate_due_media_added AFTER INSERT ON talent_media BEGIN
      INSERT INTO duplicate_due (talent_row) SELECT row FROM talent WHERE id = new.talent_id ON CONFLICT DO UPDATE SET changes = changes + 1;
    END;
    CREATE TRIGGER duplicate_due_media_changed AFTER UPDATE OF talent_id, kind, likeness, removed_at ON talent_media BEGIN
      INSERT INTO duplicate_due (talent_row) SELECT row FROM talent WHERE id = new.talent_id ON CONFLICT DO UPDATE SET changes = changes + 1;
    END;
  `,
}
