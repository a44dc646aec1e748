import { v7 as uuid } from 'uuid'
import type { Message, OpenPlace } from '../../src-preload/contract/chat.ts'
import { CastMatchError, type ErrorCode, type ErrorData } from '../../src-preload/contract/errors.ts'
import type { ConversationId, MessageId } from '../../src-preload/contract/memory.ts'
import type { TurnMessage } from '../claude/chatTurn.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { touchConversation } from './conversations.ts'
import { piecesOf } from './messages.ts'
import { foldPieces, plainWords, type Piece, type StoredBlock } from './storedBlocks.ts'

/** Why an answer failed, as it is kept. */
export interface KeptFailure {
  readonly code: ErrorCode
  readonly data: ErrorData
}

const nextSeq = (db: Database, conversationId: ConversationId): number =>
  (db.prepare<[string], number>('SELECT coalesce(max(seq), 0) FROM chat_message WHERE conversation_id = ?').pluck().get(conversationId) ?? 0) + 1

/** Keeps a question at the end of its conversation. */
export function insertQuestion(db: Database, question: { readonly conversationId: ConversationId; readonly text: string; readonly place: OpenPlace; readonly state: 'done' | 'queued' }, now: Date): MessageId {
  const { conversationId, text, place, state } = question
  const id = uuid() as MessageId
  return inTransaction(db, () => {
    db.prepare(`INSERT INTO chat_message (id, conversation_id, seq, role, said_by, state, blocks, text, place, at) VALUES (?, ?, ?, 'user', 'user', ?, ?, ?, ?, ?)`).run(
      id, conversationId, nextSeq(db, conversationId), state, JSON.stringify([{ kind: 'text', text }]), text, JSON.stringify(place), now.toISOString(),
    )
    touchConversation(db, conversationId, now)
    return id
  })
}

/** Keeps the beginning of an answer, at the end of its conversation. */
export function insertAnswer(db: Database, answer: { readonly conversationId: ConversationId; readonly questionId: MessageId; readonly by: 'claude' | 'records' }, now: Date): MessageId {
  const { conversationId, questionId, by } = answer
  const id = uuid() as MessageId
  return inTransaction(db, () => {
    db.prepare(`INSERT INTO chat_message (id, conversation_id, seq, role, said_by, state, question_id, at) VALUES (?, ?, ?, 'assistant', ?, 'streaming', ?, ?)`).run(
      id, conversationId, nextSeq(db, conversationId), by, questionId, now.toISOString(),
    )
    touchConversation(db, conversationId, now)
    return id
  })
}

/** Makes a queued question one that is asked now, at the end of its conversation. Throws NOT_FOUND where it is not queued. */
export function takeFromQueue(db: Database, id: MessageId, conversationId: ConversationId, now: Date): void {
  const { changes } = db
    .prepare(`UPDATE chat_message SET state = 'done', seq = ?, at = ? WHERE id = ? AND state = 'queued' AND put_aside_at IS NULL`)
    .run(nextSeq(db, conversationId), now.toISOString(), id)
  if (changes !== 1) throw new CastMatchError('NOT_FOUND', { subject: 'The queued question' })
}

/** Takes a queued question out of its conversation for good. Throws NOT_FOUND where it is not queued. */
export function deleteQueued(db: Database, id: MessageId): void {
  const { changes } = db.prepare(`DELETE FROM chat_message WHERE id = ? AND state = 'queued'`).run(id)
  if (changes !== 1) throw new CastMatchError('NOT_FOUND', { subject: 'The queued question' })
}

/** Puts other words into a question that is still queued. Throws NOT_FOUND where it is not queued. */
export function rewordQueued(db: Database, id: MessageId, text: string, place: OpenPlace): void {
  const { changes } = db
    .prepare(`UPDATE chat_message SET blocks = ?, text = ?, place = ? WHERE id = ? AND state = 'queued'`)
    .run(JSON.stringify([{ kind: 'text', text }]), text, JSON.stringify(place), id)
  if (changes !== 1) throw new CastMatchError('NOT_FOUND', { subject: 'The queued question' })
}

/** Writes pieces of an answer behind those that came before: once this returns they are on the disk. */
export function writePieces(db: Database, messageId: MessageId, pieces: readonly Piece[]): void {
  const write = db.prepare('INSERT INTO chat_piece (message_id, block, kind, text) VALUES (?, ?, ?, ?)')
  inTransaction(db, () => {
    for (const { block, kind, text } of pieces) write.run(messageId, block, kind, text)
  })
}

/** Forgets the pieces of a try that counts no more. */
export const dropPieces = (db: Database, messageId: MessageId): void => {
  db.prepare('DELETE FROM chat_piece WHERE message_id = ?').run(messageId)
}

/** An answer as it stands after one of its turns. */
export interface Standing {
  readonly state: Message['state']
  readonly by: 'claude' | 'records'
  readonly blocks: readonly StoredBlock[]
  readonly wire: readonly TurnMessage[]
  readonly failure: KeptFailure | null
  readonly model: string | null
  /** Millionths of a US dollar; null where no price is known. */
  readonly costMicros: number | null
  readonly memories: readonly Message['memories'][number][]
  readonly needsClaude: boolean
}

/** Writes an answer as it stands, in place of what stood there and of its pieces. */
export function settleAnswer(db: Database, id: MessageId, standing: Standing): void {
  inTransaction(db, () => {
    db.prepare(`UPDATE chat_message SET state = ?, said_by = ?, blocks = ?, text = ?, wire = ?, failure = ?, model = ?, cost_micros = ?, memories = ?, needs_claude = ? WHERE id = ?`).run(
      standing.state, standing.by, JSON.stringify(standing.blocks), plainWords(standing.blocks), JSON.stringify(standing.wire),
      standing.failure && JSON.stringify(standing.failure), standing.model, standing.costMicros, JSON.stringify(standing.memories), standing.needsClaude ? 1 : 0, id,
    )
    dropPieces(db, id)
  })
}

/** Reads how an answer stands, with the pieces that came since. Throws NOT_FOUND. */
export function readStanding(db: Database, id: MessageId): Standing {
  interface Row { state: Message['state']; said_by: 'claude' | 'records'; blocks: string; wire: string; failure: string | null; model: string | null; cost_micros: number | null; memories: string; needs_claude: number }
  const row = db.prepare<[string], Row>('SELECT state, said_by, blocks, wire, failure, model, cost_micros, memories, needs_claude FROM chat_message WHERE id = ?').get(id)
  if (!row) throw new CastMatchError('NOT_FOUND', { subject: 'The answer' })
  return {
    state: row.state,
    by: row.said_by,
    blocks: foldPieces(JSON.parse(row.blocks) as StoredBlock[], piecesOf(db, id)),
    wire: JSON.parse(row.wire) as TurnMessage[],
    failure: row.failure === null ? null : (JSON.parse(row.failure) as KeptFailure),
    model: row.model,
    costMicros: row.cost_micros,
    memories: JSON.parse(row.memories) as Message['memories'],
    needsClaude: row.needs_claude === 1,
  }
}

/** Marks a tool that was at work when its answer ended, so that it does not turn for ever. */
export const withEndedTools = (blocks: readonly StoredBlock[]): readonly StoredBlock[] =>
  blocks.map(block => (block.kind === 'tool' && block.state === 'running' ? { ...block, state: 'failed', detail: 'Stopped before it was done' } : block))

/**
 * The turn that was broken off, as it may be sent again: its words, without thinking that was not signed yet.
 *
 * `settled` is how many blocks stood before the turn.
 */
export function brokenTurn(blocks: readonly StoredBlock[], settled: number): readonly TurnMessage[] {
  const words = blocks.slice(settled).flatMap(block => (block.kind === 'text' && block.text.trim() !== '' ? [block] : []))
  return words.length === 0 ? [] : [{ role: 'assistant', blocks: words }]
}

/**
 * Ends every answer that nobody makes any more: what came is kept, and it is marked as stopped. Tells which.
 *
 * Those of all conversations where CastMatch starts; of one, where the end of an answer could not be written before.
 */
export function stopLeftOvers(db: Database, conversationId: ConversationId | null = null): readonly MessageId[] {
  const left = db
    .prepare<[{ readonly conversationId: string | null }], { id: MessageId; blocks: string }>(`SELECT id, blocks FROM chat_message WHERE state = 'streaming' AND (:conversationId IS NULL OR conversation_id = :conversationId)`)
    .all({ conversationId })
  for (const { id, blocks } of left) {
    const standing = readStanding(db, id)
    const wire = [...standing.wire, ...brokenTurn(standing.blocks, (JSON.parse(blocks) as readonly StoredBlock[]).length)]
    settleAnswer(db, id, { ...standing, state: 'stopped', blocks: withEndedTools(standing.blocks), wire })
  }
  return left.map(({ id }) => id)
}

/** Lets the questions that wait in a queue stand behind all else of their conversation again; gives their ids, in their order. */
export function queueLast(db: Database, conversationId: ConversationId): readonly MessageId[] {
  return inTransaction(db, () => {
    const queued = db.prepare<[string], MessageId>(`SELECT id FROM chat_message WHERE conversation_id = ? AND state = 'queued' AND put_aside_at IS NULL ORDER BY seq`).pluck().all(conversationId)
    const move = db.prepare('UPDATE chat_message SET seq = ? WHERE id = ?')
    for (const id of queued) move.run(nextSeq(db, conversationId), id)
    return queued
  })
}

/**
 * Puts a message and all that followed it aside for the one that takes its place; gives the ids that are gone from the conversation.
 *
 * Earlier versions of it become earlier versions of its successor; actions that still waited count as declined; what is queued
 * stays. Call it before anything but the successor is added behind.
 */
export function putAside(db: Database, id: MessageId, successor: MessageId, now: Date): readonly MessageId[] {
  return inTransaction(db, () => {
    const at = now.toISOString()
    const gone = db
      .prepare<[string, string], MessageId>(`SELECT m.id FROM chat_message m JOIN chat_message head ON head.id = ? AND head.conversation_id = m.conversation_id
        WHERE m.seq >= head.seq AND m.put_aside_at IS NULL AND m.state <> 'queued' AND m.id <> ? ORDER BY m.seq`)
      .pluck()
      .all(id, successor)
    db.prepare('UPDATE chat_message SET put_aside_for = ? WHERE put_aside_for = ?').run(successor, id)
    const aside = db.prepare('UPDATE chat_message SET put_aside_for = ?, put_aside_at = ? WHERE id = ?')
    const decline = db.prepare(`UPDATE chat_action SET state = 'declined', decided_at = ? WHERE message_id = ? AND state = 'waiting'`)
    for (const other of gone) {
      aside.run(other === id ? successor : id, at, other)
      decline.run(at, other)
    }
    return gone
  })
}
