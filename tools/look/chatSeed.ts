import { randomUUID } from 'node:crypto'
import { joinDatabase, type Database } from '../../src-main/database/openDatabase.ts'

/** A message that is put into a conversation as if it had been said. */
export interface SeedMessage {
  readonly role: 'user' | 'assistant'
  readonly text?: string
  /** Instead of `text`: the blocks as they are kept, tools with their `refs`. */
  readonly blocks?: readonly Readonly<Record<string, unknown>>[]
  readonly by?: 'claude' | 'records'
  readonly state?: 'done' | 'stopped' | 'failed' | 'queued'
  readonly failure?: { readonly code: string; readonly data: Readonly<Record<string, unknown>> }
  readonly needsClaude?: boolean
  readonly costMicros?: number
  readonly memories?: readonly { readonly id: string; readonly text: string }[]
  /** An action that one of the tool blocks asked for, by its `callId`. */
  readonly action?: { readonly callId: string; readonly shown: unknown; readonly state: 'waiting' | 'done' | 'declined' }
}

/** A conversation to be put into a data folder, also while its office runs. */
export interface SeedTalk {
  readonly title: string
  /** Whether it is tied to the first production. */
  readonly inProduction?: boolean
  /** Records that the messages point at: a reference, its kind, and a name by which it is found. */
  readonly refs?: readonly { readonly ref: string; readonly kind: 'talent' | 'role' | 'scene'; readonly name: string }[]
  readonly messages: readonly SeedMessage[]
  /** When the last message was said; one minute lies between two. */
  readonly until?: Date
}

/** Puts a conversation into the database of a data folder; gives its id. For pictures, journeys and measurements only. */
export function seedTalk(folder: string, talk: SeedTalk): string {
  const db = joinDatabase(folder)
  try {
    return db.transaction(() => insertTalk(db, talk))()
  } finally {
    db.close()
  }
}

function insertTalk(db: Database, { title, inProduction = true, refs = [], messages, until = new Date() }: SeedTalk): string {
  const id = randomUUID()
  const production = inProduction ? (db.prepare<[], string>('SELECT id FROM production WHERE removed_at IS NULL ORDER BY rowid LIMIT 1').pluck().get() ?? null) : null
  const at = (index: number) => new Date(until.getTime() - (messages.length - 1 - index) * 60_000).toISOString()
  db.prepare(`INSERT INTO chat_conversation (id, production_id, title, titled_by, created_at, updated_at) VALUES (?, ?, ?, 'castmatch', ?, ?)`).run(id, production, title, at(0), at(messages.length - 1))
  for (const { ref, kind, name } of refs) {
    const record = recordNamed(db, kind, name)
    if (record !== undefined) db.prepare('INSERT INTO chat_ref (conversation_id, ref, kind, record_id) VALUES (?, ?, ?, ?)').run(id, ref, kind, record)
  }
  const insert = db.prepare(`INSERT INTO chat_message (id, conversation_id, seq, role, said_by, state, blocks, text, failure, model, cost_micros, memories, needs_claude, question_id, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const act = db.prepare(`INSERT INTO chat_action (id, conversation_id, message_id, call_id, tool, input, shown, state, asked_by, asked_at, decided_at) VALUES (?, ?, ?, ?, 'put_on_list', '{}', ?, ?, 'claude', ?, ?)`)
  let question: string | null = null
  for (const [index, message] of messages.entries()) {
    const messageId = randomUUID()
    const isAnswer = message.role === 'assistant'
    insert.run(
      messageId, id, index + 1, message.role, isAnswer ? (message.by ?? 'claude') : 'user', message.state ?? 'done',
      JSON.stringify(message.blocks ?? [{ kind: 'text', text: message.text ?? '' }]), message.text ?? '', message.failure ? JSON.stringify(message.failure) : null,
      isAnswer && message.by !== 'records' ? 'claude-sonnet-5-5' : null, message.costMicros ?? null, JSON.stringify(message.memories ?? []), message.needsClaude ? 1 : 0, isAnswer ? question : null, at(index),
    )
    if (!isAnswer) question = messageId
    if (message.action) act.run(randomUUID(), id, messageId, message.action.callId, JSON.stringify(message.action.shown), message.action.state, at(index), message.action.state === 'waiting' ? null : at(index))
  }
  return id
}

/** Puts memories that wait to be kept beside the last question of a conversation. For pictures only. */
export function seedProposals(folder: string, conversationId: string, texts: readonly string[]): void {
  const db = joinDatabase(folder)
  try {
    const message = db.prepare<[string], string>(`SELECT id FROM chat_message WHERE conversation_id = ? AND role = 'user' ORDER BY seq DESC LIMIT 1`).pluck().get(conversationId)
    const insert = db.prepare(`INSERT INTO memory_proposal (id, conversation_id, message_id, state, kind, text, key_hash, source_words, proposed_at) VALUES (?, ?, ?, 'waiting', 'semantic', ?, ?, ?, ?)`)
    for (const text of texts) insert.run(randomUUID(), conversationId, message, text, randomUUID(), text, new Date().toISOString())
  } finally {
    db.close()
  }
}

function recordNamed(db: Database, kind: 'talent' | 'role' | 'scene', name: string): string | undefined {
  if (kind === 'scene') {
    const script = db.prepare<[], string>('SELECT id FROM script WHERE removed_at IS NULL ORDER BY rowid LIMIT 1').pluck().get()
    return script && `${script}/${name}`
  }
  return db.prepare<[string], string>(`SELECT id FROM ${kind} WHERE name LIKE ? LIMIT 1`).pluck().get(`${name}%`)
}

/** A long conversation: questions and answers of some lines each, `count` of them together. */
export const longTalk = (count: number): SeedTalk => ({
  title: 'Everything about the platform',
  messages: Array.from({ length: count }, (_, index) =>
    index % 2 === 0
      ? { role: 'user', text: `Question ${index + 1}: who could stand in for scene ${(index % 40) + 1}?` }
      : { role: 'assistant', text: `Answer ${index + 1}. Two people come near.\n\n- **One** plays 30 to 42 and speaks Bhojpuri\n- **Another** plays 34 to 50; whether she sings is unknown\n\n${'The scene asks for patience and a plain face. '.repeat(1 + (index % 7))}` }),
})
