import { joinDatabase } from '../database/openDatabase.ts'
import { workerTask } from '../workers/workerTask.ts'
import type { ReportWork } from './makeReport.ts'
import { writeReport } from './writeReport.ts'

export default workerTask(async ({ folder, at, ...wanted }: ReportWork) => {
  const db = joinDatabase(folder, { readonly: true })
  try {
    return await writeReport(db, wanted, new Date(at))
  } finally {
    db.close()
  }
})
