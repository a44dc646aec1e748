import { expect, it, onTestFinished } from 'vitest'
import { bookSlot } from '../../src-main/auditions/slotStore.ts'
import { createSession } from '../../src-main/auditions/sessionStore.ts'
import { putOnList, undoChange } from '../../src-main/casting/castingStore.ts'
import { rankBackups } from '../../src-main/casting/dropOuts/rankBackups.ts'
import { readDropOut } from '../../src-main/casting/dropOuts/readDropOut.ts'
import type { Database } from '../../src-main/database/openDatabase.ts'
import type { PairParts } from '../../src-main/matching/pairs/pairParts.ts'
import { updateRole } from '../../src-main/roles/roleStore.ts'
import { createWorkerPool } from '../../src-main/workers/workerPool.ts'
import { Backup, DropOut } from '../../src-preload/contract/dropOuts.ts'
import { addPerson, partsOf } from '../matching/book.ts'
import { keepScript, noon } from '../roles/screenplay.ts'
import { testDatabase } from '../support/testDatabase.ts'

const script = 'INT. KITCHEN - DAY\n\nRANI waits for DEV.\n\nRANI\nWhere were you?\n\nDEV\nOut.\n\nRANI\nOut where?\n'
const context = { modelId: '', now: () => noon, by: 'user' } as const

function parts(db: Database, suggestions = true): PairParts {
  const pool = createWorkerPool({ threads: 1 })
  onTestFinished(() => pool.close())
  return { ...partsOf(db, suggestions), settings: () => ({ suggestions, chemistry: true, glossary: [] }), pool, now: () => noon }
}

async function openRole() {
  const db = testDatabase()
  const { role, productionId } = await keepScript(db, script)
  updateRole(db, role('RANI'), { skills: [{ name: 'Kathak', must: true }], dates: { from: '2026-12-01', to: '2026-12-10' } })
  const person = (name: string, more: Partial<Parameters<typeof addPerson>[1]> = {}) => addPerson(db, { name, skills: ['Kathak'], ...more }).id
  return { db, productionId, rani: role('RANI'), dev: role('DEV'), person }
}

it('a role falls open: who holds a pencil comes first, each with dates, last contact, the pair with who stays, and what else would break', async () => {
  const { db, productionId, rani, dev, person } = await openRole()
  const span = { from: '2026-12-01', to: '2026-12-10' }
  const [asha, second, first, cook, ravi] = [person('Asha'), person('Second'), person('First', { availability: [{ span: { from: '2026-12-01', to: '2026-12-02' }, state: 'blocked' }] }), person('Cook', { skills: ['Cooking'] }), person('Ravi')]
  person('Free', { availability: [{ span, state: 'free' }] })
  const { change } = putOnList(db, { roleId: rani, talentId: asha, status: 'booked' }, context)
  putOnList(db, { roleId: dev, talentId: ravi, status: 'booked' }, context)
  putOnList(db, { roleId: rani, talentId: second, list: 'shortList', hold: { position: 2, expires: null } }, context)
  putOnList(db, { roleId: rani, talentId: first, list: 'shortList', hold: { position: 1, expires: null } }, context)
  putOnList(db, { roleId: rani, talentId: cook, list: 'shortList', hold: { position: 3, expires: null } }, context)
  const session = createSession(db, { productionId, kind: 'callback', title: '', day: '2026-11-28', from: '10:00', to: '12:00', zone: 'Asia/Kolkata', place: '', slotMinutes: 20 }, noon)
  bookSlot(db, { sessionId: session.id, from: '10:00', talentId: asha, roleId: rani }, { now: () => noon, by: 'user' })
  const before = await readDropOut(parts(db), { roleId: rani, limit: 12 })
  expect(DropOut.parse(before)).toEqual(before)
  expect(before.out).toMatchObject({ talent: { name: 'Asha' }, status: 'booked' })
  expect(before.breaks.map(({ text }) => text)).toEqual(['Needed from 2026-12-01 to 2026-12-10, 10 days from now', '1 scene and 2 speeches without a player', '1 scene with Ravi as DEV', 'Callback at 10:00 (Asia/Kolkata)'])
  expect(before.backups.map(({ talent }) => talent.name)).toEqual(['First', 'Second', 'Free', 'Ravi', 'Cook'])
  const [one, two, three, four, five] = before.backups
  expect([one?.dates, three?.dates.state]).toEqual([{ state: 'partly', text: 'Blocked on 2 of 10 days' }, 'free'])
  expect([one?.lastContact, three?.lastContact]).toEqual([{ on: '2026-11-21', text: 'On hold for RANI in Test' }, null])
  expect(two?.pairs).toMatchObject([{ role: { name: 'DEV' }, person: { name: 'Ravi' }, scenes: 1, forecast: { mean: expect.any(Number) as number } }])
  expect([four?.pairs, four?.breaks]).toEqual([[], [{ kind: 'otherRole', on: null, text: 'Booked for DEV' }]])
  expect(five?.stoppedBy).toEqual(['Kathak is not among the skills'])
  // Released, she is known as who dropped out, and is no backup; undone, she is cast again.
  const out = putOnList(db, { roleId: rani, talentId: asha, status: 'released', reason: 'Dropped out' }, context)
  const after = await readDropOut(parts(db), { roleId: rani, limit: 12 })
  expect([after.out, after.backups.some(({ talent }) => talent.id === asha)]).toMatchObject([{ talent: { name: 'Asha' }, status: 'released' }, false])
  undoChange(db, out.change.id, context)
  expect((await readDropOut(parts(db), { roleId: rani, limit: 1 })).out?.status).toBe('booked')
  expect(change.after?.status).toBe('booked')
}, 120_000)

it('without suggestions only who stands on the lists is shown, with no fit and no prediction', async () => {
  const { db, rani, person } = await openRole()
  const held = person('Held')
  person('Stranger')
  putOnList(db, { roleId: rani, talentId: held, hold: { position: 1, expires: null } }, context)
  const found = await readDropOut(parts(db, false), { roleId: rani, limit: 12 })
  expect(found).toMatchObject({ suggestions: false, out: null, backups: [{ talent: { name: 'Held' }, fit: null, reasons: [], pairs: [] }] })
}, 120_000)

it('of two who stand alike the better fit comes first, unless dates or a long silence tell against them', () => {
  const backup = (name: string, more: Partial<Backup>): Backup => Backup.parse({
    talent: { id: name, name, gender: null, born: null, playingRange: null, heightCm: null, city: '', languages: [], skills: [], tags: [], indexed: true, picture: null },
    standing: null, fit: 70, interval: { low: 60, high: 80 }, reasons: [], stoppedBy: [], dates: { state: 'free', text: '' }, lastContact: null, pairs: [], breaks: [], ...more,
  })
  const ranked = rankBackups([
    backup('Pencilled', { fit: 75, dates: { state: 'pencilled', text: '' } }), backup('Seen', { lastContact: { on: '2026-11-10', text: '' } }), backup('Plain', {}),
    backup('Stopped', { fit: 99, stoppedBy: ['x'] }), backup('Selects', { fit: 10, standing: { list: 'selects', status: 'selected', hold: null, note: '' } }),
  ], '2026-11-21')
  expect(ranked.map(({ talent }) => talent.name)).toEqual(['Selects', 'Seen', 'Plain', 'Pencilled', 'Stopped'])
})
