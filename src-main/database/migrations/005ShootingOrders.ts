import type { Migration } from '../migrate.ts'

/** The shooting order of a script as it was typed, and the numbers that roles keep on the cast list. */
export const shootingOrders: Migration = {
  version: 5,
  name: 'shooting orders',
  sql: `
    CREATE TABLE shooting_order (
      script_id TEXT PRIMARY KEY REFERENCES script(id),
      text TEXT NOT NULL, -- as typed; it is read again each time
      drop_after INTEGER,
      saved_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Only where the user keeps the numbers; else they follow the size of the roles.
    CREATE TABLE role_number (
      role_id TEXT PRIMARY KEY REFERENCES role(id),
      production_id TEXT NOT NULL REFERENCES production(id),
      number INTEGER NOT NULL,
      UNIQUE (production_id, number)
    ) STRICT, WITHOUT ROWID;
  `,
}
