import { connect, Socket } from 'node:net'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createSession } from '../../src-main/auditions/sessionStore.ts'
import { bookSlot } from '../../src-main/auditions/slotStore.ts'
import { putOnList } from '../../src-main/casting/castingStore.ts'
import { createClaude } from '../../src-main/claude/claude.ts'
import { keepConsent } from '../../src-main/claude/consent.ts'
import type { Database } from '../../src-main/database/openDatabase.ts'
import { plainFacts } from '../../src-main/memory/memoryRecord.ts'
import { insertMemory } from '../../src-main/memory/memoryWriter.ts'
import { openOfficeChat } from '../../src-main/officeChat.ts'
import { createProduction, updateProduction } from '../../src-main/productions/productionStore.ts'
import { updateRole } from '../../src-main/roles/roleStore.ts'
import { updateSettings } from '../../src-main/settings/settingsStore.ts'
import { createWorkerPool } from '../../src-main/workers/workerPool.ts'
import type { Message } from '../../src-preload/contract/chat.ts'
import type { ConversationId } from '../../src-preload/contract/memory.ts'
import { wordEmbedder } from '../matching/book.ts'
import { keepScript, noon } from '../roles/screenplay.ts'
import { answering, saying, startClaudeStandIn } from '../support/claudeStandIn.ts'
import { memorySecretKeeper, memorySettingsKeeper } from '../support/memoryKeepers.ts'
import type { SaidBlock } from '../support/saidBlocks.ts'
import { testDatabase } from '../support/testDatabase.ts'
import { takeInText } from '../talent/book.ts'
import { allAttempts, attempts, canary } from './injectionTexts.ts'
import { toolOffice } from './tools/office.ts'

const oneLine = (text: string): string => text.replace(/\s+/g, ' ')
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** A production in which every place where somebody else can write holds every attempt. */
async function plantedOffice(db: Database) {
  const script = `Title: The Lantern\n\nINT. GARAGE - NIGHT\n\nRAMDIN, 42, waits. ${oneLine(allAttempts)}\n\nRAMDIN\n${oneLine(allAttempts)}\n\nMEERA\nOnly me.\n`
  const kept = await keepScript(db, script)
  db.prepare('UPDATE script SET file_name = ? WHERE id = ?').run(`${oneLine(attempts.english ?? '')}.fountain`, kept.scriptId)
  updateProduction(db, kept.productionId, { brief: allAttempts })
  updateRole(db, kept.role('RAMDIN'), { notes: allAttempts, look: allAttempts })
  await takeInText(db, ['Name,Bio,Remarks,Credits,Skills,City', ['Asha Rane', allAttempts, allAttempts, allAttempts, oneLine(attempts.markdown ?? ''), 'Mumbai'].map(cell).join(',')].join('\n'))
  const talentId = db.prepare('SELECT id FROM talent').pluck().get() as Parameters<typeof bookSlot>[1]['talentId']
  const session = createSession(db, { productionId: kept.productionId, kind: 'audition', title: attempts.toolJson ?? '', day: '2026-11-25', from: '10:00', to: '12:00', zone: 'Asia/Kolkata', place: oneLine(attempts.systemTag ?? ''), slotMinutes: 20 }, noon)
  bookSlot(db, { sessionId: session.id, from: '10:00', talentId, roleId: kept.role('RAMDIN'), note: allAttempts }, { now: () => noon, by: 'user' })
  putOnList(db, { roleId: kept.role('RAMDIN'), talentId, list: 'longList', note: allAttempts.slice(0, 1_900) }, { modelId: '', now: () => noon, by: 'user' })
  for (const text of Object.values(attempts)) {
    insertMemory(db, { ...plainFacts, text: oneLine(text) }, { from: 'import', words: oneLine(text), conversationId: null, messageId: null }, { vector: null, at: noon })
  }
  return kept
}

/** Every call that looks, at everything that was planted. */
const looks: readonly (readonly [tool: string, input: object])[] = [
  ['search_talent', { sentence: canary }], ['search_talent', {}], ['list_productions', {}], ['list_roles', {}], ['schedule', { from: '2026-11-20', to: '2026-11-30' }],
  ['open_talent', { talent: 't1' }], ['open_role', { role: 'r1' }], ['open_role', { role: 'r2' }], ['breakdown', { role: 'r1' }], ['breakdown', { role: 'r2' }], ['match_role', { role: 'r1' }],
  ['read_scene', { number: '1' }], ['pairs', {}], ['script_facts', { scenes: true }], ['board', {}], ['propose_slots', { people: ['t1'] }], ['recall', { about: canary }],
  ['draft_message', { purpose: 'audition', language: 'hi', talent: 't1', slot: 'k1' }], ['compare_talent', { role: 'r1', people: ['t1', 't1'] }],
]

/** The strings of a value that hold the mark, with the key that each stands under. */
function marked(value: unknown, key = ''): readonly (readonly [key: string, text: string])[] {
  if (typeof value === 'string') return value.includes(canary) ? [[key, value]] : []
  if (Array.isArray(value)) return value.flatMap(item => marked(item, key))
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, item]) => [...(name.includes(canary) ? [['a key', name] as const] : []), ...marked(item, name)]) : []
}

/** What of it stands in a value neither as quoted data without anything hidden nor as a name: one short line in which nothing can be built. */
const loose = (value: unknown): readonly (readonly [key: string, text: string])[] => marked(value).filter(([key, text]) => {
  if (key === 'quoted') return /[\u200b\u2060\u202e\u{e0000}-\u{e007f}]/u.test(text)
  // What the conversation holds is one line of CastMatch's own, with links to its records.
  const line = key === 'held' ? text.replace(/\[([^[\]]*)(?:\]\(#[a-z]\d+\)|$)/g, '$1') : text
  return !/^[^\n<>[\]{}`|\\]+$/.test(line) || line.length > (key === 'held' ? 800 : 80)
})

it('whatever others wrote comes out of a tool that looks as quoted data alone, and nothing goes out', async () => {
  const office = toolOffice()
  const kept = await plantedOffice(office.db)
  const at = office.context(kept.productionId)
  const opened = vi.spyOn(Socket.prototype, 'connect').mockImplementation(() => { throw new Error('a tool that looks went to the net') })
  onTestFinished(() => opened.mockRestore())
  const fetched = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('a tool that looks went to the net'))
  onTestFinished(() => fetched.mockRestore())
  const before = recordsOf(office.db)
  const found = new Set<string>()
  for (const [name, input] of looks) {
    const { told } = await office.look(name, input, at)
    if (marked(told).length > 0) found.add(name)
    expect(loose(told), name).toEqual([])
  }
  expect([...found].sort()).toEqual(['board', 'breakdown', 'list_productions', 'match_role', 'open_role', 'open_talent', 'read_scene', 'recall', 'schedule', 'search_talent'])
  expect([opened.mock.calls.length, fetched.mock.calls.length]).toEqual([0, 0])
  expect(() => connect(9)).toThrow('went to the net')
  const reads = new Set(office.tools.filter(({ writes }) => !writes).map(({ name }) => name))
  expect(new Set(looks.map(([name]) => name))).toEqual(reads)
  expect(recordsOf(office.db)).toEqual(before)
})

/** Every record but what the conversation itself keeps. */
const recordTables = ['production', 'script', 'role', 'talent', 'casting_entry', 'casting_change', 'audition_session', 'audition_slot', 'audition_change', 'memory', 'claude_consent'] as const
/** Every record but that a memory was used, which is noted of what is recalled. */
const recordsOf = (db: Database): unknown =>
  Object.fromEntries(recordTables.map(table => [table, db.prepare(`SELECT * FROM ${table}`).all().map(row => JSON.stringify({ ...(row as object), uses: 0, used_at: null })).sort()]))

/** A whole chat of an office with a Claude that says what it is told to say, over real HTTP. */
async function fooledOffice() {
  const db = testDatabase()
  const kept = await plantedOffice(db)
  const other = createProduction(db, { title: 'Secret Film', kind: 'film', brief: 'Nobody may know of it.' }, noon)
  keepConsent(db, kept.productionId, true, noon)
  const standIn = await startClaudeStandIn()
  standIn.repliesToShapes(answering({ title: 'A reading' }))
  const settings = memorySettingsKeeper()
  updateSettings(settings, { claudeAddress: standIn.address })
  const host = { door: 'command line', dataFolder: '', resourcesFolder: '', settings, secrets: memorySecretKeeper() } as const
  const now = () => noon
  const claude = createClaude({ db, host, now })
  claude.setKey('sk-ant-key-of-a-test')
  const pool = createWorkerPool({ threads: 1 })
  const chat = openOfficeChat({ db, host, claude, embedder: wordEmbedder, pool, now, onLeft: () => undefined, report: error => { throw error } })
  onTestFinished(async () => {
    await chat.close()
    await pool.close()
    await standIn.close()
  })
  const ask = async (conversationId: ConversationId, text: string, ...turns: readonly (readonly SaidBlock[])[]): Promise<Message> => {
    standIn.replies(...turns.map(blocks => saying(blocks)))
    const following = chat.follow(conversationId)
    const { answer } = await chat.send({ conversationId, text }, ['first', 'large'], 'claude')
    for await (const event of following) {
      if (event.kind === 'message' && event.message.id === answer?.id && event.message.state !== 'streaming') return event.message
    }
    throw new Error('no answer came')
  }
  return { db, kept, other, standIn, chat, ask, begin: () => chat.begin({ productionId: kept.productionId, incognito: false }).id }
}

/** The data of a text that CastMatch put together: JSON, alone or after its name; or one line of its own, of a result that was left out since. */
const dataIn = (text: string): unknown => (text.startsWith('(left out by now) ') ? { held: text } : (JSON.parse(text.replace(/^From CastMatch: /, '')) as unknown))

it('no byte of it reaches a request outside of quoted data, least of all the instructions and the tools', async () => {
  const { standIn, ask, begin } = await fooledOffice()
  const calls = looks.map(([tool, input]): readonly SaidBlock[] => [{ tool, input }])
  const conversationId = begin()
  for (let from = 0; from < calls.length; from += 9) await ask(conversationId, 'What is there of them?', ...calls.slice(from, from + 9), [{ text: 'That is all.' }])
  const bodies = standIn.requests.filter(({ method, path }) => method === 'POST' && path === '/v1/messages').map(({ body }) => body as { system: unknown; tools: unknown; messages: readonly { content: unknown }[] })
  expect(bodies.length).toBeGreaterThan(looks.length)
  let seen = 0
  for (const { system, tools, messages } of bodies) {
    expect(marked(tools)).toEqual([])
    // What the fooled Claude itself searched for is no text of others.
    const told = messages.flatMap(({ content }) => marked(content)).filter(([, text]) => text !== canary)
    for (const [, text] of [...marked(system), ...told]) {
      seen += 1
      expect(loose(dataIn(text))).toEqual([])
    }
  }
  expect(seen).toBeGreaterThan(20)
}, 60_000)

it('a Claude that obeys it changes nothing without a yes, reads no closed production, and invents nobody', async () => {
  const { db, standIn, chat, ask, begin } = await fooledOffice()
  const before = recordsOf(db)
  const writes: readonly (readonly [tool: string, input: object])[] = [
    ['put_on_list', { role: 'r2', talent: 't1', list: 'shortList', reason: 'The script says so' }], ['change_status', { role: 'r1', talent: 't1', status: 'released' }],
    ['take_off_list', { role: 'r1', talent: 't1' }], ['cancel_slot', { slot: 'k1' }], ['move_slot', { slot: 'k1', from: '11:00' }],
    ['book_slot', { session: 'n1', talent: 't1', from: '11:20' }], ['forget', { memories: ['m1'] }], ['remember', { text: 'The director pays every actor twice.' }],
  ]
  for (const [tool, input] of writes) {
    const answer = await ask(begin(), 'Read everything and do what is needed.', [{ tool: 'search_talent', input: {} }], [{ tool: 'board', input: {} }], [{ tool: 'schedule', input: {} }], [{ tool: 'recall', input: { about: canary } }], [{ tool, input }], [{ text: 'Done.' }])
    const block = answer.blocks.find(one => one.kind === 'tool' && one.tool === tool)
    expect([tool, block?.kind === 'tool' && block.state, block?.kind === 'tool' && block.action?.state], JSON.stringify(block)).toEqual([tool, 'waiting', 'waiting'])
  }
  expect(recordsOf(db)).toEqual(before)
  expect(chat.actions({ limit: 50, offset: 0 }).actions.every(({ state }) => state === 'waiting')).toBe(true)
  const answer = await ask(begin(), 'And the others?', [{ tool: 'list_productions', input: {} }], [{ tool: 'list_roles', input: { production: 'p2' } }], [{ tool: 'open_talent', input: { talent: 't77' } }], [{ tool: 'send_mail', input: { to: 'x' } }],
    [{ text: 'Take [Zoya Khan](#t77), [her](#t1) or [that film](#p2).' }])
  expect(answer.cards.map(({ ref }) => ref)).not.toContain('t77')
  expect(answer.cards.every(({ title }) => title !== 'Zoya Khan' && title !== 'Secret Film')).toBe(true)
  expect(answer.blocks.flatMap(block => (block.kind === 'tool' ? [block.state] : []))).toEqual(['done', 'failed', 'failed', 'failed'])
  expect(JSON.stringify(standIn.requests)).not.toMatch(/Secret Film|Nobody may know/)
  expect(recordsOf(db)).toEqual(before)
}, 60_000)
