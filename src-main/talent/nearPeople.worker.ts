import { joinDatabase, type Database } from '../database/openDatabase.ts'
import { workerTask } from '../workers/workerTask.ts'
import { openVectorCopy, type VectorCopy } from './vectorCopy.ts'

/** What the worker is given: the data folder, whose vectors, and what they are compared with; without a vector it only reads. */
export interface NearInput {
  readonly folder: string
  readonly modelId: string
  readonly vector: Float32Array | null
}

interface OpenCopy {
  readonly of: string
  readonly db: Database
  readonly copy: VectorCopy
}

/** Keeps one copy as long as the thread lives; that of another model takes its place. */
const keepCopy = (): ((folder: string, modelId: string) => VectorCopy) => {
  let open: OpenCopy | undefined
  return (folder, modelId) => {
    const of = JSON.stringify([folder, modelId])
    if (open?.of === of) return open.copy
    open?.db.close()
    const db = joinDatabase(folder, { readonly: true })
    open = { of, db, copy: openVectorCopy(db, modelId) }
    return open.copy
  }
}

const theCopy = keepCopy()

export default workerTask(async ({ folder, modelId, vector }: NearInput): Promise<Float32Array> => {
  const copy = theCopy(folder, modelId)
  await copy.follow()
  return vector === null ? new Float32Array() : copy.nearness(vector)
})
