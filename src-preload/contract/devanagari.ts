/** Devanagari letters as they are usually written in Roman, without vowel length. */
const consonants: Readonly<Record<string, string>> = {
  क: 'k', ख: 'kh', ग: 'g', घ: 'gh', ङ: 'n', च: 'ch', छ: 'chh', ज: 'j', झ: 'jh', ञ: 'n', ट: 't', ठ: 'th', ड: 'd', ढ: 'dh', ण: 'n',
  त: 't', थ: 'th', द: 'd', ध: 'dh', न: 'n', प: 'p', फ: 'f', ब: 'b', भ: 'bh', म: 'm', य: 'y', र: 'r', ल: 'l', ळ: 'l', व: 'v', श: 'sh', ष: 'sh', स: 's', ह: 'h',
}
const vowels: Readonly<Record<string, string>> = {
  अ: 'a', आ: 'a', इ: 'i', ई: 'i', उ: 'u', ऊ: 'u', ऋ: 'ri', ए: 'e', ऍ: 'e', ऐ: 'ai', ओ: 'o', ऑ: 'o', औ: 'au',
}
const signs: Readonly<Record<string, string>> = {
  'ा': 'a', 'ि': 'i', 'ी': 'i', 'ु': 'u', 'ू': 'u', 'ृ': 'ri', 'े': 'e', 'ॅ': 'e', 'ै': 'ai', 'ो': 'o', 'ॉ': 'o', 'ौ': 'au', 'ं': 'n', 'ँ': 'n', 'ः': '',
}
const digits = '०१२३४५६७८९'
const virama = '्'

/** Spellings that no Devanagari word has: a sign without a letter, two vowel signs on one, a halant before a sign, a sign on a vowel, Latin letters inside. */
const impossible = new RegExp(
  '^[\\u0900-\\u0903\\u093a-\\u093c\\u093e-\\u094d]|[\\u093e-\\u094c]{2}|[\\u0900-\\u0903]{2}|\\u094d[\\u0900-\\u0903\\u093e-\\u094d]|[\\u0904-\\u0914][\\u093a-\\u093c\\u093e-\\u094d]' +
    '|[\\u0900-\\u0903\\u093e-\\u094c]\\u093c|[\\u0900-\\u097f][A-Za-z\\u00a1-\\u024f]|[A-Za-z\\u00a1-\\u024f][\\u0900-\\u097f]',
  'u',
)

/** Tells whether a word of Devanagari is spelt as none can be, so that a conversion from another lettering went wrong in it. */
export function impossibleWord(word: string): boolean {
  return impossible.test(word.replace(/^[^\p{L}\p{M}]+/u, ''))
}

/**
 * Writes the Devanagari of a text in Roman letters, as names are usually spelt: "मीरा" is "mira", "राम" is "ram".
 *
 * For comparing and finding, never for showing: long and short vowels become one. Everything else stays as it is. The page and the office
 * both find names by it.
 */
export function romanOf(text: string): string {
  if (!/[\u0900-\u097f]/.test(text)) return text.normalize('NFC')
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
    } else if (digits.includes(letter)) out += String(digits.indexOf(letter))
    else if (letter !== virama) out += vowels[letter] ?? signs[letter] ?? letter
  })
  return out
}
