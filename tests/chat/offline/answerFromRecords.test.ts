import { beforeAll, afterAll, describe, expect, it } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerFromRecords, type UnderstoodAnswer } from '../../../src-main/chat/offline/answerFromRecords.ts'
import { openDatabase, type Database } from '../../../src-main/database/openDatabase.ts'
import { remember } from '../../../src-main/memory/remember.ts'
import { createTalent } from '../../../src-main/talent/talentStore.ts'
import { createWorkerPool, type WorkerPool } from '../../../src-main/workers/workerPool.ts'
import type { OpenPlace } from '../../../src-preload/contract/chat.ts'
import { wordEmbedder } from '../../matching/book.ts'
import { measureQuestions, measureTalks, sharesOf } from './measure.ts'
import { laterQuestions } from './questions.ts'
import { laterTalks, talks } from './talks.ts'
import { beginConversation, fillOffice, noon, takenForDone, type AskedOffice } from './office.ts'

/** What must hold without the real encoder; with it the tool measures more. */
const floor = { right: 0.92, wrong: 0.03 } as const

let db: Database
let pool: WorkerPool
let office: AskedOffice
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'castmatch-records-'))
  db = openDatabase({ folder, now: () => noon })
  pool = createWorkerPool({ threads: 1 })
  office = await fillOffice(db, pool, wordEmbedder)
}, 60_000)

afterAll(async () => {
  await pool.close()
  db.close()
  rmSync(folder, { recursive: true, force: true })
})

const ask = (text: string, place: Partial<OpenPlace> = {}): Promise<UnderstoodAnswer> => {
  const context = beginConversation(db, office.productionId, place)
  return answerFromRecords(office.parts, { text, place: context.place, conversation: { productionId: office.productionId }, context, byWord: takenForDone })
}

const textOf = ({ blocks }: UnderstoodAnswer): string => blocks.map(block => (block.kind === 'text' ? block.text : '')).join('\n')

describe('the records, asked without Claude', () => {
  it('answer the measured questions of casting in English and Hindi, and are hardly ever wrong while certain', async () => {
    const outcomes = await measureQuestions(office)
    const { right, wrong } = sharesOf(outcomes)
    expect(outcomes.filter(({ result }) => result === 'wrong').map(({ text, why }) => `${text}: ${why}`)).toHaveLength(Math.round(wrong * outcomes.length))
    expect(right).toBeGreaterThanOrEqual(floor.right)
    expect(wrong).toBeLessThanOrEqual(floor.wrong)
  }, 120_000)

  it('take questions that were written later for what they are', async () => {
    const taken: (readonly [string | null, string])[] = []
    for (const [, text] of laterQuestions) taken.push([(await ask(text)).intent, text])
    expect(taken.filter(([intent], at) => intent !== laterQuestions[at]?.[0]).length).toBeLessThanOrEqual(2)
  }, 60_000)

  it('ask back with cards where a name fits two people', async () => {
    const answer = await ask("Farida's phone number")
    expect(answer.cards.map(({ title }) => title).sort()).toEqual(['Farida Khan', 'Farida Sheikh'])
    expect(textOf(answer)).toContain('Which one do you mean')
    expect(answer.needsClaude).toBe(false)
  })

  it('ask back where a name fits two roles of the script', async () => {
    const answer = await ask('how many scenes has Trivedi')
    expect(answer.cards.map(({ title }) => title).sort()).toEqual(['MR TRIVEDI', 'MRS TRIVEDI'])
  })

  it('ask anew with "and tomorrow?", know whom "her" means, and take a wish to put or to book for what it is, hardly ever wrong while certain', async () => {
    const outcomes = await measureTalks(office)
    const { right, wrong } = sharesOf(outcomes)
    expect(outcomes.filter(({ result }) => result === 'wrong').map(({ text, why }) => `${text}: ${why}`)).toHaveLength(Math.round(wrong * outcomes.length))
    expect(right).toBeGreaterThanOrEqual(floor.right)
    expect(wrong).toBeLessThanOrEqual(floor.wrong)
  }, 120_000)

  it('hear talks that were written later for what they are', async () => {
    const outcomes = await measureTalks(office, laterTalks)
    expect(outcomes.filter(({ result }) => result === 'wrong')).toEqual([])
    expect(outcomes.filter(({ result }) => result !== 'right').length).toBeLessThanOrEqual(2)
  }, 60_000)

  it('do nothing and prepare nothing where a wish is banned, asked about, conditional, or about more than one', async () => {
    const outcomes = await measureTalks(office, talks.filter(({ wanted }) => wanted === 'passedOn'))
    expect(outcomes.filter(({ result }) => result !== 'right')).toEqual([])
  }, 60_000)

  it('take "this role" for the one that stands open', async () => {
    const answer = await ask('how many scenes does this role have', { roleId: office.role('GHANSHYAM') })
    expect(textOf(answer)).toContain('2 scenes')
  })

  it('point every person of an answer to a card that is there', async () => {
    const answer = await ask('who is free tomorrow')
    const refs = [...textOf(answer).matchAll(/\]\(#([a-z]\d+)\)/g)].map(([, ref]) => ref)
    expect(refs.length).toBeGreaterThan(0)
    expect(answer.cards.map(({ ref }) => ref)).toEqual(expect.arrayContaining(refs))
  })

  it('say with each figure of the script which script and draft it is from', async () => {
    expect(textOf(await ask('how many scenes has Nandini'))).toMatch(/Source: \[.*\]\(#d1\), White draft/)
  })

  it('say plainly that a question is for Claude, and whom they understood', async () => {
    const answer = await ask('write a message to Kavita Sinha asking her to come on Monday')
    expect(answer).toMatchObject({ needsClaude: true, intent: null })
    expect(answer.cards.filter(({ kind }) => kind === 'talent').map(({ title }) => title)).toEqual(['Kavita Sinha'])
  })

  it('show what is remembered near to a question that is for Claude', async () => {
    await remember({ db, embedder: wordEmbedder, now: () => noon }, { facts: { text: 'Kavita Sinha reads badly before noon' } })
    const answer = await ask('explain why Kavita Sinha reads badly')
    expect(answer).toMatchObject({ needsClaude: true, intent: null })
    expect(answer.cards.filter(({ kind }) => kind === 'memory').map(({ title }) => title)).toEqual(['Kavita Sinha reads badly before noon'])
  })

  it('count scenes by night and day, outside and inside, and give no figure where a word of the question is left', async () => {
    expect(textOf(await ask('raat ke kitne scene hain'))).toContain('15 mein se **3** scene')
    expect(textOf(await ask('which scenes are outdoors at night'))).toContain('**1** of 15 scenes')
    expect(await ask('how many scenes are in the rain')).toMatchObject({ needsClaude: true })
    expect(await ask('how many night scenes with elephants')).toMatchObject({ needsClaude: true })
  })

  it('answer a greeting with what can be asked, and one that asks something with that', async () => {
    expect((await ask('Namaste')).intent).toBe('help')
    expect((await ask('hello, who is free tomorrow')).intent).toBe('free')
    expect((await ask('BHOLA kaun hai')).intent).toBe('roleFacts')
  })

  it('change nothing when they are asked to book, to move or to put somebody on a list', async () => {
    const standing = () => ['casting_entry', 'casting_change', 'audition_slot', 'memory'].map(table => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
    const before = standing()
    for (const text of ['put Kavita Sinha on the short list for Nandini', 'kavita ko nandini ki short list mein daal do', 'book Ramesh Pawar for tomorrow at eleven', 'ramesh ka slot kal gyarah baje book kar do']) {
      expect(await ask(text)).toMatchObject({ intent: 'deed', needsClaude: false })
    }
    expect(standing()).toEqual(before)
  })

  it('show a name full of Markdown as the plain letters it is', async () => {
    createTalent(db, { name: 'Zorawar [x](http://evil.example) <b>|' }, { modelId: '', now: () => noon })
    const answer = await ask('open Zorawar')
    expect(textOf(answer)).toContain('Zorawar \\[x\\](http://evil.example) \\<b\\>\\|')
  })

  it('answer anything without failing, however it is written', async () => {
    for (const text of ['?', '...', '🎬', '"', 'NEAR(a b)', "'; DROP TABLE talent; --", 'scene 99999', '99/99', 'who who who who', 'क', 'a'.repeat(5_000)]) {
      expect(typeof textOf(await ask(text))).toBe('string')
    }
  })
})
