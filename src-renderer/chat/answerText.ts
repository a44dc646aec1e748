import type { Message } from '../../src-preload/contract/chat.ts'

/** What a message says in words, without thinking and tools; links to cards become their words. */
export const wordsOf = (message: Message): string =>
  message.blocks.flatMap(block => (block.kind === 'text' ? [block.text.replaceAll(/\[([^\]]+)\]\(#[^)\s]*\)/gu, '$1')] : [])).join('\n\n').trim()

/** How many words a text has, in any script. */
export const wordCount = (text: string): number => text.split(/\s+/u).filter(Boolean).length
