/**
 * Indian scripts written in Roman letters, as names are usually spelt.
 *
 * The nine blocks from Devanagari to Malayalam hold the same letters in the same order, 128 places apart (Unicode Standard, chapter 12), so that one table
 * reads them all; what a script does otherwise stands beside it.
 */

/** Where the blocks begin and which drop the short "a" that is written but not spoken. */
const blocks = [
  { start: 0x0900, name: 'Devanagari', drops: true },
  { start: 0x0980, name: 'Bengali', drops: true },
  { start: 0x0a00, name: 'Gurmukhi', drops: true },
  { start: 0x0a80, name: 'Gujarati', drops: true },
  { start: 0x0b00, name: 'Oriya', drops: false },
  { start: 0x0b80, name: 'Tamil', drops: false },
  { start: 0x0c00, name: 'Telugu', drops: false },
  { start: 0x0c80, name: 'Kannada', drops: false },
  { start: 0x0d00, name: 'Malayalam', drops: false },
] as const

type Block = (typeof blocks)[number]

/** By the place in the block: consonants from ka (0x15) to ha (0x39). */
const consonants: Readonly<Record<number, string>> = {
  0x15: 'k', 0x16: 'kh', 0x17: 'g', 0x18: 'gh', 0x19: 'n', 0x1a: 'ch', 0x1b: 'chh', 0x1c: 'j', 0x1d: 'jh', 0x1e: 'n', 0x1f: 't', 0x20: 'th', 0x21: 'd', 0x22: 'dh', 0x23: 'n',
  0x24: 't', 0x25: 'th', 0x26: 'd', 0x27: 'dh', 0x28: 'n', 0x29: 'n', 0x2a: 'p', 0x2b: 'f', 0x2c: 'b', 0x2d: 'bh', 0x2e: 'm', 0x2f: 'y', 0x30: 'r', 0x31: 'r', 0x32: 'l',
  0x33: 'l', 0x34: 'zh', 0x35: 'v', 0x36: 'sh', 0x37: 'sh', 0x38: 's', 0x39: 'h', 0x58: 'q', 0x59: 'kh', 0x5a: 'g', 0x5b: 'z', 0x5c: 'r', 0x5d: 'rh', 0x5e: 'f', 0x5f: 'y',
}

/** With a dot beneath: letters of Persian and Arabic names, and the flapped r of CHOPRA. */
const dotted: Readonly<Record<string, string>> = { k: 'q', j: 'z', d: 'r', dh: 'rh', f: 'f', g: 'g', kh: 'kh', y: 'y' }

/** Vowels by the place of the letter; the sign that stands after a consonant lies 0x38 further on. */
const vowels: Readonly<Record<number, string>> = {
  0x05: 'a', 0x06: 'a', 0x07: 'i', 0x08: 'i', 0x09: 'u', 0x0a: 'u', 0x0b: 'ri', 0x0d: 'e', 0x0e: 'e', 0x0f: 'e', 0x10: 'ai', 0x11: 'o', 0x12: 'o', 0x13: 'o', 0x14: 'au',
}

/** Letters outside the common order. */
const strays: Readonly<Record<string, string>> = { 'ৎ': 't', 'ৰ': 'r', 'ৱ': 'v', 'ൺ': 'n', 'ൻ': 'n', 'ർ': 'r', 'ൽ': 'l', 'ൾ': 'l', 'ൿ': 'k' }

const dot = 0x3c
const halant = 0x4d
const nasals = [0x01, 0x02]

/** A consonant or a vowel of its own with what is heard after it; `short` where that is the unwritten "a". */
interface Syllable {
  readonly onset: string
  readonly vowel: string
  readonly short: boolean
  /** A nasal that follows, or a letter without a vowel. */
  readonly coda: string
}

/**
 * Writes the Indian scripts of a text in Roman letters as names are usually spelt: "विजयलक्ष्मी" is "vijaylakshmi", "ராஜேஷ்" "rajesh".
 *
 * Long and short vowels become one; the short "a" is left out where Hindi, Marathi, Gujarati, Punjabi and Bengali do not speak it (M. Ohala, Aspects of Hindi
 * Phonology, 1983: between consonants with a vowel on both sides, from right to left; at the end of a word but after two consonants). Everything else stays.
 *
 * Tamil writes one letter for the d of GOVINDAN and the th of SENTHIL: `secondSpelling` takes th after n.
 */
export function romanSpelling(text: string, { secondSpelling = false } = {}): string {
  if (!/[\u0900-\u0d7f]/.test(text)) return text.normalize('NFC')
  return text.normalize('NFC').replace(/[\u0900-\u0d7f\u200c\u200d]+/g, word => romanWord(word.replace(/[\u200c\u200d]/g, ''), secondSpelling))
}

/** Tells whether a text is written in an Indian script, at least in part. */
export const isIndianScript = (text: string): boolean => /[\u0900-\u0d7f]/.test(text)

function romanWord(word: string, secondSpelling: boolean): string {
  const block = blocks.find(({ start }) => [...word].some(letter => within(letter, start)))
  if (!block) return word
  const syllables = syllablesOf(word, block)
  const heard = block.drops ? withoutUnspoken(syllables) : syllables
  const roman = heard.map(({ onset, vowel, coda }) => onset + vowel + coda).join('')
  return (block.name === 'Tamil' ? voiced(roman, secondSpelling) : roman).replace(/n(?=[pbm])/g, 'm')
}

const within = (letter: string, start: number): boolean => {
  const code = letter.codePointAt(0) ?? 0
  return code >= start && code < start + 0x80
}

function syllablesOf(word: string, block: Block): readonly Syllable[] {
  const syllables: Syllable[] = []
  const change = (change: Partial<Syllable>): void => {
    const last = syllables.pop()
    if (last) syllables.push({ ...last, ...change })
  }
  for (const letter of word) {
    const place = (letter.codePointAt(0) ?? 0) - block.start
    const last = syllables.at(-1)
    const consonant = consonantOf(place, block)
    const sign = vowels[place - 0x38]
    if (strays[letter]) syllables.push({ onset: strays[letter], vowel: '', short: false, coda: '' })
    else if (consonant !== undefined) syllables.push({ onset: consonant, vowel: 'a', short: true, coda: '' })
    else if (vowels[place] !== undefined) syllables.push({ onset: '', vowel: vowels[place], short: false, coda: '' })
    else if (sign !== undefined && place >= 0x3e) change({ vowel: sign, short: false })
    else if (place === halant) change({ vowel: '', short: false })
    else if (place === dot) change({ onset: dottedOf(last?.onset ?? '', block) })
    else if (nasals.includes(place) || (block.name === 'Gurmukhi' && place === 0x70)) change({ coda: 'n', short: false })
    else if (place === 0x57) change({ vowel: 'au', short: false })
    else if (place >= 0x66 && place <= 0x6f) syllables.push({ onset: String(place - 0x66), vowel: '', short: false, coda: '' })
  }
  return block.name === 'Malayalam' ? syllables.map(part => (part.onset === 'f' ? { ...part, onset: 'ph' } : part)) : syllables
}

/** Bengali says j where others write y; the dental of Tamil is spelt th. */
function consonantOf(place: number, block: Block): string | undefined {
  if (block.name === 'Bengali' && place === 0x2f) return 'j'
  if (block.name === 'Tamil' && place === 0x24) return 'th'
  return consonants[place]
}

const dottedOf = (onset: string, block: Block): string => (block.name === 'Bengali' && onset === 'j' ? 'y' : (dotted[onset] ?? onset))

function withoutUnspoken(syllables: readonly Syllable[]): readonly Syllable[] {
  const out = [...syllables]
  for (let at = out.length - 1; at > 0; at--) {
    const [before, here, after] = [out[at - 1], out[at], out[at + 1]]
    if (!here?.short || !before) continue
    const isLast = at === out.length - 1
    const afterVowel = before.vowel !== '' && before.coda === ''
    const spokenNext = after !== undefined && after.vowel !== '' && after.onset !== ''
    // The short "a" at the end is kept after two consonants: कृष्ण is "krishna", but अनंत is "anant".
    const falls = isLast ? before.vowel !== '' : afterVowel && spokenNext
    if (falls) out[at] = { ...here, vowel: '', short: false }
  }
  return out
}

/** Tamil writes one letter for k and g, t and d, p and b: between vowels and after a nasal they are voiced; ch at the beginning and between vowels is s. */
function voiced(roman: string, secondSpelling: boolean): string {
  const soft: Readonly<Record<string, string>> = { k: 'g', t: 'd', th: secondSpelling ? 'th' : 'd', p: 'b', ch: 's' }
  return roman
    .replace(/(?<=[aeiou])(ch|[kp]|t(?!h))(?=[aeiou])/g, letter => soft[letter] ?? letter)
    .replace(/^ch(?=[aeiou])/, 's')
    .replace(/(?<=[nm])(th|[ktp])(?=[aeiou])/g, letter => soft[letter] ?? letter)
}
