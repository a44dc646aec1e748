import type { ScriptElement } from '../../src-preload/contract/scripts.ts'
import { isGeneric, isQualifier } from './people.ts'

/**
 * A place in a line of action where a character is named.
 *
 * `start` and `end` are offsets into the text of the element, `end` past a surname in the same case ("ANITA" in "ANITA RAO (28)").
 */
export interface Mention {
  readonly character: string
  readonly element: number
  readonly start: number
  readonly end: number
  /** Written all in capitals, or in a script without capitals. */
  readonly capitals: boolean
  /** The cue is no name of one person (STUDENT, OLD MAN), so that elsewhere somebody else may be meant. */
  readonly common: boolean
  /** "Anita's": what follows is about something else. */
  readonly possessive: boolean
  /** "YOUNG ANITA", "MRS ANITA", "PIANO STUDENT": the same name, but another role. */
  readonly qualified: boolean
}

/** What the roles of a script are called, ready for finding them in its lines. */
interface Names {
  readonly pattern: RegExp | null
  /** From a name as looked for to the character whose it is. */
  readonly owners: ReadonlyMap<string, string>
  /** Words that the script also writes small, in capitals here. */
  readonly common: ReadonlySet<string>
}

/** A line of action with everybody it names, in order. */
export interface ActionLine {
  readonly element: ScriptElement
  /** The text with straight apostrophes and line breaks as spaces; offsets are those of the element. */
  readonly text: string
  readonly mentions: readonly Mention[]
}

const straighten = (text: string): string => text.replace(/[’‘`]/g, "'").replace(/[\n\t]/g, ' ')

/**
 * Reads the lines of action of a script, with the characters that each names.
 *
 * A longer name wins over one inside it (ANIL'S FATHER over ANIL). One word of a name stands for the whole where no other
 * character shares it and the script does not write it small: BHOLA for BHOLA PEHLWAN, but not PRICE for DON PRICE. Names count
 * with a capital only, so that a role named BOY is not found in "the boy".
 */
export function readActionLines(elements: readonly ScriptElement[], characters: readonly string[]): readonly ActionLine[] {
  const names = namesOf(characters, smallWords(elements))
  return elements
    .filter(element => element.kind === 'action')
    .map(element => {
      const text = straighten(element.text)
      return { element, text, mentions: mentionsIn(text, element.index, names) }
    })
}

const keyOf = (name: string): string => straighten(name).toUpperCase().replaceAll('.', '').replace(/\s+/g, ' ').trim()

/** Words, in capitals, that the script writes small at least once in every so many times; a slip of the typist is fewer. */
const smallOneIn = 5

/** The words, in capitals, that a script also writes small: PRICE, TEACHER, but hardly ever a name. */
export function smallWords(elements: readonly Pick<ScriptElement, 'text'>[]): ReadonlySet<string> {
  const counts = new Map<string, { small: number; all: number }>()
  for (const { text } of elements) {
    for (const [word] of text.matchAll(/(?<![\p{L}\p{M}'’])[\p{L}][\p{L}\p{M}]+(?!['’]t\b)/gu)) {
      const key = word.toUpperCase()
      const count = counts.get(key) ?? { small: 0, all: 0 }
      counts.set(key, { small: count.small + (/^\p{Ll}/u.test(word) ? 1 : 0), all: count.all + 1 })
    }
  }
  return new Set([...counts].filter(([, { small, all }]) => small * smallOneIn >= all && small > 0).map(([word]) => word))
}

function namesOf(characters: readonly string[], common: ReadonlySet<string>): Names {
  const owners = new Map<string, string>()
  const shared = new Map<string, number>()
  for (const name of characters) {
    owners.set(keyOf(name), name)
    for (const word of new Set(keyOf(name).split(' '))) shared.set(word, (shared.get(word) ?? 0) + 1)
  }
  for (const name of characters) {
    const words = keyOf(name).split(' ')
    if (words.length === 1 || words.some(word => word.endsWith("'S"))) continue
    const own = words.filter(word => !isGeneric(word) && !common.has(word) && shared.get(word) === 1 && !owners.has(word))
    for (const word of own) owners.set(word, name)
  }
  const keys = [...owners.keys()].filter(key => key !== '').sort((a, b) => b.length - a.length)
  if (keys.length === 0) return { pattern: null, owners, common }
  const alternatives = keys.map(key => key.split(' ').map(word => word.replace(/[$()*+.?[\\\]^{|}/]/g, '\\$&')).join('\\.?\\s+'))
  return { pattern: new RegExp(`(?<![\\p{L}\\p{M}\\p{N}'])(?:${alternatives.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'giu'), owners, common }
}

function mentionsIn(text: string, element: number, { pattern, owners, common }: Names): readonly Mention[] {
  const mentions: Mention[] = []
  if (!pattern) return mentions
  for (const match of text.matchAll(pattern)) {
    const written = match[0]
    const start = match.index
    const character = owners.get(keyOf(written))
    const previous = mentions.at(-1)
    if (!character || /^\p{Ll}/u.test(written) || (previous && start < previous.end)) continue
    const capitals = !/\p{Ll}/u.test(written)
    const before = /([\p{L}\p{M}]+)\.?\s+$/u.exec(text.slice(0, start))?.[1] ?? ''
    const end = start + written.length + surnameLength(text.slice(start + written.length), capitals)
    mentions.push({
      character, element, start, end, capitals,
      common: isCommonName(character, common),
      possessive: /^'s?(?![\p{L}])/iu.test(text.slice(end)),
      qualified: isQualifier(before) || (isCommonName(character, common) && /^\p{Lu}{2,}$/u.test(before)),
    })
  }
  return mentions
}

/** Tells whether a cue is words that the script uses of anybody (STUDENT, OLD MAN), no name of one person. */
const isCommonName = (character: string, common: ReadonlySet<string>): boolean =>
  keyOf(character).split(' ').every(word => isGeneric(word) || common.has(word))

/** How much of the text after a name is still the name: further words in capitals, or one or two capitalised before a bracket. */
function surnameLength(after: string, capitals: boolean): number {
  const surname = capitals ? /^(?:\s+\p{Lu}[\p{Lu}.-]+(?![\p{L}\p{M}])){1,3}/u : /^(?:\s+\p{Lu}[\p{Ll}.-]+){1,2}(?=\s*\()/u
  return surname.exec(after)?.[0].length ?? 0
}
