import { statSync } from 'node:fs'
import { extname, join, sep } from 'node:path'

/** A file of the built page: where it lies, and the headers it goes out with. */
export interface PageFile {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * Finds the file that a path of the page's address stands for, null where there is none.
 *
 * A path without an ending is a screen of the page and gives `index.html`. Nothing outside `folder` is ever found,
 * however the path is written; files of a kind that a page does not need are not found either.
 * @param folder the built page, `out/renderer`
 * @param pathname as in a URL: with a leading slash, percent-encoded
 */
export function findPageFile(folder: string, pathname: string): PageFile | null {
  const path = insideFolder(folder, extname(pathname) === '' ? '/index.html' : pathname)
  const type = path === null ? undefined : types[extname(path).toLowerCase()]
  if (path === null || type === undefined || statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return null
  return { path, headers: { 'content-type': type, 'cache-control': cachingOf(pathname) } }
}

/** Vite names what lies in `assets/` after its content, so it never changes; everything else is asked for anew. */
const cachingOf = (pathname: string): string => (pathname.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache')

function insideFolder(folder: string, pathname: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null
  const path = join(folder, decoded)
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep) ? path : null
}
