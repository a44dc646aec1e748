import type { Gender, PlayingRange } from '../../../src-preload/contract/words.ts'
import type { TalentId } from '../../../src-preload/contract/talent.ts'
import { wordsOf } from '../../spelling/folding.ts'
import type { ChipCollector, ReadChip } from './readChips.ts'

/** Somebody of the book whom a sentence names, with what "younger" and "taller" are measured by. */
export interface NamedPerson {
  readonly id: TalentId
  readonly name: string
  readonly gender: Gender | null
  readonly playingRange: PlayingRange | null
  readonly heightCm: number | null
}

/** Whom the others are to be like, null where nobody, and the sentence without the words that said so. */
export interface AlikeRead {
  readonly rest: string
  readonly person: NamedPerson | null
}

const lead = String.raw`(?:(?:some|any)?(?:one|body)\s+|people\s+|actors?\s+|actress(?:es)?\s+|an?\s+|more\s+|find\s+)*`
const asPerson = new RegExp(String.raw`\b${lead}(?:(?:just |exactly |much |very much |a bit )?like|similar to|resembling|in the mould of|of the kind of|along the lines of)\s+((?:[\p{L}\p{M}.']+[ -]?){1,5})`, 'u')
const jaisa = /((?:[\p{L}\p{M}.']+ ){1,4})(?:jais[aie]|ki tarah|ke jais[aie]|ke tarah)\b(?:\s+(?:koi|ek|ladk[aie]|actor|actress))?/u
const fewestYears = 2

/**
 * Takes "someone like Tara Sood" out of a sentence, lower case and plain, with "but younger", "older", "taller" and "shorter" beside her.
 *
 * `named` finds the one person of the book whose name the words are, or null: "looks like a cop" and "like nobody else" are left.
 */
export function readAlike(sentence: string, named: (words: readonly string[]) => NamedPerson | null, chips: ChipCollector): AlikeRead {
  const match = asPerson.exec(sentence) ?? jaisa.exec(sentence)
  if (!match) return { rest: sentence, person: null }
  const said = wordsOf(match[1] ?? '')
  const isAhead = match[0].startsWith(match[1] ?? ' ')
  const found = longest(said, isAhead, named)
  // A first name alone is one only after "someone like", not in "looks like honey".
  if (!found || (found.words === 1 && !isAhead && !/^(?:some|any|people|actor|actress|more|find)/.test(match[0]))) return { rest: sentence, person: null }
  const left = (isAhead ? said.slice(0, said.length - found.words) : said.slice(found.words)).join(' ')
  const put = chips.put(likeChip(found.person), `like ${said.join(' ')}`)
  const rest = sentence.replace(match[0], () => ` ${left} ${put} `)
  const isKept = chips.chips.some(({ condition }) => condition.kind === 'like')
  return isKept ? { rest: readBeside(rest, found.person, chips), person: found.person } : { rest, person: null }
}

/** The chip of a person whom others are to be like. */
export const likeChip = ({ id, name }: Pick<NamedPerson, 'id' | 'name'>): ReadChip => ({ chip: { id: `like:${id}`, kind: 'like', label: `Like ${name}` }, condition: { kind: 'like', id, name } })

/** Takes "younger", "older", "taller" and "shorter" out of a sentence that speaks of somebody like a person. */
export function readBeside(sentence: string, person: NamedPerson, chips: ChipCollector): string {
  const { playingRange, heightCm, name } = person
  const first = name.split(' ')[0] ?? name
  const compare = (rest: string, word: RegExp, read: ReadChip | null): string => rest.replace(word, said => (read ? chips.put(read, said) : said))
  const middle = playingRange && (playingRange.from + playingRange.to) / 2
  const aged = (side: 'under' | 'over'): ReadChip | null => (middle === null ? null : {
    chip: { id: `beside:${side === 'under' ? 'younger' : 'older'}`, kind: 'playingRange', label: `${side === 'under' ? 'Younger' : 'Older'} than ${first}` },
    condition: { kind: 'ageBeside', middle: side === 'under' ? middle - fewestYears : middle + fewestYears, side },
  })
  const tall = (least: number | null, most: number | null): ReadChip | null => (heightCm === null ? null : {
    chip: { id: `beside:${least === null ? 'shorter' : 'taller'}`, kind: 'height', label: `${least === null ? 'Shorter' : 'Taller'} than ${first}` }, condition: { kind: 'height', least, most },
  })
  const than = String.raw`(?:\s+than (?:her|him|them|that))?`
  let rest = compare(sentence, new RegExp(String.raw`\b(?:but |and )?(?:a bit |a little |much |slightly |thod[aie] )?(?:younger|chhot[aie] umar k[aie])\b${than}`), aged('under'))
  rest = compare(rest, new RegExp(String.raw`\b(?:but |and )?(?:a bit |a little |much |slightly |thod[aie] )?(?:older|bad[aie] umar k[aie])\b${than}`), aged('over'))
  rest = compare(rest, new RegExp(String.raw`\b(?:but |and )?(?:a bit |a little |much |slightly )?taller\b${than}`), tall((heightCm ?? 0) + 1, null))
  return compare(rest, new RegExp(String.raw`\b(?:but |and )?(?:a bit |a little |much |slightly )?shorter\b${than}`), tall(null, (heightCm ?? 0) - 1))
}

function longest(said: readonly string[], fromEnd: boolean, named: (words: readonly string[]) => NamedPerson | null): { readonly person: NamedPerson; readonly words: number } | null {
  for (let length = said.length; length > 0; length--) {
    const person = named(fromEnd ? said.slice(said.length - length) : said.slice(0, length))
    if (person) return { person, words: length }
  }
  return null
}
