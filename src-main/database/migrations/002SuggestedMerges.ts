import type { Migration } from '../migrate.ts'

/** Pairs of roles that the user said are two people, so that merging them is not suggested again. */
export const suggestedMerges: Migration = {
  version: 2,
  name: 'suggested merges',
  sql: `
    -- One row for each pair, whichever way round it was suggested.
    CREATE TABLE role_apart (
      role_id TEXT NOT NULL REFERENCES role(id),
      other_role_id TEXT NOT NULL REFERENCES role(id),
      said_at TEXT NOT NULL,
      PRIMARY KEY (role_id, other_role_id),
      CHECK (role_id < other_role_id)
    ) STRICT, WITHOUT ROWID;
  `,
}
