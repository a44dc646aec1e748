import { languageNamed, languagePattern } from './languages.ts'
import type { ActionLine } from './mentions.ts'
import { sentencesOf } from './sentences.ts'
import { anyWord } from './words.ts'

const inParenthetical = new RegExp(
  `(?:^|[\\s,;(])(?:in\\s+(?:\\p{L}+\\s+)?|speaks?\\s+|speaking\\s+)?(${languagePattern})(?:\\s*(?:में|mein))?(?=$|[\\s,;.)])`,
  'giu',
)
const saying = anyWord('speaks? says shouts whispers yells curses mutters talks replies answers sings prays')
const speaks = new RegExp(`${saying}\\s+(?:[\\p{Ll} ]{0,30}\\s)?(?:in\\s+)?(?:\\p{Ll}+\\s+)?(${languagePattern})(?![\\p{L}])`, 'iu')
/** What is mimicked, pretended, refused or about somebody else's language is no language of the role. */
const notTheirs = new RegExp(anyWord(
  "mock mocks mimic\\w* imitat\\w* fake\\w* pretend\\w* gibberish accent subtitles?_in song radio tv film movie broken cannot can't " +
  "doesn't does_not don't not no never without tries trying learn\\w* class teacher newspaper book",
), 'iu')

/** The languages that the parenthetical of a speech says it is spoken in: "(in Bhojpuri)", "(in Marathi, low)". */
export function languagesInParenthetical(text: string): readonly string[] {
  const inner = text.replace(/^\s*\(|\)\s*$/gu, '')
  if (notTheirs.test(inner) || inner.split(/\s+/u).length > 8) return []
  const named = [...inner.matchAll(inParenthetical)].map(match => languageNamed(match[1] ?? '')).filter(language => language !== null)
  return [...new Set(named)]
}

/** A language that a sentence says a role to speak. */
export interface SpokenInAction {
  readonly character: string
  readonly language: string
  readonly quote: string
}

/** Who a line of action says to speak which language, with the sentence: the subject must be the one person the sentence names. */
export function languagesInAction(line: ActionLine): readonly SpokenInAction[] {
  return sentencesOf(line.text).flatMap(sentence => {
    const end = sentence.start + sentence.text.length
    const here = line.mentions.filter(mention => mention.start >= sentence.start && mention.start < end)
    const [first] = here
    if (!first || first.start !== sentence.start || first.possessive) return []
    if (here.some(mention => mention.character !== first.character)) return []
    const rest = line.text.slice(first.end, end)
    const language = languageNamed(speaks.exec(rest)?.[1] ?? '')
    if (!language || notTheirs.test(rest)) return []
    return [{ character: first.character, language, quote: line.element.text.slice(sentence.start, end) }]
  })
}
