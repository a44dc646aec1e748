import type { Migration } from '../migrate.ts'

/** Puts a subject into the outbox, or counts one more change of it; nothing while no calendar is connected. */
const noted = (kind: 'session' | 'slot', rows: string): string => `
      INSERT INTO calendar_outbox (kind, subject_id) SELECT '${kind}', id FROM (${rows})
      WHERE EXISTS (SELECT 1 FROM calendar_connection)
      ON CONFLICT (kind, subject_id) DO UPDATE SET seq = seq + 1, refusal = NULL;`

const slotNoted = `${noted('slot', 'SELECT NEW.id AS id')}${noted('session', 'SELECT NEW.session_id AS id')}`
const ofTalent = 'SELECT s.id, s.session_id FROM audition_slot s WHERE s.talent_id = NEW.id AND s.cancelled_at IS NULL'
const ofRole = 'SELECT s.id, s.session_id FROM audition_slot s WHERE s.role_id = NEW.id AND s.cancelled_at IS NULL'
const both = (slots: string): string => `${noted('slot', `SELECT id FROM (${slots})`)}${noted('session', `SELECT DISTINCT session_id AS id FROM (${slots})`)}`

/** Google Calendar: what is connected, which event stands for what, what waits to be sent, what both sides changed, and when others are busy. */
export const calendar: Migration = {
  version: 26,
  name: 'calendar',
  sql: `
    CREATE TABLE calendar_connection (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      calendar_id TEXT NOT NULL,
      is_own INTEGER NOT NULL,                       -- 1 where CastMatch made the calendar
      watched TEXT NOT NULL DEFAULT '[]',            -- JSON: ids of calendars whose busy times count
      send_updates TEXT NOT NULL DEFAULT 'none' CHECK (send_updates IN ('all', 'externalOnly', 'none')),
      invites INTEGER NOT NULL DEFAULT 0,            -- whether people are invited by e-mail
      meets INTEGER NOT NULL DEFAULT 0,              -- whether a Meet link is made for each slot
      trouble TEXT CHECK (trouble IN ('signIn', 'calendarGone', 'forbidden')),
      failures INTEGER NOT NULL DEFAULT 0,           -- in a row
      paused_until TEXT,
      synced_at TEXT,
      writer TEXT,                                   -- who may write to Google now
      writer_until TEXT
    ) STRICT;

    -- What changed here and is to be looked at: one row for each subject however often it changed. A trigger of the tables of
    -- sessions and slots writes it, and so in the transaction of the change, whoever makes it.
    CREATE TABLE calendar_outbox (
      kind TEXT NOT NULL CHECK (kind IN ('session', 'slot')),
      subject_id TEXT NOT NULL,
      seq INTEGER NOT NULL DEFAULT 1,
      refusal TEXT,                                  -- what Google said where it does not take this
      PRIMARY KEY (kind, subject_id)
    ) STRICT;

    CREATE TABLE calendar_link (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('session', 'slot')),
      subject_id TEXT NOT NULL,
      calendar_id TEXT NOT NULL,
      generation INTEGER NOT NULL DEFAULT 0,         -- of the event id: that of a deleted event is never used again
      etag TEXT,
      ours TEXT,                                     -- JSON: the facts here when both sides last agreed
      theirs TEXT,                                   -- JSON: the facts in Google then
      sent TEXT NOT NULL DEFAULT '[]',               -- JSON: what was sent since and not answered; null in it is a removal
      kept TEXT NOT NULL DEFAULT '[]',               -- JSON: fields that were changed in Google and are left so there
      allowed TEXT,                                  -- JSON: the span that the user wants although it is busy
      clash TEXT,                                    -- JSON: the span that was busy at the moment of writing, and where
      meet TEXT,                                     -- JSON: {state, link}
      UNIQUE (kind, subject_id, calendar_id)
    ) STRICT;

    CREATE TABLE calendar_conflict (
      row INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      link_id TEXT NOT NULL REFERENCES calendar_link(id),
      found_at TEXT NOT NULL,
      fields TEXT NOT NULL,                          -- JSON
      why TEXT NOT NULL DEFAULT '',
      here TEXT,                                     -- JSON: the facts here, NULL where it is not there any more
      there TEXT,                                    -- JSON: the event in Google, NULL where it was removed
      decided_at TEXT,
      decision TEXT CHECK (decision IN ('here', 'there', 'same'))
    ) STRICT;
    CREATE UNIQUE INDEX calendar_conflict_open ON calendar_conflict (link_id) WHERE decided_at IS NULL;

    CREATE TABLE calendar_sync (
      calendar_id TEXT PRIMARY KEY,
      token TEXT,
      busy_until TEXT                                -- up to when busy times are known
    ) STRICT;

    CREATE TABLE calendar_busy (
      row INTEGER PRIMARY KEY,
      calendar_id TEXT NOT NULL,
      event_id TEXT NOT NULL,                        -- of the single event or the series; '' where only the span is known
      starts INTEGER NOT NULL,                       -- milliseconds since 1970
      ends INTEGER NOT NULL,
      title TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX calendar_busy_event ON calendar_busy (calendar_id, event_id);
    CREATE INDEX calendar_busy_span ON calendar_busy (starts);

    CREATE TRIGGER calendar_slot_booked AFTER INSERT ON audition_slot BEGIN ${slotNoted}
    END;
    CREATE TRIGGER calendar_slot_changed AFTER UPDATE ON audition_slot BEGIN ${slotNoted}${noted('session', 'SELECT OLD.session_id AS id WHERE OLD.session_id <> NEW.session_id')}
    END;
    CREATE TRIGGER calendar_session_made AFTER INSERT ON audition_session BEGIN ${noted('session', 'SELECT NEW.id AS id')}
    END;
    CREATE TRIGGER calendar_session_changed AFTER UPDATE ON audition_session BEGIN ${noted('session', 'SELECT NEW.id AS id')}${noted('slot', 'SELECT id FROM audition_slot WHERE session_id = NEW.id')}
    END;
    CREATE TRIGGER calendar_production_changed AFTER UPDATE OF title, removed_at ON production WHEN OLD.title <> NEW.title OR OLD.removed_at IS NOT NEW.removed_at BEGIN
      ${noted('session', 'SELECT id FROM audition_session WHERE production_id = NEW.id')}
      ${noted('slot', 'SELECT s.id FROM audition_slot s JOIN audition_session a ON a.id = s.session_id WHERE a.production_id = NEW.id')}
    END;
    CREATE TRIGGER calendar_talent_changed AFTER UPDATE OF name, email, removed_at ON talent
    WHEN OLD.name <> NEW.name OR OLD.email <> NEW.email OR OLD.removed_at IS NOT NEW.removed_at BEGIN ${both(ofTalent)}
    END;
    CREATE TRIGGER calendar_role_changed AFTER UPDATE OF name, removed_at, merged_into ON role
    WHEN OLD.name <> NEW.name OR OLD.removed_at IS NOT NEW.removed_at OR OLD.merged_into IS NOT NEW.merged_into BEGIN ${both(ofRole)}
    END;
  `,
}
