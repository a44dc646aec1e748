import type { Migration } from '../migrate.ts'

/** What is wished of the cast of a production. */
export const ensembleWishes: Migration = {
  version: 25,
  name: 'ensembleWishes',
  sql: `
    CREATE TABLE ensemble_wish (
      production_id TEXT PRIMARY KEY REFERENCES production(id),
      wishes TEXT NOT NULL, -- JSON, as the contract has them; roles and people by their id
      changed_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
}
