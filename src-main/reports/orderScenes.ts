import { sceneNumber } from '../../src-preload/contract/said.ts'
import type { Scene } from '../../src-preload/contract/scripts.ts'

/** The scenes of a list such as "1, 4, 5A-7", and the words of it that are none. */
export interface ListedScenes {
  readonly scenes: readonly number[]
  /** Words that name no scene, as written. */
  readonly unknown: readonly string[]
  /** Numbers that are printed on more than one scene; all of those are taken. */
  readonly doubled: readonly string[]
  /** Ranges that run backwards; their scenes are taken all the same. */
  readonly backwards: readonly string[]
  /** What stands in brackets. */
  readonly notes: readonly string[]
}

/** Finds the scenes of a script by their numbers. */
export type SceneFinder = (list: string) => ListedScenes

const keyOf = (number: string): string => number.normalize('NFKC').toUpperCase().replaceAll(/[\s*]/gu, '').replace(/^#/, '').replace(/[.)]+$/, '').replace(/^\(/, '')
const bareKey = (key: string): string => key.replace(/^0+(?=\d)/, '')
const dash = /\s*[-–—‑−]\s*|\s+(?:to|thru|through)\s+/giu
const parts = /[,;\n\t]+|\s+(?:&|\+|and|aur|और)\s+/iu
const sceneWord = /^(?:sc(?:ene)?s?|scs)\b[.:#]*\s*(?:nos?\b[.:]?\s*)?(?=\S)/iu
const partWord = /^(?:pt\.?\d*|part|partial|cont'?d?\.?|contd\.?|complete)$/i

/**
 * Makes the finder of the scenes of a script.
 *
 * A number matches as it is printed, letters in either case (5a is 5A), leading zeros and a star of revision aside. A scene without a printed
 * number goes by its place, from 1, unless another bears that number. A range is of the scenes that lie between in the script: 5A-7. A
 * number that itself holds a dash (4-2) is looked for whole before it is taken for a range. Words such as "pt" and "part" are passed over.
 */
export function sceneFinder(scenes: readonly Scene[]): SceneFinder {
  const byKey = new Map<string, number[]>()
  const add = (key: string, index: number): void => void byKey.set(key, [...(byKey.get(key) ?? []), index])
  for (const scene of scenes) if (scene.number !== null) add(keyOf(scene.number), scene.index)
  const printed = new Set(byKey.keys())
  for (const scene of scenes) if (scene.number === null && !printed.has(sceneNumber(scene))) add(sceneNumber(scene), scene.index)
  for (const [key, indexes] of new Map(byKey)) if (!byKey.has(bareKey(key))) byKey.set(bareKey(key), indexes)

  const exactly = (word: string): readonly number[] | undefined => {
    const key = keyOf(word)
    return byKey.get(key) ?? byKey.get(bareKey(key))
  }
  return list => {
    const found = { scenes: [] as number[], unknown: [] as string[], doubled: [] as string[], backwards: [] as string[], notes: [] as string[] }
    const take = (word: string): boolean => {
      const one = exactly(word)
      if (one) {
        if (one.length > 1) found.doubled.push(word)
        found.scenes.push(...one)
        return true
      }
      const range = rangeOf(word, exactly)
      if (range) {
        if (range.backwards) found.backwards.push(word)
        found.scenes.push(...scenes.slice(range.from, range.to + 1).map(({ index }) => index))
        return true
      }
      const either = word.split('/').filter(part => part !== '')
      return either.length > 1 && either.every(part => exactly(part)) && either.every(take)
    }
    const bare = list.normalize('NFKC').replaceAll(/[([]([^)\]]*)[)\]]/gu, (_, note: string) => {
      if (note.trim() !== '') found.notes.push(note.trim())
      return ' '
    })
    for (const piece of bare.split(parts)) takePiece(piece.trim(), take, found.unknown)
    return found
  }
}

function takePiece(piece: string, take: (word: string) => boolean, unknown: string[]): void {
  const plain = piece.replace(sceneWord, '')
  if (plain === '' || take(plain)) return
  let lost: string[] = []
  const tell = (): void => {
    if (lost.length > 0) unknown.push(lost.join(' '))
    lost = []
  }
  for (const word of plain.replaceAll(dash, '-').split(/\s+/u)) {
    if (!/[\p{L}\p{N}]/u.test(word) || partWord.test(word) || /^scenes?$/iu.test(word)) continue
    if (take(word)) tell()
    else if (/\p{N}/u.test(word)) {
      tell()
      unknown.push(word)
    } else lost.push(word)
  }
  tell()
}

/** A range of scenes by its two ends, each found whole; null where no dash of the word parts two numbers. */
function rangeOf(word: string, exactly: (word: string) => readonly number[] | undefined): { readonly from: number; readonly to: number; readonly backwards: boolean } | null {
  const joined = word.replaceAll(dash, '-')
  for (const [at, sign] of [...joined].entries()) {
    if (sign !== '-') continue
    const [one, other] = [exactly(joined.slice(0, at)), exactly(joined.slice(at + 1))]
    const [from, to] = [one?.[0], other?.at(-1)]
    if (from === undefined || to === undefined) continue
    return { from: Math.min(from, to), to: Math.max(from, to), backwards: from > to }
  }
  return null
}
