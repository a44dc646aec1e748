import type { Migration } from '../migrate.ts'

/** Conversations, their messages as they come in, the records they point at, and the actions they asked for. */
export const chat: Migration = {
  version: 10,
  name: 'chat',
  sql: `
    CREATE TABLE chat_conversation (
      id TEXT PRIMARY KEY,
      production_id TEXT REFERENCES production(id),
      title TEXT NOT NULL DEFAULT '',
      titled_by TEXT NOT NULL DEFAULT 'nobody' CHECK (titled_by IN ('nobody', 'user', 'castmatch', 'claude')),
      incognito INTEGER NOT NULL DEFAULT 0,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      archived_at TEXT,
      removed_at TEXT
    ) STRICT;
    CREATE INDEX chat_conversation_used ON chat_conversation (updated_at);

    CREATE TABLE chat_message (
      row INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      conversation_id TEXT NOT NULL REFERENCES chat_conversation(id) ON DELETE CASCADE,
      seq INTEGER NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('user', 'assistant')),
      said_by TEXT NOT NULL CHECK (said_by IN ('user', 'claude', 'records')),
      state TEXT NOT NULL CHECK (state IN ('streaming', 'done', 'stopped', 'failed', 'queued')),
      blocks TEXT NOT NULL DEFAULT '[]', -- JSON: blocks of the contract, without their cards and actions
      text TEXT NOT NULL DEFAULT '', -- what was said, as plain words, for search
      wire TEXT NOT NULL DEFAULT '[]', -- JSON: the messages to and from Claude that this answer is made of
      place TEXT NOT NULL DEFAULT '{}', -- JSON: what stood open beside a question
      question_id TEXT REFERENCES chat_message(id) ON DELETE CASCADE, -- of an answer
      failure TEXT, -- JSON: code and data
      model TEXT,
      cost_micros INTEGER, -- millionths of a US dollar
      memories TEXT NOT NULL DEFAULT '[]', -- JSON: ids and texts of the memories that were given
      needs_claude INTEGER NOT NULL DEFAULT 0,
      put_aside_for TEXT REFERENCES chat_message(id) ON DELETE CASCADE, -- the message that took its place
      put_aside_at TEXT,
      at TEXT NOT NULL,
      UNIQUE (conversation_id, seq)
    ) STRICT;
    CREATE INDEX chat_message_question ON chat_message (question_id);
    CREATE INDEX chat_message_aside ON chat_message (put_aside_for);
    -- What stands in a conversation is counted and paged from here, without its long rows.
    CREATE INDEX chat_message_standing ON chat_message (conversation_id, put_aside_at, seq, state);
    CREATE INDEX chat_message_open ON chat_message (state) WHERE state IN ('streaming', 'queued');

    -- An answer that is coming, piece by piece in the order of rowid; folded into chat_message.blocks when it ends.
    CREATE TABLE chat_piece (
      row INTEGER PRIMARY KEY,
      message_id TEXT NOT NULL REFERENCES chat_message(id) ON DELETE CASCADE,
      block INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('text', 'thinking')),
      text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX chat_piece_message ON chat_piece (message_id);

    -- Which record a short reference means in a conversation; references are never used again for another record.
    CREATE TABLE chat_ref (
      conversation_id TEXT NOT NULL REFERENCES chat_conversation(id) ON DELETE CASCADE,
      ref TEXT NOT NULL,
      kind TEXT NOT NULL,
      record_id TEXT NOT NULL, -- of a scene: the script's id, a slash, the index
      PRIMARY KEY (conversation_id, ref),
      UNIQUE (conversation_id, kind, record_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE chat_action (
      id TEXT PRIMARY KEY,
      conversation_id TEXT NOT NULL REFERENCES chat_conversation(id) ON DELETE CASCADE,
      message_id TEXT NOT NULL REFERENCES chat_message(id) ON DELETE CASCADE,
      call_id TEXT NOT NULL,
      tool TEXT NOT NULL,
      input TEXT NOT NULL, -- JSON, as the tool's schema read it, with the ids of records
      shown TEXT NOT NULL, -- JSON: title, changes, warnings, refs of records
      state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'declined', 'undone', 'failed')),
      receipt TEXT, -- JSON: what the tool needs to take it back
      failure TEXT, -- JSON: code and data
      asked_by TEXT NOT NULL CHECK (asked_by IN ('claude', 'user')),
      asked_at TEXT NOT NULL,
      decided_at TEXT
    ) STRICT;
    CREATE INDEX chat_action_message ON chat_action (message_id);
    CREATE INDEX chat_action_conversation ON chat_action (conversation_id, state, message_id);
    CREATE INDEX chat_action_asked ON chat_action (asked_at);

    -- What a conversation holds for the time being: bounded, and gone after a while.
    CREATE TABLE chat_working (
      row INTEGER PRIMARY KEY,
      conversation_id TEXT NOT NULL REFERENCES chat_conversation(id) ON DELETE CASCADE,
      text TEXT NOT NULL,
      at TEXT NOT NULL,
      until TEXT NOT NULL
    ) STRICT;
    CREATE INDEX chat_working_conversation ON chat_working (conversation_id);

    -- Every name of a person by which a text is found to speak of them; the writer of the book adds those of later people.
    -- Folded as far as SQL can: accents of Latin letters fall at the next change of the person.
    INSERT OR IGNORE INTO talent_word (talent_row, kind, word)
      SELECT row, 'name', trim(replace(replace(replace(word, '  ', ' '), '  ', ' '), '  ', ' ')) FROM (
        SELECT row, lower(replace(replace(replace(replace(replace(replace(replace(replace(name, '''', ''), '’', ''), char(96), ''), '.', ' '), '-', ' '), ',', ' '), '(', ' '), ')', ' ')) AS word
        FROM (
          SELECT row, name FROM talent WHERE removed_at IS NULL
          UNION ALL SELECT row, legal_name FROM talent WHERE removed_at IS NULL
          UNION ALL SELECT t.row, s.value FROM talent t, json_each(t.spellings) s WHERE t.removed_at IS NULL
        )
      ) WHERE trim(word) <> '';
  `,
}
