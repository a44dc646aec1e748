import { describe, expect, it } from 'vitest'
import { decisionEpisode } from '../../src-main/casting/decisionEpisode.ts'
import { putOnList, takeOffList } from '../../src-main/casting/castingStore.ts'
import { smallOffice } from './office.ts'

const meeraAndAsha = () => {
  const office = smallOffice()
  const productionId = office.production('Masaan')
  const roleId = office.role(productionId, 'MEERA')
  const talentId = office.person('Asha Rane')
  const put = (said: Partial<Parameters<typeof putOnList>[1]>) => decisionEpisode(putOnList(office.db, { roleId, talentId, ...said }, office.context).change)
  return { ...office, productionId, roleId, talentId, put }
}

describe('what is remembered of the lists', () => {
  it('is each decision in one sentence, with the production, the person and the role', () => {
    const { db, context, productionId, roleId, talentId, put } = meeraAndAsha()
    expect(put({ list: 'selects', reason: 'Cries well ' })).toEqual({ text: 'Asha Rane was put on the selects for MEERA: Cries well', productionId, people: [talentId], roles: [roleId], importance: 0.5 })
    expect(put({ list: 'shortList' })?.text).toBe('Asha Rane was moved to the short list for MEERA')
    expect(put({ hold: { position: 1, expires: '2026-12-03' } })?.text).toBe('Asha Rane was put on hold, 1st pencil until 3 Dec 2026, for MEERA')
    expect(put({ status: 'booked', hold: null })).toMatchObject({ text: 'Asha Rane was booked for MEERA', importance: 0.9 })
    expect(decisionEpisode(takeOffList(db, { roleId, talentId }, context))?.text).toBe('Asha Rane was taken off the lists for MEERA')
  })

  it('is nothing where somebody was only looked at or noted', () => {
    const { put } = meeraAndAsha()
    put({ list: 'longList' })
    expect(put({ status: 'viewed' })).toBeNull()
    expect(put({ status: 'pinned' })).toBeNull()
    expect(put({ note: 'Ask for the other tape' })).toBeNull()
  })
})
