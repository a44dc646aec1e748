import type { FactOrigins, ImportId, TalentFacts } from '../../../src-preload/contract/talent.ts'
import { inPieces } from '../../database/inPieces.ts'
import { inTransaction } from '../../database/inTransaction.ts'
import type { OfficeBeat } from '../../database/officeBeat.ts'
import type { Database } from '../../database/openDatabase.ts'
import { wordsOf } from '../../spelling/folding.ts'
import { readTalent } from '../talentFacts.ts'
import { talentWriter } from '../talentWriter.ts'
import { factsOf, partedFacts, type ChangedFacts } from './changedFacts.ts'
import type { ImportChangeRow } from './importRecord.ts'
import { factRestorer } from './restoreFacts.ts'

/**
 * Takes back an import that was cancelled or broken off, in pieces, until nothing of it is left, not even its record.
 *
 * Broken off itself, it goes on when it is called again. An import that came to its end, or that is not there, stays as it is.
 * Somebody who was added and is spoken of elsewhere by now only leaves the book.
 */
export function rollBackImport(db: Database, id: ImportId, at: string, office?: OfficeBeat): void {
  const isRunning = (): boolean => db.prepare(`SELECT 1 FROM talent_import WHERE id = ? AND state = 'running'`).get(id) !== undefined
  if (!isRunning()) return
  db.prepare('UPDATE talent_import SET worker_pid = ? WHERE id = ?').run(process.pid, id)
  const changes = db
    .prepare('SELECT c.talent_row, t.id, c.before, c.after, c.origins_before, c.sheet_hash_before FROM talent_import_change c JOIN talent t ON t.row = c.talent_row WHERE c.import_id = ? ORDER BY c.talent_row DESC')
    .all(id) as readonly ImportChangeRow[]
  const words = new Set<string>()
  const takeOut = eraser(db, at, words)
  const takeBack = restorer(db, at)
  const forget = db.prepare('DELETE FROM talent_import_change WHERE import_id = ? AND talent_row = ?')
  inPieces(db, changes, change => {
    forget.run(id, change.talent_row)
    if (change.before === null) takeOut(change)
    else takeBack(change, { before: JSON.parse(change.before) as Partial<TalentFacts>, after: JSON.parse(change.after) as Partial<TalentFacts> })
  }, { office })
  const found = db.prepare('SELECT 1 FROM talent_fts WHERE talent_fts MATCH ? LIMIT 1')
  const forgetWord = db.prepare('DELETE FROM talent_term WHERE term = ?')
  inPieces(db, [...words], word => {
    if (found.get(`"${word}"`) === undefined) forgetWord.run(word)
  }, { office })
  db.prepare('DELETE FROM talent_import WHERE id = ?').run(id)
}

/** What belongs to a person alone and goes with them; whatever else speaks of them keeps their row. */
const ownTables = ['talent_word', 'talent_vec', 'talent_fact_source'] as const

function eraser(db: Database, at: string, words: Set<string>): (change: ImportChangeRow) => void {
  const writer = talentWriter(db)
  const removals = ownTables.map(table => db.prepare(`DELETE FROM ${table} WHERE talent_row = ?`))
  const forgetDays = db.prepare('DELETE FROM talent_availability WHERE talent_id = ?')
  const erase = db.prepare('DELETE FROM talent WHERE row = ?')
  return ({ talent_row: row, id }) => {
    const { talent, removed } = readTalent(db, id, '', { withRemoved: true })
    for (const word of wordsOf(JSON.stringify(factsOf(talent)))) words.add(word)
    if (!removed) writer.hide(row, at)
    try {
      inTransaction(db, () => {
        for (const removal of removals) removal.run(row)
        forgetDays.run(id)
        erase.run(row)
      })
    } catch (error) {
      // Hidden, the person does no harm to whatever came to point at them while the import ran.
      if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY')) throw error
    }
  }
}

function restorer(db: Database, at: string): (change: ImportChangeRow, changed: ChangedFacts) => void {
  const restore = factRestorer(db, { source: '', at })
  const setHash = db.prepare('UPDATE talent SET sheet_hash = ? WHERE row = ?')
  return (change, { before, after }) => {
    const { talent, removed } = readTalent(db, change.id, '', { withRemoved: true })
    const facts = factsOf(talent)
    if (!removed) restore(change.talent_row, change.id, { facts, before, names: partedFacts(facts, after).alone, origins: JSON.parse(change.origins_before) as FactOrigins })
    setHash.run(change.sheet_hash_before, change.talent_row)
  }
}
