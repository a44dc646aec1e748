import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { looksLikeText } from './decodeText.ts'
import { docxReader } from './docx.ts'
import { fdxReader } from './fdx.ts'
import { fountainReader } from './fountain.ts'
import { pdfReader } from './pdf.ts'
import type { ScriptReader } from './reader.ts'
import { txtReader } from './txt.ts'

/** Formats that show in their first bytes. */
const marked: readonly ScriptReader[] = [pdfReader, fdxReader, docxReader]

/** Formats of plain text, which only the ending of the name tells apart. */
const plain: readonly ScriptReader[] = [fountainReader, txtReader]

/** Every format that a script is read from. */
export const readers: readonly ScriptReader[] = [...marked, ...plain]

/** The largest script that is read, in bytes. */
export const largestScript = 50 * 1024 * 1024

/** First bytes of kinds that are no script, so that a message can name them. */
const otherKinds: readonly (readonly [starts: readonly number[], name: string])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'it is an old Word or Excel document, or one that is locked with a password'],
  [[0x89, 0x50, 0x4e, 0x47], 'it is a picture (PNG)'],
  [[0xff, 0xd8, 0xff], 'it is a picture (JPEG)'],
  [[0x47, 0x49, 0x46, 0x38], 'it is a picture (GIF)'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'it is rich text (RTF)'],
]

/**
 * Chooses the reader for a file by its extension and checks that its content agrees.
 *
 * Throws FILE_TOO_LARGE over 50 MB, FILE_EMPTY for no bytes or white space only, FILE_KIND_UNKNOWN for an extension that no reader has,
 * FILE_KIND_MISMATCH, its detail naming what the content is, where name and content disagree, SCRIPT_ENCRYPTED for a Word document that is
 * locked with a password: that one is no zip.
 */
export const chooseReader = (bytes: Uint8Array, fileName: string): ScriptReader => {
  const subject = fileName
  if (bytes.byteLength > largestScript) throw new CastMatchError('FILE_TOO_LARGE', { subject, detail: '50 MB' })
  if (isBlank(bytes)) throw new CastMatchError('FILE_EMPTY', { subject })
  const extension = /\.([^.]+)$/u.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const named = readers.find(reader => reader.extensions.includes(extension))
  const found = marked.find(reader => reader.looksLike(bytes)) ?? otherContent(bytes)
  if (found === named && named) return named
  if (found === 'text' && named && plain.includes(named)) return named
  if (!named) {
    if (found === pdfReader || found === fdxReader) throw new CastMatchError('FILE_KIND_MISMATCH', { subject, detail: `it is ${found.name}` })
    throw new CastMatchError('FILE_KIND_UNKNOWN', { subject, detail: extension ? `.${extension}` : 'no ending' })
  }
  if (named === docxReader && isLockedWord(bytes)) throw new CastMatchError('SCRIPT_ENCRYPTED', { subject })
  if (found === null && marked.includes(named)) throw new CastMatchError('FILE_UNREADABLE', { subject, detail: 'it holds no text' })
  throw new CastMatchError('FILE_KIND_MISMATCH', { subject, detail: found === null ? 'it holds no text' : kindWords(found) })
}

/** A locked Word document is a compound file with a stream of this name (MS-OFFCRYPTO 2.3.1). */
const isLockedWord = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))

const kindWords = (found: ScriptReader | string): string => {
  if (typeof found !== 'string') return `it is ${found.name}`
  return found === 'text' ? 'it is plain text' : found
}

/** What a file is that none of the marked formats claims: a kind by its name, text, or null. */
const otherContent = (bytes: Uint8Array): string | null => {
  const known = otherKinds.find(([starts]) => starts.every((byte, at) => bytes[at] === byte))
  if (known) return known[1]
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).trimStart()
  if (/^(?:ï»¿)?<\?xml/u.test(head)) return 'it is XML'
  if (/^<!doctype html|^<html/iu.test(head)) return 'it is a web page (HTML)'
  return looksLikeText(bytes) ? 'text' : null
}

/** White space in UTF-8 or UTF-16, byte order marks included. */
const isBlank = (bytes: Uint8Array): boolean => bytes.every(byte => byte === 0 || (byte > 8 && byte < 14) || byte === 32 || byte === 0xfe || byte === 0xff || byte === 0xef || byte === 0xbb || byte === 0xbf)
