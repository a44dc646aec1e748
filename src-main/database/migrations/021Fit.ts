import type { Migration } from '../migrate.ts'

/** What else a role and a production ask of people, and how a production weighs what speaks for somebody. */
export const fit: Migration = {
  version: 21,
  name: 'fit',
  sql: `
    -- role.languages holds [{name, must, fluency}] from now on; fluency is left out where any will do.
    ALTER TABLE role ADD COLUMN budget TEXT; -- JSON: {upTo, currency, per}, minor units
    ALTER TABLE role ADD COLUMN union_wanted TEXT NOT NULL DEFAULT '';
    ALTER TABLE role ADD COLUMN typing TEXT CHECK (typing IN ('asSeen', 'againstType'));
    ALTER TABLE production ADD COLUMN brand TEXT; -- JSON: {brand, category, territory}

    CREATE TABLE production_matching (
      production_id TEXT PRIMARY KEY REFERENCES production(id),
      weights TEXT, -- JSON: a whole number for each factor; NULL for those of the house
      learning INTEGER NOT NULL DEFAULT 0,
      across INTEGER NOT NULL DEFAULT 0, -- 1 where decisions of other productions count too
      learnt_from TEXT -- the moment of the last reset: decisions before it do not count
    ) STRICT, WITHOUT ROWID;
  `,
}
