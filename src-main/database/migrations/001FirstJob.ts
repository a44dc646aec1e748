import type { Migration } from '../migrate.ts'

/** The tables of the first whole job: productions, scripts, roles, the talent book and its indexes. */
export const firstJob: Migration = {
  version: 1,
  name: 'first job',
  sql: `
    CREATE TABLE production (
      id TEXT PRIMARY KEY,
      title TEXT NOT NULL,
      kind TEXT NOT NULL,
      brief TEXT NOT NULL DEFAULT '',
      shoot_from TEXT,
      shoot_to TEXT,
      suggestions INTEGER NOT NULL DEFAULT 1,
      is_demo INTEGER NOT NULL DEFAULT 0,
      created_at TEXT NOT NULL,
      opened_at TEXT NOT NULL,
      removed_at TEXT
    ) STRICT;

    CREATE TABLE script (
      id TEXT PRIMARY KEY,
      production_id TEXT NOT NULL REFERENCES production(id),
      file_name TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      title TEXT NOT NULL,
      format TEXT NOT NULL,
      pages INTEGER NOT NULL,
      confidence REAL NOT NULL,
      reading TEXT NOT NULL, -- JSON: confidenceReasons, warnings, scenes, characters
      scene_count INTEGER NOT NULL,
      character_count INTEGER NOT NULL,
      added_at TEXT NOT NULL,
      removed_at TEXT,
      UNIQUE (production_id, sha256)
    ) STRICT;

    CREATE TABLE script_element (
      script_id TEXT NOT NULL REFERENCES script(id),
      position INTEGER NOT NULL,
      kind TEXT NOT NULL,
      text TEXT NOT NULL,
      page INTEGER NOT NULL,
      scene INTEGER,
      character TEXT,
      dual TEXT,
      PRIMARY KEY (script_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE role (
      id TEXT PRIMARY KEY,
      production_id TEXT NOT NULL REFERENCES production(id),
      name TEXT NOT NULL,
      size TEXT, -- set by hand; NULL follows from the script
      playing_from INTEGER,
      playing_to INTEGER,
      gender TEXT,
      languages TEXT NOT NULL DEFAULT '[]', -- JSON: [{name, must}]
      skills TEXT NOT NULL DEFAULT '[]', -- JSON: [{name, must}]
      look TEXT NOT NULL DEFAULT '',
      notes TEXT NOT NULL DEFAULT '',
      needed_from TEXT,
      needed_to TEXT,
      lifted_gates TEXT NOT NULL DEFAULT '[]', -- JSON: gate words
      suggestions INTEGER NOT NULL DEFAULT 1,
      merged_into TEXT REFERENCES role(id),
      created_at TEXT NOT NULL,
      removed_at TEXT
    ) STRICT;
    CREATE INDEX role_by_production ON role(production_id);

    -- One row for each name and scene; merging and splitting roles moves rows. home_role_id is where the row came from.
    CREATE TABLE role_appearance (
      role_id TEXT NOT NULL REFERENCES role(id),
      home_role_id TEXT NOT NULL REFERENCES role(id),
      script_id TEXT NOT NULL REFERENCES script(id),
      character_name TEXT NOT NULL,
      scene INTEGER NOT NULL, -- -1 before the first heading
      page INTEGER NOT NULL,
      element INTEGER NOT NULL,
      speeches INTEGER NOT NULL,
      words INTEGER NOT NULL,
      PRIMARY KEY (script_id, character_name, scene)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX role_appearance_by_role ON role_appearance(role_id);

    -- Introducing lines and what they propose, each pointing at the text.
    CREATE TABLE role_introduction (
      role_id TEXT NOT NULL REFERENCES role(id),
      script_id TEXT NOT NULL REFERENCES script(id),
      element INTEGER NOT NULL,
      rank INTEGER NOT NULL, -- the order to show them in
      page INTEGER NOT NULL,
      scene INTEGER,
      quote TEXT NOT NULL,
      PRIMARY KEY (role_id, script_id, element)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE role_proposal (
      id TEXT PRIMARY KEY,
      role_id TEXT NOT NULL REFERENCES role(id),
      script_id TEXT NOT NULL REFERENCES script(id),
      rank INTEGER NOT NULL, -- the order to show them in
      proposal TEXT NOT NULL, -- JSON: {field, value}
      accepted TEXT, -- JSON of the value as accepted, where it was edited
      accepted_on TEXT REFERENCES role(id), -- the role that took it; another than role_id where roles were merged
      before TEXT, -- JSON of the role's value before it was accepted, so that it can be undone
      state TEXT NOT NULL DEFAULT 'proposed',
      element INTEGER NOT NULL,
      page INTEGER NOT NULL,
      scene INTEGER,
      quote TEXT NOT NULL
    ) STRICT;
    CREATE INDEX role_proposal_by_role ON role_proposal(role_id);

    CREATE TABLE talent (
      row INTEGER PRIMARY KEY, -- joins the full-text index
      id TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      name_key TEXT NOT NULL, -- folded for identity and sorting
      legal_name TEXT NOT NULL DEFAULT '',
      spellings TEXT NOT NULL DEFAULT '[]',
      gender TEXT,
      playing_from INTEGER,
      playing_to INTEGER,
      height_cm INTEGER,
      city TEXT NOT NULL DEFAULT '',
      languages TEXT NOT NULL DEFAULT '[]', -- JSON: [{language, fluency, dialects}]
      skills TEXT NOT NULL DEFAULT '[]',
      training TEXT NOT NULL DEFAULT '',
      bio TEXT NOT NULL DEFAULT '',
      credits TEXT NOT NULL DEFAULT '[]',
      union_card TEXT NOT NULL DEFAULT '',
      representation TEXT NOT NULL DEFAULT '',
      phone TEXT NOT NULL DEFAULT '',
      phone_key TEXT NOT NULL DEFAULT '', -- digits alone, for identity
      email TEXT NOT NULL DEFAULT '',
      fee TEXT, -- JSON: {from, to, currency, per, asOf}, minor units
      links TEXT NOT NULL DEFAULT '[]',
      tags TEXT NOT NULL DEFAULT '[]',
      notes TEXT NOT NULL DEFAULT '',
      consent TEXT, -- JSON: {given, on, purpose}
      source TEXT NOT NULL,
      sheet_hash TEXT NOT NULL DEFAULT '', -- of the row of the sheet that was last taken in for this person
      text_hash TEXT NOT NULL, -- of the text that is embedded; a vector with another hash is out of date
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      removed_at TEXT
    ) STRICT;
    CREATE INDEX talent_by_name ON talent(name_key, row) WHERE removed_at IS NULL;
    CREATE INDEX talent_text_states ON talent(text_hash) WHERE removed_at IS NULL;
    CREATE INDEX talent_by_age_of_record ON talent(created_at, row) WHERE removed_at IS NULL;
    CREATE INDEX talent_by_phone ON talent(phone_key) WHERE phone_key <> '';
    CREATE INDEX talent_by_email ON talent(email) WHERE email <> '';

    CREATE TABLE talent_availability (
      talent_id TEXT NOT NULL REFERENCES talent(id),
      from_day TEXT NOT NULL,
      to_day TEXT NOT NULL,
      state TEXT NOT NULL,
      PRIMARY KEY (talent_id, from_day, to_day)
    ) STRICT, WITHOUT ROWID;

    CREATE VIRTUAL TABLE talent_fts USING fts5(
      name, skills, languages, training, credits, bio, city, notes,
      tokenize = 'porter unicode61 remove_diacritics 2'
    );
    CREATE VIRTUAL TABLE talent_name_fts USING fts5(name, tokenize = 'trigram remove_diacritics 1');

    -- What filters ask for: kind is language, skill, tag or city; word is folded. Dialects stand under language too.
    CREATE TABLE talent_word (
      talent_row INTEGER NOT NULL REFERENCES talent(row),
      kind TEXT NOT NULL,
      word TEXT NOT NULL,
      PRIMARY KEY (kind, word, talent_row)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX talent_word_by_talent ON talent_word(talent_row);

    -- Every word ever written of anybody, to correct the spelling of a search; a word nobody has any more does no harm.
    CREATE TABLE talent_term (
      term TEXT PRIMARY KEY,
      skeleton TEXT NOT NULL -- its consonants, spellings of one sound made one
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX talent_term_by_skeleton ON talent_term(skeleton);

    -- The truth of search by meaning; any index over it is rebuilt from it. e holds 32-bit floats of unit length.
    CREATE TABLE talent_vec (
      talent_row INTEGER NOT NULL REFERENCES talent(row),
      model_id TEXT NOT NULL,
      text_hash TEXT NOT NULL,
      e BLOB NOT NULL,
      PRIMARY KEY (talent_row, model_id)
    ) STRICT;
    CREATE INDEX talent_vec_states ON talent_vec(talent_row, model_id, text_hash);
  `,
}
