import type { RecordCard } from '../../../src-preload/contract/chat.ts'
import { printedDay, startOfDay } from '../../../src-preload/contract/said.ts'
import type { DaySpan } from '../../../src-preload/contract/words.ts'
import type { RecordKey, ToolContext } from '../tool.ts'
import { say, type PhraseKey } from './phrases.ts'

/** Writes an answer: words in the language of the question, records as links to their cards. */
export interface Pen {
  readonly language: 'en' | 'hi'
  readonly say: (key: PhraseKey, slots?: Readonly<Record<string, string | number>>) => string
  /** A link to a record, or its name alone where it is not there. */
  readonly link: (key: RecordKey, name: string) => string
  /** The cards of all links, in the order they were written. */
  readonly cards: () => readonly RecordCard[]
}

/** A pen for one answer. */
export function makePen({ refs }: Pick<ToolContext, 'refs'>, language: 'en' | 'hi'): Pen {
  const cards = new Map<string, RecordCard>()
  return {
    language,
    say: (key, slots) => say(language, key, slots),
    link: (key, name) => {
      const card = refs.card(key)
      if (!card) return plainWords(name)
      cards.set(card.ref, card)
      return `[${plainWords(name)}](#${card.ref})`
    },
    cards: () => [...cards.values()],
  }
}

/** Text of a record as plain words in Markdown: nothing in it makes a link, a heading, a table or HTML. */
export const plainWords = (text: string): string => text.replace(/\s+/g, ' ').trim().replace(/[\\`*_[\]<>|#~!]/g, match => `\\${match}`)

/** A table of Markdown; cells are Markdown already. Empty without rows. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  return [headings, headings.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

/** The parts of an answer that have something to say, a blank line between them. */
export const paragraphs = (...parts: readonly (string | false | null | undefined)[]): string => parts.filter(part => typeof part === 'string' && part !== '').join('\n\n')

/** A span of days as it is said: "22 Nov 2026", "3 Mar 2027 to 9 Mar 2027". */
export const daysSaid = ({ from, to }: DaySpan): string => (from === to ? printedDay(startOfDay(from)) : `${printedDay(startOfDay(from))} to ${printedDay(startOfDay(to))}`)
