import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { unpackWoff } from '../../src-main/documents/unpackWoff.ts'

const checksumOf = (view: DataView, offset: number, length: number): number => {
  let sum = 0
  for (let at = 0; at < Math.ceil(length / 4) * 4; at += 4) sum = (sum + view.getUint32(offset + at)) >>> 0
  return sum
}

describe('a packed font', () => {
  it.each(['@fontsource/courier-prime/files/courier-prime-latin-400-normal.woff', '@fontsource/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-700-normal.woff'])(
    'is unpacked to the tables it was made of, each with the checksum it tells: %s',
    file => {
      const woff = readFileSync(createRequire(import.meta.url).resolve(file))
      const plain = unpackWoff(woff)
      const view = new DataView(plain.buffer)
      const count = view.getUint16(4)
      expect([view.getUint32(0), count, plain.byteLength]).toEqual([woff.readUInt32BE(4), woff.readUInt16BE(12), woff.readUInt32BE(16)])
      for (let at = 0; at < count; at++) {
        const entry = 12 + 16 * at
        const tag = view.getUint32(entry)
        // The table `head` holds a checksum of the whole file, which its own leaves out (OpenType, "Calculating checksums").
        if (tag === 0x68656164) continue
        expect(checksumOf(view, view.getUint32(entry + 8), view.getUint32(entry + 12))).toBe(view.getUint32(entry + 4))
      }
    },
  )
})
