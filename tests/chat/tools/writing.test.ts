import { expect, it } from 'vitest'
import { createSession } from '../../../src-main/auditions/sessionStore.ts'
import { bookSlot, setSlotState } from '../../../src-main/auditions/slotStore.ts'
import { putOnList, readLists } from '../../../src-main/casting/castingStore.ts'
import { listChanges } from '../../../src-main/casting/history.ts'
import { createProduction, updateProduction } from '../../../src-main/productions/productionStore.ts'
import { codeOf } from '../../support/codeOf.ts'
import { addPerson } from '../../matching/book.ts'
import { keepScript, noon } from '../../roles/screenplay.ts'
import { toolOffice } from './office.ts'

const script = 'INT. GARAGE - NIGHT\n\nRAMDIN\nWho is there?\n\nMEERA\nOnly me.\n'
const day = '2026-12-03'

async function castingOffice() {
  const office = toolOffice()
  const { db } = office
  const kept = await keepScript(db, script)
  const asha = addPerson(db, { name: 'Asha Rane', availability: [{ span: { from: day, to: day }, state: 'blocked' }] })
  const bela = addPerson(db, { name: 'Bela Soni' })
  const session = createSession(db, { productionId: kept.productionId, kind: 'callback', title: '', day, from: '10:00', to: '13:00', zone: 'Asia/Kolkata', place: 'Aram Nagar 2', slotMinutes: 20 }, noon)
  const at = office.context(kept.productionId)
  const ref = (kind: 'talent' | 'role' | 'session', id: string): string => at.refs.card({ kind, id })?.ref ?? ''
  const refs = { asha: ref('talent', asha.id), bela: ref('talent', bela.id), ramdin: ref('role', kept.role('RAMDIN')), meera: ref('role', kept.role('MEERA')), session: ref('session', session.id) }
  const by = { modelId: '', now: () => noon, by: 'user' } as const
  const lists = (role = 'RAMDIN') => readLists(db, kept.role(role), '').map(({ talent, list, status, hold }) => [talent.name, list, status, hold?.position ?? null])
  return { office, db, kept, asha, bela, session, at, refs, by, lists }
}

it('nothing changes before a yes; then it is as shown, in the history by Claude, and can be taken back', async () => {
  const { office, db, refs, at, lists, kept } = await castingOffice()
  const shown = await office.intend('put_on_list', { role: refs.ramdin, talent: refs.asha, list: 'shortList', reason: 'The director asked' }, at)
  expect(shown).toMatchObject({
    title: 'Put Asha Rane on the short list for RAMDIN', warnings: [],
    changes: [{ what: 'List', before: '', after: 'Short list' }, { what: 'Status', before: '', after: 'Under consideration' }],
    records: [{ kind: 'talent', title: 'Asha Rane' }, { kind: 'role', title: 'RAMDIN' }],
  })
  expect(lists()).toEqual([])
  const done = await office.act('put_on_list', shown, at)
  expect(lists()).toEqual([['Asha Rane', 'shortList', 'underConsideration', null]])
  expect(done).toMatchObject({ detail: 'Asha Rane for RAMDIN: short list, under consideration', told: { done: true, standsNow: 'Short list, under consideration' } })
  expect(listChanges(db, { roleId: kept.role('RAMDIN'), limit: 5 })).toMatchObject([{ by: 'claude', reason: 'The director asked', talentName: 'Asha Rane' }])
  await office.undo('put_on_list', done)
  expect(lists()).toEqual([])
  expect(codeOf(() => office.undo('put_on_list', done))).toBe('CONFLICT')
})

it('a hold is shown with who has that pencil, what holds the person elsewhere, and the days they are blocked', async () => {
  const { office, db, kept, asha, bela, refs, at, lists, by } = await castingOffice()
  updateProduction(db, kept.productionId, { shoot: { from: '2026-12-01', to: '2026-12-20' } })
  putOnList(db, { roleId: kept.role('RAMDIN'), talentId: bela.id, hold: { position: 1, expires: null } }, by)
  putOnList(db, { roleId: kept.role('MEERA'), talentId: asha.id, status: 'booked' }, by)
  putOnList(db, { roleId: kept.role('RAMDIN'), talentId: asha.id, list: 'selects' }, by)
  const shown = await office.intend('change_status', { role: refs.ramdin, talent: refs.asha, hold: { position: 1, expires: '2026-12-10' } }, at)
  expect(shown.warnings).toEqual(['Booked for MEERA in Test', 'Blocked on 2026-12-03, while the role is needed 2026-12-01 to 2026-12-20', 'Bela Soni has 1st pencil already'])
  expect(shown.changes).toEqual([{ what: 'Status', before: 'Selected', after: 'On hold' }, { what: 'Hold', before: '', after: '1st pencil until 10 Dec 2026' }])
  await office.act('change_status', shown, at)
  expect(lists()).toContainEqual(['Asha Rane', 'selects', 'onHold', 1])
  const board = await office.look('board', { held: true }, at)
  expect(board.told).toMatchObject({ total: 2, entries: [{ hold: '1st pencil until 10 Dec 2026', holdEnds: 'ends on 2026-12-10, in 19 days' }, { hold: '1st pencil', holdEnds: 'no day agreed' }] })
})

it('a yes to what was shown before the record changed is refused and changes nothing', async () => {
  const { office, db, kept, asha, refs, at, lists, by } = await castingOffice()
  const shown = await office.intend('put_on_list', { role: refs.ramdin, talent: refs.asha, list: 'shortList' }, at)
  putOnList(db, { roleId: kept.role('RAMDIN'), talentId: asha.id, list: 'longList', note: 'Saw her on stage' }, by)
  expect(codeOf(() => office.act('put_on_list', shown, at))).toBe('CONFLICT')
  expect(lists()).toEqual([['Asha Rane', 'longList', 'unviewed', null]])
  const off = await office.intend('take_off_list', { role: refs.ramdin, talent: refs.asha }, at)
  expect(off.changes[0]).toEqual({ what: 'List', before: 'Long list', after: '' })
  await office.act('take_off_list', off, at)
  expect(lists()).toEqual([])
})

it('what cannot be is refused with a sentence before anybody is asked', async () => {
  const { office, refs, at } = await castingOffice()
  const refused = async (name: string, input: unknown): Promise<string> => {
    try {
      await office.intend(name, input, at)
    } catch (error) {
      return (error as Error).message
    }
    throw new Error('it was not refused')
  }
  expect(await refused('put_on_list', { role: refs.ramdin, talent: 't99', list: 'shortList' })).toContain('No person has the reference "t99"')
  expect(await refused('put_on_list', { role: refs.ramdin, talent: refs.asha, list: 'A list' })).toContain('does not fit at "list"')
  expect(await refused('change_status', { role: refs.ramdin, talent: refs.asha, status: 'pinned' })).toContain('on no list for this role')
  expect(await refused('take_off_list', { role: refs.ramdin, talent: refs.asha })).toContain('Asha Rane is on no list for RAMDIN')
  expect(await refused('book_slot', { session: refs.session, talent: refs.asha, from: '09:00' })).toContain('the session is from 10:00 to 13:00')
  expect(await refused('book_slot', { session: refs.session, talent: refs.asha, from: '9 am' })).toContain('does not fit at "from"')
})

it('a slot is booked, moved and cancelled by a yes each, with what speaks against the day, and each is taken back', async () => {
  const { office, db, refs, at, session } = await castingOffice()
  const told = async () => ((await office.look('schedule', { from: day, to: day }, at)).told as { sessions: { slots: { at: string; state: string }[] }[] }).sessions[0]?.slots.map(slot => [slot.at, slot.state])
  const booking = await office.intend('book_slot', { session: refs.session, talent: refs.asha, role: refs.ramdin, from: '10:20' }, at)
  expect(booking).toMatchObject({ title: 'Book Asha Rane for RAMDIN: Callback, 3 Dec 2026 at 10:20 (Asia/Kolkata)', warnings: ['Blocked on 3 Dec 2026'] })
  expect(await told()).toEqual([])
  const booked = await office.act('book_slot', booking, at)
  expect(booked.cards[0]).toMatchObject({ kind: 'slot', ref: 'k1', title: 'Asha Rane', line: 'RAMDIN, 3 Dec 2026 at 10:20 (Asia/Kolkata), booked' })
  const moving = await office.intend('move_slot', { slot: 'k1', from: '11:00' }, at)
  const cancelling = await office.intend('cancel_slot', { slot: 'k1' }, at)
  const moved = await office.act('move_slot', moving, at)
  expect(await told()).toEqual([['11:00', 'Booked']])
  expect(codeOf(() => office.act('cancel_slot', cancelling, at))).toBe('CONFLICT')
  const cancelled = await office.act('cancel_slot', await office.intend('cancel_slot', { slot: 'k1' }, at), at)
  expect(await told()).toEqual([])
  expect(at.refs.card({ kind: 'slot', id: at.refs.resolve('k1', 'slot')?.id ?? '' })).toBeNull()
  await office.undo('cancel_slot', cancelled)
  await office.undo('move_slot', moved)
  expect(await told()).toEqual([['10:20', 'Booked']])
  setSlotState(db, bookSlot(db, { sessionId: session.id, from: '12:00', talentId: at.refs.resolve(refs.bela, 'talent')?.id as never }, { now: () => noon, by: 'user' }).slot.id, 'confirmed', { now: () => noon, by: 'user' })
  await office.look('schedule', { from: day, to: day }, at)
  expect((await office.intend('cancel_slot', { slot: 'k2' }, at)).warnings).toEqual(['Bela Soni confirmed this time'])
})

it('free times are proposed, with why somebody gets none, and book nothing', async () => {
  const { office, refs, at } = await castingOffice()
  const proposed = await office.look('propose_slots', { people: [refs.asha, refs.bela], role: refs.ramdin }, at)
  expect(proposed.told).toMatchObject({ proposed: [{ person: { name: 'Bela Soni' }, session: refs.session, day, at: '10:00', minutes: 20 }], notPlaced: [{ person: { name: 'Asha Rane' }, why: 'Blocked on every day of these sessions' }] })
  expect((await office.look('schedule', { from: day, to: day }, at)).detail).toBe('1 session, 0 slots')
})

it('the schedule leaves out what is not open, and does not say with whom somebody sits then', async () => {
  const { office, db, asha, refs, at } = await castingOffice()
  const other = createProduction(db, { title: 'Secret Film', kind: 'film', brief: '' }, noon)
  const elsewhere = createSession(db, { productionId: other.id, kind: 'audition', title: '', day, from: '10:00', to: '11:00', zone: 'Asia/Kolkata', place: '', slotMinutes: 30 }, noon)
  bookSlot(db, { sessionId: elsewhere.id, from: '10:00', talentId: asha.id }, { now: () => noon, by: 'user' })
  const input = { session: refs.session, talent: refs.asha, from: '10:00' }
  await expect(office.intend('book_slot', input, at)).rejects.toThrow('Secret Film')
  office.closed.add(other.id)
  await expect(office.intend('book_slot', input, at)).rejects.toThrow('they sit in another session then')
  const everywhere = await office.look('schedule', { from: day, everywhere: true }, at)
  expect(everywhere.told).toMatchObject({ sessions: [{ ref: refs.session }], also: '1 production is not open to Claude' })
  expect(JSON.stringify(everywhere)).not.toContain('Secret')
})
