import { decodeText, looksLikeText } from './decodeText.ts'
import { fountainBlocks } from './fountainBlocks.ts'
import { fountainLines } from './fountainLines.ts'
import { readTitlePage } from './fountainTitlePage.ts'
import type { LegacyLetters } from './legacyFontLetters.ts'
import { hideKrutiDev } from './legacyFontText.ts'
import { layOnPages } from './pageLayout.ts'
import type { DraftScript, ScriptReader } from './reader.ts'

/** Reads Fountain, the plain-text screenplay format (fountain.io/syntax), in UTF-8, UTF-16 or windows-1252; pages are estimated. */
export const fountainReader: ScriptReader = {
  format: 'fountain',
  name: 'plain text',
  extensions: ['fountain', 'spmd'],
  looksLike: looksLikeText,
  read: async (bytes, { letters }) => readFountain(bytes, letters),
}

/** Reads a Fountain file; never throws. */
export const readFountain = (bytes: Uint8Array, letters?: LegacyLetters): DraftScript => {
  const { text, guessed } = decodeText(bytes)
  const lines = fountainLines(hideKrutiDev(text, letters))
  const titlePage = readTitlePage(lines)
  const laid = layOnPages(fountainBlocks(lines, titlePage.end))
  const title = titlePage.entries.get('title')?.split('\n').filter(Boolean).join(' ') ?? ''
  const message = 'The file is not in Unicode, so letters with accents may be wrong. Save it as UTF-8 if names look odd.'
  return { title: title || null, ...laid, warnings: guessed ? [{ code: 'ENCODING_GUESSED', page: null, message }] : [], draftLines: draftLinesOf(titlePage.entries) }
}

/** Keys of a title page under which a draft is named. */
const draftKeys = /^(?:draft|revision|date|header|footer|notes?|[tb][lrc])/u

const draftLinesOf = (entries: ReadonlyMap<string, string>): readonly string[] =>
  [...entries].flatMap(([key, value]) => (draftKeys.test(key) ? value.split('\n').map(line => `${key}: ${line}`) : []))
