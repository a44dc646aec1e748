import type { Description } from './description.ts'
import { ageOf } from './readAge.ts'
import { anyWord, wordSet } from './words.ts'

const adjectives = wordSet(
  'tall short thin thinnish slim slender slight lean lanky gaunt wiry stocky stout plump chubby fat heavy heavyset burly hefty ' +
  'muscular brawny beefy massive huge enormous small tiny petite frail fragile skinny scrawny bony bald balding bearded unshaven ' +
  'clean-shaven moustached mustached handsome beautiful pretty attractive gorgeous stunning striking plain ugly good-looking dark ' +
  'fair dusky pale tanned sunburnt blonde blond brunette redheaded grey-haired gray-haired wrinkled weathered weather-beaten ' +
  'scarred tattooed bespectacled toothless barefoot barefooted shabby scruffy dishevelled disheveled unkempt well-dressed neat ' +
  'elegant graceful athletic fit broad muscled toned paunchy portly pot-bellied rotund rugged haggard dubla patla mota lamba gora ' +
  'saanwla दुबला दुबली पतला पतली मोटा मोटी लंबा लंबी गोरा गोरी साँवला साँवली',
)
const joinedTo = wordSet(
  'backed eyed haired faced shouldered built chested bellied legged necked jawed skinned looking dressed set boned limbed bearded ' +
  'toothed groomed complexioned lipped nosed',
)
const joined = new RegExp(`^\\p{L}+-(?:${[...joinedTo].join('|')})$`, 'iu')
const fillers = new Set('and but very quite rather extremely once still slightly almost now yet a bit too'.split(' '))
const nounPattern = anyWord(
  'hair beard moustache mustache stubble eyes eyebrows? face cheeks cheekbones nose jaw chin scar scars tattoos? braces spectacles ' +
  'glasses dimples? freckles wrinkles teeth skin complexion build frame physique paunch belly potbelly plaits? braids? bun ponytail ' +
  'turban pagri sari saree saari salwar kurta kurti pyjamas? pajamas? dhoti lungi sherwani burqa hijab dupatta lehenga frock skirt ' +
  'dress gown shirt t-shirt trousers jeans jacket coat suit blazer sweater sweatshirt cardigan shawl uniform overalls cap hat boots ' +
  'bangles sindoor bindi tilak sweatpants shorts vest चश्मा दाढ़ी मूँछ साड़ी कुर्ता',
)
const nouns = new RegExp(nounPattern, 'iu')

/**
 * What a description says of how the person looks or is dressed, in its own words; null where it says nothing of that.
 *
 * Takes the unbroken run of phrases after the name (and its age) that are adjectives of looks, or noun phrases about the body or
 * clothes. A phrase with a verb ends the run, so that "eyes the door" and "ties her hair" are no looks.
 */
export function lookIn(description: Description): string | null {
  const fromBracket = description.inBrackets.filter(part => !ageOf(part) && (isLook(part) || nouns.test(part)))
  const phrases = description.phrases.map(trimAge).filter(phrase => phrase !== '')
  const end = phrases.findIndex(phrase => !isLook(phrase))
  const cut = end < 0 ? null : adjectivesAhead(phrases[end] ?? '')
  const run = [...fromBracket, ...phrases.slice(0, end < 0 ? phrases.length : end).map(withoutOpenArticle), ...(cut ? [cut] : [])]
  return run.length === 0 ? null : run.join(', ').replace(/^and\s+/iu, '')
}

/** Takes an age off the beginning of a phrase: "40's and handsome" leaves "handsome", "17 with braces" leaves "with braces". */
function trimAge(phrase: string): string {
  if (ageOf(phrase)) return ''
  const match = /^(.*?)\s+(and|with|in|wearing)\s+(.*)$/iu.exec(phrase)
  if (!match || !ageOf(match[1] ?? '')) return phrase
  return match[2]?.toLowerCase() === 'and' ? (match[3] ?? '') : `${match[2]} ${match[3]}`
}

/** "a wiry" of "a wiry, dark-skinned boy" is shown as "wiry". */
const withoutOpenArticle = (phrase: string): string =>
  /^an?\s/iu.test(phrase) && phrase.split(/\s+/u).slice(1).every(isLookAdjective) ? phrase.replace(/^an?\s+/iu, '') : phrase

/** The adjectives of looks that a phrase begins with: "dark-skinned" of "dark-skinned boy has thrown the stone". */
function adjectivesAhead(phrase: string): string | null {
  const words = phrase.replace(/^an?\s+/iu, '').split(/\s+/u)
  const end = words.findIndex(word => !isLookAdjective(word))
  return end > 0 ? words.slice(0, end).join(' ') : null
}

/** Tells whether a phrase is about looks or clothes alone: adjectives of looks, or a noun phrase of them without a verb. */
export function isLook(phrase: string): boolean {
  const words = phrase.split(/\s+/u)
  if (words.length > 16) return false
  if (withoutOpenArticle(phrase) !== phrase) return true
  if (words.every(word => isLookAdjective(word) || fillers.has(word.toLowerCase())) && words.some(isLookAdjective)) return true
  const opens = /^(?:an?|his|her|with|in|wearing|dressed|clad|one|two|no|\d+)\s/iu.test(phrase) || isLookAdjective(words[0] ?? '')
  const bare = words.length <= 3 && !/s$/iu.test(words[0] ?? '') && new RegExp(`${nounPattern}$`, 'iu').test(phrase)
  return (opens || bare) && nouns.test(phrase) && !hasVerb(words)
}

/** Tells whether a word is an adjective of looks: wiry, bearded, dark-skinned. */
export const isLookAdjective = (word: string): boolean => adjectives.has(word.toLowerCase()) || joined.test(word)

/** Finite verbs that a line of action puts after a name; anything that may be one ends a description. */
const verbs = new RegExp(anyWord(
  'is are was has have does looks? sits? stands? walks? runs? comes? goes enters? exits? watches waits? holds? takes? puts? turns? ' +
  'opens? closes? smiles? laughs? cries says? speaks? asks? tells? gets? gives? picks? pulls? pushes lies sleeps? eats? drinks? ' +
  'talks? works? leans? stares? reads? writes? steps? stops? starts? begins? approaches follows? leads? helps? makes? plays? sings? ' +
  'dances? drives? rides? carries strikes? breathes? appears? emerges? arrives? leaves? returns? joins? greets? sees? hears? ' +
  'notices realises realizes knows thinks wants tries ties irons fills unpacks stamps',
), 'iu')

/** Tells whether one of the words may be a finite verb, as lines of action use them after a name. */
export const hasVerb = (words: readonly string[]): boolean => words.some(word => verbs.test(word))
