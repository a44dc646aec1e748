import type { Migration } from '../migrate.ts'

/**
 * How far the rows that people are found by are written anew.
 *
 * `version` is that of the writing (`searchRowsVersion`), `up_to` the last row that is written by it, NULL once all are.
 */
export const searchPass: Migration = {
  version: 24,
  name: 'searchPass',
  sql: `
    CREATE TABLE talent_search_pass (version INTEGER NOT NULL, up_to INTEGER) STRICT;
    INSERT INTO talent_search_pass (version, up_to) VALUES (0, 0);
  `,
}
