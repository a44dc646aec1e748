import type { Fluency } from '../../../src-preload/contract/words.ts'
import { titled, type ChipCollector } from './readChips.ts'

const before: ReadonlySet<string> = new Set(['speak', 'speaks', 'speaking', 'fluent', 'fluently', 'native', 'knows', 'know', 'conversational', 'basic', 'some', 'good', 'chaste', 'shuddh'])
const after: ReadonlySet<string> = new Set(['speaking', 'speaker', 'speakers', 'bolne', 'bolta', 'bolti', 'bolte', 'bole', 'fluent', 'fluently', 'language', 'native', 'aati', 'aata', 'jaanti', 'jaanta', 'jaante'])
const spoken: ReadonlySet<string> = new Set(['speak', 'speaks', 'fluent', 'fluently', 'speaking'])

const fluencyOf: Readonly<Record<string, Fluency>> = { fluent: 'fluent', fluently: 'fluent', native: 'native', conversational: 'conversational' }
const said: Readonly<Record<Fluency, string>> = { native: 'native', fluent: 'fluent', conversational: 'conversational', basic: 'basic' }

/**
 * Reads the languages that somebody must speak, and how well: `Marathi-speaking`, `speaks Tamil and Telugu`, `fluent Marathi`, `native
 * Tamil`, `mother tongue Tulu`, `Bhojpuri bolti ho`.
 *
 * "Punjabi wedding", "native village" ask for no language. The words stay in the sentence: who has the language in the first place stands
 * first by them.
 */
export function readLanguages(sentence: string, isLanguage: (word: string) => boolean, chips: ChipCollector): void {
  const text = sentence.replace(/\b(?:mother tongue|matrubhasha)\s*(?:is\s+|:\s*)?(?=\p{L})/gu, 'native ').replace(/\b(\p{L}+)\s+(?:mother tongue|as (?:a |his |her )?(?:first language|mother tongue))\b/gu, 'native $1')
  const words = text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim().split(' ')
  for (const [at, word] of words.entries()) {
    if (!isLanguage(word)) continue
    const [last, lastButOne, next] = [words[at - 1] ?? '', words[at - 2] ?? '', words[at + 1] ?? '']
    const cue = after.has(next) || before.has(last) || (last === 'in' && spoken.has(lastButOne))
    // "speaks Tamil and Telugu": the second shares the cue of the first.
    const shared = last === 'and' && isLanguage(lastButOne) && (before.has(words[at - 3] ?? '') || after.has(next))
    if (!cue && !shared) continue
    const least = fluencyOf[last] ?? (last === 'in' ? fluencyOf[lastButOne] : undefined) ?? (shared ? fluencyOf[words[at - 3] ?? ''] : undefined) ?? fluencyOf[next] ?? null
    const id = `language:${word}${least ? `:${least}` : ''}`
    chips.keep({ chip: { id, kind: 'language', label: `Speaks ${titled(word)}${least ? `, ${said[least]}` : ''}` }, condition: { kind: 'language', word, least } })
  }
}
