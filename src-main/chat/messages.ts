import { OpenPlace, type Message, type MessageBlock, type RecordCard } from '../../src-preload/contract/chat.ts'
import { CastMatchError, sentenceFor, type ErrorCode, type ErrorData } from '../../src-preload/contract/errors.ts'
import type { ConversationId, MessageId } from '../../src-preload/contract/memory.ts'
import type { TurnMessage } from '../claude/chatTurn.ts'
import { inPaise } from '../claude/prices.ts'
import type { Database } from '../database/openDatabase.ts'
import { actionsOfEach, toChatAction, type KeptAction } from './actions.ts'
import { cardOfRef } from './refs.ts'
import { foldPieces, refsIn, type Piece, type StoredBlock } from './storedBlocks.ts'
import { legalWire } from './wire.ts'

/** A message with what the page does not see of it. */
export interface KeptMessage extends Message {
  /**
   * What went to and came from Claude for this answer, with real names: assistant and user in turns, the assistant first.
   *
   * Empty for questions. Thinking stands as Claude signed it, and so with the names that were sent.
   */
  readonly wire: readonly TurnMessage[]
  /** What stood open on the screen beside a question. */
  readonly place: OpenPlace
  readonly questionId: MessageId | null
}

/** What messages are read with. */
export interface ReadParts {
  readonly db: Database
  /** Rupees for a dollar. */
  readonly rupees: () => number
}

interface Row {
  readonly id: MessageId
  readonly conversation_id: ConversationId
  readonly seq: number
  readonly role: Message['role']
  readonly said_by: Message['by']
  readonly state: Message['state']
  readonly blocks: string
  readonly wire: string
  readonly place: string
  readonly question_id: MessageId | null
  readonly failure: string | null
  readonly model: string | null
  readonly cost_micros: number | null
  readonly memories: string
  readonly needs_claude: number
  readonly at: string
  readonly versions: number
}

const select = `SELECT m.*, (SELECT count(*) FROM chat_message v WHERE v.put_aside_for = m.id) AS versions FROM chat_message m`

/** Gives the card of a reference of one conversation; null where its record is gone or the reference means none. Reads each but once. */
export function cardsOf(db: Database, conversationId: ConversationId): (ref: string) => RecordCard | null {
  const read = new Map<string, RecordCard | null>()
  return ref => {
    const known = read.get(ref)
    if (known !== undefined) return known
    const card = cardOfRef(db, conversationId, ref)
    read.set(ref, card)
    return card
  }
}

/** Reads a message that is part of a conversation now. Throws NOT_FOUND, also where another took its place. */
export function getMessage(parts: ReadParts, id: MessageId): KeptMessage {
  const message = findMessage(parts, id)
  if (!message) throw noMessage()
  return message
}

/** Reads a message that is part of a conversation now; null where there is none, or where another took its place. */
export function findMessage(parts: ReadParts, id: MessageId): KeptMessage | null {
  const row = parts.db.prepare<[string], Row>(`${select} WHERE m.id = ? AND m.put_aside_at IS NULL`).get(id)
  return row ? (toKept(parts, [row], cardsOf(parts.db, row.conversation_id))[0]?.kept ?? null) : null
}

/** What of a conversation is read: the newest, those before a place, or those around a message. */
export interface MessagesAsked {
  readonly conversationId: ConversationId
  readonly before?: number | undefined
  readonly around?: MessageId | undefined
  readonly limit: number
}

/** Reads messages of a conversation, oldest first, with how many stand before and behind. Throws NOT_FOUND where `around` is not there. */
export function readMessages(parts: ReadParts, asked: MessagesAsked): { messages: Message[]; earlier: number; later: number } {
  const { db } = parts
  const { conversationId, limit } = asked
  const before = asked.around === undefined ? (asked.before ?? Number.MAX_SAFE_INTEGER) : endAround(db, conversationId, asked.around, limit)
  const rows = db
    .prepare<[string, number, number], Row>(`${select} WHERE m.conversation_id = ? AND m.put_aside_at IS NULL AND m.seq < ? ORDER BY m.seq DESC LIMIT ?`)
    .all(conversationId, before, limit)
    .reverse()
  const count = (which: string, seq: number): number =>
    db.prepare<[string, number], number>(`SELECT count(*) FROM chat_message WHERE conversation_id = ? AND put_aside_at IS NULL AND seq ${which} ?`).pluck().get(conversationId, seq) ?? 0
  const cardOf = cardsOf(parts.db, conversationId)
  return {
    messages: toKept(parts, rows, cardOf).map(({ kept }) => toMessage(kept)),
    earlier: rows[0] ? count('<', rows[0].seq) : 0,
    later: count('>', rows.at(-1)?.seq ?? before),
  }
}

/** The place before which half of the messages of a page lie before a message, half behind it. */
function endAround(db: Database, conversationId: ConversationId, id: MessageId, limit: number): number {
  const seq = db.prepare<[string, string], number>('SELECT seq FROM chat_message WHERE id = ? AND conversation_id = ? AND put_aside_at IS NULL').pluck().get(id, conversationId)
  if (seq === undefined) throw noMessage()
  const next = db
    .prepare<[string, number, number], number>('SELECT seq FROM chat_message WHERE conversation_id = ? AND put_aside_at IS NULL AND seq > ? ORDER BY seq LIMIT 1 OFFSET ?')
    .pluck()
    .get(conversationId, seq, Math.floor((limit - 1) / 2))
  return next ?? Number.MAX_SAFE_INTEGER
}

/**
 * Reads the earlier versions of a message, newest first, each followed by what had come after it then.
 *
 * Throws NOT_FOUND where there is no such message.
 */
export function readVersions(parts: ReadParts, id: MessageId): Message[] {
  const { db } = parts
  const conversationId = db.prepare<[string], ConversationId>('SELECT conversation_id FROM chat_message WHERE id = ?').pluck().get(id)
  if (conversationId === undefined) throw noMessage()
  const cardOf = cardsOf(parts.db, conversationId)
  const asideFor = db.prepare<[string], Row>(`${select} WHERE m.put_aside_for = ? ORDER BY m.seq`)
  const rows = asideFor.all(id).reverse().flatMap(head => [head, ...asideFor.all(head.id)])
  return toKept(parts, rows, cardOf).map(({ kept }) => toMessage(kept))
}

/**
 * Reads what was said in a conversation before a message, oldest first and without cards, back to where `characters` of wire
 * and text are reached.
 */
export function readHistory(parts: ReadParts, before: Pick<KeptMessage, 'conversationId' | 'seq'>, characters: number): KeptMessage[] {
  const rows = parts.db
    .prepare<[string, number], Row>(`${select} WHERE m.conversation_id = ? AND m.put_aside_at IS NULL AND m.state <> 'queued' AND m.seq < ? ORDER BY m.seq DESC`)
    .iterate(before.conversationId, before.seq)
  let read = 0
  const taken: Row[] = []
  for (const row of rows) {
    taken.push(row)
    read += row.blocks.length + row.wire.length
    // It begins with a question: an answer without one is nothing that could be told.
    if (read > characters && row.role === 'user') break
  }
  return toKept(parts, taken.reverse(), () => null).map(({ kept, actions }) => (kept.role === 'assistant' ? { ...kept, wire: legalWire(kept, actions) } : kept))
}

/** The message without what the page does not see. */
export function toMessage({ wire: _wire, place: _place, questionId: _question, ...message }: KeptMessage): Message {
  return message
}

/** Messages with the actions that each asked for, which are read for all of them at once. */
function toKept(parts: ReadParts, rows: readonly Row[], cardOf: (ref: string) => RecordCard | null): readonly { readonly kept: KeptMessage; readonly actions: readonly KeptAction[] }[] {
  const asked = actionsOfEach(parts.db, rows.flatMap(({ id, role }) => (role === 'assistant' ? id : [])))
  return rows.map(row => {
    const actions = asked.get(row.id) ?? []
    return { kept: keptOf(parts, row, { cardOf, actions }), actions }
  })
}

function keptOf({ db, rupees }: ReadParts, row: Row, { cardOf, actions }: { readonly cardOf: (ref: string) => RecordCard | null; readonly actions: readonly KeptAction[] }): KeptMessage {
  const kept = JSON.parse(row.blocks) as StoredBlock[]
  const blocks = row.state === 'streaming' ? foldPieces(kept, piecesOf(db, row.id)) : kept
  const failure = row.failure === null ? null : (JSON.parse(row.failure) as { code: ErrorCode; data: ErrorData })
  return {
    id: row.id,
    conversationId: row.conversation_id,
    seq: row.seq,
    role: row.role,
    by: row.said_by,
    state: row.state,
    blocks: blocks.map(block => showBlock(block, actions, cardOf)),
    cards: refsIn(blocks).flatMap(ref => cardOf(ref) ?? []),
    failure: failure && { code: failure.code, sentence: sentenceFor(failure.code, failure.data), data: failure.data },
    model: row.model,
    paise: row.cost_micros === null ? null : inPaise(row.cost_micros, rupees()),
    memories: JSON.parse(row.memories) as Message['memories'],
    needsClaude: row.needs_claude === 1,
    versions: row.versions,
    at: row.at,
    wire: JSON.parse(row.wire) as TurnMessage[],
    place: OpenPlace.parse(JSON.parse(row.place)),
    questionId: row.question_id,
  }
}

const stateOfAction = { waiting: 'waiting', done: 'done', undone: 'done', declined: 'declined', failed: 'failed' } as const

function showBlock(block: StoredBlock, actions: readonly KeptAction[], cardOf: (ref: string) => RecordCard | null): MessageBlock {
  if (block.kind !== 'tool') return block
  const { refs, ...shown } = block
  const action = actions.find(({ callId }) => callId === block.callId)
  return {
    ...shown,
    state: action ? stateOfAction[action.state] : block.state,
    cards: refs.flatMap(ref => cardOf(ref) ?? []),
    action: action ? toChatAction(action, cardOf) : null,
  }
}

/** The pieces of an answer that is coming, in the order they came. */
export const piecesOf = (db: Database, id: MessageId): readonly Piece[] =>
  db.prepare<[string], Piece>('SELECT block, kind, text FROM chat_piece WHERE message_id = ? ORDER BY row').all(id)

const noMessage = (): CastMatchError => new CastMatchError('NOT_FOUND', { subject: 'The message' })
