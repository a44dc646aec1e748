import type { CastingList } from '../../../src-preload/contract/casting.ts'
import { readTime } from './times.ts'

/** What a sentence wishes to have done; whom, for which role and on which day stands in the question. */
export interface Deed {
  readonly kind: 'putOnList' | 'takeOffList' | 'book' | 'move' | 'cancel'
  /** The list that is named; null where none is, or none is needed. */
  readonly list: CastingList | null
  /** Wall-clock times that may be meant; empty where none is said. */
  readonly times: readonly string[]
}

/** A wish to have something done, and the sentence without the words that wished it. */
export interface DeedRead {
  readonly deed: Deed
  readonly rest: string
}

const polite = /^(?:(?:please|pls|plz|kindly|ok|okay|so|now|and|also|aur|zara|just|lets|let us|go ahead and|can you|could you|will you|would you)\s+)*/
const courtesy = /(?:\s+(?:please|pls|plz|na|ji|yaar|zara|for me|thanks))+$/
/** What makes a sentence a question, a condition, a ban or a wish about more than one. */
const noDeed =
  /\b(?:not|don ?'?t|dont|never|mat|nahi|nahin|na|without|except|if|unless|when|should|shall|why|who|which|what|how|did|does|agar|kyun|kyon|kya|kab|kaun|kisko|everyone|everybody|anyone|someone|somebody|all|sab|sabko|sabhi|either|or|ya|maybe|tell|ask|kehna|kaho|kehdo|bolo|bolna|batao|poocho|pucho|after|before|until|till|tak|baad|pehle|instead|rather|again|phir se)\b/
const askedPolitely = /^(?:please )?(?:can|could|will|would) you\b/

const done = '(?:karo|kar do|kardo|kar lo|kar dijiye|kar dena|kijiye|karna|karein|karen)'
const listSaid = /\b(?:short ?list|long ?list|selects?|list|lists)\b/

interface Form {
  readonly kind: Deed['kind']
  /** The words that wish it; they are taken out of the sentence. */
  readonly verb: RegExp
  /** What else must be said for it to be meant so. */
  readonly needs?: RegExp
  readonly needsTime?: true
  readonly list?: CastingList
}

/** Tried in order. English says the verb at the beginning, Hindi at the end: "Asha put her on it" and "unhone daala" wish for nothing. */
const forms: readonly Form[] = [
  { kind: 'takeOffList', verb: /^take\b(?=.*\boff\b)/, needs: listSaid },
  { kind: 'takeOffList', verb: /^(?:remove|drop)\b(?=.*\b(?:from|off)\b)/, needs: listSaid },
  { kind: 'putOnList', verb: /^(?:put|add|place|move)\b/, needs: listSaid },
  { kind: 'putOnList', verb: /^short ?list\b(?! (?:for|of|ke|ki|ka|mein)\b)/, list: 'shortList' },
  { kind: 'putOnList', verb: /^long ?list\b(?! (?:for|of|ke|ki|ka|mein)\b)/, list: 'longList' },
  { kind: 'book', verb: /^(?:book|schedule)\b(?! (?:mein|me|ke|ki|ka)\b)/ },
  { kind: 'cancel', verb: /^cancel\b/ },
  { kind: 'move', verb: /^(?:move|shift|reschedule)\b/ },
  { kind: 'putOnList', verb: /\s(?:daalo|dalo|daal do|dal do|daaldo|daldo|daal dijiye|dal dijiye|daaliye|daliye|jodo|jod do|jodiye|rakho|rakh do|rakh dijiye|rakhiye|le lo)$/, needs: listSaid },
  { kind: 'putOnList', verb: new RegExp(String.raw`\s(?:add|shamil|put) ${done}$`), needs: listSaid },
  { kind: 'putOnList', verb: new RegExp(String.raw`\sshort ?list ${done}$`), list: 'shortList' },
  { kind: 'putOnList', verb: new RegExp(String.raw`\slong ?list ${done}$`), list: 'longList' },
  { kind: 'takeOffList', verb: new RegExp(String.raw`\s(?:hatao|hata do|hatado|hata dijiye|hataiye|nikalo|nikal do|nikaal do|remove ${done})$`), needs: listSaid },
  { kind: 'book', verb: new RegExp(String.raw`\s(?:(?:book|buk|fix) ${done}|rakho|rakh do|rakh lo)$`) },
  { kind: 'cancel', verb: new RegExp(String.raw`\s(?:cancel|kainsal|radd|raddh) ${done}$`) },
  { kind: 'move', verb: new RegExp(String.raw`\s(?:shift|move|reschedule) ${done}$`) },
  { kind: 'move', verb: new RegExp(String.raw`\s${done}$`), needs: /\bslot\b/, needsTime: true },
]

/**
 * Reads what a sentence wishes to have done; null where it is not certainly a wish.
 *
 * `sentence` is in lower case and Roman letters; `isAsked` tells that it ends with a question mark, which only "can you ..." may.
 */
export function readDeed(sentence: string, isAsked: boolean): DeedRead | null {
  if (isAsked && !askedPolitely.test(sentence)) return null
  const said = sentence.replace(polite, '').replace(courtesy, '')
  if (noDeed.test(said)) return null
  const { times, rest } = readTime(said)
  for (const { kind, verb, needs, needsTime, list } of forms) {
    if (!verb.test(rest) || (needs && !needs.test(rest)) || (needsTime && times.length === 0)) continue
    const bare = rest.replace(verb, ' ').replace(kind === 'takeOffList' ? /\boff\b/ : '', ' ').replace(/\s+/g, ' ').trim()
    return { deed: { kind, list: list ?? listNamed(bare), times }, rest: bare }
  }
  return null
}

/** The list that words name; null where they name none. */
export function listNamed(words: string): CastingList | null {
  if (/\bshort ?list/.test(words)) return 'shortList'
  if (/\blong ?list/.test(words)) return 'longList'
  return /\bselects?\b/.test(words) ? 'selects' : null
}
