import { workerTask } from '../workers/workerTask.ts'
import { loadFolderModel } from './folderModel.ts'
import { loadSentenceModel, type SentenceModel } from './sentenceModel.ts'

/** What the embedding worker is given: texts, and the folder of the model, null for the one that ships with CastMatch. */
export interface EmbedInput {
  readonly texts: readonly string[]
  readonly folder: string | null
}

/** What it gives: the vectors one after the other, how long each is, and why it is slow, where it is. */
export interface EmbedOutput {
  readonly packed: Float32Array
  readonly dimensions: number
  readonly slow: string | null
}

/** How many models stay loaded: the one that answers, and the next while it learns. */
const mostModels = 2

/** Loads a model at its first text and keeps it as long as the thread lives; one that does not load is tried again. */
const keepModels = (): ((folder: string | null) => Promise<SentenceModel>) => {
  const models = new Map<string | null, Promise<SentenceModel>>()
  return async folder => {
    const model = models.get(folder) ?? (folder === null ? loadSentenceModel() : loadFolderModel(folder))
    models.delete(folder)
    models.set(folder, model)
    const [oldest = null] = models.keys()
    if (models.size > mostModels) models.delete(oldest)
    model.catch(() => models.delete(folder))
    return model
  }
}

const theModel = keepModels()

export default workerTask(async ({ texts, folder }: EmbedInput): Promise<EmbedOutput> => {
  const model = await theModel(folder)
  return { packed: await model.embed(texts), dimensions: model.dimensions, slow: model.slow }
})
