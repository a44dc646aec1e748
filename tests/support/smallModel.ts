import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeOnnx } from '../../src-main/embedding/onnxFile.ts'
import { seededNumbers } from './manyPeople.ts'

const words = ['[UNK]', 'skills', 'archery', 'cooking', 'juggling', 'woman', 'man', 'plays', 'casting', 'to', 'languages', 'marathi']

/** Writes a small sentence encoder as sentence-transformers would into a folder: a vector for each of a few words, `dimensions` numbers long. */
export function writeSmallModel(folder: string, dimensions = 24, seed = 1): void {
  const random = seededNumbers(seed)
  writeFileSync(join(folder, 'model.onnx'), writeOnnx({
    inputs: [{ name: 'input_ids', type: 'int64', shape: ['batch', 'pieces'] }, { name: 'attention_mask', type: 'int64', shape: ['batch', 'pieces'] }],
    outputs: [{ name: 'last_hidden_state', type: 'float', shape: ['batch', 'pieces', dimensions] }],
    tensors: [{ name: 'table', shape: [words.length, dimensions], values: Float32Array.from({ length: words.length * dimensions }, () => random() - 0.5) }],
    nodes: [{ operator: 'Gather', inputs: ['table', 'input_ids'], outputs: ['last_hidden_state'] }],
  }))
  writeFileSync(join(folder, 'tokenizer.json'), JSON.stringify({
    version: '1.0', truncation: null, padding: null, added_tokens: [], normalizer: { type: 'Lowercase' }, pre_tokenizer: { type: 'Whitespace' }, post_processor: null, decoder: null,
    model: { type: 'WordPiece', unk_token: '[UNK]', continuing_subword_prefix: '##', max_input_chars_per_word: 100, vocab: Object.fromEntries(words.map((word, at) => [word, at])) },
  }))
}
