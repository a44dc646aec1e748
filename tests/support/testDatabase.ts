import { onTestFinished } from 'vitest'
import { openDatabase, type Database } from '../../src-main/database/openDatabase.ts'
import { temporaryFolder } from './temporaryFolder.ts'

/** Opens a real, empty database on disk that is closed and gone when the test ends. */
export function testDatabase(): Database {
  const db = openDatabase({ folder: temporaryFolder(), now: () => new Date() })
  onTestFinished(() => {
    db.close()
  })
  return db
}
