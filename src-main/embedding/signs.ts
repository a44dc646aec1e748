/** How many 32-bit words the signs of a vector of 512 numbers take. */
export const wordsOfBits = 16

/** The signs of a vector, a bit for each number above zero: vectors that point the same way differ in few of them. */
export function signsOf(vector: Float32Array): Int32Array<ArrayBuffer> {
  const bits = new Int32Array(wordsOfBits)
  for (let index = 0; index < vector.length; index++) if ((vector[index] ?? 0) > 0) bits[index >> 5] = (bits[index >> 5] ?? 0) | (1 << (index & 31))
  return bits
}

/** The signs of a vector as they are kept in the database. */
export const keptSigns = (vector: Float32Array): Buffer => Buffer.from(signsOf(vector).buffer)
