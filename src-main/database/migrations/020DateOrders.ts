import type { Migration } from '../migrate.ts'

/** With a saved mapping of a sheet, what was said of dates that could be two days. */
export const dateOrders: Migration = {
  version: 20,
  name: 'dateOrders',
  sql: `
    ALTER TABLE sheet_mapping ADD COLUMN dates TEXT CHECK (dates IN ('dayFirst', 'monthFirst'));
  `,
}
