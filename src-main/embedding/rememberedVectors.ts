import type { Embedder } from './embedder.ts'

/** How many texts are remembered: the questions of some conversations at once. */
const mostTexts = 32

/**
 * An encoder that remembers the vectors of the last single texts it was asked for: a question that is looked at before it is sent is embedded once.
 *
 * Several texts at once are learnt, not asked, and pass through.
 */
export function rememberVectors(embedder: Embedder): Embedder {
  const known = new Map<string, Float32Array>()
  return {
    get id() { return embedder.id },
    get dimensions() { return embedder.dimensions },
    slow: () => embedder.slow?.() ?? null,
    async embed(texts, signal) {
      const [text] = texts
      if (text === undefined || texts.length > 1) return embedder.embed(texts, signal)
      const key = `${embedder.id} ${text}`
      const before = known.get(key)
      if (before) return [before]
      const [vector] = await embedder.embed(texts, signal)
      if (!vector) return []
      known.set(key, vector)
      const oldest = known.keys().next()
      if (known.size > mostTexts && !oldest.done) known.delete(oldest.value)
      return [vector]
    },
  }
}
