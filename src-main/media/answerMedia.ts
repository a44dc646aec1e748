import { statSync } from 'node:fs'
import { thumbSides, type MediaFolder, type ThumbSide } from './mediaFolder.ts'
import type { Thumbs } from './thumbs.ts'

/** What a door was asked for, already known to come from the page itself. */
export interface MediaRequest {
  readonly method: string
  /** As in a URL: `/media/ID` or `/media/ID/thumb/96`. */
  readonly pathname: string
  readonly range: string | null
  readonly ifNoneMatch: string | null
}

/** What a door answers: the headers, and which bytes of which file are the body, both ends included; null where there is none. */
export interface MediaAnswer {
  readonly status: 200 | 206 | 304 | 404 | 405 | 416
  readonly headers: Readonly<Record<string, string>>
  readonly body: { readonly path: string; readonly start: number; readonly end: number } | null
}

/** Answers a request for a kept file or its small picture. */
export type AnswerMedia = (request: MediaRequest) => Promise<MediaAnswer>

/** A kept file as the records know it. */
export interface KnownFile {
  readonly sha256: string
  readonly mime: string
  readonly fileName: string
}

/** Tells whether a path of the page's address asks for media. */
export const isMediaPath = (pathname: string): boolean => pathname === '/media' || pathname.startsWith('/media/')

/**
 * Makes the one answer of both doors: kept files by their id, whole or a range of bytes (RFC 9110, section 14), never anything that the records do not
 * name. The type is what the file truly is; its own policy lets nothing in it run, open a frame or load more.
 * @param parts.find the file of an id of the records, null where there is none
 */
export function answerMediaFrom(parts: { readonly find: (id: string) => KnownFile | null; readonly media: MediaFolder; readonly thumbs: Thumbs }): AnswerMedia {
  return async request => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return nothing(405, { allow: 'GET, HEAD' })
    const asked = readPath(request.pathname)
    const known = asked && parts.find(asked.id)
    if (!asked || !known) return nothing(404)
    const file = asked.side === null ? parts.media.find(known.sha256) : await thumb(parts.thumbs, known, asked.side)
    if (file === null) return nothing(404)
    const isMade = asked.side !== null && known.mime !== 'image/gif'
    return answer(request, file, {
      'content-type': isMade ? 'image/webp' : known.mime,
      'content-disposition': dispositionOf(isMade ? 'picture.webp' : known.fileName),
      etag: `"${known.sha256}${asked.side === null ? '' : `-${asked.side}`}"`,
    })
  }
}

type Found = { readonly path: string; readonly size: number }

async function thumb(thumbs: Thumbs, { sha256, mime }: KnownFile, side: ThumbSide): Promise<Found | null> {
  if (!mime.startsWith('image/') || mime === 'image/heic') return null
  const path = await thumbs.of(sha256, mime, side)
  const found = path === null ? undefined : statSync(path, { throwIfNoEntry: false })
  return path === null || found === undefined ? null : { path, size: found.size }
}

function answer(request: MediaRequest, file: Found, of: { readonly etag: string; readonly 'content-type': string; readonly 'content-disposition': string }): MediaAnswer {
  // Asked for anew each time, by its etag: what was taken out of the book must not stay in a browser.
  const headers = { ...of, ...mediaPolicy, 'accept-ranges': 'bytes', 'cache-control': 'private, no-cache' }
  if (request.ifNoneMatch?.split(',').some(tag => tag.trim().replace(/^W\//, '') === of.etag)) return { status: 304, headers, body: null }
  const range = readRange(request.range, file.size)
  if (range === 'outside') return nothing(416, { 'content-range': `bytes */${file.size}` })
  const { start, end } = range ?? { start: 0, end: file.size - 1 }
  return {
    status: range === null ? 200 : 206,
    headers: { ...headers, 'content-length': `${end - start + 1}`, ...(range && { 'content-range': `bytes ${start}-${end}/${file.size}` }) },
    body: request.method === 'HEAD' || file.size === 0 ? null : { path: file.path, start, end },
  }
}

/** No script, no frame, no request out of a file that came from elsewhere; `sandbox` gives a PDF or an SVG no origin either. */
const mediaPolicy = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
} as const

const nothing = (status: 404 | 405 | 416, headers: Readonly<Record<string, string>> = {}): MediaAnswer => ({
  status, headers: { ...headers, 'content-length': '0', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }, body: null,
})

/** Only letters, digits and hyphens make an id, so that no path of the disk can be spelt. */
function readPath(pathname: string): { readonly id: string; readonly side: ThumbSide | null } | null {
  const match = /^\/media\/([0-9a-zA-Z-]{1,64})(?:\/thumb\/(\d{1,4}))?$/.exec(pathname)
  if (match?.[1] === undefined) return null
  if (match[2] === undefined) return { id: match[1], side: null }
  const side = thumbSides.find(known => `${known}` === match[2])
  return side === undefined ? null : { id: match[1], side }
}

/** The one range asked for, null where all is to be sent: also for several ranges or a header that is none, as RFC 9110 allows. */
function readRange(header: string | null, size: number): { readonly start: number; readonly end: number } | 'outside' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return null
  if (match[1] === '') {
    const last = Number(match[2])
    return last === 0 || size === 0 ? 'outside' : { start: Math.max(0, size - last), end: size - 1 }
  }
  const start = Number(match[1])
  const end = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1)
  if (match[2] !== '' && Number(match[2]) < start) return null
  return start >= size ? 'outside' : { start, end }
}

/** Shown in the page, and called by its own name where it is saved (RFC 6266). */
const dispositionOf = (name: string): string =>
  `inline; filename="${name.replace(/[^\x20-\x7e]|["\\%]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)}`
