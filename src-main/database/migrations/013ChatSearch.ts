import type { Migration } from '../migrate.ts'

const mayBeFound = (row: string): string =>
  `${row}.text <> '' AND ${row}.state <> 'streaming' AND NOT EXISTS (SELECT 1 FROM chat_conversation c WHERE c.id = ${row}.conversation_id AND c.incognito = 1)`

/** Search through conversations: their words and titles, and the vectors of what was said. Nothing of an incognito conversation enters it. */
export const chatSearch: Migration = {
  version: 13,
  name: 'chatSearch',
  sql: `
    -- Without a copy of the texts: they stand in chat_message, whose row is the rowid here. Words are looked for by their beginnings, which are kept too.
    CREATE VIRTUAL TABLE chat_fts USING fts5(text, content = '', contentless_delete = 1, prefix = '3 4 5 6 7 8', tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'");
    CREATE VIRTUAL TABLE chat_title_fts USING fts5(id UNINDEXED, title, tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'");

    -- bits are the signs of the vector, by which the near ones are found; e is the vector in signed bytes, by which they are put in order.
    CREATE TABLE chat_vec (
      message_row INTEGER PRIMARY KEY REFERENCES chat_message(row) ON DELETE CASCADE,
      model_id TEXT NOT NULL,
      bits BLOB NOT NULL,
      e BLOB NOT NULL
    ) STRICT;
    CREATE INDEX chat_vec_bits ON chat_vec (model_id, message_row, bits);
    -- What has no vector yet, or one of other words.
    CREATE TABLE chat_vec_due (message_row INTEGER PRIMARY KEY REFERENCES chat_message(row) ON DELETE CASCADE) STRICT;

    CREATE TRIGGER chat_message_said AFTER INSERT ON chat_message WHEN ${mayBeFound('new')} BEGIN
      INSERT INTO chat_fts (rowid, text) VALUES (new.row, new.text);
      INSERT OR IGNORE INTO chat_vec_due (message_row) VALUES (new.row);
    END;
    CREATE TRIGGER chat_message_said_otherwise AFTER UPDATE OF text, state ON chat_message WHEN old.text <> new.text OR (old.state = 'streaming') <> (new.state = 'streaming') BEGIN
      DELETE FROM chat_fts WHERE rowid = old.row;
      DELETE FROM chat_vec WHERE message_row = old.row;
      INSERT INTO chat_fts (rowid, text) SELECT new.row, new.text WHERE ${mayBeFound('new')};
      INSERT OR IGNORE INTO chat_vec_due (message_row) SELECT new.row WHERE ${mayBeFound('new')};
    END;
    CREATE TRIGGER chat_message_gone AFTER DELETE ON chat_message BEGIN
      DELETE FROM chat_fts WHERE rowid = old.row;
    END;

    CREATE TRIGGER chat_conversation_titled AFTER INSERT ON chat_conversation WHEN new.title <> '' AND new.incognito = 0 BEGIN
      INSERT INTO chat_title_fts (id, title) VALUES (new.id, new.title);
    END;
    CREATE TRIGGER chat_conversation_titled_otherwise AFTER UPDATE OF title ON chat_conversation WHEN old.title <> new.title BEGIN
      DELETE FROM chat_title_fts WHERE id = old.id;
      INSERT INTO chat_title_fts (id, title) SELECT new.id, new.title WHERE new.title <> '' AND new.incognito = 0;
    END;
    CREATE TRIGGER chat_conversation_gone AFTER DELETE ON chat_conversation BEGIN
      DELETE FROM chat_title_fts WHERE id = old.id;
    END;

    INSERT INTO chat_fts (rowid, text) SELECT m.row, m.text FROM chat_message m WHERE ${mayBeFound('m')};
    INSERT INTO chat_vec_due (message_row) SELECT m.row FROM chat_message m WHERE ${mayBeFound('m')};
    INSERT INTO chat_title_fts (id, title) SELECT c.id, c.title FROM chat_conversation c WHERE c.title <> '' AND c.incognito = 0;
  `,
}
