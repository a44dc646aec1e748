import type { Conversation, FoundConversation } from '../../src-preload/contract/chat.ts'
import type { ConversationId, MessageId } from '../../src-preload/contract/memory.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { Database } from '../database/openDatabase.ts'
import type { Embedder } from '../embedding/embedder.ts'
import { wordsOf } from '../spelling/folding.ts'
import { readConversations } from './conversations.ts'
import { excerptOf } from './excerpt.ts'
import type { MessageIndex } from './messageIndex.ts'

/** What the search through conversations needs; without an encoder it goes by words alone. */
export interface ConversationSearchParts {
  readonly db: Database
  readonly embedder: Embedder | null
  readonly index: Pick<MessageIndex, 'near'> | null
}

/** What is searched for, as the contract's `chat.search` takes it; `productionId` null: conversations of no production, left out: all. */
export interface ConversationSearch {
  readonly text: string
  readonly productionId?: ProductionId | null | undefined
  readonly limit: number
}

/** How many messages each side brings: the newest that hold the words, and the nearest in meaning. */
const mostByWords = 600
const mostByMeaning = 150

/** Below this cosine nothing is called near; unrelated sentences lie under it. */
const leastNear = 0.42

/** What words give beside meaning: who types words looks for them. */
const shares = { words: 0.65, meaning: 0.35, title: 0.3 } as const

/**
 * Searches all conversations by words and by meaning; the best message of each, best first.
 *
 * Every word must be there, as it is or with another ending; where no message has all, some will do. Removed and incognito conversations, put-aside
 * versions and answers still under way are never found. Throws CANCELLED where `signal` is aborted.
 */
export async function searchConversations({ db, embedder, index }: ConversationSearchParts, { text, productionId, limit }: ConversationSearch, signal?: AbortSignal): Promise<FoundConversation[]> {
  const words = wordsOf(text)
  const [vector] = embedder && index && words.length > 0 ? await embedder.embed([text], signal) : []
  const near = vector?.some(value => value !== 0) ? ((await index?.near(vector, mostByMeaning)) ?? []) : []
  const byMeaning = new Map(near.filter(({ cosine }) => cosine >= leastNear).map(({ row, cosine }) => [row, cosine]))
  const byWords = wordScores(db, words)
  const messages = standing(db, [...new Set([...byWords.keys(), ...byMeaning.keys()])], productionId)
  const titled = titlesNamed(db, words, productionId)
  const mostWords = Math.max(0, ...messages.map(({ row }) => byWords.get(row) ?? 0))
  const best = new Map<ConversationId, Best>()
  for (const { row, conversationId } of messages) {
    const score = shares.words * (mostWords > 0 ? (byWords.get(row) ?? 0) / mostWords : 0) + shares.meaning * (byMeaning.get(row) ?? 0)
    if (score > (best.get(conversationId)?.score ?? 0)) best.set(conversationId, { row, score })
  }
  for (const id of titled) best.set(id, { row: best.get(id)?.row ?? null, score: (best.get(id)?.score ?? 0) + shares.title })
  const ordered = [...best].sort(([a, one], [b, other]) => other.score - one.score || (a < b ? 1 : -1)).slice(0, limit)
  const shown = new Map(readConversations(db, ordered.map(([id]) => id)).map(conversation => [conversation.id, conversation]))
  const said = db.prepare<[number], Said>('SELECT id, text, at FROM chat_message WHERE row = ?')
  return ordered.flatMap(([id, { row }]) => {
    const conversation = shown.get(id)
    return conversation ? found(conversation, row === null ? undefined : said.get(row), words) : []
  })
}

interface Best {
  /** null where only the title was found. */
  readonly row: number | null
  readonly score: number
}

/** How well messages answer the words (BM25), of the newest that do; all words, or where none has all of them, any. */
function wordScores(db: Database, words: readonly string[]): ReadonlyMap<number, number> {
  if (words.length === 0) return new Map()
  const find = db
    .prepare<[string], [row: number, score: number]>(`SELECT rowid, -bm25(chat_fts) FROM chat_fts WHERE chat_fts MATCH ? ORDER BY rowid DESC LIMIT ${mostByWords}`)
    .raw()
  const parts = words.map(beginning)
  const all = find.all(parts.join(' AND '))
  const rows = all.length > 0 || words.length === 1 ? all : find.all(parts.join(' OR '))
  // A word that stands everywhere has next to no weight; it is found all the same.
  return new Map(rows.map(([row, score]) => [row, Math.max(score, 1e-6)]))
}

/** The letters by which a word is looked for: without its English ending from six letters on. */
export const stemOf = (word: string): string => (word.length >= 6 ? word.replace(/(?:ing|ies|es|ed|s)$/, '') : word)

const beginning = (word: string): string => `"${stemOf(word)}"${word.length >= 3 ? ' *' : ''}`

interface Standing {
  readonly row: number
  readonly conversationId: ConversationId
}

const ofProduction = '(@all OR c.production_id IS @productionId)'
const bound = (productionId: ProductionId | null | undefined) => ({ all: productionId === undefined ? 1 : 0, productionId: productionId ?? null })

function standing(db: Database, rows: readonly number[], productionId: ProductionId | null | undefined): readonly Standing[] {
  return db
    .prepare<[Record<string, string | number | null>], Standing>(
      `SELECT m.row, m.conversation_id AS conversationId FROM json_each(@rows) f JOIN chat_message m ON m.row = f.value
       JOIN chat_conversation c ON c.id = m.conversation_id AND c.removed_at IS NULL AND c.incognito = 0
       WHERE m.put_aside_at IS NULL AND m.state <> 'streaming' AND ${ofProduction}`,
    )
    .all({ rows: JSON.stringify(rows), ...bound(productionId) })
}

function titlesNamed(db: Database, words: readonly string[], productionId: ProductionId | null | undefined): readonly ConversationId[] {
  if (words.length === 0) return []
  return db
    .prepare<[Record<string, string | number | null>], ConversationId>(
      `SELECT c.id FROM chat_title_fts f JOIN chat_conversation c ON c.id = f.id AND c.removed_at IS NULL AND c.incognito = 0
       WHERE chat_title_fts MATCH @query AND ${ofProduction} ORDER BY f.rank LIMIT 200`,
    )
    .pluck()
    .all({ query: `title : (${words.map(beginning).join(' AND ')})`, ...bound(productionId) })
}

interface Said {
  readonly id: MessageId
  readonly text: string
  readonly at: string
}

/** A conversation with the message that was found in it, or with its title where that alone was. */
const found = (conversation: Conversation, said: Said | undefined, words: readonly string[]): FoundConversation => ({
  conversation, messageId: said?.id ?? null, ...excerptOf(said?.text ?? conversation.title, words.map(stemOf)), at: said?.at ?? conversation.updatedAt,
})
