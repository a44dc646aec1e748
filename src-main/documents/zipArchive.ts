import { Readable } from 'node:stream'
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import { CastMatchError } from '../../src-preload/contract/errors.ts'

/** One file of a zip archive: how it is packed (0 stored, 8 deflated), its sizes in bytes, its checksum and where its bytes begin. */
export type ZipEntry = {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly crc: number
  readonly from: number
  readonly locked: boolean
}

/** A zip archive by the names of its files. */
export type ZipArchive = ReadonlyMap<string, ZipEntry>

/** The most bytes that an archive may declare, unpacked: of one file in it, and of all together. */
export interface ZipLimits {
  readonly entry: number
  readonly total: number
}

const mostEntries = 5000
/** For what is unpacked whole. */
const usual: ZipLimits = { entry: 100 * 1024 * 1024, total: 200 * 1024 * 1024 }
/** How much is unpacked at a time of what is read in pieces, in bytes. */
const pieceSize = 256 * 1024
/** Deflate cannot shrink by more than 1,032 (zlib.net/zlib_tech.html); text shrinks by 10, the same scene over and over by some 300. */
const [mostRatio, ratioFrom] = [1040, 32 * 1024 * 1024]

/**
 * Reads the central directory of a zip archive (PKWARE APPNOTE 6.3.10, 4.3) without unpacking anything; names never become paths.
 *
 * Throws FILE_UNREADABLE, its detail saying why: no or a cut directory, over 5,000 entries, more declared than `limits` (200 MB in all and
 * 100 MB in one where they are left out), a ratio no text has, entries that overlap or bear one name.
 */
export const openZip = (bytes: Uint8Array, subject: string, limits: ZipLimits = usual): ZipArchive => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { count, start } = directoryOf(view, subject)
  if (count > mostEntries) throw unreadable(subject, `it holds more than ${mostEntries} files`)
  const archive = new Map<string, ZipEntry>()
  const decoder = new TextDecoder()
  let at = start
  let total = 0
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw unreadable(subject, 'its list of files is cut short')
    const [nameSize, extraSize, noteSize] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)]
    const end = at + 46 + nameSize + extraSize + noteSize
    if (end > view.byteLength) throw unreadable(subject, 'its list of files is cut short')
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameSize)).replaceAll('\\', '/').replace(/^\/+/u, '').toLowerCase()
    const entry = entryAt(view, at, name, subject)
    total += entry.size
    if (entry.size > limits.entry || total > limits.total) throw unreadable(subject, 'unpacked it would be too large')
    const ratio = entry.size > ratioFrom ? 400 : mostRatio
    if (entry.size > ratio * entry.packed + 1024) throw unreadable(subject, 'it is packed tighter than any text')
    if (archive.has(name)) throw unreadable(subject, 'two files in it have one name')
    archive.set(name, entry)
    at = end
  }
  refuseOverlaps([...archive.values()], start, subject)
  return archive
}

/**
 * Unpacks one file of an archive; null where it is not there.
 *
 * Never yields more than the directory declares, whatever the packed bytes hold. Throws FILE_UNREADABLE where size or checksum are not
 * as declared, SCRIPT_ENCRYPTED where a password is set on it.
 */
export const readEntry = (bytes: Uint8Array, archive: ZipArchive, name: string, subject: string): Uint8Array | null => {
  const entry = archive.get(name.toLowerCase())
  if (!entry) return null
  if (entry.locked) throw new CastMatchError('SCRIPT_ENCRYPTED', { subject })
  const packed = bytes.subarray(entry.from, entry.from + entry.packed)
  const data = entry.method === 0 ? packed : inflated(packed, entry, subject)
  if (data.byteLength !== entry.size || crc32(data) !== entry.crc) throw unreadable(subject, `${name} in it is damaged`)
  return data
}

/**
 * Unpacks one file of an archive piece by piece; nothing where it is not there. Bounds and failures are those of {@link readEntry}; that size
 * and checksum are not as declared is found at the end.
 */
export async function* entryPieces(bytes: Uint8Array, archive: ZipArchive, name: string, subject: string): AsyncGenerator<Uint8Array, void, undefined> {
  const entry = archive.get(name.toLowerCase())
  if (!entry) return
  if (entry.locked) throw new CastMatchError('SCRIPT_ENCRYPTED', { subject })
  const packed = bytes.subarray(entry.from, entry.from + entry.packed)
  let [size, sum] = [0, 0]
  for await (const piece of entry.method === 0 ? [packed] : inflatedPieces(packed, entry, subject)) {
    size += piece.byteLength
    if (size > entry.size) break
    sum = crc32(piece, sum)
    yield piece
  }
  if (size !== entry.size || sum !== entry.crc) throw unreadable(subject, `${name} in it is damaged`)
}

async function* inflatedPieces(packed: Uint8Array, { method, name }: ZipEntry, subject: string): AsyncGenerator<Uint8Array, void, undefined> {
  if (method !== 8) throw unreadable(subject, 'it is packed in a way that Office does not use')
  const inflate = createInflateRaw({ chunkSize: pieceSize })
  try {
    yield* Readable.from([packed]).pipe(inflate) as AsyncIterable<Uint8Array>
  } catch (error) {
    throw unreadable(subject, `${name} in it is damaged`, error)
  } finally {
    inflate.destroy()
  }
}

const inflated = (packed: Uint8Array, { method, size, name }: ZipEntry, subject: string): Uint8Array => {
  if (method !== 8) throw unreadable(subject, 'it is packed in a way that Office does not use')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
  } catch (error) {
    throw unreadable(subject, `${name} in it is damaged`, error)
  }
}

/** Where the directory begins and how many entries it has; ZIP64 records are followed where the plain ones point at them. */
const directoryOf = (view: DataView, subject: string): { readonly count: number; readonly start: number } => {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== 0x06054b50 || at + 22 + view.getUint16(at + 20, true) > view.byteLength) continue
    const [count, size, start] = [view.getUint16(at + 10, true), view.getUint32(at + 12, true), view.getUint32(at + 16, true)]
    const isLarge = count === 0xffff || size === 0xffffffff || start === 0xffffffff
    const found = isLarge ? largeDirectory(view, at - 20) : { count, start, size }
    if (!found || found.start + found.size > at) break
    return found
  }
  throw unreadable(subject, 'its list of files is missing')
}

const largeDirectory = (view: DataView, locator: number): { readonly count: number; readonly start: number; readonly size: number } | null => {
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return null
  const at = Number(view.getBigUint64(locator + 8, true))
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== 0x06064b50) return null
  return { count: Number(view.getBigUint64(at + 32, true)), size: Number(view.getBigUint64(at + 40, true)), start: Number(view.getBigUint64(at + 48, true)) }
}

const entryAt = (view: DataView, at: number, name: string, subject: string): ZipEntry => {
  const sizes = { size: view.getUint32(at + 24, true), packed: view.getUint32(at + 20, true), local: view.getUint32(at + 42, true) }
  const { size, packed, local } = withLargeSizes(view, at, sizes)
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== 0x04034b50) throw unreadable(subject, `${name} in it is missing`)
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (from + packed > view.byteLength) throw unreadable(subject, `${name} in it is cut short`)
  return { name, method: view.getUint16(at + 10, true), packed, size, crc: view.getUint32(at + 16, true), from, locked: (view.getUint16(at + 8,
    true) & 1) === 1 }
}

type Sizes = { readonly size: number; readonly packed: number; readonly local: number }

/** Sizes too large for 32 bits, or written as if they were, stand in an extra field (4.5.3), in this order. */
const withLargeSizes = (view: DataView, at: number, sizes: Sizes): Sizes => {
  const extra = at + 46 + view.getUint16(at + 28, true)
  const end = extra + view.getUint16(at + 30, true)
  for (let field = extra; field + 4 <= end; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue
    let next = field + 4
    const stop = Math.min(end, next + view.getUint16(field + 2, true))
    const large = (value: number): number => {
      if (value !== 0xffffffff || next + 8 > stop) return value
      next += 8
      return Number(view.getBigUint64(next - 8, true))
    }
    return { size: large(sizes.size), packed: large(sizes.packed), local: large(sizes.local) }
  }
  return sizes
}

const refuseOverlaps = (entries: readonly ZipEntry[], directory: number, subject: string): void => {
  let end = 0
  for (const entry of entries.toSorted((a, b) => a.from - b.from)) {
    // Thirty bytes of header and the name stand before the data of each.
    if (entry.from < end + 30 || entry.from + entry.packed > directory) throw unreadable(subject, 'files in it overlap')
    end = entry.from + entry.packed
  }
}

const unreadable = (subject: string, detail: string, cause?: unknown): CastMatchError => new CastMatchError('FILE_UNREADABLE', { subject, detail }, { cause })
