import { seededNumbers } from './manyPeople.ts'

/** A vector of unit length that points anywhere, from a source of numbers. */
export function anyVector(random: () => number, dimensions = 512): Float32Array {
  // Sums of three lie round zero, as the numbers of an encoder do.
  return ofUnitLength(Float32Array.from({ length: dimensions }, () => random() + random() + random() - 1.5))
}

/** A vector made as long as 1. */
export function ofUnitLength(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector)
  return vector.map(value => value / length)
}

/**
 * Vectors like those of people, as many as are wanted: the first are the real ones given, each further one is a mixture of two of them with
 * seeded noise, so that they lie in crowds as real ones do.
 */
export function* mixedVectors(real: readonly Float32Array[], count: number, seed = 7): Generator<Float32Array, void, undefined> {
  const random = seededNumbers(seed)
  const pick = (): Float32Array => real[Math.floor(random() * real.length)] ?? new Float32Array()
  for (let at = 0; at < count; at++) {
    const own = real[at]
    const [one, other, noise] = [pick(), pick(), anyVector(random, real[0]?.length)]
    yield own ?? ofUnitLength(one.map((value, index) => 0.75 * value + 0.45 * (other[index] ?? 0) + 0.35 * (noise[index] ?? 0)))
  }
}
