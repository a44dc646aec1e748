import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OpenPlace } from '../src-preload/contract/chat.ts'
import type { ConversationId, MessageId } from '../src-preload/contract/memory.ts'
import { Settings } from '../src-preload/contract/settings.ts'
import { assembleTurn, historyCharacters, type SendingParts } from '../src-main/chat/assembleTurn.ts'
import { beginConversation, getConversation, listConversations } from '../src-main/chat/conversations.ts'
import { readHistory, readMessages, type KeptMessage } from '../src-main/chat/messages.ts'
import { writePieces } from '../src-main/chat/messageWriter.ts'
import { peopleIn } from '../src-main/chat/namesFound.ts'
import { openRefs } from '../src-main/chat/refs.ts'
import { keepConsent } from '../src-main/claude/consent.ts'
import { inTransaction } from '../src-main/database/inTransaction.ts'
import { openDatabase, type Database } from '../src-main/database/openDatabase.ts'
import { createProduction } from '../src-main/productions/productionStore.ts'
import { tableHead, tableLine, timesOf } from './benchTimes.ts'

// npm run bench:chat: what stands between a question and its sending, on a database as an office has it after years. Median and 95th percentile
// of 60 runs after 5 that warm up.

const size = { people: 100_000, messages: 100_000, inOne: 10_000, roles: 200, conversations: 2_000 } as const
const runs = 60
const now = (): Date => new Date('2026-11-21T09:00:00.000Z')
const at = now().toISOString()

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const time = async (what: string, target: number, run: () => unknown): Promise<void> => say(tableLine(what, await timesOf(runs, run), target))

const firsts = ['Asha', 'Bhumika', 'Chandan', 'Divya', 'Esha', 'Farhan', 'Gauri', 'Harsh', 'Ishaan', 'Jaya', 'Kunal', 'Lata', 'Manav', 'Nisha', 'Omkar', 'Pooja', 'Qadir', 'Ritu', 'Sameer', 'Tara']
const middles = ['', 'Anand', 'Balraj', 'Devika', 'Girish', 'Hemant', 'Indrani', 'Jatin', 'Kishore', 'Leela', 'Madhav', 'Narayan', 'Parvati', 'Raghav', 'Sadhana', 'Trilok', 'Uday', 'Vasant', 'Yamini', 'Zubin']
const lastBegins = ['Ba', 'Che', 'Da', 'Gho', 'Ja', 'Ka', 'Lo', 'Me', 'Na', 'Pa', 'Ra', 'Sa', 'Ta', 'Va', 'Wa']
const lastEnds = ['dkar', 'lkarni', 'neja', 'pade', 'rawat', 'shmukh', 'thore', 'vadkar', 'yadav', 'ndekar', 'mbre', 'goswami', 'khande', 'war', 'sale', 'dhav', 'gle']
const nameAt = (index: number): string =>
  [firsts[index % 20], middles[Math.floor(index / 20) % 20], `${lastBegins[Math.floor(index / 400) % 15] ?? ''}${lastEnds[Math.floor(index / 6_000) % 17] ?? ''}`].filter(Boolean).join(' ')

function fillBook(db: Database): void {
  const person = db.prepare(`INSERT INTO talent (id, name, name_key, source, text_hash, created_at, updated_at, phone, phone_key) VALUES (?, ?, ?, 'bench', '', ?, ?, ?, ?)`)
  const word = db.prepare(`INSERT OR IGNORE INTO talent_word (talent_row, kind, word) VALUES (?, 'name', ?)`)
  inTransaction(db, () => {
    for (let index = 0; index < size.people; index++) {
      const name = nameAt(index)
      const phone = String(9_000_000_000 + index)
      const { lastInsertRowid } = person.run(`person-${index}`, name, name.toLowerCase(), at, at, phone, phone)
      word.run(lastInsertRowid, name.toLowerCase())
    }
  })
}

function fillRoles(db: Database, productionId: string): void {
  const role = db.prepare('INSERT INTO role (id, production_id, name, gender, playing_from, playing_to, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)')
  inTransaction(db, () => {
    for (let index = 0; index < size.roles; index++) role.run(`role-${index}`, productionId, `ROLE NUMBER ${index}`, index % 2 ? 'female' : 'male', 20 + (index % 30), 30 + (index % 30), at)
  })
}

const answer = (index: number): readonly [blocks: string, wire: string] => {
  const people = Array.from({ length: 8 }, (_, of) => ({ ref: `t${of + 1}`, name: nameAt((index + of) % 40), line: 'Woman, plays 30 to 42, Mumbai, Marathi and Hindi', notes: { quoted: 'Came in on time and read twice, better the second time.', from: `notes on t${of + 1}` } }))
  const text = `The nearest to what you ask is [${people[0]?.name ?? ''}](#t1), who plays 30 to 42 and speaks Marathi. Her dates in January are not known yet.`
  const callId = `call-${index}`
  return [
    JSON.stringify([{ kind: 'tool', callId, tool: 'search_talent', title: 'Searched the talent book', state: 'done', detail: '8 people', draft: null, refs: people.map(({ ref }) => ref) }, { kind: 'text', text }]),
    JSON.stringify([
      { role: 'assistant', blocks: [{ kind: 'toolCall', callId, name: 'search_talent', input: { text: 'woman of forty' } }] },
      { role: 'user', blocks: [{ kind: 'toolResult', callId, text: JSON.stringify(people), isError: false }] },
      { role: 'assistant', blocks: [{ kind: 'text', text }] },
    ]),
  ]
}

function fillMessages(db: Database, conversationId: ConversationId, count: number): void {
  const message = db.prepare(`INSERT INTO chat_message (id, conversation_id, seq, role, said_by, state, blocks, wire, text, at) VALUES (?, ?, ?, ?, ?, 'done', ?, ?, ?, ?)`)
  inTransaction(db, () => {
    for (let seq = 1; seq <= count; seq++) {
      const isQuestion = seq % 2 === 1
      const text = `Question ${seq}: who of forty could play the sister, and is ${nameAt(seq % 40)} free in January?`
      const [blocks, wire] = isQuestion ? [JSON.stringify([{ kind: 'text', text }]), '[]'] : answer(seq)
      message.run(`${conversationId}-${seq}`, conversationId, seq, isQuestion ? 'user' : 'assistant', isQuestion ? 'user' : 'claude', blocks, wire, isQuestion ? text : '', at)
    }
  })
}

const questionOf = (conversationId: ConversationId, text: string): KeptMessage => ({
  id: 'question' as MessageId, conversationId, seq: size.inOne + 1, role: 'user', by: 'user', state: 'done', blocks: [{ kind: 'text', text }], cards: [], failure: null, model: null, paise: null,
  memories: [], needsClaude: false, versions: 0, at, wire: [], place: OpenPlace.parse({}), questionId: null,
})

async function bench(db: Database): Promise<void> {
  const { id: productionId } = createProduction(db, { title: 'The Last Tonga', kind: 'film', brief: 'A tonga driver and his last mare. '.repeat(40) }, now())
  keepConsent(db, productionId, true, now())
  fillBook(db)
  fillRoles(db, productionId)
  const { id } = beginConversation(db, { productionId, incognito: false }, now())
  fillMessages(db, id, size.inOne)
  const others = size.messages - size.inOne
  for (let begun = 1; begun < size.conversations; begun++) fillMessages(db, beginConversation(db, { productionId: null, incognito: false }, now()).id, Math.round(others / (size.conversations - 1)))
  db.pragma('wal_checkpoint(TRUNCATE)')

  const question = questionOf(id, `Is ${nameAt(12_345)} right for ROLE NUMBER 7, and when could she read with ${nameAt(54_321)}? Her number was 90000 12345.`)
  const settings = (claudePseudonyms: boolean) => () => Settings.parse({ claudePseudonyms })
  const parts = (hides: boolean): SendingParts => ({ db, now, settings: settings(hides), openRefs: of => openRefs(db, of), zone: 'Asia/Kolkata' })
  const conversation = getConversation(db, id)
  const assemble = (hides: boolean) => assembleTurn(parts(hides), {
    conversation, question, history: readHistory({ db, rupees: () => 90 }, question, historyCharacters),
    place: OpenPlace.parse({ productionId }), answered: [], tools: [], working: [],
  })
  say(`${size.people} people, ${size.messages} messages, ${size.inOne} of them in the conversation, ${size.conversations} conversations, ${size.roles} roles`)
  say(tableHead)
  await time('a request is put together, the past read from the disk', 30, () => assemble(false))
  await time('the same with names hidden', 30, () => assemble(true))
  const words = question.blocks.map(block => (block.kind === 'text' ? block.text : '')).join('')
  await time('the people named in a question of 25 words are found', 5, () => peopleIn(db, [words]))
  const long = Array.from({ length: 200 }, (_, of) => `${nameAt(of * 499)} met the director on Tuesday, read two scenes with the tonga driver and asked for dates in January.`).join('\n')
  const rupees = () => 90
  await time('a conversation is opened at its end', 20, () => readMessages({ db, rupees }, { conversationId: id, limit: 60 }))
  await time('a conversation is paged at its beginning', 20, () => readMessages({ db, rupees }, { conversationId: id, before: 200, limit: 60 }))
  await time('a conversation is opened around a message in its middle', 20, () => readMessages({ db, rupees }, { conversationId: id, around: `${id}-${size.inOne / 2}` as MessageId, limit: 60 }))
  await time('conversations are listed, the first page', 20, () => listConversations(db, { archived: false, limit: 60, offset: 0 }))
  await time('conversations are listed, the last page', 20, () => listConversations(db, { archived: false, limit: 60, offset: size.conversations - 60 }))
  const open = db.prepare<[], MessageId>(`SELECT id FROM chat_message ORDER BY row DESC LIMIT 1`).pluck().get() ?? ('' as MessageId)
  await time('a frame of an answer is written, synced to the disk', 20, () => writePieces(db, open, [{ block: 0, kind: 'text', text: 'Asha Rane plays 30 to 42 and '.repeat(2) }]))
  await time(`the people named in ${Math.round(long.length / 1_000)} kB of text are found (${peopleIn(db, [long]).size} of them)`, 30, () => peopleIn(db, [long]))
}

const folder = mkdtempSync(join(tmpdir(), 'castmatch-bench-'))
try {
  const db = openDatabase({ folder, now })
  await bench(db)
  db.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
