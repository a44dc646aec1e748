import { readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { SessionId } from '../../../src-preload/contract/auditions.ts'
import type { ConversationId, MessageId } from '../../../src-preload/contract/memory.ts'
import type { ActionId, OpenPlace } from '../../../src-preload/contract/chat.ts'
import type { ProductionId } from '../../../src-preload/contract/productions.ts'
import type { CastingEntry } from '../../../src-preload/contract/casting.ts'
import type { RoleId } from '../../../src-preload/contract/roles.ts'
import type { TalentFacts, TalentId } from '../../../src-preload/contract/talent.ts'
import { openRefs } from '../../../src-main/chat/refs.ts'
import type { ToolContext } from '../../../src-main/chat/tool.ts'
import type { ByWord } from '../../../src-main/chat/turnParts.ts'
import type { OfflineParts } from '../../../src-main/chat/offline/question.ts'
import type { Database } from '../../../src-main/database/openDatabase.ts'
import type { Embedder } from '../../../src-main/embedding/embedder.ts'
import { bookSlot } from '../../../src-main/auditions/slotStore.ts'
import { createSession } from '../../../src-main/auditions/sessionStore.ts'
import { putOnList } from '../../../src-main/casting/castingStore.ts'
import { remember } from '../../../src-main/memory/remember.ts'
import { createProduction } from '../../../src-main/productions/productionStore.ts'
import { importSheet } from '../../../src-main/talent/importSheet.ts'
import { createTalent } from '../../../src-main/talent/talentStore.ts'
import type { WorkerPool } from '../../../src-main/workers/workerPool.ts'
import { keepScript } from '../../roles/screenplay.ts'

/** The moment at which the measured questions are asked: Saturday 21 November 2026, half past five in Mumbai. */
export const noon = new Date('2026-11-21T12:00:00Z')

const now = (): Date => noon
const demo = new URL('../../../resources/demo/', import.meta.url)
const speaks = (...languages: readonly string[]): TalentFacts['languages'] => languages.map(language => ({ language, fluency: 'fluent' as const, dialects: [] }))
const days = (state: 'free' | 'pencilled' | 'blocked', from: string, to: string): TalentFacts['availability'][number] => ({ span: { from, to }, state })

/** The people of the small book, who stand beside those of the demo. */
export const smallBook: readonly (Partial<TalentFacts> & { readonly name: string })[] = [
  { name: 'Meenal Joshi', gender: 'female', playingRange: { from: 36, to: 44 }, city: 'Mumbai', languages: speaks('Marathi', 'Hindi'), skills: ['lavani'], phone: '+91 00000 00201', heightCm: 163, availability: [days('free', '2027-03-01', '2027-03-31')] },
  { name: 'Kavita Sinha', gender: 'female', playingRange: { from: 38, to: 48 }, city: 'Patna', languages: speaks('Bhojpuri', 'Hindi'), phone: '+91 00000 00202', heightCm: 158, availability: [days('free', '2026-11-22', '2026-11-30')] },
  { name: 'Ramesh Pawar', gender: 'male', playingRange: { from: 30, to: 40 }, city: 'Pune', languages: speaks('Marathi', 'Hindi'), skills: ['driving'], availability: [days('blocked', '2026-11-22', '2026-11-25'), days('free', '2027-03-05', '2027-03-20')] },
  { name: 'Arjun Mehta', gender: 'male', playingRange: { from: 24, to: 30 }, city: 'Mumbai', languages: speaks('English', 'Hindi'), skills: ['boxing'], availability: [days('pencilled', '2027-03-03', '2027-03-10')] },
  { name: 'Farida Khan', gender: 'female', playingRange: { from: 40, to: 50 }, city: 'Mumbai', languages: speaks('Urdu', 'Hindi'), representation: 'Sona Agency', availability: [days('free', '2026-11-23', '2026-11-24')] },
  { name: 'Farida Sheikh', gender: 'female', playingRange: { from: 28, to: 34 }, city: 'Surat', languages: speaks('Gujarati'), skills: ['garba'] },
]

/** A small office to ask: the demo, the small book, a conversation, and what a question of it is asked with. */
export interface AskedOffice {
  readonly parts: OfflineParts
  readonly productionId: ProductionId
  readonly person: (name: string) => TalentId
  readonly role: (name: string) => RoleId
  readonly context: ToolContext
}

/** Fills a database with the demo and the small book; `embedder` learns nobody by itself. */
export async function fillOffice(db: Database, pool: WorkerPool, embedder: Embedder | null): Promise<AskedOffice> {
  const path = fileURLToPath(new URL('talent.csv', demo))
  for await (const event of importSheet({ db, pool, now }, { name: 'talent.csv', path, size: statSync(path).size })) void event
  for (const facts of smallBook) createTalent(db, facts, { modelId: '', now })
  const production = createProduction(db, { title: 'Chai at Platform Nine', kind: 'film', brief: '' }, noon)
  const { role } = await keepScript(db, readFileSync(new URL('chai-at-platform-nine.fountain', demo), 'utf8'), production.id)
  const person = (name: string): TalentId => {
    const id = db.prepare<[string], TalentId>('SELECT id FROM talent WHERE name = ?').pluck().get(name)
    if (id === undefined) throw new Error(`nobody is called ${name}`)
    return id
  }
  const parts: OfflineParts = { db, embedder, now, zone: 'Asia/Kolkata', settings: () => ({ suggestions: true, glossary: [] }) }
  const office = { parts, productionId: production.id, person, role, context: beginConversation(db, production.id) }
  fillLists(db, office)
  fillSessions(db, office)
  await remember({ db, embedder, now }, { facts: { text: 'Meenal Joshi prefers morning slots' } })
  return office
}

type Standing = Partial<Pick<CastingEntry, 'list' | 'status' | 'hold'>>

const lists: readonly (readonly [role: string, person: string, standing: Standing])[] = [
  ['NANDINI', 'Sravanthi Mudunuri', { list: 'shortList' }],
  ['NANDINI', 'Keerthana Addanki', { list: 'selects', status: 'selected' }],
  ['BHOLA', 'Digvijay Pahalwan Nirala', { list: 'shortList', status: 'onHold', hold: { position: 1, expires: '2026-11-24' } }],
  ['BHOLA', 'Balbir Phogawat', { list: 'longList', status: 'backup' }],
  ['SAROJ DEVI', 'Phoolmati Kunwar', { list: 'shortList', status: 'booked' }],
  ['PINKI', 'Aadya Rengarajan', { list: 'longList' }],
  ['PINKI', 'Gudiya Kumari Prasad', { list: 'selects' }],
]

function fillLists(db: Database, { role, person }: Pick<AskedOffice, 'role' | 'person'>): void {
  for (const [roleName, name, standing] of lists) putOnList(db, { roleId: role(roleName), talentId: person(name), ...standing }, { modelId: '', now, by: 'user' })
}

function fillSessions(db: Database, { productionId, role, person }: Pick<AskedOffice, 'productionId' | 'role' | 'person'>): void {
  const facts = { productionId, zone: 'Asia/Kolkata', place: 'Aram Nagar, room 2', slotMinutes: 30 }
  const book = (sessionId: SessionId, from: string, name: string, roleName: string): void => void bookSlot(db, { sessionId, from, talentId: person(name), roleId: role(roleName) }, { now, by: 'user' })
  const reads = createSession(db, { ...facts, kind: 'audition', title: 'First reads', day: '2026-11-21', from: '11:00', to: '13:00' }, noon).id
  book(reads, '11:00', 'Sravanthi Mudunuri', 'NANDINI')
  book(reads, '11:30', 'Keerthana Addanki', 'NANDINI')
  const callbacks = createSession(db, { ...facts, kind: 'callback', title: 'Callbacks', day: '2026-11-22', from: '10:00', to: '12:00' }, noon).id
  book(callbacks, '10:00', 'Phoolmati Kunwar', 'SAROJ DEVI')
  book(callbacks, '10:30', 'Digvijay Pahalwan Nirala', 'BHOLA')
  const children = createSession(db, { ...facts, kind: 'audition', title: 'Children', day: '2026-11-26', from: '15:00', to: '17:00' }, noon).id
  book(children, '15:00', 'Gudiya Kumari Prasad', 'PINKI')
}

const nowhere: OpenPlace = { productionId: null, scriptId: null, scene: null, roleId: null, talentId: null }

/** Takes every action for done at once; what actions really do is tested where there is a whole office. */
export const takenForDone: ByWord = async tool => ({
  action: {
    id: 'a' as ActionId, conversationId: 'c' as ConversationId, messageId: 'm' as MessageId, callId: 'call', tool, settled: null, shown: { title: tool, changes: [], warnings: [], refs: [] },
    state: 'done', receipt: {}, failure: null, askedBy: 'user', askedAt: noon.toISOString(), decidedAt: noon.toISOString(),
  },
})

/** A conversation of a production with one question in it, and the context in which that is answered. */
export function beginConversation(db: Database, productionId: ProductionId | null, place: Partial<OpenPlace> = {}): ToolContext {
  const count = db.prepare<[], number>('SELECT count(*) FROM chat_conversation').pluck().get() ?? 0
  const conversationId = `conversation ${count}` as ConversationId
  const messageId = `message ${count}` as MessageId
  const at = noon.toISOString()
  db.prepare('INSERT INTO chat_conversation (id, production_id, created_at, updated_at) VALUES (?, ?, ?, ?)').run(conversationId, productionId, at, at)
  db.prepare("INSERT INTO chat_message (id, conversation_id, seq, role, said_by, state, at) VALUES (?, ?, 1, 'assistant', 'records', 'done', ?)").run(messageId, conversationId, at)
  return {
    conversationId, messageId, productionId, place: { ...nowhere, ...place }, askedBy: 'user',
    refs: openRefs(db, conversationId), mayRead: () => true, signal: new AbortController().signal,
  }
}

/** Says something in a conversation; the context in which it is answered. */
export function sayIn(db: Database, conversationId: ConversationId, productionId: ProductionId | null, text: string, place: Partial<OpenPlace> = {}): ToolContext {
  const seq = Number(db.prepare('SELECT max(seq) FROM chat_message WHERE conversation_id = ?').pluck().get(conversationId)) + 1
  const [questionId, messageId] = [`question ${seq} of ${conversationId}`, `answer ${seq} of ${conversationId}` as MessageId]
  const insert = db.prepare('INSERT INTO chat_message (id, conversation_id, seq, role, said_by, state, text, place, question_id, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  insert.run(questionId, conversationId, seq, 'user', 'user', 'done', text, JSON.stringify({ ...nowhere, ...place }), null, noon.toISOString())
  insert.run(messageId, conversationId, seq + 1, 'assistant', 'records', 'streaming', '', '{}', questionId, noon.toISOString())
  return {
    conversationId, messageId, productionId, place: { ...nowhere, ...place }, askedBy: 'user',
    refs: openRefs(db, conversationId), mayRead: () => true, signal: new AbortController().signal,
  }
}
