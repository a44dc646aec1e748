import type { Migration } from '../migrate.ts'

/** A number on each vector of a person that grows with every write, so that who holds a copy reads only what came since. */
export const vectors: Migration = {
  version: 19,
  name: 'vectors',
  sql: `
    ALTER TABLE talent_vec ADD COLUMN seq INTEGER NOT NULL DEFAULT 0;
    -- The last number given; it never goes back, whatever is deleted.
    CREATE TABLE talent_vec_clock (one INTEGER PRIMARY KEY CHECK (one = 1), at INTEGER NOT NULL) STRICT;
    INSERT INTO talent_vec_clock (one, at) VALUES (1, 0);
    CREATE INDEX talent_vec_by_seq ON talent_vec(model_id, seq);
    CREATE TRIGGER talent_vec_made AFTER INSERT ON talent_vec BEGIN
      UPDATE talent_vec_clock SET at = at + 1;
      UPDATE talent_vec SET seq = (SELECT at FROM talent_vec_clock) WHERE talent_row = new.talent_row AND model_id = new.model_id;
    END;
    CREATE TRIGGER talent_vec_made_anew AFTER UPDATE OF e ON talent_vec BEGIN
      UPDATE talent_vec_clock SET at = at + 1;
      UPDATE talent_vec SET seq = (SELECT at FROM talent_vec_clock) WHERE talent_row = new.talent_row AND model_id = new.model_id;
    END;
  `,
}
