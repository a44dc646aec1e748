import { fold } from '../spelling/folding.ts'

/** A word of a text: where it stands, and folded as names are. */
export interface Word {
  readonly from: number
  readonly to: number
  readonly key: string
  /** The word without the 's of an owner, where it has one; else null. */
  readonly owner: { readonly to: number; readonly key: string } | null
}

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’`]*/gu

const mark = /['’`]/

/** Letters that take no room, which would cut a name in two unseen. */
const unseen = /[\u00ad\u200b\u2060\ufeff]/g

/** A text without the letters that take no room and mean nothing; joiners of Indian scripts stay. */
export const withoutUnseen = (text: string): string => text.replace(unseen, '')

/** Folds words, each but once; for one piece of work. */
export function createFolder(): (word: string) => string {
  const known = new Map<string, string>()
  return raw => {
    if (/^[a-z]+$/.test(raw)) return raw
    let key = known.get(raw)
    if (key === undefined) known.set(raw, (key = fold(raw)))
    return key
  }
}

/** The words of a text, in order, with where they stand. */
export function wordsIn(text: string, folded: (word: string) => string = createFolder()): readonly Word[] {
  const words: Word[] = []
  for (const { 0: found, index } of text.matchAll(word)) {
    // Most words have none of these, and looking for one in each is half of the work.
    const isMarked = mark.test(found)
    const raw = isMarked ? found.replace(/['’`]+$/, '') : found
    const key = folded(raw)
    if (key === '') continue
    const bare = isMarked ? /^(.+)['’`]s$/iu.exec(raw)?.[1] : undefined
    words.push({ from: index, to: index + raw.length, key, owner: bare === undefined ? null : { to: index + bare.length, key: folded(bare) } })
  }
  return words
}

/** Reads texts into words, each text but once; for one piece of work. */
export interface WordReader {
  /** The text without unseen letters, and its words. */
  readonly read: (text: string) => { readonly source: string; readonly words: readonly Word[] }
}

/** Makes a reader that remembers what it has read. */
export function createWordReader(): WordReader {
  const folded = createFolder()
  const known = new Map<string, { readonly source: string; readonly words: readonly Word[] }>()
  return {
    read: text => {
      let found = known.get(text)
      if (!found) {
        const source = withoutUnseen(text)
        known.set(text, (found = { source, words: wordsIn(source, folded) }))
      }
      return found
    },
  }
}

/** The letters of a text from which its words are told apart: as {@link wordsIn} finds them, joined by spaces. */
export const keyOf = (text: string, folded?: (word: string) => string): string => wordsIn(withoutUnseen(text), folded).map(({ key }) => key).join(' ')
