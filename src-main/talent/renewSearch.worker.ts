import { joinDatabase } from '../database/openDatabase.ts'
import { workerTask } from '../workers/workerTask.ts'
import { renewSearchRows, type RenewSearchWork } from './renewSearch.ts'

export default workerTask(({ folder, office }: RenewSearchWork): number => {
  const db = joinDatabase(folder)
  try {
    return renewSearchRows(db, office)
  } finally {
    db.close()
  }
})
