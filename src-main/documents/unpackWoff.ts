import { inflateSync } from 'node:zlib'

/**
 * Unpacks a WOFF font into the plain TrueType or OpenType file that it was made from (W3C, WOFF File Format 1.0).
 *
 * fontkit reads WOFF too, but inflates each table in JavaScript, at every opening: measured 0.4 s for the fonts of one script page.
 */
export function unpackWoff(woff: Uint8Array): Uint8Array {
  const from = new DataView(woff.buffer, woff.byteOffset, woff.byteLength)
  const count = from.getUint16(12)
  const tables = Array.from({ length: count }, (_, at) => {
    const entry = 44 + 20 * at
    const [offset, packed, length] = [from.getUint32(entry + 4), from.getUint32(entry + 8), from.getUint32(entry + 12)]
    const bytes = woff.subarray(offset, offset + packed)
    return { tag: from.getUint32(entry), checksum: from.getUint32(entry + 16), bytes: packed < length ? inflateSync(bytes) : bytes }
  })
  const padded = (length: number) => Math.ceil(length / 4) * 4
  const plain = new Uint8Array(12 + 16 * count + tables.reduce((sum, { bytes }) => sum + padded(bytes.byteLength), 0))
  const to = new DataView(plain.buffer)
  const power = 2 ** Math.floor(Math.log2(count))
  to.setUint32(0, from.getUint32(4))
  to.setUint16(4, count)
  to.setUint16(6, power * 16)
  to.setUint16(8, Math.log2(power))
  to.setUint16(10, count * 16 - power * 16)
  let offset = 12 + 16 * count
  tables.forEach(({ tag, checksum, bytes }, at) => {
    const entry = 12 + 16 * at
    to.setUint32(entry, tag)
    to.setUint32(entry + 4, checksum)
    to.setUint32(entry + 8, offset)
    to.setUint32(entry + 12, bytes.byteLength)
    plain.set(bytes, offset)
    offset += padded(bytes.byteLength)
  })
  return plain
}
