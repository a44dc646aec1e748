import { makeScanKernel, type ScanKernel } from './scanKernel.ts'

/** Vectors in memory as signed bytes, each with the number of a row. */
export interface ByteVectors {
  /** Keeps the vector of a row; one that was there before is replaced. */
  put(row: number, vector: Float32Array): void
  /**
   * About how near a vector of unit length lies to each row: the cosine, off by some thousandths, by the number of the row; -2 where a row has none.
   *
   * Whoever wants the nearest takes some more than are wanted, and puts them in order by the true vectors.
   */
  nearness(vector: Float32Array): Float32Array<ArrayBuffer>
  readonly size: () => number
}

/** Stands for a row without a vector: lower than any cosine. */
export const noVector = -2

const pageBytes = 65_536
const most = 127

/** Opens an empty store for vectors of some length. Each takes its length in bytes, and some 60 more. */
export async function openByteVectors(dimensions: number): Promise<ByteVectors> {
  return byteVectors(await makeScanKernel(), dimensions)
}

function byteVectors({ memory, scan }: ScanKernel, dimensions: number): ByteVectors {
  const length = Math.ceil(dimensions / 16) * 16
  const slots = new Map<number, number>()
  let rows = new Int32Array(1024)
  let scales = new Float32Array(1024)
  let mostRow = -1
  // In the memory: the query as 16-bit numbers, then for all slots the dot products, then the vectors.
  let places = layOut(rows.length)
  function layOut(room: number): { readonly out: number; readonly vectors: number } {
    const out = 2 * length
    const vectors = out + 4 * room
    const missing = Math.ceil((vectors + room * length - memory.buffer.byteLength) / pageBytes)
    if (missing > 0) memory.grow(missing)
    return { out, vectors }
  }
  const grow = (): void => {
    const before = places.vectors
    rows = grown(rows, new Int32Array(rows.length * 2))
    scales = grown(scales, new Float32Array(rows.length))
    places = layOut(rows.length)
    new Uint8Array(memory.buffer).copyWithin(places.vectors, before, before + slots.size * length)
  }
  return {
    put(row, vector) {
      if (!slots.has(row) && slots.size === rows.length) grow()
      const slot = slots.get(row) ?? slots.size
      slots.set(row, slot)
      rows[slot] = row
      mostRow = Math.max(mostRow, row)
      scales[slot] = toWhole(vector, new Int8Array(memory.buffer, places.vectors + slot * length, length))
    },
    nearness(vector) {
      const near = new Float32Array(mostRow + 1).fill(noVector)
      const scale = toWhole(vector, new Int16Array(memory.buffer, 0, length))
      scan(0, places.vectors, slots.size, length, places.out)
      const dots = new Int32Array(memory.buffer, places.out, slots.size)
      for (let slot = 0; slot < slots.size; slot++) near[rows[slot] ?? 0] = (dots[slot] ?? 0) * (scales[slot] ?? 0) * scale
      return near
    },
    size: () => slots.size,
  }
}

/** Writes a vector as whole numbers of -127 to 127, its own largest number being 127, and gives what 1 stands for. */
function toWhole(vector: Float32Array, into: Int8Array | Int16Array): number {
  let largest = 0
  for (const value of vector) largest = Math.max(largest, Math.abs(value))
  const scale = largest / most
  for (let index = 0; index < into.length; index++) into[index] = largest === 0 ? 0 : Math.round((vector[index] ?? 0) / scale)
  return scale
}

function grown<Values extends Int32Array | Float32Array>(before: Values, after: Values): Values {
  after.set(before)
  return after
}
