import { chanakyaPairs } from './legacyFontChanakya.ts'
import { krutiPairs } from './legacyFontKruti.ts'
import { shreePairs } from './legacyFontShree.ts'
import { shushaPairs } from './legacyFontShusha.ts'
import { surekhPairs } from './legacyFontSurekh.ts'
import { walkmanPairs } from './legacyFontWalkman.ts'

/** The layouts of legacy Devanagari fonts whose table is published. */
export type LegacyTable = 'kruti' | 'walkman' | 'chanakya' | 'shusha' | 'shree' | 'surekh'

/** Every layout that can be converted. */
export const legacyTables: readonly LegacyTable[] = ['kruti', 'walkman', 'chanakya', 'shusha', 'shree', 'surekh']

const pairs: Readonly<Record<LegacyTable, string>> = {
  kruti: krutiPairs, walkman: walkmanPairs, chanakya: chanakyaPairs, shusha: shushaPairs, shree: shreePairs, surekh: surekhPairs,
}

/** The letter of each byte in windows-1252, in which legacy fonts number their glyphs; bytes without one are control characters. */
export const byteLetters: readonly string[] = [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))]

/** Glyphs that stand elsewhere than they are read: short i before its syllable, reph and the hook of Walkman-Chanakya behind. */
const [shortI, reph, hook] = ['\ue000', '\ue001', '\ue002'] as const

type Glyphs = { readonly values: ReadonlyMap<string, string>; readonly longest: number }

const glyphsOf = (table: string): Glyphs => {
  const words = table.trim().split(/\s+/u)
  const values = new Map<string, string>()
  for (let at = 0; at + 1 < words.length; at += 2) values.set(keyOf(words[at] ?? ''), valueOf(words[at + 1] ?? ''))
  return { values, longest: Math.max(...[...values.keys()].map(key => key.length)) }
}

const keyOf = (word: string): string => (/^0x[0-9a-f]{2}$/u.test(word) ? (byteLetters[Number(word)] ?? word) : word)

const valueOf = (word: string): string => (word === '-0-' ? '' : word.replaceAll('ि', shortI).replaceAll('R', reph).replaceAll('H', hook))

const read = new Map<LegacyTable, Glyphs>()

const glyphs = (table: LegacyTable): Glyphs => {
  const known = read.get(table)
  if (known) return known
  const made = glyphsOf(pairs[table])
  read.set(table, made)
  return made
}

/**
 * Converts text of a legacy font to Unicode Devanagari in NFC: first glyph by glyph, the longest that fits, then from the order in which
 * they are drawn to the one in which they are read.
 *
 * What the table does not know stays as it is. Digits stay those of the file, so that scene numbers stay numbers. Linear in the length of the text.
 */
export const convertLegacy = (text: string, table: LegacyTable): string => inReadingOrder(withSigns(text, glyphs(table)))

const withSigns = (text: string, { values, longest }: Glyphs): string => {
  let out = ''
  for (let at = 0; at < text.length; ) {
    let size = Math.min(longest, text.length - at)
    while (size > 0 && !values.has(text.slice(at, at + size))) size--
    out += size ? (values.get(text.slice(at, at + size)) ?? '') : (text[at] ?? '')
    at += Math.max(1, size)
  }
  return out.normalize('NFC')
}

const letter = '[\\u0915-\\u0939]\\u093c?'
/** Letters joined by halants, the last of them whole: what a short i goes round and a reph stands on. */
const cluster = `(?:${letter}्){0,6}${letter}`

/**
 * The rules of the order, each a pattern and what takes its place; own work, after how Devanagari is drawn.
 *
 * A half letter and the stroke behind it are a whole one, also with a sign typed between them; vowels are drawn of parts; what stands
 * over a letter is typed in any order.
 */
const rules: readonly (readonly [from: RegExp, to: string])[] = [
  [/़्/gu, '़्'],
  // The stroke after a half letter; a sign of the vowel may have been typed before it.
  [/्((?:््?र)?[ुूृेैॅंँ\ue001]?)ा/gu, '$1'],
  [/््र/gu, '्र'],
  [/्ो/gu, 'े'],
  [/्ौ/gu, 'ै'],
  [/्।/gu, ''],
  [new RegExp(`(त्त|[पव])((?:्र)?[ा-ौॅंँ${reph}]*)${hook}`, 'gu'), '$1'],
  [new RegExp(`([ंँ${reph}])([ा-ौॅ]+)`, 'gu'), '$2$1'],
  [/([ुूेैॅंँ़])\1+/gu, '$1'],
  [/ॅं/gu, 'ँ'],
  [/अा/gu, 'आ'],
  [/ेा|ाे/gu, 'ो'],
  [/ैा|ाै/gu, 'ौ'],
  [/ॅा|ाॅ/gu, 'ॉ'],
  [/आे|अो/gu, 'ओ'],
  [/आै|अौ/gu, 'औ'],
  [/आॅ|अॉ/gu, 'ऑ'],
  [/एे/gu, 'ऐ'],
  [/एॅ/gu, 'ऍ'],
  [new RegExp(`${shortI}(ं?)(${cluster})`, 'gu'), '$2ि$1'],
  [new RegExp(`(${cluster})([ा-ौॅॢॣ]*)([ंँ]?)${reph}`, 'gu'), 'र्$1$2$3'],
]

/** What the hook of Walkman-Chanakya makes of the letters before it. */
const hooked: Readonly<Record<string, string>> = { 'प': 'फ', 'व': 'क', 'त्त': 'क्त' }

const inReadingOrder = (drawn: string): string => {
  let text = drawn
  for (const [from, to] of rules) {
    text = from.source.endsWith(hook) ? text.replace(from, (_, base: string, signs: string) => `${hooked[base] ?? base}${signs}`) : text.replace(from, to)
  }
  return text.replaceAll(shortI, 'ि').replaceAll(reph, 'र्').replaceAll(hook, '').normalize('NFC')
}
