/** What a kept file truly is. */
export interface FileKind {
  readonly mime: string
  /** How it can be shown here: a HEIC is a picture that neither the page nor the office can open. */
  readonly family: 'picture' | 'closedPicture' | 'video' | 'document'
}

/** How many bytes of the beginning of a file tell its kind. */
export const headLength = 1024

const picture = (mime: string): FileKind => ({ mime, family: 'picture' })
const video = (mime: string): FileKind => ({ mime, family: 'video' })
const heic: FileKind = { mime: 'image/heic', family: 'closedPicture' }

/**
 * Tells what a file is by its first bytes, whatever its name says; null where it is none of what a talent book keeps.
 *
 * JPEG, PNG, GIF and WebP by their signatures (WHATWG MIME Sniffing, https://mimesniff.spec.whatwg.org/), AVIF, HEIC, MP4 and QuickTime by the
 * brands of their `ftyp` box (ISO/IEC 14496-12), WebM and Matroska by the DocType of their EBML header (RFC 8794), PDF within its first kilobyte.
 */
export function kindOfFile(head: Uint8Array): FileKind | null {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, headLength)).toString('latin1')
  if (text.startsWith('\xff\xd8\xff')) return picture('image/jpeg')
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return picture('image/png')
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return picture('image/gif')
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) return picture('image/webp')
  if (text.startsWith('\x1a\x45\xdf\xa3')) return matroska(text)
  if (text.startsWith('ftyp', 4)) return ofBrands(text)
  // QuickTime files from before there was an ftyp box begin with one of these.
  if (['moov', 'mdat', 'wide', 'skip', 'free'].includes(text.slice(4, 8))) return video('video/quicktime')
  return text.includes('%PDF-') ? { mime: 'application/pdf', family: 'document' } : null
}

function matroska(text: string): FileKind | null {
  if (text.slice(0, 64).includes('webm')) return video('video/webm')
  return text.slice(0, 64).includes('matroska') ? video('video/x-matroska') : null
}

const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1']

function ofBrands(text: string): FileKind | null {
  const length = (text.charCodeAt(0) << 24) | (text.charCodeAt(1) << 16) | (text.charCodeAt(2) << 8) | text.charCodeAt(3)
  const compatible: readonly string[] = text.slice(16, Math.min(Math.max(length, 16), 256)).match(/.{4}/gs) ?? []
  const brand = text.slice(8, 12)
  if (brand === 'avif' || (heicBrands.includes(brand) && compatible.includes('avif'))) return picture('image/avif')
  if (heicBrands.includes(brand)) return heic
  if (brand === 'qt  ') return video('video/quicktime')
  return brand.startsWith('M4A') || brand.startsWith('M4B') ? null : video('video/mp4')
}
