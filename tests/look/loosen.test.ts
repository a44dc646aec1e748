import { expect, it } from 'vitest'
import { loosened } from '../../src-renderer/ensemble/loosen.ts'
import { EnsembleWishes } from '../../src-preload/contract/ensemble.ts'
import { RoleId } from '../../src-preload/contract/roles.ts'
import { TalentId } from '../../src-preload/contract/talent.ts'

const [rani, dev] = [RoleId.parse('rani'), RoleId.parse('dev')]
const [asha, dilip, bina] = [TalentId.parse('asha'), TalentId.parse('dilip'), TalentId.parse('bina')]
const wishes = EnsembleWishes.parse({
  roleIds: [rani, dev], lists: [{ roleId: dev, from: 'shortList' }], fixed: [{ roleId: rani, talentId: asha }, { roleId: dev, talentId: dilip }],
  must: [[asha, dilip], [asha, bina]], never: [[bina, dilip]], out: [bina], dates: { from: '2027-01-10', to: '2027-01-11' }, feeTotal: { amount: 100, currency: 'INR' },
})

it('loosens only the wish that is in the way', () => {
  const after = (wish: Parameters<typeof loosened>[1]) => loosened(wishes, wish, 'en-IN').wishes
  expect(after({ kind: 'fee', least: null })).toEqual({ ...wishes, feeTotal: null })
  expect(after({ kind: 'fixed', roleId: rani, talentId: asha })).toEqual({ ...wishes, fixed: [{ roleId: dev, talentId: dilip }] })
  expect(after({ kind: 'must', talentIds: [dilip, asha] })).toEqual({ ...wishes, must: [[asha, bina]] })
  expect(after({ kind: 'never', talentIds: [bina, dilip] })).toEqual({ ...wishes, never: [] })
  expect(after({ kind: 'out', talentId: bina })).toEqual({ ...wishes, out: [] })
  expect(after({ kind: 'dates' })).toEqual({ ...wishes, dates: null })
  expect(after({ kind: 'role', roleId: dev, from: 'shortList' })).toEqual({ ...wishes, lists: [] })
  expect(after({ kind: 'role', roleId: dev, from: null })).toEqual({ ...wishes, roleIds: [rani] })
})

it('raises the fees to what a cast costs at least, and says so in her own figures', () => {
  const least = { amount: 45_000_000, currency: 'INR' }
  expect(loosened(wishes, { kind: 'fee', least }, 'en-IN')).toEqual({ label: 'Raise it to ₹4,50,000', wishes: { ...wishes, feeTotal: least } })
})
