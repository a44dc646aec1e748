import { blockingKeys, pairsOfBlock } from './blocks.ts'
import type { ComparedPerson } from './comparedPerson.ts'
import { wordComparer } from './compareNames.ts'
import { comparePeople, type Reason } from './comparePeople.ts'
import type { Frequencies } from './frequencies.ts'
import { weights } from './weights.ts'

/** Two records that may be one person: ids in order, bits above the limit, and why. */
export interface FoundPair {
  readonly a: string
  readonly b: string
  readonly bits: number
  readonly reasons: readonly Reason[]
}

/** People by each of their blocking keys. */
export function blocksOf(people: readonly ComparedPerson[]): ReadonlyMap<string, readonly ComparedPerson[]> {
  const blocks = new Map<string, ComparedPerson[]>()
  for (const person of people) {
    for (const key of blockingKeys(person)) {
      const block = blocks.get(key)
      if (block) block.push(person)
      else blocks.set(key, [person])
    }
  }
  return blocks
}

/**
 * Compares those who share a block and gives the pairs that are more likely one person than two, the surest first.
 *
 * `isDue` narrows it to pairs with somebody who is compared anew; `onBlock` hears how many blocks are done.
 */
export function findPairs(blocks: ReadonlyMap<string, readonly ComparedPerson[]>, frequencies: Frequencies, { isDue = () => true, onBlock = () => {} }: {
  readonly isDue?: (person: ComparedPerson) => boolean
  readonly onBlock?: (done: number) => void
} = {}): { readonly pairs: readonly FoundPair[]; readonly compared: number } {
  const compare = wordComparer()
  const seen = new Set<number>()
  const pairs: FoundPair[] = []
  let done = 0
  for (const block of blocks.values()) {
    pairsOfBlock(block, isDue, (a, b) => {
      if (a.row === b.row) return
      const key = Math.min(a.row, b.row) * 2 ** 26 + Math.max(a.row, b.row)
      if (seen.has(key) || seen.size >= mostCompared) return
      seen.add(key)
      const { bits, reasons } = comparePeople(a, b, frequencies, compare)
      if (bits >= weights.suggested) pairs.push({ a: a.id < b.id ? a.id : b.id, b: a.id < b.id ? b.id : a.id, bits, reasons })
    })
    onBlock(++done)
  }
  return { pairs: pairs.sort((x, y) => y.bits - x.bits), compared: seen.size }
}

/** A set holds no more entries. */
const mostCompared = 16_000_000
