import type { ChatEvent, ChatPhase, Conversation, Message } from '../../src-preload/contract/chat.ts'
import type { MessageId } from '../../src-preload/contract/memory.ts'

/**
 * A conversation as the page holds it: a stretch of its messages without gaps, and what is being answered.
 *
 * Answers that are still coming stand in `live`, all others in `settled`, so that a word that comes touches nothing but its own
 * message. `later` above 0 says that newer messages are not read in: nothing new is added until they are.
 */
export interface Talk {
  readonly conversation: Conversation | null
  /** Ids by rising seq. */
  readonly order: readonly MessageId[]
  readonly settled: ReadonlyMap<MessageId, Message>
  readonly live: ReadonlyMap<MessageId, Message>
  readonly phase: ChatPhase
  readonly earlier: number
  readonly later: number
  /** Whether something was missed, so that the newest messages must be read anew. */
  readonly torn: boolean
}

/** A page of messages as the office gives it, oldest first. */
export interface MessagePage {
  readonly messages: readonly Message[]
  readonly earlier: number
  readonly later: number
}

/** A conversation of which nothing is known yet. */
export const emptyTalk: Talk = { conversation: null, order: [], settled: new Map(), live: new Map(), phase: { kind: 'idle' }, earlier: 0, later: 0, torn: false }

/** A message of the talk, null where it is not read in. */
export const messageOf = (talk: Talk, id: MessageId): Message | null => talk.live.get(id) ?? talk.settled.get(id) ?? null

/** Starts the talk over with one page. */
export function withPage(talk: Talk, page: MessagePage): Talk {
  return settle({ ...talk, order: [], settled: new Map(), live: new Map(), torn: false, earlier: page.earlier, later: page.later }, page.messages)
}

/**
 * Takes the newest page into a talk that missed something: what is read in before it stays, so that nobody loses her place;
 * what the page should hold and does not is gone. Where a hole would lie between the two, the talk starts over.
 */
export function withNewest(talk: Talk, page: MessagePage): Talk {
  const seqOf = (id: MessageId) => messageOf(talk, id)?.seq ?? 0
  const here = new Set(page.messages.map(({ id }) => id))
  const first = page.messages[0]
  const joins = first !== undefined && talk.order.some(id => here.has(id))
  if (!joins) return withPage(talk, page)
  const stale = new Set(talk.order.filter(id => seqOf(id) >= first.seq && !here.has(id)))
  const kept = without(talk, stale)
  const isLonger = kept.order[0] !== first.id && kept.order.some(id => seqOf(id) < first.seq)
  return { ...settle(kept, page.messages), torn: false, earlier: isLonger ? talk.earlier : page.earlier, later: page.later }
}

/** Puts a page that ends where the talk begins in front of it. */
export const withEarlier = (talk: Talk, page: MessagePage): Talk => ({ ...settle(talk, page.messages), earlier: page.earlier })

/** Adds a page that overlaps the end of the talk. */
export const withLater = (talk: Talk, page: MessagePage): Talk => ({ ...settle(talk, page.messages), later: page.later })

/** The talk after events, in the order they came. Messages that no event is about stay the very same objects. */
export function withEvents(talk: Talk, events: readonly ChatEvent[]): Talk {
  return events.reduce((now, event) => withEvent(now, event), talk)
}

function withEvent(talk: Talk, event: ChatEvent): Talk {
  switch (event.kind) {
    case 'conversation': return { ...talk, conversation: event.conversation }
    case 'phase': return { ...talk, phase: event.phase }
    case 'message': return withMessage(talk, event.message)
    case 'delta': return withDelta(talk, event)
    case 'gone': return without(talk, new Set(event.messageIds))
    case 'proposed': return talk // they stand below the messages, not among them
  }
}

function withMessage(talk: Talk, message: Message): Talk {
  if (messageOf(talk, message.id) === null && talk.later > 0) return { ...talk, later: talk.later + 1 }
  const first = talk.order[0]
  const firstSeq = first === undefined ? undefined : messageOf(talk, first)?.seq
  // Older than all that is read in, and more stands before: it comes when she scrolls there.
  if (firstSeq !== undefined && message.seq < firstSeq && talk.earlier > 0) return talk
  return settle(talk, [message])
}

function withDelta(talk: Talk, { messageId, block, says, from, text }: Extract<ChatEvent, { kind: 'delta' }>): Talk {
  const message = talk.live.get(messageId)
  if (!message) return talk.later > 0 || talk.settled.has(messageId) ? talk : { ...talk, torn: true }
  const before = message.blocks[block]
  if (before === undefined ? block > message.blocks.length || from > 0 : before.kind === 'tool' || from > before.text.length) return { ...talk, torn: true }
  const had = before === undefined || before.kind === 'tool' ? '' : before.text
  const grown = { kind: says, text: had.slice(0, from) + text }
  // What was told before and arrives again is not said twice.
  if (before !== undefined && grown.text.length <= had.length && had.startsWith(grown.text)) return talk
  const live = new Map(talk.live)
  live.set(messageId, { ...message, blocks: [...message.blocks.slice(0, block), grown, ...message.blocks.slice(block + 1)] })
  return { ...talk, live }
}

function without(talk: Talk, gone: ReadonlySet<MessageId>): Talk {
  if (!talk.order.some(id => gone.has(id))) return talk
  const keep = (messages: ReadonlyMap<MessageId, Message>) => new Map([...messages].filter(([id]) => !gone.has(id)))
  return { ...talk, order: talk.order.filter(id => !gone.has(id)), settled: keep(talk.settled), live: keep(talk.live) }
}

/** Takes messages in, each where its seq says. */
function settle(talk: Talk, messages: readonly Message[]): Talk {
  const settled = new Map(talk.settled)
  const live = new Map(talk.live)
  const known = new Set(talk.order)
  const fresh: MessageId[] = []
  for (const message of messages) {
    const streams = message.state === 'streaming'
    ;(streams ? live : settled).set(message.id, message)
    ;(streams ? settled : live).delete(message.id)
    if (!known.has(message.id)) fresh.push(message.id)
    known.add(message.id)
  }
  if (fresh.length === 0) return { ...talk, settled, live }
  const seq = (id: MessageId) => (live.get(id) ?? settled.get(id))?.seq ?? 0
  return { ...talk, settled, live, order: [...talk.order, ...fresh].sort((one, other) => seq(one) - seq(other)) }
}
