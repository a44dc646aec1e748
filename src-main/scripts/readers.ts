import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { looksLikeText } from './decodeText.ts'
import { fountainReader } from './fountain.ts'
import { pdfReader } from './pdf.ts'
import type { ScriptReader } from './reader.ts'

/** Every format that a script is read from, those that are known by their first bytes before plain text. */
export const readers: readonly ScriptReader[] = [pdfReader, fountainReader]

/** The largest script that is read, in bytes. */
export const largestScript = 50 * 1024 * 1024

/** First bytes of kinds that are no script, so that a message can name them. */
const otherKinds: readonly (readonly [starts: readonly number[], name: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'it is a Word document or another zip archive'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'it is an old Word or Excel document'],
  [[0x89, 0x50, 0x4e, 0x47], 'it is a picture (PNG)'],
  [[0xff, 0xd8, 0xff], 'it is a picture (JPEG)'],
  [[0x47, 0x49, 0x46, 0x38], 'it is a picture (GIF)'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'it is rich text (RTF)'],
]

/**
 * Chooses the reader for a file by its extension and checks that its content agrees.
 *
 * Throws FILE_TOO_LARGE over 50 MB, FILE_EMPTY for no bytes or white space only, FILE_KIND_UNKNOWN for an extension that no reader has,
 * FILE_KIND_MISMATCH, its detail naming what the content is, where name and content disagree.
 */
export const chooseReader = (bytes: Uint8Array, fileName: string): ScriptReader => {
  const subject = fileName
  if (bytes.byteLength > largestScript) throw new CastMatchError('FILE_TOO_LARGE', { subject, detail: '50 MB' })
  if (isBlank(bytes)) throw new CastMatchError('FILE_EMPTY', { subject })
  const extension = /\.([^.]+)$/u.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const named = readers.find(reader => reader.extensions.includes(extension))
  const found = contentOf(bytes)
  const isPdf = found === pdfReader
  if (!named) {
    if (isPdf) throw new CastMatchError('FILE_KIND_MISMATCH', { subject, detail: 'it is a PDF' })
    throw new CastMatchError('FILE_KIND_UNKNOWN', { subject, detail: extension ? `.${extension}` : 'no ending' })
  }
  if (found === named) return named
  if (typeof found === 'string') throw new CastMatchError('FILE_KIND_MISMATCH', { subject, detail: found })
  if (found) throw new CastMatchError('FILE_KIND_MISMATCH', { subject, detail: found === fountainReader ? 'it is plain text' : `it is ${found.name}` })
  throw new CastMatchError(named === pdfReader ? 'FILE_UNREADABLE' : 'FILE_KIND_MISMATCH', { subject, detail: 'it holds no text' })
}

const contentOf = (bytes: Uint8Array): ScriptReader | string | null => {
  const known = otherKinds.find(([starts]) => starts.every((byte, at) => bytes[at] === byte))
  if (known) return known[1]
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).trimStart()
  if (/^(?:ï»¿)?<\?xml|^<FinalDraft/u.test(head)) return head.includes('FinalDraft') ? 'it is a Final Draft document (FDX)' : 'it is XML'
  if (/^<!doctype html|^<html/iu.test(head)) return 'it is a web page (HTML)'
  if (pdfReader.looksLike(bytes)) return pdfReader
  return looksLikeText(bytes) ? fountainReader : null
}

/** White space in UTF-8 or UTF-16, byte order marks included. */
const isBlank = (bytes: Uint8Array): boolean => bytes.every(byte => byte === 0 || (byte > 8 && byte < 14) || byte === 32 || byte === 0xfe || byte === 0xff || byte === 0xef || byte === 0xbb || byte === 0xbf)
