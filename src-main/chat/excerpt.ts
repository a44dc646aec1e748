import type { FoundConversation } from '../../src-preload/contract/chat.ts'
import { fold } from '../spelling/folding.ts'

/** How long an excerpt is, and how much of it stands before the first word that was found, in characters. */
const longest = 180
const before = 50

/** A piece of a text round the words that begin with one of the stems (folded), with marks on them; the beginning where none is there. */
export function excerptOf(text: string, stems: readonly string[]): Pick<FoundConversation, 'excerpt' | 'marks'> {
  const plain = asLine(text)
  const words = [...plain.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].filter(([word]) => isFound(fold(word), stems)).map(match => ({ from: match.index, to: match.index + match[0].length }))
  const first = words[0]?.from ?? 0
  const start = first <= before ? 0 : wordStart(plain, first - before)
  const end = plain.length <= start + longest ? plain.length : wordEnd(plain, start + longest)
  const lead = start > 0 ? '… ' : ''
  const marks = words.filter(({ from, to }) => from >= start && to <= end).map(({ from, to }) => ({ from: from - start + lead.length, to: to - start + lead.length }))
  return { excerpt: `${lead}${plain.slice(start, end)}${end < plain.length ? ' …' : ''}`, marks }
}

/** A short word is found whole, a longer one by its beginning: as the search finds them. */
const isFound = (word: string, stems: readonly string[]): boolean => word !== '' && stems.some(stem => (stem.length < 3 ? word === stem : word.startsWith(stem)))

/** Markdown as one line of plain words: tables, links and emphasis without their signs. */
const asLine = (text: string): string =>
  text
    .replace(/\[([^\]]*)\]\(#[^)]*\)/g, '$1')
    .replace(/^[|\s:-]+$/gm, ' ')
    .replace(/\\([\\`*_[\]<>|#~!])/g, '$1')
    .replace(/[|*`#>]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const wordStart = (text: string, at: number): number => {
  const space = text.indexOf(' ', at)
  return space < 0 ? at : space + 1
}

const wordEnd = (text: string, at: number): number => {
  const space = text.lastIndexOf(' ', at)
  return space <= 0 ? at : space
}
