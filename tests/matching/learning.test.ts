import { describe, expect, it } from 'vitest'
import { candidatesFor, changeMatching, matchSettingsFor, whyNotFor } from '../../src-main/matching/candidates.ts'
import { learnWeights, type FactorValues, type Preference } from '../../src-main/matching/learnWeights.ts'
import { createSounds } from '../../src-main/matching/sounds.ts'
import { houseWeights } from '../../src-main/matching/weights.ts'
import { FactorName, type FitWeights } from '../../src-preload/contract/matching.ts'
import { putOnList } from '../../src-main/casting/castingStore.ts'
import { updateRole } from '../../src-main/roles/roleStore.ts'
import { keepScript, noon } from '../roles/screenplay.ts'
import { seededNumbers } from '../support/manyPeople.ts'
import { testDatabase } from '../support/testDatabase.ts'
import { addPerson, partsOf } from './book.ts'

const later = () => new Date(noon.getTime() + 60_000)

/** Preferences of a director whose taste is known, in people of whom one fact in ten is not. */
function preferencesOf(taste: FitWeights, count: number, random: () => number): readonly Preference[] {
  const person = (): FactorValues => Object.fromEntries(FactorName.options.map(factor => [factor, random() < 0.1 ? null : random()]))
  const worth = (values: FactorValues): number => FactorName.options.reduce((sum, factor) => sum + taste[factor] * (values[factor] ?? 0.5), 0)
  return Array.from({ length: count }, () => {
    const [one, other] = [person(), person()]
    return worth(one) >= worth(other) ? [one, other] : [other, one]
  })
}

const agreement = (weights: FitWeights, pairs: readonly Preference[]): number => {
  const worth = (values: FactorValues): number => FactorName.options.reduce((sum, factor) => sum + weights[factor] * (values[factor] ?? 0.5), 0)
  return pairs.filter(([one, other]) => worth(one) > worth(other)).length / pairs.length
}

describe('learning', () => {
  it('agrees with three in four unseen pairs after forty decisions, and never falls below the visible weights by more than a twentieth', () => {
    const gains: number[] = []
    const reached: number[] = []
    for (let seed = 1; seed <= 12; seed++) {
      const random = seededNumbers(seed)
      const taste = Object.fromEntries(FactorName.options.map(factor => [factor, Math.round(100 * random() ** 2)])) as FitWeights
      const unseen = preferencesOf(taste, 400, random)
      const seen = preferencesOf(taste, 40, random)
      for (const upTo of [5, 10, 20, 40]) gains.push(agreement(learnWeights(seen.slice(0, upTo), houseWeights).weights, unseen) - agreement(houseWeights, unseen))
      reached.push(agreement(learnWeights(seen, houseWeights).weights, unseen))
    }
    expect(reached.reduce((sum, one) => sum + one, 0) / reached.length).toBeGreaterThanOrEqual(0.75)
    expect(Math.min(...gains)).toBeGreaterThanOrEqual(-0.05)
  })

  it('is off until the user says so, counts her decisions, and forgets them on a word', async () => {
    const db = testDatabase()
    const { role, productionId } = await keepScript(db, 'INT. HALL - DAY\n\nRANI\nHello.\n')
    updateRole(db, role('RANI'), { skills: [{ name: 'kathak', must: false }], languages: [{ name: 'Hindi', must: false }] })
    const parts = partsOf(db)
    for (let at = 0; at < 4; at++) {
      const { id } = addPerson(db, { name: `Dancer ${at}`, skills: ['Kathak'], languages: [{ language: 'Tamil', fluency: 'native', dialects: [] }] })
      putOnList(db, { roleId: role('RANI'), talentId: id, list: 'selects', status: 'selected' }, { modelId: '', now: () => noon, by: 'user' })
      const other = addPerson(db, { name: `Speaker ${at}`, skills: ['Cooking'], languages: [{ language: 'Hindi', fluency: 'native', dialects: [] }] }).id
      putOnList(db, { roleId: role('RANI'), talentId: other, status: 'released' }, { modelId: '', now: () => noon, by: at === 3 ? 'claude' : 'user' })
    }
    expect((await matchSettingsFor(parts, productionId)).learning).toEqual({ on: false, across: false, decisions: 7, preferences: 12, weights: null, agreement: null, before: null })
    const { learning } = await changeMatching(parts, productionId, { learning: true })
    expect(learning.weights?.skills).toBeGreaterThan(learning.weights?.languages ?? 100)
    expect(learning.agreement).toBe(1)
    expect((await candidatesFor(parts, role('RANI'))).candidates[0]?.talent.name).toMatch(/^Dancer/)
    expect((await changeMatching(parts, productionId, { learntFrom: later().toISOString() })).learning).toMatchObject({ on: true, decisions: 0, preferences: 0, weights: houseWeights })
  })

  it('weighs these factors alone, none of look, caste, religion or skin', () => {
    expect(FactorName.options).toEqual(['meaning', 'skills', 'languages', 'playingRange', 'experience', 'past', 'typing'])
    const told = createSounds().told
    const read = new Set<string>()
    const watched = new Proxy({ skills: [], proofs: [], training: '', credits: [], bio: '' } as never, { get: (target, key) => (read.add(String(key)), Reflect.get(target, key)) })
    told(watched)
    expect([...read].sort()).toEqual(['bio', 'credits', 'proofs', 'skills', 'training'])
  })
})

describe('the weights of a production', () => {
  it('move the order, are kept, go back on a word, and say what would lift somebody', async () => {
    const db = testDatabase()
    const { role, productionId } = await keepScript(db, 'INT. HALL - DAY\n\nRANI\nHello.\n')
    updateRole(db, role('RANI'), { skills: [{ name: 'kathak', must: false }], languages: [{ name: 'Hindi', must: false }] })
    const parts = partsOf(db)
    addPerson(db, { name: 'Dancer', skills: ['Kathak'], languages: [{ language: 'Tamil', fluency: 'native', dialects: [] }] })
    const speaker = addPerson(db, { name: 'Speaker', skills: ['Cooking'], languages: [{ language: 'Hindi', fluency: 'native', dialects: [] }] })
    const order = async () => (await candidatesFor(parts, role('RANI'))).candidates
    const [first, second] = await order()
    expect([first?.talent.name, second?.order[0]?.text]).toEqual(['Dancer', 'Skills at 19 instead of 25 would lift Speaker over Dancer'])
    expect(await whyNotFor(parts, role('RANI'), speaker.id)).toMatchObject({ rank: 2, of: 2, text: expect.stringMatching(/^Stands 2 of 2, behind Dancer most in skills/) as string })
    await changeMatching(parts, productionId, { weights: { ...houseWeights, languages: 26 } })
    expect((await order())[0]?.talent.name).toBe('Speaker')
    expect(await changeMatching(parts, productionId, { weights: null })).toMatchObject({ weights: houseWeights, moved: false })
    expect((await order())[0]?.talent.name).toBe('Dancer')
  })
})
