import { fold } from './folding.ts'
import { isIndianScript, romanSpelling } from './indianScripts.ts'

/**
 * The names of somebody with the Roman spellings of those that are written in an Indian script, so that either way of asking finds them.
 *
 * "செந்தில்" stands as "sendil" and as "senthil", since Tamil writes one letter for both.
 */
export function withRomanNames(names: readonly string[]): readonly string[] {
  return [...new Set(names.flatMap(name => [name, ...spellingsIn(name)]))]
}

/** A folded word of a name as it may be spelt in Roman letters; a word that is in Roman letters already is its own spelling. */
export function romanSpellings(word: string): readonly string[] {
  return isIndianScript(word) ? spellingsIn(word).map(fold) : [word]
}

/** RAO is written राव and రావు, GOWDA ಗೌಡ: what nobody spells by the letters. */
const asEverybodyDoes = (roman: string): string => roman.replace(/avu?(?![a-z])/g, 'ao').replace(/au(?=[b-df-hj-np-tv-z])/g, 'ow')

function spellingsIn(text: string): readonly string[] {
  if (!isIndianScript(text)) return []
  const byLetters = [romanSpelling(text), romanSpelling(text, { secondSpelling: true })]
  return [...new Set(byLetters.flatMap(roman => [roman, asEverybodyDoes(roman)]))]
}
