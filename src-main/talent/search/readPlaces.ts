import { fold } from '../../spelling/folding.ts'
import type { ChipCollector } from './readChips.ts'
import { cityLabel } from './readPapers.ts'

/** Names of one town, the present one first. */
const oneTown: readonly (readonly string[])[] = [
  ['mumbai', 'bombay'], ['bengaluru', 'bangalore'], ['chennai', 'madras'], ['kolkata', 'calcutta'], ['pune', 'poona'], ['gurugram', 'gurgaon'], ['prayagraj', 'allahabad'], ['kochi', 'cochin'],
  ['varanasi', 'banaras', 'benares', 'benaras', 'kashi'], ['thiruvananthapuram', 'trivandrum'], ['mysuru', 'mysore'], ['vadodara', 'baroda'], ['visakhapatnam', 'vizag'], ['mangaluru', 'mangalore'], ['chhatrapati sambhajinagar', 'aurangabad'],
]

/** The other names of a town, itself among them. */
export const namesOfTown = (word: string): readonly string[] => oneTown.find(names => names.includes(word)) ?? [word]

const town = String.raw`((?:navi |new |greater )?[\p{L}\p{M}]+(?: [\p{L}\p{M}]+)?)`
/** Before "in Pune", what happens there to somebody else or long ago. */
const elsewhere = String.raw`(?<!\b(?:set|shot|shoot|shooting|shoots|story|film|born|raised|grew up|brought up|trained|studied|schooled|scene|scenes|theatre|training|school|university|degree|happens|takes place|interested|speaks|fluent|years|village|crime|police|wedding)\s)`
const endsThere = String.raw`(?=\s*(?:$|[,;.)\ue000-\uf8ff]|(?:who|with|and|or|but|for|aged?|speaking|speaks|under|over|above|below|between|free|available|only|please|mein|me|not|no|about|around|to play|can|jo|ya|aur)\b|\d))`

/** After "in" the whole of what stands before the end must be the town. */
const wholeTown = String.raw`((?:navi |new |greater )?[\p{L}\p{M}]+(?: [\p{L}\p{M}]+)??)`

const rules: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:based (?:in|at|out of)|living in|lives in|located in|resides in|rehne wal[aie]\s+)\s*${town}`, 'u'),
  new RegExp(String.raw`(?<![\p{L}-])${town}[ -]based\b`, 'u'),
  new RegExp(String.raw`${elsewhere}(?<![\p{L}-])in\s+${wholeTown}${endsThere}`, 'u'),
  new RegExp(String.raw`(?<![\p{L}-])${town}\s+(?:mein|me)\s+(?:rehne|rehta|rehti|rahne|rahta|rahti|based)\b(?:\s+(?:wal[aie]|ho|hai))?`, 'u'),
  new RegExp(String.raw`(?<![\p{L}-])${town}\s+se\b(?!\s+(?:\p{L}+\s+tak|kam|zyada|jyada|upar|neeche|\d))(?:\s+(?:ho|hai))?`, 'u'),
]

/**
 * Takes the town where somebody must live out of a sentence, lower case and plain: `in Pune`, `Delhi based`, `lives in Mumbai`, `Mumbai se`.
 *
 * `isCity` says which folded words are towns of the book. "Set in Mumbai", "born in Pune", "Mumbai police", "in Pune traffic" ask for nobody's
 * address. A town is found under its other names.
 */
export function readPlaces(sentence: string, isCity: (word: string) => boolean, chips: ChipCollector): string {
  return rules.reduce((rest, pattern) => {
    const match = pattern.exec(rest)
    const said = match?.[1] ?? ''
    const word = match && townIn(said, isCity, match[0].startsWith(said))
    if (!match || !word || (match[0].startsWith('in ') && word !== fold(said))) return rest
    const cityWords = namesOfTown(word)
    const put = chips.put({ chip: { id: `city:${word}`, kind: 'city', label: cityLabel(word) }, condition: { kind: 'city', words: cityWords } }, match[0])
    // Words that were caught beside the town stay.
    const beside = fold(said).replace(word, '').trim()
    return rest.replace(match[0], () => ` ${match[0].startsWith(said) ? `${beside} ${put}` : `${put} ${beside}`} `)
  }, sentence)
}

/** The town among one or two words: the nearer ones where not all are. */
function townIn(said: string, isCity: (word: string) => boolean, nearEnd: boolean): string | null {
  const words = fold(said).split(' ')
  const pieces = nearEnd ? words.map((_, at) => words.slice(at)) : words.map((_, at) => words.slice(0, words.length - at))
  return pieces.map(piece => piece.join(' ')).find(word => namesOfTown(word).some(isCity)) ?? null
}
