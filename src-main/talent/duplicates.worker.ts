import type { Progress } from '../../src-preload/contract/words.ts'
import { joinDatabase } from '../database/openDatabase.ts'
import { workerTask } from '../workers/workerTask.ts'
import { renewPairs } from './duplicates/renewPairs.ts'

/** What the worker is given: the data folder, the moment, and whether everybody is compared anew. */
export interface DuplicateWork {
  readonly folder: string
  readonly at: string
  readonly all: boolean
}

export default workerTask(({ folder, at, all }: DuplicateWork, report: (progress: Progress) => void) => {
  const db = joinDatabase(folder)
  try {
    return renewPairs(db, { at, all, say: (stage, done, total) => report({ kind: 'progress', stage, done, total }) })
  } finally {
    db.close()
  }
})
