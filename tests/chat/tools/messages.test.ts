import { expect, it } from 'vitest'
import { createSession } from '../../../src-main/auditions/sessionStore.ts'
import { bookSlot } from '../../../src-main/auditions/slotStore.ts'
import { addPerson } from '../../matching/book.ts'
import { keepScript, noon } from '../../roles/screenplay.ts'
import { toolOffice } from './office.ts'

async function messageOffice(place = 'Aram Nagar 2, Versova') {
  const office = toolOffice()
  const kept = await keepScript(office.db, 'INT. GARAGE - NIGHT\n\nMEERA\nOnly me.\n')
  const asha = addPerson(office.db, { name: 'Asha Rane' })
  const session = createSession(office.db, { productionId: kept.productionId, kind: 'callback', title: '', day: '2026-12-03', from: '10:00', to: '13:00', zone: 'Asia/Kolkata', place, slotMinutes: 20 }, noon)
  const { slot } = bookSlot(office.db, { sessionId: session.id, from: '10:40', talentId: asha.id, roleId: kept.role('MEERA') }, { now: () => noon, by: 'user' })
  const at = office.context(kept.productionId)
  for (const key of [{ kind: 'talent', id: asha.id }, { kind: 'slot', id: slot.id }, { kind: 'session', id: session.id }] as const) at.refs.card(key)
  return { office, at }
}

it('a callback in English holds the facts of the records: who, which role, when with its zone, and where', async () => {
  const { office, at } = await messageOffice()
  const { draft, told, detail } = await office.look('draft_message', { purpose: 'callback', language: 'en', talent: 't1', slot: 'k1' }, at)
  expect(draft).toEqual({
    language: 'en', to: 'Asha Rane',
    text: 'Dear Asha Rane,\n\nThank you for your audition. We would like to see you again for the role of MEERA in Test.\n\nWhen: Thursday, 3 December 2026, 10:40 am (IST)\nWhere: Aram Nagar 2, Versova\n\nPlease confirm, or tell us what would suit you.\n\nCasting, Test',
  })
  expect([told, detail]).toMatchObject([{ missing: 'nothing', to: 't1' }, 'A message to copy'])
})

it('Hindi and Marathi are written in their own script, with the same facts', async () => {
  const { office, at } = await messageOffice()
  const hindi = (await office.look('draft_message', { purpose: 'audition', language: 'hi', talent: 't1', slot: 'k1' }, at)).draft?.text ?? ''
  expect(hindi).toMatch(/^नमस्ते Asha Rane जी,\n\nTest में MEERA के रोल के लिए .*3 दिसंबर 2026.*10:40.*\(IST\)\nजगह: Aram Nagar 2, Versova/su)
  const marathi = (await office.look('draft_message', { purpose: 'audition', language: 'mr', talent: 't1', slot: 'k1' }, at)).draft?.text ?? ''
  expect(marathi).toMatch(/^नमस्कार Asha Rane,\n\nTest मधील MEERA .*3 डिसेंबर.* 2026.*10:40.*\(IST\)\nठिकाण: Aram Nagar 2, Versova/su)
})

it('what the records do not say is left out and named as missing, never made up', async () => {
  const { office, at } = await messageOffice('')
  const bare = await office.look('draft_message', { purpose: 'audition', language: 'en', talent: 't1' }, at)
  expect(bare.told).toMatchObject({ missing: ['the role', 'day and place', 'the time'] })
  expect(bare.draft?.text).not.toMatch(/When|Where|\{|undefined|null/)
  expect((await office.look('draft_message', { purpose: 'audition', language: 'en', talent: 't1', session: 'n1' }, at)).told).toMatchObject({ missing: ['the role', 'the time', 'the place'] })
  expect((await office.look('draft_message', { purpose: 'availability', language: 'en', talent: 't1' }, at)).told).toMatchObject({ missing: ['the role', 'the dates'] })
  const written = await office.look('draft_message', { purpose: 'pass', language: 'en', talent: 't1', body: 'You were lovely in the quiet scene.' }, at)
  expect(written.draft?.text).toBe('Dear Asha Rane,\n\nYou were lovely in the quiet scene.\n\nCasting, Test')
})
