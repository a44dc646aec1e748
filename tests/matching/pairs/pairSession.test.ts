import { expect, it, onTestFinished } from 'vitest'
import { createPairSession } from '../../../src-main/auditions/pairSession.ts'
import { listSessions } from '../../../src-main/auditions/sessionStore.ts'
import { putOnList } from '../../../src-main/casting/castingStore.ts'
import type { Database } from '../../../src-main/database/openDatabase.ts'
import type { PairParts } from '../../../src-main/matching/pairs/pairParts.ts'
import { recordOf } from '../../../src-main/matching/pairs/pairRecord.ts'
import { planReads } from '../../../src-main/matching/pairs/planReads.ts'
import { predictPair, readPairGrid } from '../../../src-main/matching/pairs/predictPairs.ts'
import { listReads } from '../../../src-main/matching/pairs/readStore.ts'
import { recordRead } from '../../../src-main/matching/pairs/recordRead.ts'
import { listToTest, setToTest } from '../../../src-main/matching/pairs/toTest.ts'
import { mergePeople } from '../../../src-main/talent/duplicates/mergePeople.ts'
import { createWorkerPool } from '../../../src-main/workers/workerPool.ts'
import { PairPlanWish } from '../../../src-preload/contract/pairs.ts'
import type { TalentFacts, TalentId } from '../../../src-preload/contract/talent.ts'
import { keepScript, noon } from '../../roles/screenplay.ts'
import { codeOf } from '../../support/codeOf.ts'
import { testDatabase } from '../../support/testDatabase.ts'
import { addPerson, learnAll, partsOf } from '../book.ts'

const script = `INT. KITCHEN - DAY

RANI
Where were you?

DEV
Out.

RANI
Out where?
`

function pairParts(db: Database, chemistry = true): PairParts {
  const pool = createWorkerPool({ threads: 1 })
  onTestFinished(() => pool.close())
  return { ...partsOf(db), settings: () => ({ suggestions: true, glossary: [], chemistry }), pool, now: () => noon }
}

async function office() {
  const db = testDatabase()
  const kept = await keepScript(db, script)
  const person = (name: string, facts: Partial<TalentFacts> = {}): TalentId => addPerson(db, { name, training: 'stage and mime', ...facts }).id
  const people = { asha: person('Asha Rane'), bina: person('Bina Das'), dilip: person('Dilip Kale'), farid: person('Farid Khan') }
  const roleIds = [kept.role('RANI'), kept.role('DEV')] as [ReturnType<typeof kept.role>, ReturnType<typeof kept.role>]
  return { db, parts: pairParts(db), people, roleIds, productionId: kept.productionId }
}

const planned = async (parts: PairParts, wish: object) => {
  for await (const event of planReads(parts, PairPlanWish.parse({ day: '2026-12-03', from: '11:00', to: '12:00', ...wish }))) if (event.kind === 'done') return event.result
  throw new Error('no result')
}
const context = { now: () => noon, by: 'user' as const, modelId: '' }
const facts = (productionId: Awaited<ReturnType<typeof office>>['productionId']) =>
  ({ productionId, kind: 'chemistryRead', title: '', day: '2026-12-03', from: '11:00', to: '12:00', zone: 'Asia/Kolkata', place: '', slotMinutes: 20 }) as const

it('lays who is on the lists of a role first, the short list before the selects, and leaves out whom it released', async () => {
  const { db, parts, people: { asha, bina, dilip, farid }, roleIds } = await office()
  await learnAll(db)
  const put = (talentId: TalentId, wish: object) => putOnList(db, { roleId: roleIds[0], talentId, ...wish }, context)
  put(farid, { list: 'selects' })
  put(bina, { list: 'shortList' })
  put(dilip, { list: 'shortList', status: 'released' })
  const grid = await readPairGrid(parts, { roleIds, limit: 3 })
  expect(grid.rows.map(({ id, list }) => [id, list]).slice(0, 2)).toEqual([[bina, 'shortList'], [farid, 'selects']])
  expect(grid.rows).toHaveLength(3)
  expect(grid.rows[2]?.list).toBeNull()
  expect((await readPairGrid(parts, { roleIds, limit: 1 })).rows.map(({ id }) => id)).toEqual([bina])
  expect([asha, dilip]).toContain(grid.rows[2]?.id)
})

it('counts as known only what says something of the two', async () => {
  const { parts, people: { asha, dilip }, roleIds } = await office()
  const [[cell] = []] = (await readPairGrid(parts, { roleIds, talentIds: [[asha], [dilip]], limit: 1 })).cells
  expect(cell).toMatchObject({ known: 1, mean: 3 })
})

it('says what was to be expected before the reads beside what is expected after them', async () => {
  const { parts, people: { asha, dilip }, roleIds } = await office()
  await recordRead(parts, { roleIds, talentIds: [asha, dilip], rating: 5, by: 'Nandini', on: '2026-12-03', notes: '' })
  const { prediction: { before, forecast } } = await predictPair(parts, { roleIds, talentIds: [asha, dilip] })
  expect(before).toMatchObject({ reads: 0, others: 0 })
  expect(forecast?.mean).toBeGreaterThan(before?.mean ?? 5)
})

it('predicts nothing and holds nothing against anything where chemistry is switched off, and keeps what was seen', async () => {
  const { db, parts, people: { asha, dilip }, roleIds } = await office()
  const wish = { roleIds, talentIds: [asha, dilip] as [TalentId, TalentId] }
  const off = pairParts(db, false)
  await recordRead(parts, { ...wish, rating: 4, by: 'Nandini', on: '2026-12-03', notes: '' })
  expect((await predictPair(off, wish)).prediction).toMatchObject({ suggestions: false, forecast: null, before: null, factors: [] })
  expect(await readPairGrid(off, { roleIds, limit: 3 })).toMatchObject({ suggestions: false, rows: [] })
  expect((await recordRead(off, { ...wish, rating: 2, by: 'Nandini', on: '2026-12-04', notes: '' })).predicted).toBeNull()
  expect(recordOf(listReads(db, { limit: 10 }), false)).toMatchObject({ suggestions: false, reads: 2, predicted: 0, steps: [] })
})

it('keeps the pairs to be tested once, in whichever order the roles are named, and lets them follow to the record they are merged into', async () => {
  const { db, parts, people: { asha, bina, dilip }, roleIds, productionId } = await office()
  const wish = { roleIds, talentIds: [asha, dilip] as const, wanted: true }
  setToTest(parts, wish)
  expect(setToTest(parts, { roleIds: [roleIds[1], roleIds[0]], talentIds: [dilip, asha], wanted: true })).toHaveLength(1)
  expect(codeOf(() => setToTest(parts, { ...wish, talentIds: [asha, asha] }))).toBe('INVALID_INPUT')
  mergePeople(db, { keptId: bina, otherId: asha, take: {} }, { modelId: '', now: () => noon, joinStandings: () => {} })
  const [pair] = listToTest(db, productionId)
  expect(pair?.people.map(({ name }) => name).sort()).toEqual(['Bina Das', 'Dilip Kale'])
  // The id of before leads to the kept one, so that it is left out by either.
  expect(setToTest(parts, { ...wish, wanted: false })).toEqual([])
})

it('takes two records that were merged as one person in the running order, and says what the book says of the day', async () => {
  const { db, parts, people: { asha, bina, dilip, farid }, roleIds } = await office()
  const blocked = addPerson(db, { name: 'Gopal Rao', availability: [{ span: { from: '2026-12-01', to: '2026-12-05' }, state: 'pencilled' }] }).id
  mergePeople(db, { keptId: asha, otherId: bina, take: {} }, { modelId: '', now: () => noon, joinStandings: () => {} })
  const plan = await planned(parts, { reads: [[asha, dilip], [bina, farid], [asha, blocked]].map(talentIds => ({ roleIds, talentIds })) })
  expect(plan).toMatchObject({ changes: 4, proven: true, notPlaced: [] })
  expect(plan.people.map(({ name, day, reads, comesIn }) => [name, day, reads, comesIn])).toEqual([
    ['Asha Rane', 'unknown', 3, 1], ['Dilip Kale', 'unknown', 1, 1], ['Farid Khan', 'unknown', 1, 1], ['Gopal Rao', 'pencilled', 1, 1],
  ])
})

it('makes a running order a session with everybody booked for their roles', async () => {
  const { db, parts, people: { asha, bina, dilip }, roleIds, productionId } = await office()
  const plan = await planned(parts, { reads: [[asha, dilip], [bina, dilip]].map(talentIds => ({ roleIds, talentIds })) })
  const session = createPairSession(db, facts(productionId), plan.reads, context)
  const names = new Map([[asha, 'Asha Rane'], [bina, 'Bina Das'], [dilip, 'Dilip Kale']])
  const booked = plan.reads.flatMap(({ from, talentIds: [one, other] }) => [`${from} ${names.get(one)} RANI`, `${from} ${names.get(other)} DEV`])
  expect(session.slots.map(({ from, talentName, roleName }) => `${from} ${talentName} ${roleName ?? ''}`).sort()).toEqual(booked.sort())
  expect(plan.changes).toBe(3)
})

it('makes no session at all where one of the people sits elsewhere by then', async () => {
  const { db, parts, people: { asha, bina, dilip }, roleIds, productionId } = await office()
  const plan = await planned(parts, { reads: [[asha, dilip], [bina, dilip]].map(talentIds => ({ roleIds, talentIds })) })
  createPairSession(db, { ...facts(productionId), title: 'The day of Bina' }, plan.reads.slice(1), context)
  expect(codeOf(() => createPairSession(db, facts(productionId), plan.reads, context))).toBe('SLOT_TAKEN')
  expect(listSessions(db, { productionId }).map(({ title }) => title)).toEqual(['The day of Bina'])
})
