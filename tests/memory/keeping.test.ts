import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommandLine } from '../../src-main/commandLine/program.ts'
import { closeMemory } from '../../src-main/memory/closing.ts'
import { recordEpisode } from '../../src-main/memory/episodes.ts'
import { exportMemories } from '../../src-main/memory/exportMemories.ts'
import { memoryHealth } from '../../src-main/memory/health.ts'
import { importMemories } from '../../src-main/memory/importMemories.ts'
import { startMemoryIndexer } from '../../src-main/memory/indexing.ts'
import { listMemories } from '../../src-main/memory/listMemories.ts'
import { remember } from '../../src-main/memory/remember.ts'
import { memoryModelId } from '../../src-main/memory/terms.ts'
import { wordBagEmbedder } from '../talent/book.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { refusalOf, testMemory } from './office.ts'

const fileOf = (text: string) => {
  const path = join(temporaryFolder(), 'memories.json')
  writeFileSync(path, text)
  return { name: 'memories.json', size: text.length, path }
}
const all = { text: '', limit: 50, offset: 0 }

describe('casting decisions', () => {
  it('are remembered as events with their day, and one for a day of moving somebody to and fro', () => {
    const { parts, person, production, today } = testMemory()
    const [asha, productionId] = [person('Asha Rane'), production('The Last Tonga')]
    const move = (text: string) => recordEpisode(parts.db, { text, productionId, people: [asha], roles: [] }, parts.now())
    const first = move('Asha Rane was put on the long list for KAMALA')
    expect(first).toMatchObject({ kind: 'episodic', validFrom: '2026-03-01', people: [asha], source: { from: 'casting', words: first.text } })
    expect(move('Asha Rane was put on the short list for KAMALA').id).toBe(first.id)
    today('2026-03-02')
    move('Asha Rane was released for KAMALA')
    expect(listMemories(parts.db, all).memories.map(({ text }) => text)).toEqual(['Asha Rane was released for KAMALA', 'Asha Rane was put on the short list for KAMALA'])
  })
})

describe('an export of memories', () => {
  it('comes back whole in another office, ids and all, and nothing twice', async () => {
    const { parts } = testMemory()
    const old = (await remember(parts, { facts: { text: 'The studio in Malad has no lift', importance: 0.9 } })).memory
    const newer = (await remember(parts, { facts: { text: 'The studio in Malad has a new lift', kind: 'procedural' } })).memory
    closeMemory(parts.db, old.id, parts.now(), newer.id)
    const file = exportMemories(parts.db, parts.now())
    expect(file.name).toBe('castmatch-memories-2026-03-01.json')
    const other = testMemory()
    expect(await importMemories(other.parts.db, fileOf(await file.text()), parts.now())).toEqual({ added: 2, known: 0, left: [] })
    expect(JSON.parse(await exportMemories(other.parts.db, parts.now()).text())).toEqual(JSON.parse(await file.text()))
    expect(await importMemories(other.parts.db, fileOf(await file.text()), parts.now())).toEqual({ added: 0, known: 2, left: [] })
  })

  it('tells which entries were left out by number and reason, and drops people that are not here', async () => {
    const { parts, person } = testMemory()
    const entries = [{ kind: 'semantic', text: 'Asha wants mornings', people: [person('Asha Rane'), 'nobody'] }, { kind: 'semantic' }, { kind: 'semantic', text: 'Is it?' }, { kind: 'semantic', text: 'The widow sings', productionId: 'elsewhere' }]
    const imported = await importMemories(parts.db, fileOf(JSON.stringify({ castmatch: 'memories', version: 1, memories: entries })), parts.now())
    expect(imported).toMatchObject({ added: 1, known: 0 })
    expect(imported.left.map(({ entry }) => entry)).toEqual([1, 2, 3, 4])
    expect(imported.left[0]?.reason).toBe('taken in, without a person or role that is not here')
    expect(imported.left[3]?.reason).toBe('its production is not here')
    expect(await refusalOf(importMemories(parts.db, fileOf('{"castmatch":"memories","version":9,"memories":[]}'), parts.now()))).toBe('FILE_KIND_MISMATCH')
    expect(await refusalOf(importMemories(parts.db, fileOf('{"castm'), parts.now()))).toBe('FILE_UNREADABLE')
  })
})

describe('how good the memory is', () => {
  it('counts what is stale, said twice, never used and not yet learnt', async () => {
    const { parts, today } = testMemory()
    await remember(parts, { facts: { text: 'The studio in Malad has no lift' } })
    await importMemories(parts.db, fileOf(JSON.stringify({ castmatch: 'memories', version: 1, memories: [{ kind: 'semantic', text: 'the studio in Malad has no lift!' }] })), parts.now())
    expect(memoryHealth(parts.db, null, parts.now())).toEqual({ live: 2, faded: 0, closed: 0, stale: 0, duplicates: 1, unused: 0, indexed: 0 })
    today('2027-03-05')
    expect(memoryHealth(parts.db, null, parts.now())).toMatchObject({ stale: 2, unused: 2 })
  })

  it('learns what has no vector in the background, and all anew with another encoder', async () => {
    const { parts } = testMemory()
    for (let index = 0; index < 20; index++) await remember(parts, { facts: { text: `The producer of film number ${index} wants ${index + 5} dancers` } })
    for (const embedder of [wordBagEmbedder('one'), wordBagEmbedder('two')]) {
      const indexer = startMemoryIndexer({ db: parts.db, embedder, onError: error => { throw error } })
      await indexer.wake()
      expect(memoryHealth(parts.db, embedder, parts.now()).indexed).toBe(20)
      expect(embedder.seen).toHaveLength(20)
      expect(parts.db.prepare('SELECT DISTINCT model_id FROM memory_vec').pluck().all()).toEqual([memoryModelId(embedder)])
      await indexer.close()
    }
  })
})

describe('castmatch memory', () => {
  it('adds, lists, recalls and forgets on one data folder', async () => {
    const data = temporaryFolder()
    const castmatch = async (...args: readonly string[]) => {
      const printed = { out: '', err: '' }
      const terminal = { out: (text: string) => void (printed.out += text), err: (text: string) => void (printed.err += text), isWatched: false, now: () => new Date(), signal: new AbortController().signal }
      const code = await runCommandLine(['memory', ...args, '--json', '--data', data], terminal)
      return { code, json: JSON.parse(code === 0 ? printed.out : printed.err) }
    }
    const { json: added } = await castmatch('add', 'The director dislikes beards on young men')
    expect(added).toMatchObject({ was: 'added', contradicts: [] })
    expect((await castmatch('list')).json).toMatchObject([{ id: added.memory.id, state: 'live' }])
    expect((await castmatch('recall', 'what does the director think of beards?')).json).toMatchObject([{ id: added.memory.id, reasons: expect.arrayContaining([expect.stringContaining('beards')]) }])
    expect(await castmatch('add', 'Who rides?')).toMatchObject({ code: 1, json: { code: 'INVALID_INPUT' } })
    expect(await castmatch('recall', 'beards', '--production', 'No such film')).toMatchObject({ code: 1, json: { code: 'NOT_FOUND' } })
    expect((await castmatch('forget', added.memory.id)).json).toEqual({ forgotten: 1 })
    expect(await castmatch('forget', added.memory.id)).toMatchObject({ code: 1, json: { code: 'NOT_FOUND' } })
  }, 120_000)
})
