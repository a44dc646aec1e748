import { expect, it, onTestFinished } from 'vitest'
import { putOnList } from '../../../src-main/casting/castingStore.ts'
import { shownEntries } from '../../../src-main/casting/entries.ts'
import { castEnsemble } from '../../../src-main/matching/ensemble/castEnsemble.ts'
import type { EnsembleParts } from '../../../src-main/matching/ensemble/ensembleParts.ts'
import { keepWishes, readWishes } from '../../../src-main/matching/ensemble/wishStore.ts'
import { mergeRoles } from '../../../src-main/roles/mergeRoles.ts'
import { removeRole, updateRole } from '../../../src-main/roles/roleStore.ts'
import { mergePeople } from '../../../src-main/talent/duplicates/mergePeople.ts'
import { removeTalent } from '../../../src-main/talent/talentStore.ts'
import { createWorkerPool, type WorkerPool } from '../../../src-main/workers/workerPool.ts'
import { EnsembleWish, EnsembleWishes, type Ensemble } from '../../../src-preload/contract/ensemble.ts'
import type { TalentFacts, TalentId } from '../../../src-preload/contract/talent.ts'
import type { WorkEvent } from '../../../src-preload/contract/words.ts'
import { keepScript, noon } from '../../roles/screenplay.ts'
import { testDatabase } from '../../support/testDatabase.ts'
import { addPerson, learnAll, partsOf } from '../book.ts'

const script = `INT. KITCHEN - DAY

RANI (30s) waits for DEV (40s). GUARD looks in.

RANI
Where were you?

DEV
Out.

RANI
Out where?

GUARD
Ma'am, the tea man is here again.
`

const inr = (rupees: number) => ({ from: rupees * 100, to: rupees * 100, currency: 'INR', per: 'project' as const, asOf: null })
const now = () => noon

async function office() {
  const db = testDatabase()
  const kept = await keepScript(db, script)
  const roleIds = [kept.role('RANI'), kept.role('DEV')] as const
  const person = (name: string, facts: Partial<TalentFacts> = {}): TalentId => addPerson(db, { name, training: 'stage and mime', ...facts }).id
  const people = {
    asha: person('Asha Rane', { heightCm: 160, playingRange: { from: 28, to: 34 } }),
    bina: person('Bina Das', { heightCm: 165, playingRange: { from: 30, to: 38 } }),
    dilip: person('Dilip Kale', { heightCm: 175, playingRange: { from: 38, to: 46 } }),
    dear: person('Farhan Mir', { playingRange: { from: 38, to: 46 }, fee: inr(900_000) }),
    blocked: person('Gopal Rao', { availability: [{ span: { from: '2027-01-01', to: '2027-03-01' }, state: 'blocked' }] }),
  }
  await learnAll(db)
  const pool = createWorkerPool({ threads: 1 })
  onTestFinished(() => pool.close())
  const parts: EnsembleParts = { ...partsOf(db), settings: () => ({ suggestions: true, chemistry: true, glossary: [] }), pool, now, standings: roleId => shownEntries(db, { roleId }) }
  const { asha, bina, dilip, dear, blocked } = people
  const wish = (more: object = {}): EnsembleWish => EnsembleWish.parse({
    productionId: kept.productionId, roleIds: [...roleIds], alternatives: 2, distance: 1,
    candidates: [{ roleId: roleIds[0], talentIds: [asha, bina] }, { roleId: roleIds[1], talentIds: [dilip, dear, blocked] }], ...more,
  })
  const stand = (roleId: (typeof roleIds)[number], talentId: TalentId, more: object = {}) => putOnList(db, { roleId, talentId, list: 'shortList', ...more }, { modelId: '', now, by: 'user' })
  return { db, parts, people, roleIds, role: kept.role, productionId: kept.productionId, wish, stand }
}

async function resultOf(work: AsyncIterable<WorkEvent<Ensemble>>): Promise<Ensemble> {
  for await (const event of work) if (event.kind === 'done') return event.result
  throw new Error('no result came')
}

const namesIn = ({ casts }: Ensemble): readonly (readonly string[])[] => casts.map(({ roles }) => roles.map(({ talentName }) => talentName))

it('finds the best cast under dates, fees and pairs, and says in words which wishes leave none', async () => {
  const { db, parts, people: { asha, dear }, roleIds, wish } = await office()
  updateRole(db, roleIds[1], { dates: { from: '2027-01-10', to: '2027-01-20' } })
  const found = await resultOf(castEnsemble(parts, wish()))
  expect(found.state).toBe('found')
  expect(found.casts).toHaveLength(3)
  expect(found.considered).toMatchObject([{ people: 2, held: 0 }, { people: 2, held: 1 }])
  expect(found.pairs).toMatchObject([{ weight: 1 }])
  expect(found.casts.every(({ proven, chemistry, pairs }) => proven && chemistry !== null && pairs.length === 1)).toBe(true)
  expect(found.casts.map(({ worth }) => worth)).toEqual(found.casts.map(({ worth }) => worth).sort((a, b) => b - a))
  const cheap = await resultOf(castEnsemble(parts, wish({ feeTotal: { amount: 0, currency: 'INR' } })))
  expect(namesIn(cheap).flat()).not.toContain('Farhan Mir')
  const never = await resultOf(castEnsemble(parts, wish({ must: [[asha, dear]], feeTotal: { amount: 50_000_000, currency: 'INR' } })))
  expect(never).toMatchObject({
    state: 'impossible', casts: [],
    blockedBy: [
      { text: 'Asha Rane and Farhan Mir both have to be in the cast', wish: { kind: 'must', talentIds: [asha, dear] } },
      { text: 'The fees may come to ₹5 lakh; under the other wishes the least is ₹9 lakh', wish: { kind: 'fee', least: { amount: 90_000_000, currency: 'INR' } } },
    ],
  })
})

it('says of each person of a cast how well they fit, what they cost, how their days stand and why', async () => {
  const { parts, people: { asha, blocked }, roleIds, wish } = await office()
  const dates = { from: '2027-01-10', to: '2027-01-11' }
  const { casts: [cast] } = await resultOf(castEnsemble(parts, wish({ alternatives: 0, fixed: [{ roleId: roleIds[1], talentId: blocked }] })))
  expect(cast?.roles[1]).toMatchObject({ talentName: 'Gopal Rao', fixed: true, fee: null, dates: null })
  expect(cast?.roles[0]).toMatchObject({ roleName: 'RANI', fixed: false })
  expect(cast?.roles[0]?.interval.low).toBeLessThanOrEqual(cast?.roles[0]?.fit ?? -1)
  expect(cast?.feesUnknown).toBe(2)
  const { state, blockedBy } = await resultOf(castEnsemble(parts, wish({ dates, fixed: [{ roleId: roleIds[0], talentId: asha }, { roleId: roleIds[1], talentId: blocked }] })))
  expect([state, blockedBy.map(({ wish: { kind } }) => kind)]).toEqual(['impossible', ['fixed', 'dates']])
  expect(blockedBy.map(({ text }) => text)).toEqual(['Gopal Rao plays DEV', 'Nobody may be blocked on 2027-01-10 to 2027-01-11'])
})

it('leaves out who may not be in the cast, who is blocked on the days wished for and who was released', async () => {
  const { parts, people: { asha, dilip, bina }, roleIds, wish, stand } = await office()
  stand(roleIds[0], bina, { status: 'released' })
  const open = { candidates: [], alternatives: 5, dates: { from: '2027-01-10', to: '2027-01-11' }, out: [dilip] }
  const names = namesIn(await resultOf(castEnsemble(parts, wish(open))))
  expect(names.length).toBeGreaterThan(0)
  expect(names.flat()).not.toContain('Dilip Kale')
  expect(names.flat()).not.toContain('Gopal Rao')
  expect(names.map(([rani]) => rani)).not.toContain('Bina Das')
  const { blockedBy } = await resultOf(castEnsemble(parts, wish({ out: [asha, bina] })))
  expect(blockedBy.map(({ text }) => text)).toEqual(['Asha Rane may not be in the cast', 'Bina Das may not be in the cast'])
})

it('casts from the lists of a role where that is wished, and says where nobody stands on them', async () => {
  const { parts, people: { asha, bina, dilip }, roleIds: [rani, dev], wish, stand } = await office()
  stand(rani, bina)
  stand(rani, asha, { list: 'longList' })
  stand(dev, dilip, { list: 'selects' })
  const from = (list: string) => ({ candidates: [], lists: [{ roleId: rani, from: list }, { roleId: dev, from: list }] })
  expect(namesIn(await resultOf(castEnsemble(parts, wish(from('selects')))))).toEqual([['Bina Das', 'Dilip Kale']])
  expect(namesIn(await resultOf(castEnsemble(parts, wish(from('longList')))))).toHaveLength(2)
  expect(await resultOf(castEnsemble(parts, wish(from('shortList'))))).toMatchObject({
    state: 'impossible', blockedBy: [{ text: 'DEV: nobody on its short list passes its musts', wish: { kind: 'role', roleId: dev, from: 'shortList' } }],
  })
})

it('predicts a wished pair whose roles do not count, and leaves chemistry out where it weighs nothing', async () => {
  const { parts, people: { asha, dear }, wish } = await office()
  const { casts: [cast], pairs } = await resultOf(castEnsemble(parts, wish({ chemistry: 0, must: [[asha, dear]] })))
  expect([pairs, cast?.chemistry]).toEqual([[], null])
  expect(cast?.pairs).toMatchObject([{ people: ['Asha Rane', 'Farhan Mir'], roles: ['RANI', 'DEV'], wished: true, counted: false }])
  const { casts: [weighed] } = await resultOf(castEnsemble(parts, wish({ chemistry: 0.5, must: [[asha, dear]] })))
  expect(weighed?.pairs).toMatchObject([{ people: ['Asha Rane', 'Farhan Mir'], wished: true, counted: true }])
  const off = { ...parts, settings: () => ({ suggestions: true, chemistry: false, glossary: [] }) }
  expect(await resultOf(castEnsemble(off, wish({ chemistry: 0.5, must: [[asha, dear]] })))).toMatchObject({ state: 'found', pairs: [], casts: [{ chemistry: null, pairs: [] }] })
})

it('holds to a wish whose role or person was merged into another since', async () => {
  const { db, parts, people: { asha, bina, dilip, dear }, roleIds: [rani, dev], role, wish } = await office()
  const again = addPerson(db, { name: 'Asha R.' }).id
  await learnAll(db)
  mergePeople(db, { keptId: asha, otherId: again, take: {} }, { modelId: '', now, joinStandings: () => {} })
  const guard = role('GUARD')
  mergeRoles(db, rani, [guard])
  const names = namesIn(await resultOf(castEnsemble(parts, wish({ alternatives: 0, fixed: [{ roleId: guard, talentId: again }] }))))
  expect(names.map(([first]) => first)).toEqual(['Asha Rane'])
  const never = await resultOf(castEnsemble(parts, wish({ candidates: [{ roleId: dev, talentIds: [dilip, dear] }], never: [[again, dilip], [again, dear]], fixed: [{ roleId: rani, talentId: asha }] })))
  expect(never.state).toBe('impossible')
  expect(namesIn(await resultOf(castEnsemble(parts, wish({ must: [[again, asha]], out: [bina], candidates: [{ roleId: rani, talentIds: [again, bina] }, { roleId: dev, talentIds: [dilip] }] }))))).toEqual([['Asha Rane', 'Dilip Kale']])
})

it('is cancelled in the midst of the search, and casts again after', async () => {
  const { parts, wish } = await office()
  const stop = new AbortController()
  const follow = async (): Promise<void> => {
    for await (const event of castEnsemble(parts, wish(), stop.signal)) if (event.kind === 'progress' && event.stage === 'Looking for the best cast') stop.abort()
  }
  await expect(follow()).rejects.toMatchObject({ code: 'CANCELLED' })
  expect((await resultOf(castEnsemble(parts, wish()))).state).toBe('found')
})

it('says that the cast broke off where its thread ends in the midst, and casts again after', async () => {
  const { parts, wish } = await office()
  let ends = true
  const pool: WorkerPool = {
    ...parts.pool,
    run: (worker, input, options) => {
      if (worker !== 'matching/solveEnsemble' || !ends) return parts.pool.run(worker, input, options)
      ends = false
      return parts.pool.run('../tests/support/sample', { how: 'end', value: 1 }, options)
    },
  }
  await expect(resultOf(castEnsemble({ ...parts, pool }, wish()))).rejects.toMatchObject({ code: 'WORK_BROKE_OFF', data: { subject: 'The cast' } })
  expect((await resultOf(castEnsemble({ ...parts, pool }, wish()))).state).toBe('found')
})

it('keeps what is wished for a production, and begins with its largest roles and who is booked for them', async () => {
  const { parts, people: { asha, bina, dilip }, roleIds: [rani, dev], productionId, stand } = await office()
  stand(rani, bina, { status: 'booked' })
  const first = readWishes(parts, productionId)
  expect(first).toMatchObject({ kept: false, wishes: { fixed: [{ roleId: rani, talentId: bina }], dates: null, chemistry: 0.3 }, people: [{ name: 'Bina Das' }] })
  expect(first.wishes.roleIds).toContain(dev)
  const wishes = EnsembleWishes.parse({ roleIds: [rani, dev], must: [[asha, dilip]], feeTotal: { amount: 5_000, currency: 'INR' }, chemistry: 0 })
  expect(keepWishes(parts, productionId, wishes)).toMatchObject({ kept: true, wishes, people: [{ name: 'Asha Rane' }, { name: 'Dilip Kale' }] })
  expect(readWishes(parts, productionId).wishes).toEqual(wishes)
})

it('reads kept wishes without roles and people that are gone since, and those merged as whom they went into', async () => {
  const { db, parts, people: { asha, bina, dilip }, roleIds: [rani, dev], role, productionId } = await office()
  const guard = role('GUARD')
  keepWishes(parts, productionId, EnsembleWishes.parse({
    roleIds: [rani, dev, guard], fixed: [{ roleId: dev, talentId: dilip }, { roleId: guard, talentId: bina }],
    must: [[asha, bina]], never: [[asha, dilip]], out: [bina],
  }))
  removeTalent(db, bina, now)
  mergeRoles(db, dev, [guard])
  expect(readWishes(parts, productionId).wishes).toMatchObject({ roleIds: [rani, dev], fixed: [{ roleId: dev, talentId: dilip }], must: [], never: [[asha, dilip]], out: [] })
  removeRole(db, rani, noon)
  expect(readWishes(parts, productionId).wishes.roleIds).toEqual([dev])
})
