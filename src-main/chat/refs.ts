import type { RecordCard, RecordKind } from '../../src-preload/contract/chat.ts'
import type { ConversationId } from '../../src-preload/contract/memory.ts'
import { inTransaction } from '../database/inTransaction.ts'
import type { Database } from '../database/openDatabase.ts'
import { cardOf } from './cards.ts'
import type { RecordKey, Refs } from './tool.ts'

/** The letter that the references of a kind begin with: t3 is a person, r1 a role, s12 a scene. */
export const refLetters: Readonly<Record<RecordKind, string>> = {
  talent: 't', role: 'r', scene: 's', production: 'p', script: 'd', session: 'n', slot: 'k', memory: 'm',
}

/** How a reference is written: a letter and a number from 1. */
export const refPattern = /^[trspdnkm][1-9]\d{0,5}$/

/**
 * The references of a conversation, kept in `chat_ref`.
 *
 * Each record has one reference for as long as the conversation lasts, and a reference never comes to mean another record.
 */
export function openRefs(db: Database, conversationId: ConversationId): Refs {
  return {
    card: key => {
      const face = cardOf(db, key)
      return face && { ref: refOf(db, conversationId, key), ...face }
    },
    resolve: (ref, kind) => {
      const key = recordOf(db, conversationId, ref)
      return key?.kind === kind ? key : null
    },
  }
}

/** The card that a reference of a conversation stands for now; null where it stands for none, or its record is gone. */
export function cardOfRef(db: Database, conversationId: ConversationId, ref: string): RecordCard | null {
  const key = recordOf(db, conversationId, ref)
  const face = key && cardOf(db, key)
  return face && { ref: writtenRef(ref), ...face }
}

/** The cards of all references that a text points at by `[words](#ref)`, each once, in the order of the text. */
export function cardsIn(db: Database, conversationId: ConversationId, text: string): readonly RecordCard[] {
  const refs = [...text.matchAll(/\]\(#([a-z]\d{1,6})\)/gi)].map(([, ref]) => writtenRef(ref ?? ''))
  return [...new Set(refs)].flatMap(ref => cardOfRef(db, conversationId, ref) ?? [])
}

/** Claude at times writes a reference as a link or in capitals: "#T3". */
const writtenRef = (ref: string): string => ref.trim().replace(/^#/, '').toLowerCase()

function recordOf(db: Database, conversationId: ConversationId, ref: string): RecordKey | null {
  const row = db
    .prepare<[string, string], { kind: RecordKind; record_id: string }>('SELECT kind, record_id FROM chat_ref WHERE conversation_id = ? AND ref = ?')
    .get(conversationId, writtenRef(ref))
  return row ? { kind: row.kind, id: row.record_id } : null
}

function refOf(db: Database, conversationId: ConversationId, { kind, id }: RecordKey): string {
  const known = db.prepare<[string, string, string], string>('SELECT ref FROM chat_ref WHERE conversation_id = ? AND kind = ? AND record_id = ?').pluck()
  const found = known.get(conversationId, kind, id)
  if (found !== undefined) return found
  return inTransaction(db, () => {
    const last = db
      .prepare<[string, string], number | null>('SELECT max(CAST(substr(ref, 2) AS INTEGER)) FROM chat_ref WHERE conversation_id = ? AND kind = ?')
      .pluck()
      .get(conversationId, kind)
    const ref = `${refLetters[kind]}${(last ?? 0) + 1}`
    db.prepare('INSERT INTO chat_ref (conversation_id, ref, kind, record_id) VALUES (?, ?, ?, ?)').run(conversationId, ref, kind, id)
    return ref
  })
}
