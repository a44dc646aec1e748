import { editDistance, skeleton } from './folding.ts'

/** From how many letters on a slip of that kind makes no other name, though the name is heard as often (CARSON is not CARLSON). */
const longName = { swap: 6, lostVowel: 6, lostConsonant: 7, changedVowel: 8, twoChanges: 9 } as const

/**
 * Tells whether one word, folded, may be the other with a letter left out, put in, or two swapped.
 *
 * Never the first or last letter (CHRISTIAN, CHRISTINA), and never one consonant for another, which makes another name (RAMESH, RAKESH; RAJESHWAR,
 * RAMESHWAR). Shorter words than the limits only where one of them is rare.
 */
export function mayBeSlip(a: string, b: string, isRare: boolean): boolean {
  const length = Math.min(a.length, b.length)
  if (length < 5 || /\d/.test(a + b) || a[0] !== b[0] || a.at(-1) !== b.at(-1) || a.endsWith('man') !== b.endsWith('man')) return false
  const limit = length >= longName.twoChanges ? 2 : 1
  if (editDistance(a, b, limit) > limit) return false
  const [soundsA, soundsB] = [skeleton(a), skeleton(b)]
  if (sorted(a) === sorted(b)) return isRare || length >= longName.swap
  if (a.length === b.length) return soundsA === soundsB && length >= longName.changedVowel
  if (soundsA === soundsB) return isRare || length >= longName.lostVowel
  const isOneLost = soundsA.length !== soundsB.length && editDistance(soundsA, soundsB, 1) === 1
  return isOneLost && (isRare || length >= longName.lostConsonant)
}

const sorted = (word: string): string => [...word].sort().join('')
