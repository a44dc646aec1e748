import { wordsOfBits } from '../embedding/signs.ts'

/** Vectors as their signs, one after the other, with the row of the message that each belongs to. */
export interface NearBits {
  /** Adds a vector; a row that was there before may stand twice. */
  add(row: number, bits: Int32Array): void
  /** The rows whose signs differ least from those asked for: `count` of them or, where many are equally near, some more. */
  nearest(bits: Int32Array, count: number): readonly number[]
  readonly size: () => number
}

/**
 * Keeps the signs of vectors in memory, 64 bytes each, and finds the nearest by Hamming distance in one scan.
 *
 * Measured on 100,000 messages this takes a tenth of the time of a vec0 table of bits and a twentieth of one of signed bytes.
 */
export function makeNearBits(): NearBits {
  let rows = new Int32Array(1024)
  let words = new Int32Array(1024 * wordsOfBits)
  let distances = new Uint16Array(1024)
  let size = 0
  return {
    add(row, bits) {
      if (size === rows.length) {
        rows = grown(rows, new Int32Array(size * 2))
        words = grown(words, new Int32Array(size * 2 * wordsOfBits))
        distances = new Uint16Array(size * 2)
      }
      rows[size] = row
      words.set(bits.subarray(0, wordsOfBits), size * wordsOfBits)
      size++
    },
    nearest(bits, count) {
      const often = new Int32Array(wordsOfBits * 32 + 1)
      for (let at = 0, index = 0; index < size; index++) {
        let differing = 0
        for (let word = 0; word < wordsOfBits; word++, at++) differing += bitsSet((words[at] ?? 0) ^ (bits[word] ?? 0))
        distances[index] = differing
        often[differing] = (often[differing] ?? 0) + 1
      }
      let limit = 0
      for (let found = 0; found < count && limit < often.length; limit++) found += often[limit] ?? 0
      const near: number[] = []
      for (let index = 0; index < size; index++) if ((distances[index] ?? 0) < limit) near.push(rows[index] ?? 0)
      return near
    },
    size: () => size,
  }
}

function grown(before: Int32Array<ArrayBuffer>, after: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  after.set(before)
  return after
}

/** How many bits of a 32-bit word are set (Warren, Hacker's Delight, 5-1). */
function bitsSet(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** A vector in signed bytes, its greatest number 127. */
export function bytesOf(vector: Float32Array): Int8Array {
  const most = vector.reduce((greatest, value) => Math.max(greatest, Math.abs(value)), 0)
  return Int8Array.from(vector, value => (most === 0 ? 0 : Math.round((value / most) * 127)))
}

/** The cosine of a vector of unit length and one in signed bytes, -1 to 1; off by less than a hundredth from the exact one. */
export function cosineOfBytes(vector: Float32Array, bytes: Int8Array): number {
  let dot = 0
  let square = 0
  for (let index = 0; index < bytes.length; index++) {
    const value = bytes[index] ?? 0
    dot += value * (vector[index] ?? 0)
    square += value * value
  }
  return square === 0 ? 0 : dot / Math.sqrt(square)
}
