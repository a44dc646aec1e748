import { languageNamed } from '../roles/languages.ts'
import { fold, skeleton } from '../spelling/folding.ts'

/** How words and names of languages compare, remembered for the length of one ranking, in which the same words come by the thousand. */
export interface Sounds {
  /** The consonants of a word as they sound, see `skeleton`. */
  sound(word: string): string
  /** A text folded for comparing, with a space at each end. */
  folded(text: string): string
  /** A language by its usual name, folded: `Bangla` is `bengali`. */
  language(name: string): string
}

/** Makes the memory of one ranking. */
export function createSounds(): Sounds {
  const remembered = (make: (text: string) => string): ((text: string) => string) => {
    const known = new Map<string, string>()
    return text => {
      const before = known.get(text)
      if (before !== undefined) return before
      const made = make(text)
      known.set(text, made)
      return made
    }
  }
  return {
    sound: remembered(skeleton),
    folded: remembered(text => ` ${fold(text)} `),
    language: remembered(name => fold(languageNamed(name) ?? name)),
  }
}
