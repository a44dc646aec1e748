/** Devanagari letters as they are usually written in Roman, without vowel length. */
const consonants: Readonly<Record<string, string>> = {
  क: 'k', ख: 'kh', ग: 'g', घ: 'gh', ङ: 'n', च: 'ch', छ: 'chh', ज: 'j', झ: 'jh', ञ: 'n', ट: 't', ठ: 'th', ड: 'd', ढ: 'dh', ण: 'n',
  त: 't', थ: 'th', द: 'd', ध: 'dh', न: 'n', प: 'p', फ: 'f', ब: 'b', भ: 'bh', म: 'm', य: 'y', र: 'r', ल: 'l', ळ: 'l', व: 'v', श: 'sh', ष: 'sh', स: 's', ह: 'h',
}
const vowels: Readonly<Record<string, string>> = { अ: 'a', आ: 'a', इ: 'i', ई: 'i', उ: 'u', ऊ: 'u', ऋ: 'ri', ए: 'e', ऐ: 'ai', ओ: 'o', औ: 'au' }
const signs: Readonly<Record<string, string>> = { 'ा': 'a', 'ि': 'i', 'ी': 'i', 'ु': 'u', 'ू': 'u', 'ृ': 'ri', 'े': 'e', 'ै': 'ai', 'ो': 'o', 'ौ': 'au', 'ं': 'n', 'ँ': 'n', 'ः': '' }
const virama = '्'

function romanOf(text: string): string {
  const letters = [...text.normalize('NFC').replaceAll('़', '')]
  let out = ''
  letters.forEach((letter, at) => {
    const consonant = consonants[letter]
    if (consonant !== undefined) {
      const next = letters[at + 1] ?? ''
      const bare = next === virama || next in signs && !'ंँः'.includes(next)
      // The last consonant of a word loses its "a", as it is spoken: राम is "ram".
      const atEnd = !/\p{L}|\p{M}/u.test(next)
      out += consonant + (bare || atEnd ? '' : 'a')
    } else if (letter !== virama) out += vowels[letter] ?? signs[letter] ?? letter
  })
  return out
}

/**
 * Folds a text so that spellings of one name meet: case, accents, Roman or Devanagari, long or short vowels, w and v, ph and f.
 *
 * For finding only, never for showing. "मीरा", "Meera" and "Mira" all fold to "mira".
 */
export function fold(text: string): string {
  return romanOf(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ee', 'i').replaceAll('oo', 'u').replaceAll('ph', 'f').replaceAll('w', 'v').replaceAll('z', 'j').replaceAll('q', 'k')
    .replace(/(\p{L})\1+/gu, '$1')
}
