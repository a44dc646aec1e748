import { dirname } from 'node:path'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { inPieces } from '../database/inPieces.ts'
import { beatingFor, type OfficeBeat } from '../database/officeBeat.ts'
import type { Database } from '../database/openDatabase.ts'
import { isIndianScript } from '../spelling/indianScripts.ts'
import type { WorkerPool } from '../workers/workerPool.ts'
import { searchWriter } from './searchWriter.ts'
import { readTalent } from './talentFacts.ts'

/** The version in which people are written to be found: 1 writes names of Indian scripts in Roman letters beside their own. */
export const searchRowsVersion = 1

/** What the worker of the pass is given. */
export interface RenewSearchWork {
  readonly folder: string
  readonly office?: OfficeBeat
}

/** Writes anew what people of a book of before are found by, in a worker; nothing where that is done. Broken off, the next start goes on. */
export async function renewSearch({ db, pool }: { readonly db: Database; readonly pool: WorkerPool }): Promise<void> {
  if (passOf(db).upTo === null) return
  await beatingFor(office => pool.run<number>('talent/renewSearch', { folder: dirname(db.name), office } satisfies RenewSearchWork))
}

/** Goes on with the pass to its end, in pieces, each of which says how far it is; gives how many people were written anew. */
export function renewSearchRows(db: Database, office?: OfficeBeat): number {
  const { upTo } = passOf(db)
  if (upTo === null) return 0
  db.prepare('UPDATE talent_search_pass SET version = ?, up_to = ?').run(searchRowsVersion, upTo)
  const people = db.prepare('SELECT row, id, name, legal_name, spellings FROM talent WHERE removed_at IS NULL AND row > ? ORDER BY row').all(upTo) as readonly NamedRow[]
  const due = people.filter(({ name, legal_name, spellings }) => isIndianScript(`${name} ${legal_name} ${spellings}`))
  const writer = searchWriter(db)
  const setUpTo = db.prepare('UPDATE talent_search_pass SET up_to = ?')
  inPieces(db, due, ({ row, id }) => {
    const { talent, removed } = readTalent(db, id, '', { withRemoved: true, asTheyWere: true })
    writer.take(row)
    if (!removed) writer.add(row, talent)
  }, { office, onPiece: done => void setUpTo.run(due[done - 1]?.row ?? upTo) })
  setUpTo.run(null)
  return due.length
}

interface NamedRow {
  readonly row: number
  readonly id: TalentId
  readonly name: string
  readonly legal_name: string
  readonly spellings: string
}

/** How far the pass of this version has come; null where it is at its end. */
function passOf(db: Database): { readonly upTo: number | null } {
  const pass = db.prepare('SELECT version, up_to FROM talent_search_pass').get() as { readonly version: number; readonly up_to: number | null } | undefined
  return { upTo: pass?.version === searchRowsVersion ? pass.up_to : 0 }
}
