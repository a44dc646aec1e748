import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Tokenizer } from '@huggingface/tokenizers'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { openOnnx, type OnnxOutput } from './onnxSession.ts'
import { unitLength, type SentenceModel } from './sentenceModel.ts'

/** The files of a model of the user's own, as sentence-transformers writes them. */
export const modelFiles = ['model.onnx', 'tokenizer.json'] as const

/** How many pieces of a text are read: most models were taught on no more. */
const mostPieces = 256

/**
 * Loads a sentence encoder out of a folder with `model.onnx` and `tokenizer.json`: the mean over the pieces, made as long as 1.
 *
 * Throws ENCODER_UNUSABLE with what is wrong.
 */
export async function loadFolderModel(folder: string): Promise<SentenceModel> {
  const tokenizer = await openTokenizer(folder)
  const session = await openOnnx(join(folder, 'model.onnx')).catch(() => refuse('model.onnx is no model that onnxruntime can load'))
  if (!session.inputs.includes('input_ids')) refuse(`the model asks for ${session.inputs.join(', ')}, not for input_ids`)
  const vectorOf = async (text: string): Promise<Float32Array> => {
    const whole = tokenizer.encode(text).ids
    // The last piece closes the text; it stays where the text is cut.
    const ids = whole.length > mostPieces ? [...whole.slice(0, mostPieces - 1), whole.at(-1) ?? 0] : whole
    if (ids.length === 0) return new Float32Array()
    const values: Readonly<Record<string, readonly number[]>> = { input_ids: ids, attention_mask: ids.map(() => 1), token_type_ids: ids.map(() => 0) }
    return pooled(await session.run(Object.fromEntries(session.inputs.flatMap(name => (values[name] ? [[name, values[name]]] : []))), true))
  }
  const probe = await vectorOf('casting').catch((error: unknown) => (error instanceof CastMatchError ? Promise.reject(error) : refuse('the model does not run on a text')))
  const dimensions = probe.length
  if (dimensions === 0) refuse('the tokenizer finds no piece in a plain word')
  return {
    dimensions,
    slow: null,
    async embed(texts) {
      const packed = new Float32Array(texts.length * dimensions)
      for (const [index, text] of texts.entries()) if (/[\p{L}\p{N}]/u.test(text)) packed.set(await vectorOf(text), index * dimensions)
      return packed
    },
  }
}

/** The id of a model of the user's own: a hash of its files, 16 hexadecimal digits. */
export async function folderModelId(folder: string): Promise<string> {
  const hash = createHash('sha256')
  for (const file of modelFiles) for await (const piece of createReadStream(join(folder, file))) hash.update(piece as Buffer)
  return `own-${hash.digest('hex').slice(0, 16)}`
}

async function openTokenizer(folder: string): Promise<Tokenizer> {
  const read = async (name: string): Promise<object | null> => {
    try {
      return JSON.parse(await readFile(join(folder, name), 'utf8')) as object
    } catch {
      return null
    }
  }
  const tokenizer = await read('tokenizer.json')
  if (!tokenizer) return refuse('tokenizer.json is missing or is no JSON')
  try {
    return new Tokenizer(tokenizer, (await read('tokenizer_config.json')) ?? {})
  } catch {
    return refuse('tokenizer.json describes a tokenizer that is not known here')
  }
}

/** The vector of a text: what the model calls so, else the mean over its pieces. */
function pooled(outputs: readonly OnnxOutput[]): Float32Array {
  const whole = outputs.find(({ name, shape }) => name === 'sentence_embedding' && shape.length === 2)
  if (whole) return unitLength(whole.values)
  const pieces = outputs.find(({ shape }) => shape.length === 3)
  const [, count = 0, width = 0] = pieces?.shape ?? []
  if (!pieces || count === 0) return refuse('the model gives no vectors of pieces')
  const mean = new Float32Array(width)
  for (const [at, value] of pieces.values.entries()) mean[at % width] = (mean[at % width] ?? 0) + value / count
  return unitLength(mean)
}

function refuse(detail: string): never {
  throw new CastMatchError('ENCODER_UNUSABLE', { detail })
}
