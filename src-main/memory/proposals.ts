import { v7 as uuid } from 'uuid'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ConversationId, Memory, MemoryProposal, MemoryProposalId, MessageId } from '../../src-preload/contract/memory.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { cosine } from '../embedding/embedder.ts'
import { plainFacts, readMemories, type MemoryParts } from './memoryRecord.ts'
import { nearMemories } from './nearMemories.ts'
import { peopleIn } from './peopleIn.ts'
import { remember, vectorOf } from './remember.ts'
import { compareSentences } from './sameFact.ts'
import { keyHash } from './terms.ts'
import { isIncognito, wasGiven, whyNotKept } from './worthKeeping.ts'

/** A sentence that may be worth remembering, and where it was said. */
export interface Suggestion {
  readonly kind: Memory['kind']
  readonly text: string
  readonly productionId: ProductionId | null
  readonly conversationId: ConversationId
  readonly messageId: MessageId
  /** The user's own sentence. */
  readonly words: string
}

/** At most so many proposals wait after one conversation. */
export const mostProposals = 3

/** From this nearness on a proposal is one that was put away before. */
const sameAsDismissed = 0.93

/**
 * Proposes a sentence as a memory; nothing is remembered by it.
 *
 * Gives false where it is not proposed: not worth keeping, known already, proposed or put away before, recalled in that conversation, or
 * three wait there already.
 */
export async function propose(parts: MemoryParts, suggestion: Suggestion, signal?: AbortSignal): Promise<boolean> {
  const { db, now } = parts
  const { kind, text, productionId, conversationId, messageId, words } = suggestion
  const people = peopleIn(db, text)
  const facts = { ...plainFacts, kind, text, productionId, people: [...people] }
  if (text.length > 500 || isIncognito(db, conversationId) || whyNotKept(db, facts) !== null || wasGiven(db, conversationId, text)) return false
  const vector = await vectorOf(parts, text, signal)
  return inTransaction(db, () => {
    const waiting = db.prepare<[string], string>(`SELECT text FROM memory_proposal WHERE conversation_id = ? AND state = 'waiting'`).pluck().all(conversationId)
    if (waiting.length >= mostProposals || waiting.some(other => compareSentences(other, text).shared >= 0.8)) return false
    if (wasPutAway(db, text, vector)) return false
    const { known, contradicted } = nearMemories(db, facts, vector)
    if (known !== null) return false
    const contradicts = readMemories(db, contradicted).find(({ memory }) => memory.state === 'live')?.memory.id ?? null
    db.prepare(`INSERT INTO memory_proposal (id, conversation_id, message_id, state, kind, text, key_hash, production_id, people, source_words, contradicts, model_id, e, proposed_at)
      VALUES (?, ?, ?, 'waiting', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
      .run(uuid(), conversationId, messageId, kind, text, keyHash(text), productionId, JSON.stringify(people), words.slice(0, 500), contradicts, vector?.modelId ?? null, vector?.vector ?? null, now().toISOString())
    return true
  })
}

/** The memories that wait for a yes, the latest conversation first. */
export function listProposals(db: Database, conversationId?: ConversationId): MemoryProposal[] {
  const rows = db
    .prepare<unknown[], ProposalRow>(`SELECT * FROM memory_proposal WHERE state = 'waiting' ${conversationId === undefined ? '' : 'AND conversation_id = ?'} ORDER BY proposed_at DESC, rowid`)
    .all(...(conversationId === undefined ? [] : [conversationId]))
  return rows.map(row => proposalOf(db, row))
}

/** Keeps a proposal as it is or in other words; the memory it contradicts is closed. Throws NOT_FOUND, or INVALID_INPUT with why the words cannot be. */
export async function keepProposal(parts: MemoryParts, id: MemoryProposalId, change: { readonly text?: string | undefined; readonly productionId?: ProductionId | null | undefined }): Promise<Memory> {
  const { db } = parts
  const proposal = readProposal(db, id)
  const { memory } = await remember(parts, {
    facts: {
      kind: proposal.kind, text: change.text ?? proposal.text, confidence: 0.9,
      productionId: change.productionId === undefined ? proposal.productionId : change.productionId,
      ...(change.text === undefined && { people: proposal.people }),
    },
    source: { ...proposal.source, from: 'conversation' },
    ...(proposal.contradicts?.state === 'live' && { replaces: proposal.contradicts.id }),
  })
  db.prepare('DELETE FROM memory_proposal WHERE id = ?').run(id)
  return memory
}

/** Puts a proposal away: its words are deleted, and the same is not proposed again. Throws NOT_FOUND. */
export function dismissProposal(db: Database, id: MemoryProposalId): void {
  const { changes } = db.prepare(`UPDATE memory_proposal SET state = 'dismissed', text = '', source_words = '', people = '[]', contradicts = NULL WHERE id = ? AND state = 'waiting'`).run(id)
  if (changes !== 1) throw new CastMatchError('NOT_FOUND', { subject: 'This proposal' })
}

interface ProposalRow {
  readonly id: string
  readonly conversation_id: string
  readonly message_id: string
  readonly kind: Memory['kind']
  readonly text: string
  readonly production_id: string | null
  readonly people: string
  readonly source_words: string
  readonly contradicts: string | null
  readonly proposed_at: string
}

function readProposal(db: Database, id: MemoryProposalId): MemoryProposal {
  const row = db.prepare<[string], ProposalRow>(`SELECT * FROM memory_proposal WHERE id = ? AND state = 'waiting'`).get(id)
  if (!row) throw new CastMatchError('NOT_FOUND', { subject: 'This proposal' })
  return proposalOf(db, row)
}

function proposalOf(db: Database, row: ProposalRow): MemoryProposal {
  const contradicted = row.contradicts === null ? [] : db.prepare<[string], number>('SELECT row FROM memory WHERE id = ?').pluck().all(row.contradicts)
  return {
    id: row.id as MemoryProposalId,
    kind: row.kind,
    text: row.text,
    productionId: row.production_id as ProductionId | null,
    people: JSON.parse(row.people) as TalentId[],
    source: { from: 'conversation', words: row.source_words, conversationId: row.conversation_id as ConversationId, messageId: row.message_id as MessageId },
    proposedAt: row.proposed_at,
    contradicts: readMemories(db, contradicted)[0]?.memory ?? null,
  }
}

function wasPutAway(db: Database, text: string, kept: { readonly modelId: string; readonly vector: Float32Array } | null): boolean {
  if (db.prepare(`SELECT 1 FROM memory_proposal WHERE state = 'dismissed' AND key_hash = ?`).get(keyHash(text)) !== undefined) return true
  if (kept === null) return false
  const dismissed = db.prepare<[string], Uint8Array>(`SELECT e FROM memory_proposal WHERE state = 'dismissed' AND model_id = ?`).pluck().all(kept.modelId)
  return dismissed.some(bytes => cosine(new Float32Array(new Uint8Array(bytes).buffer), kept.vector) >= sameAsDismissed)
}

