import { creditLine } from '../../src-preload/contract/said.ts'
import type { TalentField, TalentRecord } from '../../src-preload/contract/talent.ts'
import { languageNamed } from '../roles/languages.ts'
import { fold, skeleton } from '../spelling/folding.ts'

/** A text of a profile, ready to be looked through for skills and telling words. */
export interface ToldText {
  readonly where: 'listed' | 'trained' | 'credited' | 'mentioned'
  readonly field: TalentField
  readonly words: string
  /** Folded for comparing, with a space at each end; empty where the text says that something is not so. */
  readonly folded: string
  /** Its longer words as they sound. */
  readonly heard: () => ReadonlySet<string>
}

/** How words and names of languages compare, remembered as long as the book is, in which the same words come by the thousand. */
export interface Sounds {
  /** The consonants of a word as they sound, see `skeleton`. */
  sound(word: string): string
  /** A text folded for comparing, with a space at each end. */
  folded(text: string): string
  /** A language by its usual name, folded: `Bangla` is `bengali`. */
  language(name: string): string
  /** What a profile tells: skills, then training, credits and bio, sentence by sentence. */
  told(person: TalentRecord): Told
}

/** All that a profile tells. */
export interface Told {
  readonly texts: readonly ToldText[]
  /** All of them as one, folded, and how their longer words sound: to see at once that a word stands nowhere. */
  readonly folded: string
  readonly heard: () => ReadonlySet<string>
}

/** Words are compared by sound from this many letters on; shorter ones sound alike by chance. */
export const soundsFrom = 7

/** So many words and texts are remembered at most; then it begins anew. */
const mostRemembered = 200_000

/** Makes the memory of a book. */
export function createSounds(): Sounds {
  const remembered = (make: (text: string) => string): ((text: string) => string) => {
    const known = new Map<string, string>()
    return text => {
      const before = known.get(text)
      if (before !== undefined) return before
      const made = make(text)
      if (known.size >= mostRemembered) known.clear()
      known.set(text, made)
      return made
    }
  }
  const sound = remembered(skeleton)
  const folded = remembered(text => ` ${fold(text)} `)
  const profiles = new WeakMap<TalentRecord, Told>()
  const tell = (where: ToldText['where'], field: TalentField, words: string): ToldText => {
    const plain = negated.test(words) ? '' : folded(words)
    let heard: ReadonlySet<string> | undefined
    return { where, field, words, folded: plain, heard: () => (heard ??= new Set(plain.split(' ').filter(word => word.length >= soundsFrom).map(sound))) }
  }
  return {
    sound,
    folded,
    language: remembered(name => fold(languageNamed(name) ?? name)),
    told(person) {
      const known = profiles.get(person)
      if (known) return known
      const texts = [
        ...person.skills.map(words => tell('listed', 'skills', words)),
        ...person.proofs.map(({ skill }) => tell('listed', 'proofs', skill)),
        ...sentences(person.training).map(words => tell('trained', 'training', words)),
        ...person.credits.map(credit => tell('credited', 'credits', creditLine(credit))),
        ...sentences(person.bio).map(words => tell('mentioned', 'bio', words)),
      ]
      let heard: ReadonlySet<string> | undefined
      const told: Told = { texts, folded: texts.map(text => text.folded).join(''), heard: () => (heard ??= new Set(texts.flatMap(text => [...text.heard()]))) }
      profiles.set(person, told)
      return told
    },
  }
}

const negated = /\b(?:no|not|never|cannot|can't|doesn't|does not|without|hates|refuses)\b/iu

/** The sentences of a text of a profile. */
export const sentences = (text: string): readonly string[] => (text === '' ? [] : text.split(/(?<=[.;!?])\s+/u))
