import type { Migration } from '../migrate.ts'

/** The lists of roles with their history, and sessions with their slots and theirs. */
export const castingAndAuditions: Migration = {
  version: 12,
  name: 'casting and auditions',
  sql: `
    -- How somebody stands for a role. A role that was merged into another keeps its own rows. list is NULL where somebody was
    -- taken off a role while a role merged into it still holds them.
    CREATE TABLE casting_entry (
      role_id TEXT NOT NULL REFERENCES role(id),
      talent_id TEXT NOT NULL REFERENCES talent(id),
      list TEXT CHECK (list IN ('longList', 'selects', 'shortList')),
      status TEXT NOT NULL,
      hold_position INTEGER CHECK (hold_position BETWEEN 1 AND 9),
      hold_expires TEXT,
      note TEXT NOT NULL DEFAULT '',
      added_by TEXT NOT NULL,
      added_at TEXT NOT NULL,
      changed_at TEXT NOT NULL,
      PRIMARY KEY (role_id, talent_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX casting_entry_talent ON casting_entry (talent_id);

    CREATE TABLE casting_change (
      row INTEGER PRIMARY KEY, -- the order of the changes
      id TEXT NOT NULL UNIQUE,
      at TEXT NOT NULL,
      role_id TEXT NOT NULL REFERENCES role(id),
      talent_id TEXT NOT NULL REFERENCES talent(id),
      before TEXT, -- JSON: {list, status, hold, note, addedBy, addedAt}, NULL where they stood on no list
      after TEXT,
      done_by TEXT NOT NULL,
      reason TEXT NOT NULL DEFAULT '',
      undone_by TEXT REFERENCES casting_change(id)
    ) STRICT;
    CREATE INDEX casting_change_role ON casting_change (role_id, talent_id);
    CREATE INDEX casting_change_talent ON casting_change (talent_id);

    -- Times are wall clock in the zone, HH:MM: what was agreed with people stays where clocks are changed.
    CREATE TABLE audition_session (
      id TEXT PRIMARY KEY,
      production_id TEXT NOT NULL REFERENCES production(id),
      kind TEXT NOT NULL,
      title TEXT NOT NULL DEFAULT '',
      day TEXT NOT NULL,
      from_time TEXT NOT NULL,
      to_time TEXT NOT NULL,
      zone TEXT NOT NULL,
      place TEXT NOT NULL DEFAULT '',
      slot_minutes INTEGER NOT NULL,
      created_at TEXT NOT NULL,
      removed_at TEXT
    ) STRICT;
    CREATE INDEX audition_session_day ON audition_session (day);

    CREATE TABLE audition_slot (
      id TEXT PRIMARY KEY,
      session_id TEXT NOT NULL REFERENCES audition_session(id),
      from_time TEXT NOT NULL,
      minutes INTEGER NOT NULL CHECK (minutes > 0),
      talent_id TEXT NOT NULL REFERENCES talent(id),
      role_id TEXT REFERENCES role(id),
      state TEXT NOT NULL,
      note TEXT NOT NULL DEFAULT '',
      created_at TEXT NOT NULL,
      cancelled_at TEXT
    ) STRICT;
    CREATE INDEX audition_slot_session ON audition_slot (session_id);
    CREATE INDEX audition_slot_talent ON audition_slot (talent_id);

    CREATE TABLE audition_change (
      row INTEGER PRIMARY KEY, -- the order of the changes
      id TEXT NOT NULL UNIQUE,
      at TEXT NOT NULL,
      slot_id TEXT NOT NULL REFERENCES audition_slot(id),
      before TEXT, -- JSON: {sessionId, from, minutes, state}, NULL where it was not booked
      after TEXT,
      done_by TEXT NOT NULL,
      undone_by TEXT REFERENCES audition_change(id)
    ) STRICT;
    CREATE INDEX audition_change_slot ON audition_change (slot_id);
  `,
}
