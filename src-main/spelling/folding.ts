/**
 * A text folded for comparing: lower case, accents of Latin letters taken off, everything but letters and digits one space.
 *
 * Letters of other scripts, with their vowel signs, stay as they are.
 */
export function fold(text: string): string {
  if (isPlain(text)) return text.toLowerCase().replace(/['`]/g, '').replace(/[^a-z0-9]+/g, ' ').trim()
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

/** Whether a text is of ASCII alone, as most are: nothing in it has to be taken apart. */
// eslint-disable-next-line no-control-regex -- the range is ASCII
const isPlain = (text: string): boolean => /^[\0-\x7f]*$/.test(text)

/** The folded words of a text, in order. */
export function wordsOf(text: string): readonly string[] {
  const folded = fold(text)
  return folded === '' ? [] : folded.split(' ')
}

/**
 * The consonants of a word as they sound, so that Roman spellings of one Indian word meet: `bharathanatyam`,
 * `Bharatanatyam` and `bharatnatyam` are all `brtntm`.
 *
 * Aspirates lose their h, doubled letters are one, v is w, z is j, q and ck are k, x is ks, vowels and y go but at the beginning.
 */
export function skeleton(word: string): string {
  const sounds = fold(word)
    .replaceAll(' ', '')
    .replace(/ph/g, 'f')
    .replace(/ck|q/g, 'k')
    .replace(/c(?!h)/g, 'k')
    .replace(/ch+/g, 'c')
    .replace(/x/g, 'ks')
    .replace(/z/g, 'j')
    .replace(/v/g, 'w')
    .replace(/sh/g, 's')
    .replace(/([bdgjkt])h/g, '$1')
  const first = sounds.charAt(0)
  const rest = sounds.slice(1).replace(/[aeiouyh]/g, '').replace(/w(?=$)/, '')
  const start = /[aeiou]/.test(first) ? 'a' : first
  return (start + rest).replace(/(.)\1+/g, '$1')
}

/**
 * Whether two words of one sound (see {@link skeleton}) are spelt near enough to be one word: `gana` and `gaana`, not `gaana` and `gun`.
 *
 * Vowels written long are short ones; then words of up to four letters may lie one change apart, of up to six two, longer ones three.
 */
export function areSpeltAlike(a: string, b: string): boolean {
  const [one, other] = [shortVowels(a), shortVowels(b)]
  const length = Math.min(one.length, other.length)
  const most = length <= 4 ? 1 : length <= 6 ? 2 : 3
  return editDistance(one, other, most) <= most
}

const shortVowels = (word: string): string => word.replace(/aa/g, 'a').replace(/ee/g, 'i').replace(/oo/g, 'u')

/**
 * How many single changes (a letter put in, left out, replaced, or two neighbours swapped) lie between two words.
 *
 * Optimal string alignment; gives `limit + 1` as soon as more than `limit` are needed.
 */
export function editDistance(a: string, b: string, limit = 3): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    if (Math.min(...row) > limit) return limit + 1
    before = above
    above = row
  }
  return above[b.length] ?? 0
}
