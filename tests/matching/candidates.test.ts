import { describe, expect, it } from 'vitest'
import { candidatesFor, compareFor } from '../../src-main/matching/candidates.ts'
import { readCredit } from '../../src-main/talent/readCredit.ts'
import { updateProduction } from '../../src-main/productions/productionStore.ts'
import { decideProposal } from '../../src-main/roles/decideProposal.ts'
import { getRole, updateRole } from '../../src-main/roles/roleStore.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { Ranking, type Candidate } from '../../src-preload/contract/matching.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { SpokenLanguage } from '../../src-preload/contract/talent.ts'
import { testDatabase } from '../support/testDatabase.ts'
import { keepScript } from '../roles/screenplay.ts'
import { addPerson, learnAll, partsOf } from './book.ts'

const script = 'EXT. AKHARA - DAWN\n\nBHOLA (45), a retired wrestler in a porter’s shirt, bows to the earth.\n\nBHOLA\nJai.\n\nEXT. STATION - DAY\n\nCLERK\nTicket!\n'
const speaks = (language: string, fluency: SpokenLanguage['fluency'] = null): SpokenLanguage => ({ language, fluency, dialects: [] })
const texts = (said: readonly { readonly text: string }[]): readonly string[] => said.map(({ text }) => text)
const stops = (candidates: readonly Candidate[]) => Object.fromEntries(candidates.map(({ talent, stoppedBy }) => [talent.name, stoppedBy.map(({ gate, text }) => ({ gate, text }))]))
const names = (candidates: readonly Candidate[]): readonly string[] => candidates.map(({ talent }) => talent.name)

async function ready() {
  const db = testDatabase()
  const { role, productionId } = await keepScript(db, script)
  return { db, role: role('BHOLA'), clerk: role('CLERK'), productionId, parts: partsOf(db) }
}

describe('gates', () => {
  it('stop who is known not to fit, each with the fact, and keep them in the list of the stopped', async () => {
    const { db, role, parts } = await ready()
    updateRole(db, role, { playingRange: { from: 44, to: 46 }, gender: 'male', languages: [{ name: 'Bhojpuri', must: true }], skills: [{ name: 'kushti', must: true }] })
    addPerson(db, { name: 'Right', playingRange: { from: 40, to: 50 }, gender: 'male', languages: [speaks('bhojpurī', 'native')], skills: ['Wrestling'] })
    addPerson(db, { name: 'Young', playingRange: { from: 20, to: 30 }, gender: 'male', languages: [speaks('Bhojpuri')], skills: ['kushti'] })
    addPerson(db, { name: 'Woman', playingRange: { from: 40, to: 50 }, gender: 'female', languages: [speaks('Bhojpuri')], skills: ['kushti'] })
    addPerson(db, { name: 'Tamil', playingRange: { from: 40, to: 50 }, gender: 'male', languages: [speaks('Tamil')], skills: ['kushti'] })
    addPerson(db, { name: 'Cook', playingRange: { from: 40, to: 50 }, gender: 'male', languages: [speaks('Bhojpuri')], skills: ['cooking'] })
    const ranking = await candidatesFor(parts, role)
    expect(Ranking.parse(ranking)).toEqual(ranking)
    expect(names(ranking.candidates)).toEqual(['Right'])
    expect(stops(ranking.stopped)).toEqual({
      Young: [{ gate: 'playingRange', text: 'Plays 20 to 30; the role asks for 44 to 46' }],
      Woman: [{ gate: 'gender', text: 'Is a woman; the role asks for a man' }],
      Tamil: [{ gate: 'language', text: 'Bhojpuri is not among the languages' }],
      Cook: [{ gate: 'skill', text: 'kushti is not among the skills' }],
    })
    expect(ranking.gates.map(({ text }) => text)).toEqual(['plays 44 to 46', 'a man', 'speaks Bhojpuri', 'can do kushti'])
    expect(ranking).toMatchObject({ considered: 5, notIndexed: 5, suggestions: true })
  })

  it('never stop who is unknown, and say what is', async () => {
    const { db, role, parts } = await ready()
    updateRole(db, role, {
      playingRange: { from: 44, to: 46 }, gender: 'male', languages: [{ name: 'Bhojpuri', must: true }], skills: [{ name: 'kushti', must: true }],
      dates: { from: '2027-03-01', to: '2027-03-10' },
    })
    addPerson(db, { name: 'Unknown' })
    const [unknown] = (await candidatesFor(parts, role)).candidates
    expect(unknown).toMatchObject({ fit: 50, interval: { low: 0, high: 100 }, reasons: [], stoppedBy: [] })
    expect(texts(unknown?.gaps ?? [])).toEqual([
      'Playing range not known', 'Gender not stated', 'No dates known', 'Search by meaning does not know this person yet', 'Whether kushti is known: no skills listed',
      'Whether Bhojpuri is spoken: no languages listed', 'No credits known',
    ])
  })

  it('stop nobody once lifted, but say so', async () => {
    const { db, role, parts } = await ready()
    updateRole(db, role, { playingRange: { from: 44, to: 46 }, liftedGates: ['playingRange'] })
    addPerson(db, { name: 'Young', playingRange: { from: 20, to: 30 } })
    const ranking = await candidatesFor(parts, role)
    expect(ranking.gates).toMatchObject([{ gate: 'playingRange', text: 'plays 44 to 46', lifted: true }])
    expect(texts(ranking.candidates[0]?.gaps ?? [])).toContain('Plays 20 to 30; the role asks for 44 to 46 (gate lifted)')
    expect(ranking.stopped).toEqual([])
  })

  it('stop by dates only who is blocked on all days; a pencil is a gap', async () => {
    const { db, role, parts, productionId } = await ready()
    updateProduction(db, productionId, { shoot: { from: '2027-03-01', to: '2027-03-10' } })
    const days = (from: string, to: string, state: 'free' | 'pencilled' | 'blocked') => ({ span: { from, to }, state })
    addPerson(db, { name: 'Blocked', availability: [days('2027-02-20', '2027-03-05', 'blocked'), days('2027-03-06', '2027-04-01', 'blocked')] })
    addPerson(db, { name: 'Partly', availability: [days('2027-03-09', '2027-03-12', 'blocked'), days('2027-03-01', '2027-03-02', 'pencilled')] })
    addPerson(db, { name: 'Free', availability: [days('2027-03-01', '2027-03-31', 'free')] })
    const ranking = await candidatesFor(parts, role)
    expect(ranking.stopped.map(({ talent, stoppedBy }) => [talent.name, stoppedBy[0]?.text])).toEqual([['Blocked', 'Blocked on all days from 2027-03-01 to 2027-03-10']])
    const gaps = Object.fromEntries(ranking.candidates.map(candidate => [candidate.talent.name, texts(candidate.gaps)]))
    expect(gaps['Partly']).toEqual(expect.arrayContaining(['Blocked on 2 of 10 days', 'Pencilled elsewhere on 2 of 10 days', 'Dates known only in part']))
    expect(gaps['Free']?.join()).not.toMatch(/dates|days/i)
    updateRole(db, role, { dates: { from: '2027-03-09', to: '2027-03-10' } })
    expect(names((await candidatesFor(parts, role)).stopped)).toEqual(['Blocked', 'Partly'])
  })
})

describe('the fit', () => {
  it('puts first who has what is asked, with reasons strongest first', async () => {
    const { db, role, parts } = await ready()
    updateRole(db, role, { playingRange: { from: 44, to: 46 }, languages: [{ name: 'Bhojpuri', must: false }], skills: [{ name: 'kushti', must: false }] })
    addPerson(db, {
      name: 'Pehlwan', playingRange: { from: 40, to: 50 }, languages: [speaks('Bhojpuri', 'native')], skills: ['boating'],
      training: 'Eleven years in an akhara. Village Ramlila', credits: [readCredit('Daav (coach, feature, 2022)')], bio: 'A retired wrestler who bows to the earth',
    })
    addPerson(db, { name: 'Banker', playingRange: { from: 40, to: 50 }, languages: [speaks('Hindi', 'basic')], skills: ['golf'], bio: 'Polished', credits: [readCredit('Bank (manager, 2020)')] })
    await learnAll(db)
    const { candidates, notIndexed } = await candidatesFor(parts, role)
    expect([names(candidates), notIndexed]).toEqual([['Pehlwan', 'Banker'], 0])
    const [first] = candidates
    const strengths = first?.reasons.map(({ strength }) => strength) ?? []
    expect([...strengths].sort((a, b) => b - a)).toEqual(strengths)
    expect(first?.reasons.map(({ text }) => text)).toEqual(expect.arrayContaining([
      'Speaks Bhojpuri as mother tongue', 'Trained in kushti: “Eleven years in an akhara”', 'Plays 40 to 50; the role is 44 to 46', 'One credit listed: “Daav (coach, feature, 2022)”',
    ]))
    expect(texts(candidates[1]?.gaps ?? [])).toEqual(expect.arrayContaining(['Kushti not listed', 'Bhojpuri not listed']))
  })

  it('says that Hindi is close to Urdu, but not that it is Urdu', async () => {
    const { db, role, parts } = await ready()
    updateRole(db, role, { languages: [{ name: 'Urdu', must: false }] })
    addPerson(db, { name: 'Hindi', languages: [speaks('Hindi', 'native')] })
    addPerson(db, { name: 'Urdu', languages: [speaks('Urdu', 'native')] })
    const { candidates } = await candidatesFor(parts, role)
    expect(names(candidates)).toEqual(['Urdu', 'Hindi'])
    expect(candidates[1]).toMatchObject({ reasons: [{ text: 'Speaks Hindi as mother tongue, close to Urdu' }] })
    updateRole(db, role, { languages: [{ name: 'Urdu', must: true }] })
    expect((await candidatesFor(parts, role)).stopped[0]?.stoppedBy).toMatchObject([{ gate: 'language', text: 'Lists Hindi, close to Urdu, but not Urdu itself' }])
  })

  it('weighs what the script proposes, but stops nobody by it before it is accepted', async () => {
    const { db, role, parts } = await ready()
    addPerson(db, { name: 'Aged Right', playingRange: { from: 40, to: 50 }, gender: 'male', skills: ['wrestling'] })
    addPerson(db, { name: 'A Child', playingRange: { from: 8, to: 11 }, gender: 'female', skills: ['chess'] })
    const before = await candidatesFor(parts, role)
    expect([names(before.candidates), before.gates, before.stopped]).toEqual([['Aged Right', 'A Child'], [], []])
    expect(texts(before.candidates[1]?.gaps ?? [])).toContain('Plays 8 to 11; the script says 45')
    for (const { id } of getRole(db, role).proposals) decideProposal(db, { roleId: role, proposalId: id, state: 'accepted' })
    expect(names((await candidatesFor(parts, role)).stopped)).toEqual(['A Child'])
    for (const { id } of getRole(db, role).proposals) decideProposal(db, { roleId: role, proposalId: id, state: 'dismissed' })
    expect((await candidatesFor(parts, role)).candidates.flatMap(({ gaps }) => texts(gaps)).join()).not.toMatch(/the script says/)
  })

  it('compares nobody with a role of which nothing is known but a name', async () => {
    const { db, parts, productionId } = await ready()
    const other = await keepScript(db, 'INT. HALL - DAY\n\nKULKARNI (V.O.)\nHello.\n', productionId)
    addPerson(db, { name: 'Anybody', credits: ['One', 'Two'].map(readCredit) })
    expect((await candidatesFor(parts, other.role('KULKARNI'))).candidates[0]).toMatchObject({
      fit: 50, interval: { low: 0, high: 100 }, reasons: [], gaps: [{ text: 'Nothing is said of this role yet to compare with' }],
    })
  })

  it('knows a constable by the words for one', async () => {
    const { db, parts, productionId } = await ready()
    const other = await keepScript(db, 'INT. HALL - DAY\n\nCONSTABLE\nRuko.\n', productionId)
    addPerson(db, { name: 'Havaldar', bio: 'Always the havaldar of the thana' })
    addPerson(db, { name: 'Singer', bio: 'Sings ghazals at weddings' })
    await learnAll(db)
    const { candidates, asksFor } = await candidatesFor(parts, other.role('CONSTABLE'))
    expect(asksFor).toBe('constable')
    expect(names(candidates)[0]).toBe('Havaldar')
  })
})

describe('suggestions', () => {
  it('are off for the role, its production or altogether, and then nobody is looked at', async () => {
    const { db, role, parts, productionId } = await ready()
    const { id } = addPerson(db, { name: 'Somebody' })
    const off = { suggestions: false, candidates: [], stopped: [], considered: 0 }
    updateRole(db, role, { suggestions: false })
    expect(await candidatesFor(parts, role)).toMatchObject(off)
    expect(await compareFor(parts, role, [id])).toEqual([])
    updateRole(db, role, { suggestions: true })
    updateProduction(db, productionId, { suggestions: false })
    expect(await candidatesFor(parts, role)).toMatchObject(off)
    updateProduction(db, productionId, { suggestions: true })
    expect(await candidatesFor(partsOf(db, false), role)).toMatchObject(off)
    expect(await candidatesFor(parts, role)).toMatchObject({ suggestions: true, considered: 1 })
  })
})

describe('comparing', () => {
  it('lays people side by side in the order asked for, as they stand in the ranking', async () => {
    const { db, role, parts } = await ready()
    updateRole(db, role, { gender: 'male' })
    const [a, b] = [addPerson(db, { name: 'A', gender: 'male' }), addPerson(db, { name: 'B', gender: 'female' })]
    await learnAll(db)
    const ranking = await candidatesFor(parts, role)
    const side = await compareFor(parts, role, [b.id, a.id])
    expect(side).toEqual([...ranking.stopped, ...ranking.candidates])
  })
})

describe('the ranking', () => {
  it('gives at most what is asked for and answers other calls in between', async () => {
    const { db, clerk, parts } = await ready()
    db.transaction(() => {
      for (let index = 0; index < 1_200; index++) addPerson(db, { name: `Person ${index}` })
    })()
    let ticks = 0
    let running = true
    const tick = (): void => {
      ticks++
      if (running) setImmediate(tick)
    }
    setImmediate(tick)
    const ranking = await candidatesFor(parts, clerk, { limit: 10 })
    running = false
    expect([ranking.candidates.length, ranking.considered]).toEqual([10, 1_200])
    expect(ticks).toBeGreaterThanOrEqual(4)
  })

  it('ends with CANCELLED, and with NOT_FOUND where the role is gone', async () => {
    const { db, clerk, parts } = await ready()
    addPerson(db, { name: 'Somebody' })
    const stop = new AbortController()
    stop.abort()
    await expect(candidatesFor(parts, clerk, { signal: stop.signal })).rejects.toMatchObject({ code: 'CANCELLED' })
    await expect(candidatesFor(parts, 'gone' as RoleId)).rejects.toBeInstanceOf(CastMatchError)
  })
})
