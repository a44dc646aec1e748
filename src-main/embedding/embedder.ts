import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { WorkerPool } from '../workers/workerPool.ts'
import type { EmbedInput, EmbedOutput } from './embedText.worker.ts'
import { folderModelId } from './folderModel.ts'
import { sentenceModelId } from './liteFiles.ts'

/** Turns texts into vectors, so that what means the same lies close together. */
export interface Embedder {
  /** Changes whenever the weights or the tokenizer do; vectors of different ids cannot be compared. */
  readonly id: string
  readonly dimensions: number
  /** Why it runs slower than it could, in words; null where it does not or was not loaded yet. */
  readonly slow?: () => string | null
  /**
   * The vectors of texts, in their order, each of unit length; a text without a letter or digit gives all zeros.
   *
   * Throws CANCELLED where `signal` is aborted before the last text.
   */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]>
}

/** How many texts go to the worker at once: few enough that a search never waits long behind the indexer. */
const textsAtOnce = 4

/**
 * Opens the sentence encoder that ships with CastMatch: Universal Sentence Encoder Lite, English, 512 dimensions.
 *
 * The weights come out of the package's own files and are loaded in a worker at the first text. The pool should be one of
 * its own with a single thread, so that the model is in memory once. No net is used.
 */
export async function openEmbedder(pool: WorkerPool): Promise<Embedder> {
  return embedderOf(pool, { id: await sentenceModelId(), dimensions: 512, folder: null })
}

/** Opens an encoder of the user's own, out of its folder. Throws ENCODER_UNUSABLE with what is wrong. */
export async function openFolderEmbedder(pool: WorkerPool, folder: string): Promise<Embedder> {
  const probe: EmbedInput = { texts: ['casting'], folder }
  const { dimensions } = await pool.run<EmbedOutput>('embedding/embedText', probe)
  return embedderOf(pool, { id: await folderModelId(folder), dimensions, folder })
}

function embedderOf(pool: WorkerPool, { id, dimensions, folder }: { readonly id: string; readonly dimensions: number; readonly folder: string | null }): Embedder {
  let slow: string | null = null
  return {
    id,
    dimensions,
    slow: () => slow,
    async embed(texts, signal) {
      const vectors: Float32Array[] = []
      for (let from = 0; from < texts.length; from += textsAtOnce) {
        // The signal is looked at between the calls: ending the thread would throw the loaded model away.
        if (signal?.aborted) throw new CastMatchError('CANCELLED', { subject: 'Search by meaning' })
        const input: EmbedInput = { texts: texts.slice(from, from + textsAtOnce), folder }
        const { packed, ...told } = await pool.run<EmbedOutput>('embedding/embedText', input)
        slow = told.slow
        for (let at = 0; at < packed.length; at += dimensions) vectors.push(packed.slice(at, at + dimensions))
      }
      return vectors
    },
  }
}

/** The cosine of two vectors of unit length, -1 to 1. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0)
  return sum
}
