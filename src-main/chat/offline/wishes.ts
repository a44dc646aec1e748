import { romanOf } from '../../../src-preload/contract/devanagari.ts'
import { fold } from '../../spelling/folding.ts'

/** What the memory is told in so many words. */
export interface Wish {
  readonly kind: 'remember' | 'forget'
  /** What is to be remembered, or what the memory to be forgotten is about. */
  readonly text: string
}

/** The longest sentence that is taken for a wish, in characters: as long as a memory may be. */
const longest = 500

const yaad = String.raw`(?:yaad|yad)\s+(?:rakhna|rakho|rakhiye|rakhiyega|rakh\s+l(?:o|ena|ijiye))|lakshat\s+(?:theva?|thevaa?|thevaal?)`
const yaadDevanagari = String.raw`याद\s+(?:रखना|रखो|रखिए|रखिये|रखिएगा|रख\s+लो|रख\s+लेना)|(?:लक्षात|ध्यानात)\s+(?:ठेव|ठेवा)`
/** "Remember that tape from Bhopal" asks; "remember that Asha sings" tells. */
const things = String.raw`(?:tape|time|day|girl|boy|man|woman|one|scene|actor|actress|reading|audition|guy|lady)\b`
const please = String.raw`(?:please|pls|kripya|zara|कृपया|ज़रा|जरा)\s+`

/** The words that begin a wish, in English, Hindi and Marathi; `that` and `ki` belong to them. */
const beginnings: readonly (readonly [Wish['kind'], RegExp])[] = [
  ['remember', new RegExp(String.raw`^(?:${please})?remember(?=[\s:,]|$)[\s:,]*(?:that\s+(?!${things}))?`, 'iu')],
  ['remember', new RegExp(String.raw`^(?:${please}|yeh?\s+|ye\s+|यह\s+|ये\s+|हे\s+)?(?:${yaad}|${yaadDevanagari})(?=[\s:,।.]|$)(?:\s+(?:ki|kii|कि|की))?(?=[\s:,।.]|$)[\s:,]*`, 'iu')],
  ['forget', new RegExp(String.raw`^(?:${please})?forget(?:\s+(?:that|about|what\s+(?:i|we)\s+(?:said|told\s+you)(?:\s+about)?|everything\s+about|all\s+about|the\s+memory\s+(?:that|about|of)))?(?=\s|:|$)[\s:,]*`, 'iu')],
  ['forget', new RegExp(String.raw`^(?:${please})?(?:bh?o?o?u?l\s+(?:ja|jao|jaao|jaiye|jana)|visar|visra|भूल\s+(?:जा|जाओ|जाइए|जाना)|विसर|विसरा)(?=[\s:,।.]|$)(?:\s+(?:ki|कि))?[\s:,]*`, 'iu')],
]
/** Hindi and Marathi say it at the end as well: "Asha subah nahi aati, yaad rakhna". */
const endings: readonly (readonly [Wish['kind'], RegExp])[] = [
  ['remember', new RegExp(String.raw`[\s,;–-]+(?:(?:yeh?|ye|यह|ये|हे)\s+)?(?:${yaad}|${yaadDevanagari})[\s.।!]*$`, 'iu')],
]

/** What is said with these words and is no wish to the memory. */
const idioms = /^(?:(?:about )?(?:it|this|that|me|us|you|everything|all)|never mind|(?:all )?(?:the )?(?:above|previous|earlier|instructions?|rules?).*)?$/
const asks = /^(?:when|who|whom|which|what|where|why|how|if|whether)\b/

/**
 * Reads a wish to the memory; null where a sentence is not certainly one.
 *
 * A question is none ("Remember that tape?"), nor is what goes over several paragraphs, nor "forget it".
 */
export function wishIn(text: string): Wish | null {
  const line = text.trim()
  if (line.length > longest || /[?？]|\n\s*\n/u.test(line)) return null
  for (const [patterns, isEnd] of [[beginnings, false], [endings, true]] as const) {
    for (const [kind, pattern] of patterns) {
      const found = pattern.exec(line)
      if (!found) continue
      const rest = (isEnd ? line.slice(0, found.index) : line.slice(found[0].length)).trim()
      const plain = fold(romanOf(rest))
      if (kind === 'forget' && (idioms.test(plain) || plain === '')) return null
      return asks.test(plain) || (kind === 'remember' && new RegExp(`^that ${things}`).test(plain)) ? null : { kind, text: rest }
    }
  }
  return null
}
