import { expect, it } from 'vitest'
import { comesIn, mostExact, orderReads, type ReadToOrder } from '../../../src-main/matching/pairs/orderReads.ts'
import { seeded } from '../../support/madeEnsemble.ts'

/** The most reads that any filling of the slots holds, and the fewest people who come in then, by trying every one. */
function byTrying(reads: readonly ReadToOrder[], slots: number): { readonly placed: number; readonly changes: number } {
  let best = { placed: 0, changes: 0 }
  const go = (slot: number, held: readonly number[], changes: number): void => {
    if (held.length > best.placed || (held.length === best.placed && changes < best.changes)) best = { placed: held.length, changes }
    if (slot === slots) return
    go(slot + 1, held, changes)
    for (const [at, read] of reads.entries()) {
      if (!held.includes(at) && read.free[slot] === true) go(slot + 1, [...held, at], changes + comesIn(reads[held.at(-1) ?? -1], read))
    }
  }
  go(0, [], 0)
  return best
}

function madeReads(seed: number, count: number, slots: number, always: boolean): readonly ReadToOrder[] {
  const random = seeded(seed)
  const person = (letter: string): string => `${letter}${Math.floor(random() * 3)}`
  return Array.from({ length: count }, () => ({ people: [person('a'), person('b')] as const, free: Array.from({ length: slots }, () => always || random() < 0.55) }))
}

const placedIn = (slots: readonly (number | null)[]): readonly number[] => slots.filter(slot => slot !== null)

it('places as many reads as trying every order does, and nobody comes in more often', () => {
  for (let seed = 1; seed <= 25; seed++) {
    const reads = madeReads(seed, 5, 6, seed % 3 === 0)
    const { slots, changes, least, proven } = orderReads(reads)
    const placed = placedIn(slots)
    expect({ placed: placed.length, changes }).toEqual(byTrying(reads, 6))
    expect([least, proven, new Set(placed).size]).toEqual([changes, true, placed.length])
    for (const [slot, at] of slots.entries()) expect(at === null || reads[at]?.free[slot]).toBe(true)
  }
})

it('has one person stay where three read with the same partner', () => {
  const free = [true, true, true, true]
  const reads: readonly ReadToOrder[] = [['meera', 'dev'], ['rani', 'arun'], ['meera', 'arun'], ['rani', 'dev']].map(([one, other]) => ({ people: [one ?? '', other ?? ''], free }))
  expect(orderReads(reads)).toMatchObject({ changes: 5, proven: true })
})

it('beyond the exact orders places everybody, says what no order comes under, and stays near it', () => {
  for (let seed = 1; seed <= 4; seed++) {
    const reads = madeReads(seed, mostExact + 6, mostExact + 6, true)
    const { slots, changes, least } = orderReads(reads)
    expect(placedIn(slots)).toHaveLength(reads.length)
    expect(changes).toBe(placedIn(slots).reduce((sum, at, place) => sum + (reads[at] ? comesIn(reads[placedIn(slots)[place - 1] ?? -1], reads[at]) : 0), 0))
    expect(changes).toBeGreaterThanOrEqual(least)
    expect(changes).toBeLessThanOrEqual(least + 3)
  }
})

it('weighs every order of as many reads as are still exact', () => {
  const reads = madeReads(9, mostExact, mostExact + 2, false)
  expect(orderReads(reads).proven).toBe(true)
})

it('gives a long session in which everybody is there the order of a short one', () => {
  const reads = madeReads(5, 6, 6, true)
  const long = reads.map(read => ({ ...read, free: Array.from({ length: 90 }, () => true) }))
  expect(orderReads(long)).toEqual(orderReads(reads))
})
