import type { ActionId, ChatAction, RecordCard } from '../../src-preload/contract/chat.ts'
import { CastMatchError, sentenceFor, type ErrorCode, type ErrorData } from '../../src-preload/contract/errors.ts'
import type { ConversationId, MessageId } from '../../src-preload/contract/memory.ts'
import type { Database } from '../database/openDatabase.ts'

/** An action as it is kept. */
export interface KeptAction {
  readonly id: ActionId
  readonly conversationId: ConversationId
  readonly messageId: MessageId
  readonly callId: string
  readonly tool: string
  /** As the tool settled it: what `act` is given. */
  readonly settled: unknown
  readonly shown: Pick<ChatAction, 'title' | 'changes' | 'warnings'> & { readonly refs: readonly string[] }
  readonly state: ChatAction['state']
  /** What the tool needs to take it back; null where it cannot. */
  readonly receipt: unknown
  readonly failure: { readonly code: ErrorCode; readonly data: ErrorData } | null
  readonly askedBy: ChatAction['askedBy']
  readonly askedAt: string
  readonly decidedAt: string | null
}

interface Row {
  readonly id: ActionId
  readonly conversation_id: ConversationId
  readonly message_id: MessageId
  readonly call_id: string
  readonly tool: string
  readonly input: string
  readonly shown: string
  readonly state: ChatAction['state']
  readonly receipt: string | null
  readonly failure: string | null
  readonly asked_by: ChatAction['askedBy']
  readonly asked_at: string
  readonly decided_at: string | null
}

/** Keeps an action that waits for a yes or a no. */
export function insertAction(db: Database, action: Pick<KeptAction, 'id' | 'conversationId' | 'messageId' | 'callId' | 'tool' | 'settled' | 'shown' | 'askedBy' | 'askedAt'>): void {
  db.prepare(`INSERT INTO chat_action (id, conversation_id, message_id, call_id, tool, input, shown, state, asked_by, asked_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?)`).run(
    action.id, action.conversationId, action.messageId, action.callId, action.tool, JSON.stringify(action.settled ?? null), JSON.stringify(action.shown), action.askedBy, action.askedAt,
  )
}

/** Reads one action. Throws NOT_FOUND. */
export function getAction(db: Database, id: ActionId): KeptAction {
  const row = db.prepare<[string], Row>('SELECT * FROM chat_action WHERE id = ?').get(id)
  if (!row) throw new CastMatchError('NOT_FOUND', { subject: 'The action' })
  return toAction(row)
}

/** The actions that an answer asked for, in the order they were asked. */
export const actionsOf = (db: Database, messageId: MessageId): readonly KeptAction[] =>
  db.prepare<[string], Row>('SELECT * FROM chat_action WHERE message_id = ? ORDER BY rowid').all(messageId).map(toAction)

/** The actions that answers asked for, by the answer, each in the order they were asked; answers that asked for none are left out. */
export function actionsOfEach(db: Database, messageIds: readonly MessageId[]): ReadonlyMap<MessageId, readonly KeptAction[]> {
  if (messageIds.length === 0) return new Map()
  const rows = db
    .prepare<[string], Row>('SELECT a.* FROM json_each(?) m CROSS JOIN chat_action a ON a.message_id = m.value ORDER BY a.rowid')
    .all(JSON.stringify(messageIds))
  return Map.groupBy(rows.map(toAction), ({ messageId }) => messageId)
}

/** The log of actions, newest first; those of removed conversations stay in it. */
export function listActions(db: Database, { conversationId, limit, offset }: { readonly conversationId?: ConversationId | undefined; readonly limit: number; readonly offset: number }): { total: number; actions: readonly KeptAction[] } {
  const which = '(@conversationId IS NULL OR conversation_id = @conversationId)'
  const bound = { conversationId: conversationId ?? null }
  return {
    total: db.prepare<[typeof bound], number>(`SELECT count(*) FROM chat_action WHERE ${which}`).pluck().get(bound) ?? 0,
    actions: db
      .prepare<[typeof bound & { limit: number; offset: number }], Row>(`SELECT * FROM chat_action WHERE ${which} ORDER BY asked_at DESC, rowid DESC LIMIT @limit OFFSET @offset`)
      .all({ ...bound, limit, offset })
      .map(toAction),
  }
}

/** What may become of an action. */
export type ActionChange =
  | { readonly state: 'done'; readonly receipt: unknown }
  | { readonly state: 'declined' | 'undone' }
  | { readonly state: 'failed'; readonly failure: { readonly code: ErrorCode; readonly data: ErrorData } }

/** Moves an action on; tells whether it stood in the state it was moved from, and so whether this call moved it. */
export function changeAction(db: Database, id: ActionId, from: ChatAction['state'], change: ActionChange, now: Date): boolean {
  const { changes } = db.prepare('UPDATE chat_action SET state = ?, receipt = coalesce(?, receipt), failure = ?, decided_at = ? WHERE id = ? AND state = ?').run(
    change.state,
    change.state === 'done' && change.receipt !== null && change.receipt !== undefined ? JSON.stringify(change.receipt) : null,
    change.state === 'failed' ? JSON.stringify(change.failure) : null,
    now.toISOString(), id, from,
  )
  return changes === 1
}

/** An action as the user sees it; `cardOf` gives the card of a reference of its conversation. */
export const toChatAction = (action: KeptAction, cardOf: (ref: string) => RecordCard | null): ChatAction => ({
  id: action.id,
  conversationId: action.conversationId,
  messageId: action.messageId,
  tool: action.tool,
  title: action.shown.title,
  changes: [...action.shown.changes],
  warnings: [...action.shown.warnings],
  records: action.shown.refs.flatMap(ref => cardOf(ref) ?? []),
  state: action.state,
  failure: action.failure && { code: action.failure.code, sentence: sentenceFor(action.failure.code, action.failure.data) },
  askedBy: action.askedBy,
  askedAt: action.askedAt,
  decidedAt: action.decidedAt,
  canUndo: action.state === 'done' && action.receipt !== null,
})

const toAction = (row: Row): KeptAction => ({
  id: row.id,
  conversationId: row.conversation_id,
  messageId: row.message_id,
  callId: row.call_id,
  tool: row.tool,
  settled: JSON.parse(row.input) as unknown,
  shown: JSON.parse(row.shown) as KeptAction['shown'],
  state: row.state,
  receipt: row.receipt === null ? null : (JSON.parse(row.receipt) as unknown),
  failure: row.failure === null ? null : (JSON.parse(row.failure) as KeptAction['failure']),
  askedBy: row.asked_by,
  askedAt: row.asked_at,
  decidedAt: row.decided_at,
})
