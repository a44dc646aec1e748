import type { Migration } from '../migrate.ts'

/** Scripts that replace each other, with their colours; only the newest of each line counts. */
export const drafts: Migration = {
  version: 7,
  name: 'drafts',
  sql: `
    ALTER TABLE script ADD COLUMN draft_line TEXT; -- scripts of one line replace each other; NULL is a line of its own, named by its id
    ALTER TABLE script ADD COLUMN draft_rank INTEGER NOT NULL DEFAULT 0; -- 0 White to 8 Cherry, 9 2nd White and so on
    ALTER TABLE script ADD COLUMN draft_date TEXT;
    ALTER TABLE script ADD COLUMN draft_name TEXT NOT NULL DEFAULT '';

    -- The newest draft of each line of a production, without scripts that were put away.
    CREATE VIEW current_script AS
      SELECT id, production_id, added_at FROM (
        SELECT id, production_id, added_at, row_number() OVER (
          PARTITION BY production_id, ifnull(draft_line, id) ORDER BY draft_rank DESC, ifnull(draft_date, '') DESC, added_at DESC, id DESC
        ) AS place FROM script WHERE removed_at IS NULL
      ) WHERE place = 1;

    -- Roles of an old and a new draft that the user said are not one person.
    CREATE TABLE draft_apart (
      from_script_id TEXT NOT NULL REFERENCES script(id),
      to_script_id TEXT NOT NULL REFERENCES script(id),
      old_role_id TEXT NOT NULL REFERENCES role(id),
      new_role_id TEXT NOT NULL REFERENCES role(id),
      said_at TEXT NOT NULL,
      PRIMARY KEY (from_script_id, to_script_id, old_role_id, new_role_id)
    ) STRICT, WITHOUT ROWID;
  `,
}
