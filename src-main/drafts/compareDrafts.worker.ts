import { workerTask } from '../workers/workerTask.ts'
import { compareDrafts, type ComparedDrafts, type DraftsToCompare } from './compareDrafts.ts'

export default workerTask<DraftsToCompare, ComparedDrafts>(compareDrafts)
