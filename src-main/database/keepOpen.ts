import { joinDatabase, type Database } from './openDatabase.ts'

/**
 * Keeps what was made of one data folder as long as a thread lives, on a connection that only reads.
 *
 * What `of` tells apart, such as a folder and a model, is made anew when it is another one; its connection is closed before.
 */
export function keepOpen<Of extends readonly [folder: string, ...rest: readonly string[]], Made>(make: (db: Database, ...of: Of) => Made): (...of: Of) => Made {
  let open: { readonly key: string; readonly db: Database; readonly made: Made } | undefined
  return (...of) => {
    const key = JSON.stringify(of)
    if (open?.key === key) return open.made
    open?.db.close()
    const db = joinDatabase(of[0], { readonly: true })
    open = { key, db, made: make(db, ...of) }
    return open.made
  }
}
