import { describe, expect, it } from 'vitest'
import { createSession } from '../../src-main/auditions/sessionStore.ts'
import { slotMessage } from '../../src-main/auditions/slotMessage.ts'
import { bookSlot } from '../../src-main/auditions/slotStore.ts'
import type { SessionFacts } from '../../src-preload/contract/auditions.ts'
import type { TalentFacts } from '../../src-preload/contract/talent.ts'
import { smallOffice } from '../casting/office.ts'

/** A slot of somebody, at half past four on 3 December 2026. */
function slotOf(facts: Partial<TalentFacts> = {}, session: Partial<SessionFacts> = {}) {
  const office = smallOffice()
  const productionId = office.production('Masaan')
  const { id } = createSession(office.db, {
    productionId, kind: 'audition', title: '', day: '2026-12-03', from: '16:00', to: '18:00', zone: 'Asia/Kolkata', place: 'Aram Nagar, Versova', slotMinutes: 20, ...session,
  }, office.now())
  const talentId = office.person('Asha Rane', { phone: '+91 98200 11111', email: 'asha@example.in', ...facts })
  const { slot } = bookSlot(office.db, { sessionId: id, from: '16:30', talentId, roleId: office.role(productionId, 'DEVI') }, { now: office.now, by: 'user' })
  return { ...office, slot }
}

describe('the message that calls somebody', () => {
  it('says when by the clock of the session, where with its map, and for which role', () => {
    const { db, slot } = slotOf()
    expect(slotMessage(db, slot.id, 'en')).toEqual({
      to: 'Asha Rane', phone: '+91 98200 11111', email: 'asha@example.in', subject: 'Audition for Masaan, Thursday, 3 December 2026',
      text: [
        'Hello Asha Rane,', '', 'We would like to see you for an audition for “Masaan”, role: DEVI.', 'When: Thursday, 3 December 2026, 4:30 pm to 4:50 pm (IST)',
        'Where: Aram Nagar, Versova', 'https://www.google.com/maps/search/?api=1&query=Aram%20Nagar%2C%20Versova', '', 'Please tell us whether this works.',
      ].join('\n'),
    })
    const london = slotOf({}, { zone: 'Europe/London' })
    expect(slotMessage(london.db, london.slot.id, 'en').text).toContain('4:30 pm to 4:50 pm (GMT)')
  })

  it('is written in Hindi and in Marathi, with the numerals people text with', () => {
    const { db, slot } = slotOf()
    expect(slotMessage(db, slot.id, 'hi').text.split('\n').slice(0, 4)).toEqual(['नमस्ते Asha Rane,', '', '“Masaan” के लिए हम आप का ऑडिशन लेना चाहते हैं, किरदार: DEVI।', 'समय: गुरुवार, 3 दिसंबर 2026, 4:30 pm से 4:50 pm (IST)'])
    expect(slotMessage(db, slot.id, 'mr').text.split('\n').slice(2, 4)).toEqual(['“Masaan” साठी आम्हाला तुमची ऑडिशन घ्यायची आहे, भूमिका: DEVI.', 'वेळ: गुरुवार, 3 डिसेंबर, 2026, 4:30 pm ते 4:50 pm (IST)'])
  })

  it('asks for a self-tape by its time and names no place', () => {
    const { db, slot } = slotOf({}, { kind: 'selfTape' })
    const { text } = slotMessage(db, slot.id, 'en')
    expect(text).toContain('Please send us a self-tape for “Masaan”, role: DEVI, by 4:50 pm (IST) on Thursday, 3 December 2026.')
    expect(text).not.toContain('Aram Nagar')
  })

  it('goes to the guardian of a minor, and to the person where nobody is named or they are of age that day', () => {
    const guardian = { name: 'Lata Rane', relation: 'mother', phone: '+91 98200 22222' }
    const minor = slotOf({ born: '2015-05-01', guardian })
    expect(slotMessage(minor.db, minor.slot.id, 'en')).toMatchObject({ to: 'Lata Rane', phone: '+91 98200 22222', text: expect.stringContaining('We would like to see Asha Rane for') as string })
    const alone = slotOf({ born: '2015-05-01' })
    expect(slotMessage(alone.db, alone.slot.id, 'en').to).toBe('Asha Rane')
    const grown = slotOf({ born: '2008-12-03', guardian })
    expect(slotMessage(grown.db, grown.slot.id, 'en').to).toBe('Asha Rane')
  })
})
