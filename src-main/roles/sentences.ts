/** A sentence of a longer text, with its offset in it. */
export interface Sentence {
  readonly text: string
  readonly start: number
}

const abbreviation = /(?:^|[\s(])(?:mr|mrs|ms|dr|st|jr|sr|smt|prof|approx|no|\p{L})\.$/iu

/** Splits a text into sentences at . ! ? and the danda; titles, initials and dots inside brackets do not end one. */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  for (const match of text.matchAll(/[.!?।]+["')\]]*(?=\s|$)/gu)) {
    const end = match.index + match[0].length
    const soFar = text.slice(start, end)
    if (abbreviation.test(soFar) || (soFar.match(/\(/g)?.length ?? 0) > (soFar.match(/\)/g)?.length ?? 0)) continue
    pushTrimmed(sentences, text, start, end)
    start = end
  }
  pushTrimmed(sentences, text, start, text.length)
  return sentences
}

function pushTrimmed(sentences: Sentence[], text: string, start: number, end: number): void {
  const raw = text.slice(start, end)
  const trimmed = raw.trim()
  if (trimmed !== '') sentences.push({ text: trimmed, start: start + raw.indexOf(trimmed) })
}
