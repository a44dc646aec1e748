import type { ImportUndone } from '../../src-preload/contract/imports.ts'
import type { ImportId } from '../../src-preload/contract/talent.ts'
import type { Progress } from '../../src-preload/contract/words.ts'
import { settleOnDisk } from '../database/inPieces.ts'
import type { OfficeBeat } from '../database/officeBeat.ts'
import { joinDatabase } from '../database/openDatabase.ts'
import { workerTask } from '../workers/workerTask.ts'
import { rollBackImport } from './imports/rollBack.ts'
import { redoImport, undoImport } from './imports/undoImport.ts'

/** What is done to an import, in the database of a data folder: `rollBack` leaves no trace of one that never came to its end. */
export interface ImportChangeWork {
  readonly kind: 'undo' | 'redo' | 'rollBack'
  readonly id: ImportId
  readonly folder: string
  readonly at: string
  readonly office?: OfficeBeat
}

/** People between two progress steps. */
const reportEvery = 200

const stages = { undo: 'Taking people out', redo: 'Bringing people back' } as const

export default workerTask(({ kind, id, folder, at, office }: ImportChangeWork, report: (progress: Progress) => void): ImportUndone | null => {
  const db = joinDatabase(folder)
  try {
    if (kind === 'rollBack') {
      rollBackImport(db, id, at, office)
      return null
    }
    const onPerson = (done: number, total: number): void => {
      if (done % reportEvery === 0 || done === total) report({ kind: 'progress', stage: stages[kind], done, total })
    }
    const done = (kind === 'undo' ? undoImport : redoImport)(db, id, { at, onPerson, office })
    settleOnDisk(db)
    return done
  } finally {
    db.close()
  }
})
