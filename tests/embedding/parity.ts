import type { SentenceModel } from '../../src-main/embedding/sentenceModel.ts'

/** How alike two runtimes are on some texts: the least cosine, and which text it was. */
export interface Parity {
  readonly least: number
  readonly text: string
  /** Texts a second of each, the first model first. */
  readonly perSecond: readonly [number, number]
}

/** Compares two runtimes of one model, text by text, and times them side by side. */
export async function compareRuntimes(one: SentenceModel, other: SentenceModel, texts: readonly string[]): Promise<Parity> {
  let worst = { least: 1, text: '' }
  const spent = [0, 0] as [number, number]
  for (const text of texts) {
    const vectors: Float32Array[] = []
    for (const [index, model] of [one, other].entries()) {
      const begun = performance.now()
      vectors.push(await model.embed([text]))
      spent[index] = (spent[index] ?? 0) + performance.now() - begun
    }
    const [a = new Float32Array(), b = new Float32Array()] = vectors
    const cosine = a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0) / (Math.hypot(...a) * Math.hypot(...b) || 1)
    if (cosine < worst.least) worst = { least: cosine, text }
  }
  return { ...worst, perSecond: [(texts.length / spent[0]) * 1_000, (texts.length / spent[1]) * 1_000] }
}

/** Texts of every kind that a casting office embeds, always the same: short and past what the model reads, scripts of India, odd characters. */
export function manyTexts(count: number): readonly string[] {
  const who = ['A woman of forty', 'A wiry man', 'An old farmer', 'A girl of nine', 'A retired judge', 'एक पुलिसवाला', 'A Tamil grandmother', 'Non-binary performer']
  const does = ['sings thumri', 'rides horses', 'speaks theth Bhojpuri', 'has done nukkad natak', 'does not dance', 'plays the dholak', 'swims', 'fights with a lathi', 'में अभिनय करता है', 'knows Kalaripayattu']
  const where = ['from Satara', 'in Lucknow', 'near Kochi', 'of old Delhi', 'in a chawl of Girgaon', 'on the ghats of Banaras', '— born in ’78, naïve café ﬁlms ½']
  const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? ''
  return Array.from({ length: count }, (_, at) => {
    const sentences = Array.from({ length: 1 + (at % 7) * (at % 5) }, (_, turn) => `${pick(who, at + turn * 3)} ${pick(where, at * 5 + turn)} who ${pick(does, at * 3 + turn * 7)}, take ${at * 31 + turn}.`)
    return at % 41 === 0 ? pick(does, at) : sentences.join(' ')
  })
}
