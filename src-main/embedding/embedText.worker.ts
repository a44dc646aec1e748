import { workerTask } from '../workers/workerTask.ts'
import { loadSentenceModel, type SentenceModel } from './sentenceModel.ts'

/** What the embedding worker is given. */
export interface EmbedInput {
  readonly texts: readonly string[]
}

/** Loads the model at the first text and keeps it as long as the thread lives. */
const keepModel = (load: () => Promise<SentenceModel>): (() => Promise<SentenceModel>) => {
  let model: Promise<SentenceModel> | undefined
  return () => (model ??= load())
}

const theModel = keepModel(loadSentenceModel)

export default workerTask(async ({ texts }: EmbedInput) => (await theModel()).embed(texts))
