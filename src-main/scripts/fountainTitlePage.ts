import { stripEmphasis } from './fountainEmphasis.ts'
import type { FountainLine } from './fountainLines.ts'

/** The title page: the text of each key in lower case, and at which line the script begins. */
export type TitlePage = { readonly entries: ReadonlyMap<string, string>; readonly end: number }

const keyPattern = /^([^\s:][^:\n]{0,40}):(?:\s+(.*)|)$/u
const knownKeys = /^(?:title|credit|authors?|source|notes?|(?:draft )?date|contact(?: info)?|copyright|revision|episode|series|format|language|font|header|footer|[tb][lrc])$/iu

/**
 * Reads the `Key: value` lines that may open a Fountain file (fountain.io/syntax, Title Page).
 *
 * A first line such as `FADE IN:` or `INT. ROOM: DAY` is no key: a key is a known one, or is not in capitals.
 * The page ends at an empty line, or at one that is neither indented nor begins with a key.
 */
export const readTitlePage = (lines: readonly FountainLine[]): TitlePage => {
  let at = 0
  while (at < lines.length && (lines[at]?.text.trim() ?? '') === '') at++
  const first = keyPattern.exec(lines[at]?.text ?? '')?.[1] ?? ''
  if (!knownKeys.test(first) && first === first.toUpperCase()) return { entries: new Map(), end: 0 }
  const entries = new Map<string, string>()
  let key = ''
  for (; at < lines.length; at++) {
    const line = lines[at]?.text ?? ''
    if (line.trim() === '' && !lines[at]?.onlyNotes) break
    const match = keyPattern.exec(line)
    if (!match && /^\S/u.test(line)) break
    if (match) key = (match[1] ?? '').toLowerCase()
    const value = stripEmphasis(match ? (match[2] ?? '') : line).trim()
    const before = entries.get(key)
    entries.set(key, before ? `${before}\n${value}`.trim() : value)
  }
  return { entries, end: at }
}
