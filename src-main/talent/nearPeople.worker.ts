import { keepOpen } from '../database/keepOpen.ts'
import { workerTask } from '../workers/workerTask.ts'
import { openVectorCopy } from './vectorCopy.ts'

/** What the worker is given: the data folder, whose vectors, and what they are compared with; without a vector it only reads. */
export interface NearInput {
  readonly folder: string
  readonly modelId: string
  readonly vector: Float32Array | null
}

/** One copy as long as the thread lives; that of another model takes its place. */
const theCopy = keepOpen((db, _folder: string, modelId: string) => openVectorCopy(db, modelId))

export default workerTask(async ({ folder, modelId, vector }: NearInput): Promise<Float32Array> => {
  const copy = theCopy(folder, modelId)
  await copy.follow()
  return vector === null ? new Float32Array() : copy.nearness(vector)
})
