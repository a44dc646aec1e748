import type { Chip } from '../../../src-preload/contract/talent.ts'
import type { Condition } from './conditions.ts'

/** A chip with what it asks. */
export interface ReadChip {
  readonly chip: Chip
  readonly condition: Condition
}

/** Collects the chips of a sentence while its readers take their words out of it. */
export interface ChipCollector {
  /** What was understood so far, in order. */
  readonly chips: readonly ReadChip[]
  /** Keeps a chip; false where the user took it away, or where the same stands there already. */
  keep(read: ReadChip): boolean
  /**
   * Keeps a chip and gives what stands in the sentence in place of `said`: a space, or, where the user took the chip away, a mark
   * that no other reader understands.
   */
  put(read: ReadChip, said: string): string
  /** Brings back the words behind the marks, to be looked for like any other. */
  restore(sentence: string): string
}

/** The first of the letters that stand for words set aside: none is in a text that was typed. */
const firstMark = 0xe000

/** Starts collecting; `without` are the ids of the chips that the user took away. */
export function collectChips(without: readonly string[]): ChipCollector {
  const taken = new Set(without)
  const chips: ReadChip[] = []
  const aside: string[] = []
  const isThere = (id: string): boolean => chips.some(({ chip }) => chip.id === id)
  const keep = (read: ReadChip): boolean => {
    if (taken.has(read.chip.id) || isThere(read.chip.id)) return false
    chips.push(read)
    return true
  }
  return {
    chips,
    keep,
    put(read, said) {
      if (keep(read) || isThere(read.chip.id)) return ' '
      return ` ${String.fromCharCode(firstMark + aside.push(said) - 1)} `
    },
    restore: sentence => sentence.replace(/[\ue000-\uf8ff]/g, mark => ` ${aside[mark.charCodeAt(0) - firstMark] ?? ''} `),
  }
}

/** A word as it begins a label: "marathi" as "Marathi", each word of several. */
export const titled = (words: string): string => words.replace(/(?<!\p{L})\p{L}/gu, letter => letter.toUpperCase())
