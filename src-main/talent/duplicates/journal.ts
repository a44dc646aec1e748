import { isDeepStrictEqual } from 'node:util'
import type { Database } from '../../database/openDatabase.ts'

/** A row of a table, by column. */
export type RowImage = Readonly<Record<string, string | number | null>>

/** What became of the rows of one table: those that went or changed, as they were, and those that came or changed, as they are. */
export interface TableChange {
  readonly table: string
  readonly before: readonly RowImage[]
  readonly after: readonly RowImage[]
}

/** Which rows of a table are looked at; `@kept`, `@gone` and the numbers of their rows `@keptRow` and `@goneRow` can be named. */
export interface Watched {
  readonly table: string
  readonly where: string
}

/** Whom the rows are about. */
export interface Pair {
  readonly kept: string
  readonly gone: string
  readonly keptRow: number
  readonly goneRow: number
}

/** Does some writing and gives what it changed in the watched rows. */
export function journalOf(db: Database, watched: readonly Watched[], pair: Pair, write: () => void): readonly TableChange[] {
  const images = (): readonly (readonly RowImage[])[] => watched.map(({ table, where }) => db.prepare(`SELECT * FROM ${table} WHERE ${where}`).all(namedIn(where, pair)) as RowImage[])
  const before = images()
  write()
  const after = images()
  return watched.flatMap(({ table }, at): readonly TableChange[] => {
    const [was, is] = [before[at] ?? [], after[at] ?? []]
    const change = { table, before: without(was, is), after: without(is, was) }
    return change.before.length + change.after.length === 0 ? [] : [change]
  })
}

/**
 * Takes changes back, the last first: each row as it was, but for what was changed since, which stays.
 *
 * References between rows are looked at when the transaction ends.
 */
export function takeBack(db: Database, changes: readonly TableChange[]): void {
  db.pragma('defer_foreign_keys = ON')
  for (const { table, before, after } of changes.toReversed()) {
    const keys = keysOf(db, table)
    const twin = (row: RowImage, rows: readonly RowImage[]): RowImage | undefined => rows.find(other => keys.every(key => other[key] === row[key]))
    for (const row of after) if (!twin(row, before)) deleteRow(db, table, row)
    for (const row of after) {
      const was = twin(row, before)
      if (was) restoreRow(db, table, keys, { was, left: row })
    }
    for (const row of before) if (!twin(row, after)) insertRow(db, table, row)
  }
}

const namedIn = (where: string, pair: Pair): Record<string, string | number> =>
  Object.fromEntries(Object.entries(pair).filter(([name]) => new RegExp(`@${name}\\b`).test(where)))

const without = (rows: readonly RowImage[], others: readonly RowImage[]): readonly RowImage[] => {
  const known = new Set(others.map(row => JSON.stringify(row)))
  return rows.filter(row => !known.has(JSON.stringify(row)))
}

const keysOf = (db: Database, table: string): readonly string[] =>
  db.prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk').pluck().all(table) as string[]

/** A row that was changed since stays. */
function deleteRow(db: Database, table: string, row: RowImage): void {
  const columns = Object.keys(row)
  db.prepare(`DELETE FROM ${table} WHERE ${columns.map(name => `${name} IS @${name}`).join(' AND ')}`).run(row)
}

function insertRow(db: Database, table: string, row: RowImage): void {
  const columns = Object.keys(row)
  db.prepare(`INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(name => `@${name}`).join(', ')})`).run(row)
}

/** Only the columns that stand as they were left are put back. */
function restoreRow(db: Database, table: string, keys: readonly string[], { was, left }: { readonly was: RowImage; readonly left: RowImage }): void {
  const place = keys.map(key => `${key} = @${key}`).join(' AND ')
  const now = db.prepare(`SELECT * FROM ${table} WHERE ${place}`).get(Object.fromEntries(keys.map(key => [key, left[key]]))) as RowImage | undefined
  if (!now) return
  const columns = Object.keys(was).filter(name => !isDeepStrictEqual(was[name], left[name]) && now[name] === left[name])
  if (columns.length === 0) return
  db.prepare(`UPDATE ${table} SET ${columns.map(name => `${name} = @${name}`).join(', ')} WHERE ${place}`).run(Object.fromEntries([...columns, ...keys].map(name => [name, was[name]])))
}
