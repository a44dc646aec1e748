import type { ReadChoices, ScriptWarning } from '../../src-preload/contract/scripts.ts'
import { impossibleWord } from '../../src-preload/contract/devanagari.ts'
import { byteLetters, convertLegacy } from './legacyFontConvert.ts'
import { legacyFontNamed } from './legacyFontNames.ts'
import type { LegacyFont } from './legacyFontNames.ts'

/**
 * Keeps the letters of legacy fonts from being read as English while a script is read.
 *
 * `hide` puts letters without case in their place, one for one, so that what reads by layout sees a script it does not know; digits
 * and spaces stay. `settle` makes Unicode of hidden letters where the user chose so and a table is known. `reveal` puts back what is
 * still hidden; in a name it sets it in marks. `warnings` says by page what was met, for the paragraphs as they were settled.
 */
export type LegacyLetters = {
  readonly hide: (text: string, fontName: string, isGuess?: boolean) => string
  readonly settle: (text: string) => string
  readonly reveal: (text: string) => string
  readonly revealName: (name: string) => string
  readonly warnings: (paragraphs: readonly { readonly text: string; readonly page: number }[]) => readonly ScriptWarning[]
  readonly met: () => boolean
}

/** A font that a document uses, its place among the stand-ins, and whether only its letters speak for it. */
type Met = LegacyFont & { readonly slot: number; readonly isGuess: boolean }

/**
 * The stand-ins are the rare Chinese letters U+3400 to U+4DBF: letters without case that no normal form changes, and that no screenplay
 * has beside a legacy font. Each font has 256 of them, one for each byte.
 */
const [firstStandIn, fonts] = [0x3400, 25] as const
const hidden = /[\u3400-\u4cff]+/gu

const bytes: ReadonlyMap<string, number> = new Map(byteLetters.map((letter, byte) => [letter, byte]))

/** Begins a reading with what the user chose for legacy fonts; null waits for her word, and the letters are left. */
export const legacyLetters = (choice: ReadChoices['letters']): LegacyLetters => {
  const byName = new Map<string, Met | null>()
  const slots: Met[] = []
  const convertedWords = new Map<string, Met>()
  const tally = { words: 0, impossible: 0 }
  const meet = (stated: string, isGuess: boolean): Met | null => {
    const key = `${isGuess ? '?' : ''}${stated}`
    const known = byName.get(key)
    if (known !== undefined) return known
    const font = legacyFontNamed(stated)
    const twin = font && slots.find(one => one.name === font.name && one.isGuess === isGuess)
    const met = font ? (twin ?? (slots.length < fonts ? { ...font, slot: slots.length, isGuess } : null)) : null
    if (met && !twin) slots.push(met)
    byName.set(key, met)
    return met
  }
  const settleOne = (run: string): string => {
    const font = slots[slotOf(run)]
    if (choice !== 'convert' || !font?.table) return run
    const words = convertLegacy(bare(run), font.table)
    for (const word of words.split(' ')) {
      convertedWords.set(word, font)
      tally.words++
      if (impossibleWord(word)) tally.impossible++
    }
    return words
  }
  return {
    hide: (text, fontName, isGuess = false) => {
      const font = meet(fontName, isGuess)
      return font ? standIns(text, font.slot) : text
    },
    settle: text => (slots.length ? text.replace(hidden, run => runsOf(run).map(settleOne).join('')) : text),
    reveal: text => (slots.length ? text.replace(hidden, bare) : text),
    revealName: name => (slots.length && name.search(hidden) >= 0 ? `${nameMarks[0]}${name.replace(hidden, bare)}${nameMarks[1]}` : name),
    met: () => slots.length > 0,
    warnings: paragraphs => (slots.length ? warningsOf(pagesByFont(slots, convertedWords, paragraphs), tally) : []),
  }
}

/** What stands round a name whose letters are still those of a legacy font, so that nobody takes it for English. */
export const nameMarks = ['‹', '›'] as const

const standIns = (text: string, slot: number): string => {
  let out = ''
  for (const letter of text) {
    // A font of symbols has its letters in the private area, at F000 and their byte.
    const code = letter.codePointAt(0) ?? 0
    const byte = code >= 0xf020 && code <= 0xf0ff ? code - 0xf000 : bytes.get(letter)
    const stays = byte === undefined || byte <= 0x20 || byte === 0xa0 || (byte >= 0x30 && byte <= 0x39)
    out += stays ? (byte === undefined ? letter : (byteLetters[byte] ?? letter)) : String.fromCharCode(firstStandIn + 256 * slot + byte)
  }
  return out
}

const slotOf = (run: string): number => (run.charCodeAt(0) - firstStandIn) >> 8

/** Cuts hidden letters where one font follows another. */
const runsOf = (text: string): readonly string[] => {
  const runs: string[] = []
  for (const letter of text) {
    const last = runs.at(-1)
    if (last !== undefined && slotOf(last) === slotOf(letter)) runs[runs.length - 1] = last + letter
    else runs.push(letter)
  }
  return runs
}

const bare = (run: string): string => [...run].map(letter => byteLetters[(letter.charCodeAt(0) - firstStandIn) & 0xff] ?? letter).join('')

type Pages = { readonly left: ReadonlyMap<Met, ReadonlySet<number>>; readonly converted: ReadonlyMap<Met, ReadonlySet<number>> }

const pagesByFont = (slots: readonly Met[], words: ReadonlyMap<string, Met>, paragraphs: readonly { readonly text: string; readonly page: number }[]): Pages => {
  const left = new Map<Met, Set<number>>()
  const converted = new Map<Met, Set<number>>()
  const note = (on: Map<Met, Set<number>>, font: Met | undefined, page: number): void => {
    if (font) on.set(font, (on.get(font) ?? new Set()).add(page))
  }
  for (const { text, page } of paragraphs) {
    for (const [run] of text.matchAll(hidden)) for (const one of runsOf(run)) note(left, slots[slotOf(one)], page)
    if (words.size) for (const [word] of text.matchAll(/[^\s]*[\u0900-\u097f][^\s]*/gu)) note(converted, words.get(word), page)
  }
  return { left, converted }
}

const warningsOf = ({ left, converted }: Pages, tally: { readonly words: number; readonly impossible: number }): readonly ScriptWarning[] => [
  ...[...converted].map(([font, pages]) => convertedWarning(font, [...pages].sort((a, b) => a - b), tally)),
  ...[...left].flatMap(([font, pages]) => [...pages].map(page => leftWarning(font, page))).sort((a, b) => (a.page ?? 0) - (b.page ?? 0)),
]

const leftWarning = ({ name, language, table, isGuess }: Met, page: number): ScriptWarning => {
  if (isGuess) return { code: 'LEGACY_LETTERS', page, font: name, message: `Page ${page} looks as if it was typed for ${name}, an old ${language} font. Look at the preview before you convert it.` }
  if (!table) return { code: 'LEGACY_FONT_WITHOUT_TABLE', page, font: name, message: `Page ${page} is set in ${name}, an old ${language} font that CastMatch cannot convert: its text is not readable. Ask for the script in Unicode.` }
  return { code: 'LEGACY_FONT', page, font: name, message: `Page ${page} is set in ${name}: its ${language} is not readable as text until it is converted.` }
}

const convertedWarning = ({ name }: Met, pages: readonly number[], { words, impossible }: { readonly words: number; readonly impossible: number }): ScriptWarning => {
  const odd = impossible ? ` ${impossible.toLocaleString('en')} of ${words.toLocaleString('en')} words came out with a spelling that cannot be.` : ''
  return { code: 'LEGACY_FONT_CONVERTED', page: pages[0] ?? null, font: name, message: `Converted from ${name} on ${pages.length === 1 ? 'page' : 'pages'} ${rangesOf(pages)}.${odd}` }
}

/** Page numbers in order as a reader writes them: `1-3, 7`. */
export const rangesOf = (pages: readonly number[]): string => {
  const ranges: [number, number][] = []
  for (const page of pages) {
    const last = ranges.at(-1)
    if (last && page === last[1] + 1) last[1] = page
    else ranges.push([page, page])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ')
}
