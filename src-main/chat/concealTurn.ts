import type { Conversation } from '../../src-preload/contract/chat.ts'
import type { TurnBlock, TurnMessage } from '../claude/chatTurn.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { hiddenNamesFor } from './hiddenNames.ts'
import { createWordReader } from './namedWords.ts'
import { createConcealer, type Concealer, type Pseudonym } from './pseudonyms.ts'
import { createRevealer, type Revealing } from './reveal.ts'
import type { Refs } from './tool.ts'
import { toldAsText } from './tools/quoted.ts'

/** Messages as they are sent, and the way back. */
export interface Concealed {
  readonly messages: readonly TurnMessage[]
  readonly text: (text: string) => string
  readonly message: (message: TurnMessage) => TurnMessage
  /** Those that are used in the messages. */
  readonly pseudonyms: readonly Pseudonym[]
  readonly stream: () => Revealing
  readonly revealValue: (value: unknown) => unknown
  readonly revealSaid: (blocks: readonly TurnBlock[]) => readonly TurnBlock[]
}

/**
 * Replaces the names in messages, where that is switched on.
 *
 * Thinking is signed and cannot be changed: where it holds a name (it was thought before names were hidden) it is left out.
 */
export function conceal({ db, refs, conversation, isOn }: { readonly db: Database; readonly refs: Refs; readonly conversation: Conversation; readonly isOn: boolean }, messages: readonly TurnMessage[]): Concealed {
  if (!isOn) {
    return { messages, text: text => text, message: message => message, pseudonyms: [], stream: () => ({ feed: piece => piece, flush: () => '' }), revealValue: value => value, revealSaid: blocks => blocks }
  }
  const reader = createWordReader()
  const hidden = inTransaction(db, () => hiddenNamesFor(db, refs, conversation, messages.flatMap(({ blocks }) => blocks.flatMap(textsOf)), reader))
  const concealer = createConcealer(hidden, reader)
  const revealer = createRevealer(hidden.pseudonyms)
  const message = ({ role, blocks }: TurnMessage): TurnMessage => ({ role, blocks: blocks.flatMap(block => concealBlock(concealer, block)) })
  const concealed = messages.map(message)
  const all = JSON.stringify(concealed)
  return {
    messages: concealed,
    text: text => concealJson(concealer, text),
    message,
    pseudonyms: hidden.pseudonyms.filter(({ sent }) => all.includes(sent)),
    stream: revealer.stream,
    revealValue: revealer.value,
    revealSaid: blocks => blocks.map(block => {
      if (block.kind === 'text') return { ...block, text: revealer.text(block.text) }
      return block.kind === 'toolCall' ? { ...block, input: revealer.value(block.input) } : block
    }),
  }
}

function textsOf(block: TurnBlock): readonly string[] {
  if (block.kind === 'toolCall') return [...stringsIn(block.input)]
  if (block.kind === 'redacted' || block.kind === 'thinking') return []
  const json = jsonIn(block.text)
  return json ? [...stringsIn(json.value)] : [block.text]
}

/** Every text of a value, keys too. */
function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield* Object.keys(value)
  for (const one of Object.values(value)) yield* stringsIn(one)
}

function concealBlock(concealer: Concealer, block: TurnBlock): readonly TurnBlock[] {
  if (block.kind === 'text' || block.kind === 'toolResult') return [{ ...block, text: concealJson(concealer, block.text) }]
  if (block.kind === 'toolCall') return [{ ...block, input: concealer.value(block.input) }]
  return block.kind === 'thinking' && concealer.text(block.text) !== block.text ? [] : [block]
}

const castMatch = 'From CastMatch: '

/** What tools and CastMatch tell is JSON: there each text is looked at by itself, with the record that it is about. */
function concealJson(concealer: Concealer, text: string): string {
  const json = jsonIn(text)
  return json ? json.before + toldAsText(concealer.value(json.value)) : concealer.text(text)
}

function jsonIn(text: string): { readonly before: string; readonly value: unknown } | null {
  const before = text.startsWith(castMatch) ? castMatch : ''
  if (!/^[[{"]/.test(text.slice(before.length))) return null
  try {
    return { before, value: JSON.parse(text.slice(before.length)) as unknown }
  } catch {
    return null
  }
}
