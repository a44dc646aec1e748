import { readHeight } from '../sheet/readHeight.ts'
import type { ChipCollector } from './readChips.ts'

/** Feet and inches, or centimetres or metres with their name: a bare figure is no height. */
const length = String.raw`([4-7]\s*(?:'|ft\.?|feet|foot)\s*(?:and\s+)?(?:\d{1,2}\s*(?:"|''|in\b|inch(?:es)?\b)?)?|1\d\d\s*c\.?m\.?s?\b|2[0-4]\d\s*c\.?m\.?s?\b|[12]\.\d{1,2}\s*m(?:et(?:er|re)s?)?\b)`
const tall = String.raw`(?:\s+(?:tall|in height|height|lamb[aie]|ki height))?`
const over = String.raw`(?:height\s+)?(?:above|over|taller than|more than|at least|min(?:imum)?(?:\s+height)?(?:\s+of)?|not (?:under|below|shorter than|less than))`
const under = String.raw`(?:height\s+)?(?:below|under|shorter than|less than|at most|up ?to|max(?:imum)?(?:\s+height)?(?:\s+of)?|not (?:over|above|taller than|more than))`

/** How far from a height that is only named somebody may be, in centimetres: an inch and a half. */
const reach = 4

type Ends = readonly [least: number | null, most: number | null]

const rules: readonly (readonly [RegExp, (a: number, b: number) => Ends])[] = [
  [new RegExp(String.raw`(?:\bbetween\s+)?(?<![\d.])${length}\s*(?:-|to|and|se)\s*${length}${tall}`), (a, b) => [Math.min(a, b), Math.max(a, b)]],
  [new RegExp(String.raw`\b${over}\s+${length}${tall}`), a => [a, null]],
  [new RegExp(String.raw`\b${under}\s+${length}${tall}`), a => [null, a]],
  [new RegExp(String.raw`(?<![\d.])${length}\s*(?:\+|(?:and|or)\s+(?:above|over|taller|more)|se\s+(?:lamb[aie]|zyada|upar|unch[aie]))`), a => [a, null]],
  [new RegExp(String.raw`(?<![\d.])${length}\s*(?:(?:and|or)\s+(?:below|under|shorter|less)|se\s+(?:kam|chhot[aie]))`), a => [null, a]],
  [new RegExp(String.raw`\b(?:height\s*:?\s*(?:about|around)?\s*)${length}`), a => [a - reach, a + reach]],
  [new RegExp(String.raw`(?:\b(?:about|around)\s+)?(?<![\d.])${length}\s+(?:tall|in height|height|lamb[aie])`), a => [a - reach, a + reach]],
]

/**
 * Takes a height out of a sentence, lower case and plain: `above 5'10"`, `taller than 170 cm`, `5'6" to 5'10"`, `5'8" tall` (an inch and a
 * half more or less).
 *
 * Feet and inches or a unit must stand there, and a word that makes it a height: "tall" alone, "chhota kad" or "10 feet of rope" are none.
 */
export function readHeights(sentence: string, chips: ChipCollector): string {
  for (const [pattern, endsOf] of rules) {
    const match = pattern.exec(sentence)
    const [a, b] = [readHeight(match?.[1]?.trim() ?? ''), readHeight(match?.[2]?.trim() ?? '')]
    if (!match || a === null || (match.length > 2 && b === null)) continue
    const [least, most] = endsOf(a, b ?? a)
    return sentence.replace(match[0], () =>
      ` ${chips.put({ chip: { id: `height:${least ?? ''}-${most ?? ''}`, kind: 'height', label: labelOf(least, most) }, condition: { kind: 'height', least, most } }, match[0])} `)
  }
  return sentence
}

function labelOf(least: number | null, most: number | null): string {
  if (least !== null && most !== null) return most - least === 2 * reach ? `About ${feetWords(least + reach)}` : `${feetWords(least)} to ${feetWords(most)}`
  return least !== null ? `${feetWords(least)} or taller` : `Up to ${feetWords(most ?? 0)}`
}

/** A height in feet and inches, as the trade says it: `5′10″`. */
export function feetWords(cm: number): string {
  const inches = Math.round(cm / 2.54)
  return `${Math.floor(inches / 12)}′${inches % 12}″`
}
