import { describe, expect, it } from 'vitest'
import { candidatesFor } from '../../src-main/matching/candidates.ts'
import { updateProduction } from '../../src-main/productions/productionStore.ts'
import { updateRole } from '../../src-main/roles/roleStore.ts'
import { permitItems } from '../../src-preload/contract/minors.ts'
import { Ranking } from '../../src-preload/contract/matching.ts'
import type { RoleChange } from '../../src-preload/contract/roles.ts'
import type { SpokenLanguage, TalentFacts } from '../../src-preload/contract/talent.ts'
import { testDatabase } from '../support/testDatabase.ts'
import { keepScript } from '../roles/screenplay.ts'
import { addPerson, partsOf } from './book.ts'
import type { z } from 'zod'

const script = 'EXT. AKHARA - DAWN\n\nBHOLA (45), a retired wrestler who speaks Bhojpuri, bows to the earth.\n\nBHOLA\nJai.\n'
const shoot = { from: '2027-03-01', to: '2027-03-10' }
const fee = (from: number, to: number, more: Partial<NonNullable<TalentFacts['fee']>> = {}): Partial<TalentFacts> => ({ fee: { from: from * 100, to: to * 100, currency: 'INR', per: 'day', asOf: '2026-10-01', ...more } })
const brandOf = (brand: string, category: string, territory: string, until: string | null): Partial<TalentFacts> => ({ conflicts: [{ brand, category, territory, until }] })
const speaks = (language: string, fluency: SpokenLanguage['fluency'], dialects: string[] = []): Partial<TalentFacts> => ({ languages: [{ language, fluency, dialects }] })
const permit = (done: readonly boolean[], on: string | null = null): Partial<TalentFacts> => ({ born: '2015-05-05', permit: permitItems.slice(0, done.length).map((item, at) => ({ item, done: done[at] === true, on })) })

/** What becomes of some people under a role: the sentence that stops each, else the gaps that the gate leaves. */
async function held(asked: z.infer<typeof RoleChange>, people: Readonly<Record<string, Partial<TalentFacts>>>, brand: Parameters<typeof updateProduction>[2]['brand'] = null) {
  const db = testDatabase()
  const { role, productionId } = await keepScript(db, script)
  updateRole(db, role('BHOLA'), asked)
  updateProduction(db, productionId, { shoot, brand })
  for (const [name, facts] of Object.entries(people)) addPerson(db, { name, ...facts })
  const ranking = await candidatesFor(partsOf(db), role('BHOLA'))
  expect(Ranking.parse(ranking)).toEqual(ranking)
  const said = (list: Ranking['candidates'], of: (one: Ranking['candidates'][number]) => readonly { readonly text: string }[]) =>
    Object.fromEntries(list.map(one => [one.talent.name, of(one).map(({ text }) => text)]))
  return { ranking, stopped: said(ranking.stopped, one => one.stoppedBy), gaps: said(ranking.candidates, one => one.gaps) }
}

describe('the fee band', () => {
  it('stops who begins above the budget, by the same day or project; the rest is a gap', async () => {
    const { ranking, stopped, gaps } = await held({ budget: { upTo: 50_000_00, currency: 'INR', per: 'day' } }, {
      Dear: fee(200_000, 300_000), Fits: fee(30_000, 40_000), Half: fee(40_000, 60_000), Project: fee(900_000, 900_000, { per: 'project' }), Old: fee(1_000, 2_000, { asOf: '2024-01-01' }), Silent: {},
    })
    expect(stopped).toEqual({ Dear: ['Asks ₹2 lakh to ₹3 lakh a day, quoted 2026-10-01; the budget is up to ₹50,000 a day'] })
    expect(gaps['Fits']?.join()).not.toMatch(/fee|budget/i)
    expect(gaps['Half']).toContain('Asks ₹40,000 to ₹60,000 a day, quoted 2026-10-01, partly above the budget of up to ₹50,000 a day')
    expect(gaps['Project']?.join()).toMatch(/cannot be compared/)
    expect(gaps['Old']).toContain('The fee is of 2024-01-01 and may have risen')
    expect(gaps['Silent']).toContain('Fee not known')
    expect(ranking.gates).toContainEqual({ gate: 'fee', text: 'up to ₹50,000 a day', source: { text: 'The budget of the role', page: null }, lifted: false })
    expect(ranking.stopped[0]?.stoppedBy[0]).toMatchObject({ profile: { field: 'fee', quote: '₹2 lakh to ₹3 lakh a day, quoted 2026-10-01' }, origin: { source: expect.any(String) as string } })
  })
})

describe('the ledger of brands', () => {
  it('stops who works for another brand of the category, there and then', async () => {
    const { stopped, gaps } = await held({}, {
      Against: brandOf('Chaska', 'packaged tea', 'India', null), Over: brandOf('Chaska', 'tea', 'India', '2027-02-28'), Abroad: brandOf('Chaska', 'tea', 'UAE', null),
      Shoes: brandOf('Daud', 'shoes', 'India', null), Unsaid: brandOf('Daud', '', '', null), Same: brandOf('Mahak', 'tea', 'India', null), Unknown: {},
    }, { brand: 'Mahak', category: 'tea', territory: 'India' })
    expect(stopped).toEqual({ Against: ['Works for Chaska (packaged tea, India) with no end known, which stands against Mahak'] })
    expect(gaps['Abroad']).toContain('Works for Chaska (tea, UAE) with no end known; ours is for India')
    expect(gaps['Unsaid']?.join()).toMatch(/whether that stands against Mahak is not known/)
    expect(gaps['Same']?.join()).toMatch(/the brand itself/)
    expect(gaps['Unknown']).toContain('Brand conflicts not known')
    for (const free of ['Over', 'Shoes']) expect(gaps[free]?.join()).not.toMatch(/Works for/)
  })
})

describe('the permit of a minor', () => {
  it('stops who is known to be under 18 and known to lack something, whatever the role asks', async () => {
    const { ranking, stopped, gaps } = await held({ gender: 'male' }, {
      Missing: permit([true, false]), Done: permit([true, true, true, true], '2027-01-05'), Expired: permit([true, true, true, true], '2026-08-01'), Empty: { born: '2015-05-05' }, Grown: { born: '1980-01-01', permit: [{ item: 'x', done: false, on: null }] },
    })
    expect(stopped).toEqual({
      Missing: ['Under 18 on 2027-03-01, and not done: A parent or guardian is present on every day'],
      Expired: ['The permission of 2026-08-01 holds six months, not until 2027-03-10'],
    })
    expect(gaps['Empty']?.join()).toMatch(/Under 18 on 2027-03-01; of the permit is not known/)
    expect(gaps['Done']?.join()).not.toMatch(/permit/)
    expect(ranking.gates.map(({ gate }) => gate)).toContain('permit')
  })
})

describe('the union card', () => {
  it('stops another union, none at all, and a card that runs out', async () => {
    const card = (union: string, until: string | null): Partial<TalentFacts> => ({ union, unionCard: { number: '1', until } })
    const { stopped, gaps } = await held({ union: 'CINTAA' }, { Other: { union: 'FWICE' }, None: { union: 'no card' }, Over: card('CINTAA', '2027-03-05'), Good: card('CINTAA 1201', '2028-01-01'), Open: { union: 'CINTAA' }, Unknown: {} })
    expect(stopped).toEqual({
      Other: ['Has a card of FWICE, not of CINTAA'], None: ['Has no CINTAA card (“no card”)'], Over: ['The CINTAA card runs out on 2027-03-05, before 2027-03-10'],
    })
    expect(gaps['Open']).toContain('Until when the CINTAA card holds is not known')
    expect(gaps['Unknown']).toContain('Whether there is a CINTAA card is not known')
  })
})

describe('a language', () => {
  it('is held to the fluency that is asked for, and to the dialect', async () => {
    const { ranking, stopped, gaps } = await held({ languages: [{ name: 'Bhojpuri', must: true, fluency: 'fluent' }] }, { Native: speaks('Bhojpuri', 'native'), Basic: speaks('Bhojpuri', 'basic'), Unsaid: speaks('Bhojpuri', null) })
    expect(stopped).toEqual({ Basic: ['Speaks Bhojpuri only a little; the role asks for fluent'] })
    expect(gaps['Unsaid']).toContain('How well Bhojpuri is spoken is not said')
    expect(ranking.gates.find(({ gate }) => gate === 'language')?.text).toBe('speaks Bhojpuri, fluent or better')
    const dialect = await held({ languages: [{ name: 'Hindi (Awadhi)', must: true }] }, { Awadhi: speaks('Hindi', 'native', ['Awadhi']), Braj: speaks('Hindi', 'native', ['Braj']), Plain: speaks('Hindi', 'native') })
    expect(dialect.stopped).toEqual({ Braj: ['Hindi (Awadhi) is not among the languages'] })
    expect(dialect.gaps['Plain']?.join()).toMatch(/whether in the dialect asked for/)
  })
})

it('every gate is lifted by its name, and then stops nobody', async () => {
  const people = { Nobody: { ...fee(200_000, 300_000), ...brandOf('Chaska', 'tea', 'India', null), ...permit([false]), union: 'FWICE', ...speaks('Tamil', 'native') } }
  const asked = { budget: { upTo: 1, currency: 'INR', per: 'day' as const }, union: 'CINTAA', languages: [{ name: 'Bhojpuri', must: true }] }
  const brand = { brand: 'Mahak', category: 'tea', territory: '' }
  const before = await held(asked, people, brand)
  expect(before.ranking.stopped[0]?.stoppedBy.map(({ gate }) => gate)).toEqual(['language', 'fee', 'brand', 'permit', 'union'])
  const after = await held({ ...asked, liftedGates: ['language', 'fee', 'brand', 'permit', 'union'] }, people, brand)
  expect(after.stopped).toEqual({})
  expect(after.gaps['Nobody']?.filter(text => text.endsWith('(gate lifted)'))).toHaveLength(5)
  expect(after.ranking.gates.every(({ gate, lifted }) => lifted || gate === 'availability')).toBe(true)
})
