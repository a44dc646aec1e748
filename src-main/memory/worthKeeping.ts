import type { MemoryFacts } from '../../src-preload/contract/memory.ts'
import type { Database } from '../database/openDatabase.ts'
import { fold, wordsOf } from '../spelling/folding.ts'
import { inTheRecords } from './inTheRecords.ts'
import { compareSentences } from './sameFact.ts'
import { indian, termsOf } from './terms.ts'

/** Why a sentence is no memory, as a clause that follows "cannot be saved:"; null where it may be one. */
export type Refusal = string | null

/**
 * Tells whether a sentence is worth keeping; what is already remembered is found by {@link file://./nearMemories.ts}.
 *
 * Refused are greetings and questions, secrets, words that speak to the model and not to the office, and what the talent record holds
 * already. Nothing is judged by how useful it may be.
 */
export function whyNotKept(db: Database, { text, people }: Pick<MemoryFacts, 'text' | 'people'>): Refusal {
  if (holdsSecret(text)) return 'it holds a key, a password or the number of a card, and memory is no safe place for one'
  if (isInstruction(text)) return 'it reads as an instruction to an assistant, not as something to remember; say it as a fact or a habit of yours'
  if (isQuestion(text)) return 'it is a question; say it as a fact'
  if (isSmallTalk(text)) return 'it says nothing that could be of use later'
  if (inTheRecords(db, text, people)) return 'the talent record says so already; change it there where it is wrong'
  return null
}

/** Whether a text is nearly one of those that were given to a conversation as memories: those are never stored anew. */
export function wasGiven(db: Database, conversationId: string, text: string): boolean {
  const given = db
    .prepare<[string], string>(`SELECT DISTINCT json_extract(j.value, '$.text') FROM chat_message c, json_each(c.memories) j WHERE c.conversation_id = ? AND c.memories <> '[]'`)
    .pluck()
    .all(conversationId)
  return given.some(other => {
    const { shared, differs } = compareSentences(other, text)
    return !differs && shared >= 0.75
  })
}

/** Whether a conversation keeps nothing. */
export const isIncognito = (db: Database, conversationId: string): boolean =>
  db.prepare('SELECT incognito FROM chat_conversation WHERE id = ?').pluck().get(conversationId) === 1

/** Keys by their known beginnings, tokens of three parts, private keys, and what follows the word password. */
const secrets = [
  /\bsk-[\w-]{12,}/u, /\b(?:ghp|gho|xox[abp]|AKIA|AIza|ya29)[\w.-]{12,}/u, /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]+/u, /-----BEGIN [A-Z ]*PRIVATE KEY/u,
  /\b(?:password|passwd|pass ?code|otp|cvv|pin(?: code| number)?|upi pin|secret key|api key)\b\s*(?:is|are|hai|:|=|-)\s*\S+/iu,
]

/** Whether a text holds a key, a password, or the number of a payment card (13 to 19 digits with a right check digit, after Luhn). */
export function holdsSecret(text: string): boolean {
  if (secrets.some(secret => secret.test(text))) return true
  return [...text.matchAll(/(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/gu)].some(([number]) => checksOut(number.replace(/\D/g, '')))
}

/** The check digit of card numbers: ISO/IEC 7812-1, annex B. */
function checksOut(digits: string): boolean {
  const sum = [...digits].toReversed().map(Number).reduce((total, digit, at) => total + (at % 2 === 0 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9), 0)
  return sum % 10 === 0
}

const instructions = [
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instruction|prompt|rule|above|previous|earlier|system|guard)/iu,
  /\b(?:you are (?:now|an? (?:ai|assistant|model|language))|act as|pretend (?:to be|you)|system prompt|developer mode|jailbreak|as an ai)\b/iu,
  /<\/?\s*(?:system|assistant|user|human|tool|function|instructions?|quoted)\b[^>]*>|\[\/?(?:INST|SYS)\]|<\|/iu,
  /\b(?:call|use|run|invoke|execute)\b.{0,20}\b(?:tool|function|command)\b/iu,
  /\b(?:reply|respond|answer) (?:only )?with\b.{0,60}\b(?:to|from now on|whenever)\b.{0,20}\b(?:every|any|all)\b/iu,
  /(?:pichhle|pehle|upar) (?:ke |wale )?(?:sabhi |saare )?(?:nirdesh|instructions?) (?:ko )?(?:bhool|ignore|mat man)/iu,
  /(?:पिछले|पहले|ऊपर).{0,20}(?:निर्देश|आदेश).{0,20}(?:भूल|अनदेखा|मत मान)/u,
]

const isInstruction = (text: string): boolean => /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/u.test(text.replace(/[\u200c\u200d]/gu, '')) || instructions.some(pattern => pattern.test(text))

const asking = /^(?:who|what|when|where|which|whose|why|how|is|are|was|were|do|does|did|can|could|will|would|should|shall|may|has|have|any|kya|kaun|kab|kahan|kaise|kitne|kitna|kay|kon|kadhi|kuthe)\b/iu

function isQuestion(text: string): boolean {
  const plain = text.trim()
  if (/[?？]\s*["')\]]*$/u.test(plain)) return true
  const begins = asking.test(plain) || /^(?:क्या|कौन|कब|कहाँ|कहां|कैसे|काय|कोण|कधी|कुठे)(?:\s|$)/u.test(plain)
  // "When Asha reads, keep the lights low" asks nothing; "what he wants is ..." says something.
  return begins && !/[,:;]|\bis\b.+\bis\b/u.test(plain) && wordsOf(plain).length <= 8 && !/^(?:when|where|whenever|may|will)\b/iu.test(plain)
}

const smallTalk = new Set((
  'hi|hello|hey|thanks|thank you|ok|okay|yes|no|sure|great|good|good morning|good evening|good night|bye|please|sorry|namaste|namaskar|shukriya|dhanyavad|theek hai|thik hai|accha|acha|haan|nahi|ji|wah|nice|cool|done|perfect|well done|got it|noted|remember this|remember that'
).split('|'))

function isSmallTalk(text: string): boolean {
  const folded = fold(text)
  if (smallTalk.has(folded) || /^(?:(?:hi|hello|hey|thanks|thank you|namaste|ok|okay|good morning|good evening)\b ?){1,3}(?:so much|all|everyone|team|claude|ji|castmatch|again)?$/u.test(folded)) return true
  const telling = termsOf(text).filter(({ word }) => /\p{L}/u.test(word))
  return telling.length === 0 || (telling.length === 1 && !indian().isIndian(text))
}
