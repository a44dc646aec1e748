import { impossibleWord } from '../../src-preload/contract/devanagari.ts'
import type { ScriptElement, ScriptWarning } from '../../src-preload/contract/scripts.ts'

/** The legacy fonts of a script, as its doubts tell of them: each list by name, and the pages that have text in any of them. */
export interface LegacyNews {
  /** Fonts whose letters were left and can be converted. */
  readonly left: readonly string[]
  /** Fonts that only the letters of a plain text speak for. */
  readonly guessed: readonly string[]
  /** Fonts that no table is known of. */
  readonly unknown: readonly string[]
  readonly converted: readonly string[]
  readonly pages: number
  readonly unknownPages: number
}

/** Reads from the doubts of a script what legacy fonts it has; null where it has none. */
export function legacyNewsOf(warnings: readonly ScriptWarning[]): LegacyNews | null {
  const fonts = (code: string) => [...new Set(warnings.filter(warning => warning.code === code).map(({ font = '' }) => font))]
  const pages = (...codes: readonly string[]) => new Set(warnings.filter(({ code }) => codes.includes(code)).map(({ page }) => page)).size
  const news: LegacyNews = {
    left: fonts('LEGACY_FONT'), guessed: fonts('LEGACY_LETTERS'), unknown: fonts('LEGACY_FONT_WITHOUT_TABLE'), converted: fonts('LEGACY_FONT_CONVERTED'),
    pages: pages('LEGACY_FONT', 'LEGACY_LETTERS'), unknownPages: pages('LEGACY_FONT_WITHOUT_TABLE'),
  }
  return news.left.length + news.guessed.length + news.unknown.length + news.converted.length > 0 ? news : null
}

/** A paragraph as it came beside what the conversion makes of it; null where one reading has none there. */
export interface LetterPair {
  readonly left: ScriptElement | null
  readonly converted: ScriptElement | null
}

/** A page on which the conversion changes something. */
export interface LetterPage {
  readonly page: number
  readonly pairs: readonly LetterPair[]
  /** Words with a spelling that cannot be. */
  readonly doubtful: number
}

/** What a conversion does: the pages that it changes, how many words it made, and how many of them cannot be. */
export interface LetterPreview {
  readonly pages: readonly LetterPage[]
  readonly words: number
  readonly doubtful: number
}

/** Sets a reading with its letters left beside the same script converted, page by page. */
export function previewLetters(left: readonly ScriptElement[], converted: readonly ScriptElement[]): LetterPreview {
  const numbers = [...new Set([...left, ...converted].map(({ page }) => page))].sort((a, b) => a - b)
  const [before, after] = [Map.groupBy(left, ({ page }) => page), Map.groupBy(converted, ({ page }) => page)]
  let words = 0
  const pages = numbers.flatMap(page => {
    const pairs = pairUp(before.get(page) ?? [], after.get(page) ?? [])
    const made = pairs.filter(isChanged).flatMap(pair => devanagariWords(pair.converted?.text ?? ''))
    words += made.length
    return made.length > 0 ? [{ page, pairs, doubtful: made.filter(impossibleWord).length }] : []
  })
  return { pages, words, doubtful: pages.reduce((sum, { doubtful }) => sum + doubtful, 0) }
}

/** Whether the conversion changes the words of a pair. */
export const isChanged = ({ left, converted }: LetterPair): boolean => left?.text !== converted?.text

/** A text cut into words and what stands between them, each with whether it is a word that cannot be spelt so. */
export const inWords = (text: string): readonly { readonly text: string; readonly doubtful: boolean }[] =>
  text.split(/(\s+)/u).filter(part => part !== '').map(part => ({ text: part, doubtful: hasDevanagari(part) && impossibleWord(part) }))

const hasDevanagari = (text: string): boolean => /[\u0900-\u097f]/u.test(text)

const devanagariWords = (text: string): readonly string[] => text.split(/\s+/u).filter(hasDevanagari)

/** How well two paragraphs go together: the same words best, then the same kind. */
const likeness = (a: ScriptElement, b: ScriptElement): number => (a.text === b.text ? 5 : a.kind === b.kind ? 2 : 0.5)

/** Aligns two lists of paragraphs so that likes stand beside each other (Needleman and Wunsch, without a price for gaps). */
function pairUp(left: readonly ScriptElement[], converted: readonly ScriptElement[]): readonly LetterPair[] {
  if (left.length === converted.length) return left.map((element, at) => ({ left: element, converted: converted[at] ?? null }))
  const best: number[][] = Array.from({ length: left.length + 1 }, () => Array.from({ length: converted.length + 1 }, () => 0))
  const at = (row: number, column: number) => best[row]?.[column] ?? 0
  for (const [i, a] of [...left.entries()].toReversed()) {
    for (const [j, b] of [...converted.entries()].toReversed()) {
      const row = best[i]
      if (row) row[j] = Math.max(at(i + 1, j + 1) + likeness(a, b), at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: LetterPair[] = []
  let [i, j] = [0, 0]
  while (i < left.length || j < converted.length) {
    const [a = null, b = null] = [left[i], converted[j]]
    if (a && b && at(i, j) === at(i + 1, j + 1) + likeness(a, b)) {
      pairs.push({ left: a, converted: b })
      i++
      j++
    } else if (b === null || (a && at(i, j) === at(i + 1, j))) {
      pairs.push({ left: a, converted: null })
      i++
    } else {
      pairs.push({ left: null, converted: b })
      j++
    }
  }
  return pairs
}
