import type { Quoted } from '../tool.ts'

/** The longest text of others that is told at once, in characters; about a thousand words. */
export const longestQuote = 6_000

/** The longest name, in characters. */
const longestName = 80

/**
 * Characters that nobody sees: controls, marks of direction, tags, fillers, halves of letters, signs of nobody's script. Text can be
 * hidden in them.
 *
 * Joiners stay where an Indian script needs them, which is after one of its letters (Unicode 17, chapter 12).
 */
const unseen = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}]|(?<![\u0900-\u0dff])[\u200c\u200d]/gu

/** Line ends of any kind. */
const lineEnds = /\r\n?|[\u0085\u2028\u2029]/g

/** A text without the characters that nobody sees. */
export const visible = (text: string): string => text.replace(lineEnds, '\n').replaceAll('\t', ' ').replace(unseen, '')

/**
 * Text that somebody else wrote, as data for Claude: without what nobody sees, at most `longest` characters from `start`.
 *
 * `from` says where it stands, and how much of it this is where it is not the whole.
 */
export function quote(text: string, from: string, { start = 0, longest = longestQuote }: { readonly start?: number; readonly longest?: number } = {}): Quoted {
  const whole = visible(text).trim()
  const part = whole.slice(start, start + longest)
  const cut = part.length < whole.length ? ` (characters ${start + 1} to ${start + part.length} of ${whole.length})` : ''
  return { quoted: part, from: `${from}${cut}` }
}

/** A quoted text, or "unknown" where nothing is written. */
export const quoteKnown = (text: string, from: string, longest?: number): Quoted | 'unknown' =>
  text.trim() === '' ? 'unknown' : quote(text, from, longest === undefined ? {} : { longest })

/** A name, heading or other few words that others wrote, as {@link plainLine} has it: at most 80 characters. */
export const named = (words: string): string => plainLine(words, longestName)

/**
 * One line of at most `longest` characters, without what nobody sees and without the signs that a tag, a link, a list of data or a
 * code block is made of.
 */
export function plainLine(words: string, longest: number): string {
  const line = visible(words).replace(/[<>[\]{}`|\\]+/g, ' ').replace(/\s+/g, ' ').trim()
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line
}

/**
 * What a tool told, as the text that Claude is given: JSON in which no text can end its own quotes or look like a tag.
 *
 * Every `<`, `>` and line separator is written as its JSON escape, which reads the same.
 */
export const toldAsText = (told: unknown): string =>
  (JSON.stringify(told) ?? 'null').replace(/[<>\u2028\u2029]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
