import type { Claim } from '../../src-preload/contract/breakdowns.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import { cite, type StagedLine, type StagedMention, type Staging } from './breakdownScenes.ts'
import { describe, type Description } from './description.ts'
import { genderOfNoun, kinWords } from './people.ts'
import { ageOf } from './readAge.ts'
import { hasVerb, isLook, isLookAdjective } from './readLook.ts'
import { genderOfNounPhrase } from './readPerson.ts'
import { wordSet } from './words.ts'

/** How long a phrase that says who somebody is may be, in words. */
const longestPhrase = 16

/**
 * Who the line that introduces a role says it is, in its own words: "a ticket examiner", "Pooja's friend", "a French lady".
 *
 * Only what stands right beside the name, where it first stands in capitals (else where it first stands at all), and what is no age
 * and no look.
 */
export function whoIs(stagings: readonly Staging[], role: RoleId): readonly Claim[] {
  const named = stagings.flatMap(({ lines }) => lines.flatMap(line => line.mentions.filter(mention => mention.role === role && !mention.possessive).map(mention => ({ line, mention }))))
  const first = named.find(({ mention }) => mention.capitals) ?? named[0]
  const description = first ? describe(first.line, first.mention) : null
  if (!first || !description) return []
  const before = first.line.text.slice(0, first.mention.start)
  const said = titleIn(before) ?? kinIn(before) ?? kinAfter(first.line, first.mention) ?? apposedIn(description.before) ?? phraseIn(description)
  if (said === null) return []
  return [{
    kind: 'who', text: `${said.charAt(0).toUpperCase()}${said.slice(1)}.`,
    citations: [cite(first.line.script, first.line.element, description.sentence)], madeBy: { by: 'script' },
  }]
}

const kinNouns = `(?:${kinWords.join('|')}|twin|friend|neighbour|neighbor|assistant|boss|driver|servant|teacher|student|colleague|partner|boyfriend|girlfriend|fianc[eé]e?|cousin|secretary|bodyguard|henchman|classmate|roommate|landlord|tenant)`
const kinBefore = new RegExp(`(?<![\\p{L}])(\\p{Lu}[\\p{L}.]*'s?\\s+(?:\\p{Ll}+\\s+){0,2}${kinNouns})\\s*,?\\s*$`, 'u')
const kinBehind = new RegExp(`^\\s*(?:\\([^)]*\\))?\\s*,\\s*(?:[\\d'’s -]+,\\s*)?(\\p{Lu}[\\p{L}.]*'s?\\s+(?:\\p{Ll}+\\s+){0,2}${kinNouns})(?=\\s*(?:[,.;]|$)|\\s+in\\s)`, 'u')
const title = /(?<![\p{L}])((?:Sub[- ])?(?:Inspector|Constable|Hawaldar|Havildar|Dr|Doctor|Prof|Professor|Captain|Major|Colonel|Advocate|Justice|Minister|Commissioner|Sergeant|Lieutenant|boatman|landlord|headmaster|principal|sarpanch))\.?\s+$/u

const titleIn = (before: string): string | null => title.exec(before)?.[1] ?? null
/** "Pooja's friend, SHAALU"; "his" and "her" would say nothing out of their place. */
const kinIn = (before: string): string | null => kinBefore.exec(before)?.[1] ?? null
const kinAfter = (line: StagedLine, mention: StagedMention): string | null => kinBehind.exec(line.text.slice(mention.end))?.[1] ?? null

const callings = wordSet(
  'cop officer peon doctor nurse lawyer judge teacher professor student driver jockey trainer businessman toughie thug goon guard waiter ' +
  'cook chef servant maid clerk manager owner boss agent reporter journalist anchor announcer shopkeeper vendor hawker priest pandit ' +
  'soldier constable inspector examiner porter coolie painter writer poet artist actor actress singer dancer musician wrestler boxer ' +
  'politician minister mechanic engineer farmer sharecropper labourer worker tailor barber carpenter fisherman boatman beggar thief ' +
  'gangster builder broker dealer bartender receptionist secretary assistant colleague kid child teenager youth couple friend neighbour ' +
  'neighbor stranger tourist foreigner widow orphan principal headmaster sweeper watchman host pilot sailor captain champion wife husband',
)
const isPerson = (phrase: string): boolean =>
  genderOfNounPhrase(phrase) !== null ||
  phrase.split(/\s(?:of|in|with|who|that|from|whose|for|at|on|by|named|called)\s/iu)[0]?.split(/\s+/u).some(word => {
    const bare = word.toLowerCase().replace(/[^\p{L}-]/gu, '')
    return callings.has(bare) || genderOfNoun(bare) !== null
  }) === true

/** "A French lady, MARION", "a helpful woman named MILDRED": a noun phrase with its article right before the name. */
function apposedIn(before: string): string | null {
  const text = before.replace(/(?:,|\s+(?:named|called))\s*$/u, '')
  if (text === before) return null
  const starts = [...text.matchAll(/(?<![\p{L}])an?\s/giu)].map(({ index }) => index).reverse()
  for (const start of starts) {
    const phrase = text.slice(start).trim()
    if (phrase.split(/\s+/u).length > longestPhrase || /[.!?;:()]|\b(?:as|while|where|when|sees|toward|towards)\b/u.test(phrase)) return null
    if (isPerson(phrase) && !hasVerb(phrase.replaceAll(',', '').split(/\s+/u))) return phrase
  }
  return null
}

function phraseIn({ phrases, inBrackets, copula }: Description): string | null {
  const told = [...inBrackets.filter(part => part.split(/\s+/u).length > 1), ...phrases.map(phrase => phrase.replace(/^(?:who )?is (?=an?\s|the\s)/u, ''))]
  const first = told.findIndex(isWho)
  const ahead = told.slice(0, Math.max(0, first)).every(part => ageOf(part.replace(/^also\s/u, '')) !== null || isLook(part) || isLookAdjective(part) || /^an?\s[\p{L}-]+$/u.test(part) || inBrackets.includes(part))
  const phrase = told[first]
  if (phrase === undefined || !ahead || (copula && (phrase.split(/\s+/u)[0] ?? '').endsWith('ing'))) return null
  return phrase
}

const opensWho = /^(?:an?|the|one of|another|ex[- ]\p{Ll}+|\p{Lu}[\p{L}.]*'s)(?:\s|$)/u

function isWho(phrase: string): boolean {
  const words = phrase.split(/\s+/u)
  return words.length >= 2 && words.length <= longestPhrase && opensWho.test(phrase) && isPerson(phrase) && !isLook(phrase) && ageOf(phrase) === null && !hasVerb(words)
}
