import type { Migration } from '../migrate.ts'

/** The pairs of people who are to be tested together. */
export const pairsToTest: Migration = {
  version: 23,
  name: 'pairsToTest',
  sql: `
    CREATE TABLE pair_to_test (
      row INTEGER PRIMARY KEY, -- the order in which they were chosen
      role_id TEXT NOT NULL REFERENCES role(id),
      other_role_id TEXT NOT NULL REFERENCES role(id), -- the later one by its id
      talent_id TEXT NOT NULL REFERENCES talent(id),
      other_talent_id TEXT NOT NULL REFERENCES talent(id),
      at TEXT NOT NULL,
      UNIQUE (role_id, other_role_id, talent_id, other_talent_id),
      CHECK (talent_id <> other_talent_id AND role_id < other_role_id)
    ) STRICT;
    CREATE INDEX pair_to_test_talent ON pair_to_test (talent_id);
    CREATE INDEX pair_to_test_other_talent ON pair_to_test (other_talent_id);
  `,
}
