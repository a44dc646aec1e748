import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import type { EarlierImport, ImportUndone, KeptPerson } from '../../../src-preload/contract/imports.ts'
import type { FactOrigins, ImportId, TalentFacts } from '../../../src-preload/contract/talent.ts'
import { inPieces } from '../../database/inPieces.ts'
import { inTransaction } from '../../database/inTransaction.ts'
import type { OfficeBeat } from '../../database/officeBeat.ts'
import type { Database } from '../../database/openDatabase.ts'
import type { WhereFrom } from '../factOrigins.ts'
import { readTalent } from '../talentFacts.ts'
import { talentWriter } from '../talentWriter.ts'
import { chosenFacts, factsHash, factsOf, partedFacts, type FactName } from './changedFacts.ts'
import { readImport, type ImportChangeRow } from './importRecord.ts'
import { keptPeople } from './keptPeople.ts'
import { factRestorer } from './restoreFacts.ts'

/** How undoing and redoing are done: at which moment, and who hears how far it is. */
export interface UndoOptions {
  readonly at: string
  readonly onPerson?: (done: number, total: number) => void
  readonly office?: OfficeBeat | undefined
}

interface ChangeRow extends ImportChangeRow {
  readonly sheet_hash_after: string
  readonly undone: string | null
  readonly in_use: number
}

/** What one person came to: what was done, and what was left as it is. */
interface Outcome {
  readonly undone: string | null
  readonly kept: Pick<KeptPerson, 'reason' | 'facts'> | null
}

/**
 * Undoes an import as a whole, in pieces; broken off, it goes on where it stopped when it is called again.
 *
 * Who was added leaves the book, but stays where somebody changed them since or put them on a list or in a session. Facts that the import
 * changed come back, but for those that were changed since. Throws NOT_FOUND, and CONFLICT where the import is not to be undone now.
 */
export function undoImport(db: Database, id: ImportId, { at, onPerson, office }: UndoOptions): ImportUndone {
  const { source } = enter(db, id, ['done', 'undoing'], 'undoing')
  const takeBack = undoer(db, { source: `${source}, undone`, at })
  const mark = db.prepare('UPDATE talent_import_change SET undone = ?, kept = ? WHERE import_id = ? AND talent_row = ?')
  const changes = changesOf(db, id).filter(({ undone }) => undone === null)
  inPieces(db, changes, (change, done) => {
    const { undone, kept } = takeBack(change)
    mark.run(undone, kept && JSON.stringify(kept), id, change.talent_row)
    onPerson?.(done + 1, changes.length)
  }, { office })
  db.prepare(`UPDATE talent_import SET state = 'undone', undone_at = ? WHERE id = ?`).run(at, id)
  return outcomeOf(db, id, `undone NOT IN ('gone', 'kept')`)
}

/**
 * Brings an undone import back, in pieces; broken off, it goes on where it stopped when it is called again.
 *
 * Who left the book by the undo and is still out of it comes back; facts that it took back are set again where they were left alone.
 * Throws NOT_FOUND, and CONFLICT where the import is not undone.
 */
export function redoImport(db: Database, id: ImportId, { at, onPerson, office }: UndoOptions): ImportUndone {
  const { source } = enter(db, id, ['undone', 'redoing'], 'redoing')
  const bringBack = redoer(db, { source, at })
  const clear = db.prepare('UPDATE talent_import_change SET undone = NULL, kept = NULL WHERE import_id = ? AND talent_row = ?')
  const changes = changesOf(db, id).filter(({ undone }) => undone !== null)
  let people = 0
  inPieces(db, changes, (change, done) => {
    if (bringBack(change)) people++
    clear.run(id, change.talent_row)
    onPerson?.(done + 1, changes.length)
  }, { office })
  db.prepare(`UPDATE talent_import SET state = 'done', undone_at = NULL WHERE id = ?`).run(id)
  return { ...outcomeOf(db, id, 'FALSE'), people }
}

function enter(db: Database, id: ImportId, from: readonly string[], to: 'undoing' | 'redoing'): EarlierImport {
  return inTransaction(db, () => {
    const found = readImport(db, id)
    const { state, source } = found
    if (!from.includes(state)) throw new CastMatchError('CONFLICT', { subject: `The import of ${source}`, detail: `it is ${stateWords[state]}` })
    db.prepare('UPDATE talent_import SET state = ?, worker_pid = ? WHERE id = ?').run(to, process.pid, id)
    return found
  })
}

const stateWords = { running: 'still coming in', done: 'in the book', undoing: 'being undone', undone: 'undone', redoing: 'being brought back' } as const

/** In the order in which people came in; who was touched twice stands once. */
const changesOf = (db: Database, id: ImportId): readonly ChangeRow[] =>
  db
    .prepare(`SELECT c.talent_row, t.id, c.before, c.after, c.origins_before, c.sheet_hash_before, c.sheet_hash_after, c.undone,
        EXISTS (SELECT 1 FROM casting_entry e WHERE e.talent_id = t.id AND e.list IS NOT NULL)
          OR EXISTS (SELECT 1 FROM audition_slot s WHERE s.talent_id = t.id AND s.cancelled_at IS NULL) AS in_use
      FROM talent_import_change c JOIN talent t ON t.row = c.talent_row WHERE c.import_id = ? ORDER BY c.talent_row`)
    .all(id) as readonly ChangeRow[]

function undoer(db: Database, from: WhereFrom): (change: ChangeRow) => Outcome {
  const writer = talentWriter(db)
  const setHash = db.prepare('UPDATE talent SET sheet_hash = ? WHERE row = ? AND sheet_hash = ?')
  const restore = factRestorer(db, from)
  return change => {
    const { talent, removed } = readTalent(db, change.id, '', { withRemoved: true })
    if (removed) return { undone: 'gone', kept: null }
    const facts = factsOf(talent)
    if (change.before === null) {
      if (factsHash(facts) !== change.after) return { undone: 'kept', kept: { reason: 'changedSince', facts: [] } }
      if (change.in_use === 1) return { undone: 'kept', kept: { reason: 'inUse', facts: [] } }
      writer.hide(change.talent_row, from.at)
      return { undone: 'hidden', kept: null }
    }
    const before = JSON.parse(change.before) as Partial<TalentFacts>
    const after = JSON.parse(change.after) as Partial<TalentFacts>
    const { alone, changed } = partedFacts(facts, after)
    restore(change.talent_row, change.id, { facts, before, names: alone, origins: JSON.parse(change.origins_before) as FactOrigins })
    setHash.run(change.sheet_hash_before, change.talent_row, change.sheet_hash_after)
    return { undone: JSON.stringify(alone), kept: changed.length === 0 ? null : { reason: 'changedSince', facts: [...changed] } }
  }
}

function redoer(db: Database, from: WhereFrom): (change: ChangeRow) => boolean {
  const writer = talentWriter(db)
  const setHash = db.prepare('UPDATE talent SET sheet_hash = ? WHERE row = ? AND sheet_hash = ?')
  return change => {
    const { talent, removed } = readTalent(db, change.id, '', { withRemoved: true })
    if (change.undone === 'hidden') {
      if (removed) writer.show(change.talent_row, factsOf(talent))
      return removed
    }
    if (removed || change.undone === 'gone' || change.undone === 'kept' || change.before === null) return false
    const before = JSON.parse(change.before) as Partial<TalentFacts>
    const after = JSON.parse(change.after) as Partial<TalentFacts>
    const facts = factsOf(talent)
    const { alone } = partedFacts(facts, chosenFacts(before, JSON.parse(change.undone ?? '[]') as readonly FactName[]))
    if (alone.length > 0) writer.update(change.talent_row, change.id, { ...facts, ...chosenFacts(after, alone) }, { ...from, before: facts })
    setHash.run(change.sheet_hash_after, change.talent_row, change.sheet_hash_before)
    return alone.length > 0
  }
}

/** How many people one answer names at most. */
const mostNamed = 1_000

function outcomeOf(db: Database, id: ImportId, counted: string): ImportUndone {
  const { count, people } = keptPeople(db, id, mostNamed)
  return {
    import: readImport(db, id),
    people: db.prepare(`SELECT count(*) FROM talent_import_change WHERE import_id = ? AND ${counted}`).pluck().get(id) as number,
    keptCount: count,
    kept: people,
  }
}
