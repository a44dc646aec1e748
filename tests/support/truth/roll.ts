import { seededNumbers } from '../manyPeople.ts'

/** Chance, the same for the same seed. */
export interface Roll {
  readonly chance: (part: number) => boolean
  /** A whole number, both ends included. */
  readonly between: (from: number, to: number) => number
  readonly pick: <Value>(list: readonly Value[]) => Value
  /** Up to so many different ones. */
  readonly some: <Value>(list: readonly Value[], count: number) => Value[]
}

/** Makes the chance of a seed. */
export function rollOf(seed: number): Roll {
  const random = seededNumbers(seed)
  const between = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1))
  const pick = <Value>(list: readonly Value[]): Value => {
    const value = list[between(0, list.length - 1)]
    if (value === undefined) throw new Error('there is nothing to choose from')
    return value
  }
  return { chance: part => random() < part, between, pick, some: (list, count) => (list.length === 0 ? [] : [...new Set(Array.from({ length: count }, () => pick(list)))]) }
}
