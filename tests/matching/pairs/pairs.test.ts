import { expect, it, onTestFinished } from 'vitest'
import type { Database } from '../../../src-main/database/openDatabase.ts'
import { recordOf } from '../../../src-main/matching/pairs/pairRecord.ts'
import type { PairParts } from '../../../src-main/matching/pairs/pairParts.ts'
import { askedGap, countedFacts, pairValues, readPerson, styleText } from '../../../src-main/matching/pairs/pairValues.ts'
import { planReads } from '../../../src-main/matching/pairs/planReads.ts'
import { predictPair, readPairGrid } from '../../../src-main/matching/pairs/predictPairs.ts'
import { getRead, listReads, markRead } from '../../../src-main/matching/pairs/readStore.ts'
import { recordRead } from '../../../src-main/matching/pairs/recordRead.ts'
import { mergePeople } from '../../../src-main/talent/duplicates/mergePeople.ts'
import { getRole } from '../../../src-main/roles/roleStore.ts'
import { getTalent } from '../../../src-main/talent/talentStore.ts'
import { createWorkerPool } from '../../../src-main/workers/workerPool.ts'
import type { TalentFacts, TalentId, TalentRecord } from '../../../src-preload/contract/talent.ts'
import type { WorkEvent } from '../../../src-preload/contract/words.ts'
import { keepScript, noon } from '../../roles/screenplay.ts'
import { codeOf } from '../../support/codeOf.ts'
import { testDatabase } from '../../support/testDatabase.ts'
import { addPerson, learnAll, partsOf } from '../book.ts'

const script = `INT. KITCHEN - DAY

RANI (30s) waits for DEV (40s).

RANI
Where were you?

DEV
Out.

RANI
Out where?
`

function pairParts(db: Database, suggestions = true): PairParts {
  const pool = createWorkerPool({ threads: 1 })
  onTestFinished(() => pool.close())
  return { ...partsOf(db, suggestions), settings: () => ({ suggestions, glossary: [], chemistry: true }), pool, now: () => noon }
}

const credit = (production: string, year: number | null) => ({ production, role: '', kind: 'feature', year, director: '' })

async function office(suggestions = true) {
  const db = testDatabase()
  const kept = await keepScript(db, script)
  const [rani, dev] = [kept.role('RANI'), kept.role('DEV')]
  const person = (name: string, facts: Partial<TalentFacts> = {}): TalentId =>
    addPerson(db, { name, languages: [{ language: 'Hindi', fluency: 'native', dialects: [] }], training: 'stage and mime', ...facts }).id
  const people = {
    asha: person('Asha Rane', { heightCm: 160, playingRange: { from: 28, to: 34 }, credits: [credit('Tea Stall', 2019), credit('Monsoon', null)] }),
    bina: person('Bina Das', { heightCm: 165, playingRange: { from: 30, to: 38 }, credits: [credit('Other Film', 2020)] }),
    dilip: person('Dilip Kale', { heightCm: 175, playingRange: { from: 38, to: 46 }, credits: [credit('tea stall', 2019), credit('Monsoon', 2020)], notes: 'Great chemistry with Asha Rane in the workshop.' }),
  }
  return { db, parts: pairParts(db, suggestions), people, roleIds: [rani, dev] as const, productionId: kept.productionId }
}

const resultOf = async <Result>(work: AsyncIterable<WorkEvent<Result>>): Promise<Result> => {
  for await (const event of work) if (event.kind === 'done') return event.result
  throw new Error('no result')
}

const read = (rating: number) => ({ rating, by: 'Nandini', on: '2026-12-03', notes: '' })

it('predicts from credits that share a production and a year, and says each factor and what is not known', async () => {
  const { parts, people, roleIds } = await office()
  const { prediction } = await predictPair(parts, { roleIds, talentIds: [people.asha, people.dilip] })
  expect(prediction.forecast).toMatchObject({ reads: 0, others: 0 })
  const texts = new Map(prediction.factors.map(({ factor, text }) => [factor, text]))
  expect(texts.get('workedTogether')).toBe('Both list Tea Stall (2019)')
  expect(texts.get('notes')).toContain('Great chemistry with Asha Rane')
  expect(texts.get('height')).toBe('15 cm between them')
  expect(prediction.factors.at(-1)?.factor).not.toBe('workedTogether')
  const strangers = await predictPair(parts, { roleIds, talentIds: [people.bina, people.dilip] })
  expect(prediction.forecast?.mean).toBeGreaterThan(strangers.prediction.forecast?.mean ?? 5)
})

it('refuses one person as a pair and one role as two', async () => {
  const { parts, people: { asha, dilip }, roleIds } = await office()
  await expect(predictPair(parts, { roleIds, talentIds: [asha, asha] })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(predictPair(parts, { roleIds: [roleIds[0], roleIds[0]], talentIds: [asha, dilip] })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})

it('writes the prediction down before the read, learns from the read, and forgets it when it is taken back', async () => {
  const { db, parts, people: { asha, bina, dilip }, roleIds, productionId } = await office()
  const wish = { roleIds, talentIds: [asha, dilip] } as const
  const meanNow = async (talentIds: readonly [TalentId, TalentId]): Promise<number> => (await predictPair(parts, { roleIds, talentIds })).prediction.forecast?.mean ?? 0
  const before = await meanNow(wish.talentIds)
  const first = await recordRead(parts, { roleIds: [...roleIds], talentIds: [asha, dilip], ...read(5) })
  expect(first.predicted).toMatchObject({ mean: before, reads: 0 })
  const after = await meanNow(wish.talentIds)
  expect(after).toBeGreaterThan(before)
  const second = await recordRead(parts, { roleIds: [...roleIds], talentIds: [asha, dilip], ...read(2) })
  expect(second.predicted).toMatchObject({ mean: after, reads: 1 })
  expect(listReads(db, { productionId, limit: 10 }).map(({ id }) => id)).toEqual([second.id, first.id])
  expect(listReads(db, { talentId: bina, limit: 10 })).toEqual([])
  markRead(db, first.id, noon.toISOString())
  markRead(db, second.id, noon.toISOString())
  expect(await meanNow(wish.talentIds)).toBe(before)
  expect(recordOf(listReads(db, { limit: 10 }))).toMatchObject({ reads: 0, predicted: 0, error: null, steps: [] })
  expect(codeOf(() => markRead(db, first.id, noon.toISOString()))).toBe('CONFLICT')
  expect(markRead(db, first.id, null).undone).toBe(false)
  expect(await meanNow(wish.talentIds)).toBe(after)
})

it('has the calibration curve and the hits from the first read on', async () => {
  const { db, parts, people: { asha, dilip }, roleIds } = await office()
  await recordRead(parts, { roleIds: [...roleIds], talentIds: [asha, dilip], ...read(4) })
  const record = recordOf(listReads(db, { limit: 10 }))
  expect(record).toMatchObject({ reads: 1, predicted: 1, usual: 1, inside: 1 })
  expect(record.steps).toMatchObject([{ reads: 1, observed: 1 }])
  expect(record.error).toBeCloseTo(1 - (record.steps[0]?.expected ?? 0), 10)
})

it('predicts nothing where suggestions are off, and still keeps what was seen', async () => {
  const { db, parts, people: { asha, dilip }, roleIds } = await office(false)
  expect((await predictPair(parts, { roleIds, talentIds: [asha, dilip] })).prediction).toMatchObject({ suggestions: false, forecast: null, factors: [] })
  expect(await readPairGrid(parts, { roleIds, limit: 5 })).toMatchObject({ suggestions: false, rows: [], cells: [] })
  const kept = await recordRead(parts, { roleIds: [...roleIds], talentIds: [asha, dilip], ...read(4) })
  expect(getRead(db, kept.id)).toMatchObject({ rating: 4, predicted: null })
})

it('lays the candidates of two roles against each other, and nobody against themselves', async () => {
  const { db, parts, people: { asha, bina, dilip }, roleIds } = await office()
  await learnAll(db)
  const grid = await readPairGrid(parts, { roleIds, talentIds: [[asha, bina], [dilip, asha]], limit: 5 })
  expect(grid.cells.map(row => row.map(cell => cell !== null))).toEqual([[true, false], [true, true]])
  const { prediction } = await predictPair(parts, { roleIds, talentIds: [bina, dilip] })
  expect(grid.cells[1]?.[0]).toEqual({ ...prediction.forecast, known: 5 })
  const [row] = (await readPairGrid(parts, { roleIds, limit: 2 })).cells
  expect(row).toHaveLength(2)
})

it('counts only the facts of its list: no face, no look, no gender, no origin', async () => {
  const { db, people: { asha, dilip }, roleIds } = await office()
  expect(countedFacts).toEqual(['id', 'name', 'spellings', 'credits', 'auditions', 'playingRange', 'heightCm', 'languages', 'training', 'skills', 'notes'])
  const touched = new Set<string>()
  const watched = (id: TalentId): TalentRecord => new Proxy(getTalent(db, id, ''), {
    get(person, key, receiver) {
      touched.add(String(key))
      return Reflect.get(person, key, receiver) as unknown
    },
  })
  const [one, other] = [watched(asha), watched(dilip)]
  const styled = (person: TalentRecord) => readPerson(person, styleText(person) === '' ? null : new Float32Array([1, 0]))
  pairValues(styled(one), styled(other), askedGap([getRole(db, roleIds[0]), getRole(db, roleIds[1])]))
  expect([...touched].filter(key => !(countedFacts as readonly string[]).includes(key))).toEqual([])
  expect(touched.size).toBeGreaterThan(7)
})

it('lets the reads of somebody follow to the record they are merged into', async () => {
  const { db, parts, people: { asha, dilip }, roleIds } = await office()
  const again = addPerson(db, { name: 'Asha R' }).id
  const kept = await recordRead(parts, { roleIds: [...roleIds], talentIds: [again, dilip], ...read(5) })
  mergePeople(db, { keptId: asha, otherId: again, take: {} }, { modelId: '', now: () => noon, joinStandings: () => {} })
  expect(getRead(db, kept.id).people).toEqual([{ id: asha, name: 'Asha Rane' }, { id: dilip, name: 'Dilip Kale' }])
  expect((await predictPair(parts, { roleIds, talentIds: [asha, dilip] })).prediction.forecast?.reads).toBe(1)
})

it('orders the reads of a session by who is there, and says why one has no place', async () => {
  const { parts, people: { asha, bina, dilip }, roleIds } = await office()
  const wish = { day: '2026-12-03', from: '11:00', to: '12:00', minutes: 20 }
  const reads = [{ roleIds: [...roleIds], talentIds: [asha, dilip] }, { roleIds: [...roleIds], talentIds: [bina, dilip] }] as { roleIds: [typeof roleIds[0], typeof roleIds[1]]; talentIds: [TalentId, TalentId] }[]
  const plan = await resultOf(planReads(parts, { ...wish, reads, hours: [{ talentId: asha, from: '11:40', to: '12:00' }] }))
  expect(plan).toMatchObject({ changes: 3, proven: true, notPlaced: [], reads: [{ from: '11:00', talentIds: [bina, dilip] }, { from: '11:40', talentIds: [asha, dilip], comesIn: [asha] }] })
  const late = await resultOf(planReads(parts, { ...wish, reads, hours: [{ talentId: asha, from: '14:00', to: '15:00' }] }))
  expect(late.notPlaced).toMatchObject([{ talentIds: [asha, dilip], reason: 'They are not there at the same time' }])
})
