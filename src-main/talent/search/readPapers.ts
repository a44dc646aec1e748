import { fold } from '../../spelling/folding.ts'
import { titled, type ChipCollector, type ReadChip } from './readChips.ts'

/** Unions and associations whose card is asked for by name, folded. */
const unions = 'cintaa|fwice|imppa|awa|sag(?: ?-?aftra)?|equity|nadigar sangam|maa|amma'

type Rule = readonly [pattern: RegExp, read: (match: RegExpExecArray) => ReadChip]

const has = String.raw`(?:with|has|have|having|holds|owns|holding|jiske paas|needs?|must have)\s+(?:an?\s+|the\s+|own\s+|current\s+|up to date\s+)*`

const union = (word: string): ReadChip => ({ chip: { id: `union:${word}`, kind: 'union', label: word === '' ? 'Union card' : `${word.toUpperCase()} card` }, condition: { kind: 'union', word } })
const passport: ReadChip = { chip: { id: 'passport', kind: 'passport', label: 'Has a passport' }, condition: { kind: 'passport' } }
const minor = (isMinor: boolean): ReadChip => ({ chip: { id: isMinor ? 'minor' : 'adult', kind: 'minor', label: isMinor ? 'Under 18' : '18 or over' }, condition: { kind: 'minor', isMinor } })
const mediaWords = { headshot: 'Has a headshot', reel: 'Has a reel', selfTape: 'Has a self-tape' } as const
const media = (kind: keyof typeof mediaWords): ReadChip => ({ chip: { id: `media:${kind}`, kind: 'media', label: mediaWords[kind] }, condition: { kind: 'media', media: kind } })
const tag = (said: string): ReadChip => ({ chip: { id: `tag:${fold(said)}`, kind: 'tag', label: `Tagged ${said.trim()}` }, condition: { kind: 'tag', word: fold(said) } })

const rules: readonly Rule[] = [
  [new RegExp(String.raw`(?:\b${has})?\b(${unions})\s+(?:union\s+)?(?:cards?|card ?holders?|members?(?:hip)?|registered|registration)\b(?:\s+holders?)?`), match => union(fold(match[1] ?? ''))],
  [new RegExp(String.raw`\b${has}(?:union|artists?|association)\s+(?:cards?|membership)\b|\bunion (?:members?|card ?holders?)\b`), () => union('')],
  [new RegExp(String.raw`(?:\b${has}|\b)(?:valid|indian)\s+passports?\b(?!\s*-?\s*(?:size|photos?|pictures?|office))|\b${has}passports?\b(?!\s*-?\s*(?:size|photos?|pictures?))|\bpassport (?:holders?|ready|in hand)\b`), () => passport],
  [/\b(?:no|not|without|excluding)\s+(?:minors|a minor)\b|\badults? only\b|\bonly adults\b|\b18 (?:or|and) (?:over|above)\b(?!\s*cm)/, () => minor(false)],
  [/(?<!\b(?:[a-g]|in|a) )\bminors\b(?!\s+(?:roles?|parts?|league))|\b(?:is|who are) (?:an? )?minors?\b(?!\s+\p{L})|\bminor (?:artistes?|artists?|actors?|actress(?:es)?|talent)\b/u, () => minor(true)],
  [new RegExp(String.raw`\b${has}(?:show)?reels?\b|\b(?:show)?reel (?:available|ready|at hand)\b`), () => media('reel')],
  [new RegExp(String.raw`\b${has}(?:headshots?|photos?|pictures?|photographs?)\b`), () => media('headshot')],
  [new RegExp(String.raw`\b${has}self[ -]?tapes?\b`), () => media('selfTape')],
  [/(?<![\p{L}\p{N}])#([\p{L}\p{N}][\p{L}\p{M}\p{N}_-]{1,59})/u, match => tag((match[1] ?? '').replaceAll('_', ' '))],
  [/\btag(?:ged)?(?:\s+(?:as|with))?\s*:?\s*'?([\p{L}\p{N}][\p{L}\p{M}\p{N} -]{0,58}?)'?(?=\s*(?:$|[,;.]|\b(?:and|or|who|with|but|from|in|under|over|free|aged?|speak\w*)\b))/u, match => tag(match[1] ?? '')],
]

/**
 * Takes what somebody must have out of a sentence, lower case and plain: a union card (`with CINTAA card`), a passport, a reel, a headshot, a
 * tag (`tagged callback`, `#callback`), and whether minors are asked for.
 *
 * "A minor role", "passport size photo", "plays cards", "reel life" are none of these. `isTag` says which folded words are tags of the
 * book: "tagged along" is none.
 */
export function readPapers(sentence: string, isTag: (word: string) => boolean, chips: ChipCollector): string {
  return rules.reduce((rest, [pattern, read]) => {
    const match = pattern.exec(rest)
    if (!match) return rest
    const found = read(match)
    if (found.condition.kind === 'tag' && !isTag(found.condition.word)) return rest
    return rest.replace(match[0], () => ` ${chips.put(found, match[0])} `)
  }, sentence)
}

/** The label of a city as it is shown: "In Navi Mumbai". */
export const cityLabel = (word: string): string => `In ${titled(word)}`
