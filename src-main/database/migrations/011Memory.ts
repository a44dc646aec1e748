import type { Migration } from '../migrate.ts'

/** What CastMatch remembers, what it is about, where it was used, what recall finds it by, and what waits for a yes. */
export const memory: Migration = {
  version: 11,
  name: 'memory',
  sql: `
    CREATE TABLE memory (
      row INTEGER PRIMARY KEY, -- joins the full-text index
      id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('episodic', 'semantic', 'procedural')),
      text TEXT NOT NULL,
      text_key TEXT NOT NULL, -- the telling words, by which the same sentence is known again
      text_hash TEXT NOT NULL, -- of the text that is embedded; a vector with another hash is out of date
      production_id TEXT REFERENCES production(id),
      importance REAL NOT NULL,
      confidence REAL NOT NULL,
      pinned INTEGER NOT NULL,
      valid_from TEXT,
      valid_until TEXT,
      until_before TEXT, -- the last day as it was before the memory was closed
      state TEXT NOT NULL CHECK (state IN ('live', 'faded', 'closed')),
      closed_by TEXT REFERENCES memory(id) ON DELETE SET NULL,
      source_from TEXT NOT NULL CHECK (source_from IN ('said', 'conversation', 'casting', 'import')),
      source_words TEXT NOT NULL,
      source_conversation TEXT, -- may be gone since
      source_message TEXT,
      created_at TEXT NOT NULL,
      confirmed_at TEXT NOT NULL, -- when it was last said or edited
      used_at TEXT,
      uses INTEGER NOT NULL DEFAULT 0,
      words_due INTEGER NOT NULL DEFAULT 0 -- a name in it changed, so that its words are to be written anew
    ) STRICT;
    CREATE INDEX memory_text ON memory(text_key, state, production_id);
    CREATE INDEX memory_created ON memory(created_at);
    CREATE INDEX memory_production ON memory(production_id);
    CREATE INDEX memory_closed_by ON memory(closed_by) WHERE closed_by IS NOT NULL;
    CREATE INDEX memory_hash ON memory(row, text_hash, state);
    CREATE INDEX memory_until ON memory(valid_until) WHERE valid_until IS NOT NULL AND state <> 'closed';
    CREATE INDEX memory_words_due ON memory(row) WHERE words_due = 1;

    CREATE TABLE memory_person (
      memory_row INTEGER NOT NULL REFERENCES memory(row) ON DELETE CASCADE,
      talent_id TEXT NOT NULL REFERENCES talent(id),
      PRIMARY KEY (memory_row, talent_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX memory_person_talent ON memory_person(talent_id);

    CREATE TABLE memory_role (
      memory_row INTEGER NOT NULL REFERENCES memory(row) ON DELETE CASCADE,
      role_id TEXT NOT NULL REFERENCES role(id),
      PRIMARY KEY (memory_row, role_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX memory_role_role ON memory_role(role_id);

    CREATE TABLE memory_use (
      memory_row INTEGER NOT NULL REFERENCES memory(row) ON DELETE CASCADE,
      message_id TEXT NOT NULL REFERENCES chat_message(id) ON DELETE CASCADE,
      conversation_id TEXT NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (memory_row, message_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX memory_use_message ON memory_use(message_id);

    -- Stems, English for Hindi and Marathi words, consonants as they sound, names of people, names of roles; all folded to Roman letters by the office.
    CREATE VIRTUAL TABLE memory_fts USING fts5(words, gloss, sounds, names, roles, tokenize = 'unicode61');
    INSERT INTO memory_fts(memory_fts, rank) VALUES ('secure-delete', 1);
    CREATE VIRTUAL TABLE memory_vocabulary USING fts5vocab(memory_fts, col);

    -- e holds 32-bit floats of unit length; bits are their signs, by which the near ones are found.
    CREATE TABLE memory_vec (
      memory_row INTEGER PRIMARY KEY REFERENCES memory(row) ON DELETE CASCADE,
      model_id TEXT NOT NULL,
      text_hash TEXT NOT NULL,
      bits BLOB NOT NULL,
      e BLOB NOT NULL
    ) STRICT;
    CREATE INDEX memory_vec_bits ON memory_vec (model_id, memory_row, text_hash, bits);

    -- A proposal that was put away keeps no words: its key and its vector are enough not to propose the same again.
    CREATE TABLE memory_proposal (
      id TEXT PRIMARY KEY,
      conversation_id TEXT NOT NULL REFERENCES chat_conversation(id) ON DELETE CASCADE,
      message_id TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'dismissed')),
      kind TEXT NOT NULL CHECK (kind IN ('episodic', 'semantic', 'procedural')),
      text TEXT NOT NULL,
      key_hash TEXT NOT NULL,
      production_id TEXT REFERENCES production(id),
      people TEXT NOT NULL DEFAULT '[]', -- JSON: ids
      source_words TEXT NOT NULL,
      contradicts TEXT REFERENCES memory(id) ON DELETE SET NULL,
      model_id TEXT,
      e BLOB,
      proposed_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX memory_proposal_conversation ON memory_proposal(conversation_id);
    CREATE INDEX memory_proposal_contradicts ON memory_proposal(contradicts) WHERE contradicts IS NOT NULL;

    -- Up to which message a conversation was looked through for proposals.
    CREATE TABLE memory_looked (
      conversation_id TEXT PRIMARY KEY REFERENCES chat_conversation(id) ON DELETE CASCADE,
      seq INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER memory_person_renamed AFTER UPDATE OF name, legal_name, spellings ON talent
    WHEN NEW.name <> OLD.name OR NEW.legal_name <> OLD.legal_name OR NEW.spellings <> OLD.spellings BEGIN
      UPDATE memory SET words_due = 1 WHERE row IN (SELECT memory_row FROM memory_person WHERE talent_id = NEW.id);
    END;
    CREATE TRIGGER memory_role_renamed AFTER UPDATE OF name ON role WHEN NEW.name <> OLD.name BEGIN
      UPDATE memory SET words_due = 1 WHERE row IN (SELECT memory_row FROM memory_role WHERE role_id = NEW.id);
    END;
  `,
}
