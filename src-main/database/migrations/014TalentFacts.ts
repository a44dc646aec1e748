import type { Migration } from '../migrate.ts'

/** More of what is known of people, and where each fact came from. */
export const talentFacts: Migration = {
  version: 14,
  name: 'talent facts',
  sql: `
    -- credits holds texts of before beside {production, role, kind, year, director}: a text is parted when it is read.
    ALTER TABLE talent ADD COLUMN born TEXT;
    ALTER TABLE talent ADD COLUMN measurements TEXT; -- JSON, NULL where none is known
    ALTER TABLE talent ADD COLUMN proofs TEXT NOT NULL DEFAULT '[]'; -- JSON: [{skill, proof, link}]
    ALTER TABLE talent ADD COLUMN card TEXT; -- JSON: {number, until}; union_card names the union
    ALTER TABLE talent ADD COLUMN passport TEXT; -- JSON: {held, country, until}
    ALTER TABLE talent ADD COLUMN coordinator TEXT NOT NULL DEFAULT '';
    ALTER TABLE talent ADD COLUMN conflicts TEXT NOT NULL DEFAULT '[]'; -- JSON: [{brand, category, territory, until}]
    ALTER TABLE talent ADD COLUMN guardian TEXT; -- JSON: {name, relation, phone}
    ALTER TABLE talent ADD COLUMN permit TEXT NOT NULL DEFAULT '[]'; -- JSON: [{item, done, on}]
    ALTER TABLE talent ADD COLUMN auditions TEXT NOT NULL DEFAULT '[]'; -- JSON: [{on, production, role, rating, note}]

    -- Where a fact came from and when, for each that did not come with the record: the others came from talent.source at
    -- talent.created_at. source is empty where it was not kept.
    CREATE TABLE talent_fact_source (
      talent_row INTEGER NOT NULL REFERENCES talent(row),
      field TEXT NOT NULL,
      source TEXT NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (talent_row, field)
    ) STRICT, WITHOUT ROWID;
    -- Of somebody who was changed before, nobody knows which facts were.
    INSERT INTO talent_fact_source (talent_row, field, source, at)
      SELECT t.row, f.value, '', t.updated_at
      FROM talent t, json_each('["name","legalName","spellings","gender","playingRange","heightCm","city","languages","skills","training","bio","credits","union","representation","phone","email","fee","availability","links","tags","notes","consent"]') f
      WHERE t.updated_at <> t.created_at;
  `,
}
