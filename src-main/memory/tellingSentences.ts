import type { Memory } from '../../src-preload/contract/memory.ts'

/** A sentence of the user's that sounds like something to remember. */
export interface TellingSentence {
  readonly kind: Memory['kind']
  /** Without "remember that" before it. */
  readonly text: string
  /** As it was said. */
  readonly words: string
}

const ways = [
  /\b(?:i|we)\b.{0,20}\b(?:always|never|prefer|usually)\b/iu, /\bfrom now on\b/iu, /^(?:always|never)\b/iu, /\b(?:ab|aage|aaj) se\b/iu, /\b(?:hamesha|kabhi nahi|kabhi mat|nehmi)\b/iu,
  /(?:अब से|आगे से|हमेशा|कभी नहीं|कभी मत|नेहमी|कधीच नाही|कधीही नको)/u,
]
const facts = [
  /\b(?:please )?(?:remember|note|keep in mind|don['’]?t forget)\b/iu, /\b(?:yaad rakh\w*|dhyan rakh\w*|lakshat thev\w*)\b/iu, /\bne (?:bola|kaha|bataya)\b/iu, /\b(?:mhanala|mhanali|mhanale)\b/iu,
  /\b(?:said|says|told (?:me|us)|wants?|insists?|refuses?|hates?|dislikes?|prefers?|no longer|is allergic|cannot|can['’]t|won['’]?t|will not)\b/iu,
  /(?:याद रख|ध्यान रख|लक्षात ठेव|ने बोला|ने कहा|ने बताया|म्हणाला|म्हणाली|म्हणाले)/u,
]
/** Who a fact is about: without anybody in it "wants" tells nothing. */
const somebody = /\b(?:director|producer|writer|agent|actor|actress|client|platform|he|she|they|nirdeshak|nirmata)\b|\p{Lu}\p{L}+|[\u0900-\u097f]/u

const leadIn = /^(?:(?:please|also|and|ok|okay|so|acha|achha)[,\s]+)*(?:(?:remember|note|keep in mind|don['’]?t forget)(?:\s+that)?|yaad rakh(?:o|na|iye|iyega)?(?:\s+ki)?|dhyan rakh(?:o|na)?(?:\s+ki)?|lakshat thev(?:a)?(?:\s+ki)?|याद रख(?:ो|ना|िए)?(?:\s+कि)?|लक्षात ठेवा?(?:\s+की)?)[,:\s-]+/iu

/** The sentences of a message that tell of a way of working or of a lasting fact, by their words alone; nothing that is quoted, and no questions. */
export function tellingSentences(message: string): readonly TellingSentence[] {
  return sentencesOf(withoutQuotes(message)).flatMap((words): readonly TellingSentence[] => {
    const text = words.replace(leadIn, '').trim()
    if (text.split(/\s+/).length < 3 || text.length > 220 || /[?？:]$/u.test(words) || errand.test(text)) return []
    const kind = ways.some(pattern => pattern.test(words)) ? 'procedural' : tellsFact(words, text) ? 'semantic' : null
    return kind === null ? [] : [{ kind, text: text.charAt(0).toUpperCase() + text.slice(1), words }]
  })
}

/** What is wanted of this moment, or of the assistant, is nothing to remember. */
const errand = /^(?:i|we) (?:want|need|would|will)\b(?!.*\b(?:always|never)\b)|^(?:can|could|will|would) (?:you|we|i)\b/iu

const tellsFact = (words: string, text: string): boolean => facts.some(pattern => pattern.test(words)) && (text !== words || somebody.test(text))

/** A message without what others said in it: quoted stretches of four words and more, quoted lines, fenced text. */
export const withoutQuotes = (message: string): string =>
  message
    .replace(/```[\s\S]*?(?:```|$)/gu, '\n')
    .replace(/^\s*>.*$/gmu, '')
    .replace(/["“„«]([^"”“»]*)["”»]/gu, (whole, inside: string) => (inside.trim().split(/\s+/).length >= 4 ? ' ' : whole))

const sentencesOf = (text: string): readonly string[] =>
  text.split(/(?<=[.!?।？])\s+|\n+/u).map(sentence => sentence.trim().replace(/[.।]+$/u, '')).filter(sentence => sentence !== '')
