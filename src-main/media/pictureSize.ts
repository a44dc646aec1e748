/** Width and height of a picture in pixels. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/**
 * Reads the size of a picture from its header, before anything is unpacked: PNG (its IHDR, https://www.w3.org/TR/png-3/), JPEG (its first frame
 * header, ITU-T T.81 B.2.2), GIF (its screen descriptor), WebP (RFC 9649) and AVIF (its largest `ispe` property, ISO/IEC 23008-12).
 *
 * Null where the bytes are none of these, or are cut before the size.
 */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 12) return null
  if (view.getUint32(0) === 0x89504e47) return view.byteLength >= 24 ? { width: view.getUint32(16), height: view.getUint32(20) } : null
  if (view.getUint32(0) === 0x47494638) return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  if (view.getUint32(0) === 0x52494646) return webpSize(view)
  if (view.getUint32(4) === 0x66747970) return avifSize(bytes)
  return view.getUint16(0) === 0xffd8 ? jpegSize(view) : null
}

function jpegSize(view: DataView): PictureSize | null {
  for (let at = 2; at + 9 <= view.byteLength && view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

function webpSize(view: DataView): PictureSize | null {
  if (view.byteLength < 30) return null
  const kind = view.getUint32(12)
  if (kind === 0x56503820) return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff } // VP8
  if (kind === 0x5650384c) {
    const bits = view.getUint32(21, true) // VP8L: 14 bits each, less one
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  const three = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536
  return kind === 0x56503858 ? { width: three(24) + 1, height: three(27) + 1 } : null // VP8X
}

function avifSize(bytes: Uint8Array): PictureSize | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 65_536))
  let largest: PictureSize | null = null
  for (let at = head.indexOf('ispe'); at >= 0 && at + 16 <= head.length; at = head.indexOf('ispe', at + 4)) {
    const size = { width: head.readUInt32BE(at + 8), height: head.readUInt32BE(at + 12) }
    if (largest === null || size.width * size.height > largest.width * largest.height) largest = size
  }
  return largest
}
