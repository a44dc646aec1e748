import { expect, it } from 'vitest'
import { answerSchema } from '../../../src-main/claude/answerShape.ts'
import { createProduction } from '../../../src-main/productions/productionStore.ts'
import { updateRole } from '../../../src-main/roles/roleStore.ts'
import { removeTalent } from '../../../src-main/talent/talentStore.ts'
import { addPerson, learnAll } from '../../matching/book.ts'
import { keepScript, noon } from '../../roles/screenplay.ts'
import { toolOffice, type ToolOffice } from './office.ts'

const script = `Title: The Lantern

INT. GARAGE - NIGHT

RAMDIN, 42, a wrestler gone soft, waits by the lamp.

RAMDIN
Who is there?

MEERA
(in Bhojpuri)
Only me.

EXT. GHAT - DAY

RAMDIN
Walk with me.

MEERA
No.

INT. KITCHEN - DAY

MEERA
He is late.
`

async function castingOffice() {
  const office = toolOffice()
  const kept = await keepScript(office.db, script)
  const asha = addPerson(office.db, {
    name: 'Asha Rane', gender: 'female', playingRange: { from: 30, to: 42 }, city: 'Mumbai', heightCm: 163, skills: ['dance'], phone: '+91 98200 00000', email: 'asha@example.com',
    languages: [{ language: 'Bhojpuri', fluency: 'native', dialects: [] }], bio: 'Grew up on a river boat.', notes: 'Late twice, worth it.',
    fee: { from: 1_800_000, to: 2_500_000, currency: 'INR', per: 'day', asOf: '2026-09-01' }, availability: [{ span: { from: '2026-12-01', to: '2026-12-04' }, state: 'blocked' }],
  })
  const bela = addPerson(office.db, { name: 'Bela Soni' })
  await learnAll(office.db)
  const at = office.context(kept.productionId)
  return { office, kept, asha, bela, at }
}

const toldBy = async (office: ToolOffice, ...call: Parameters<ToolOffice['look']>): Promise<unknown> => (await office.look(...call)).told

it('every tool has a name and an input that Claude can be told', () => {
  const { tools } = toolOffice()
  expect(tools.every(({ name }) => /^[a-z_]{1,40}$/.test(name))).toBe(true)
  expect(new Set(tools.map(({ name }) => name)).size).toBe(tools.length)
  for (const { input } of tools) expect(answerSchema(input)).toMatchObject({ type: 'object' })
})

it('a search reads the days of its sentence, so that nobody who is blocked on them is told', async () => {
  const { office, at } = await castingOffice()
  expect(await toldBy(office, 'search_talent', { sentence: 'free 2-3 December 2026' }, at)).toMatchObject({ total: 1, people: [{ name: 'Bela Soni' }] })
  expect(await toldBy(office, 'search_talent', { sentence: 'free 8-9 December 2026' }, at)).toMatchObject({ total: 2 })
})

it('a search finds people by reference with what is unknown said so, and the opened record keeps telephone and e-mail back', async () => {
  const { office, asha, at } = await castingOffice()
  const found = await office.look('search_talent', { sentence: 'woman who speaks Bhojpuri' }, at)
  expect(found.cards[0]).toMatchObject({ kind: 'talent', id: asha.id, ref: 't1', title: 'Asha Rane' })
  expect(found.told).toMatchObject({ people: [{ ref: 't1', name: 'Asha Rane', gender: 'Woman', plays: '30 to 42 years', city: 'Mumbai' }, { name: 'Bela Soni', gender: 'unknown', plays: 'unknown', languages: 'unknown' }] })
  const opened = await toldBy(office, 'open_talent', { talent: 't1' }, at)
  expect(opened).toMatchObject({
    height: '163 cm', fee: 'INR 18,000 to 25,000 per day, quoted 2026-09-01', availability: ['2026-12-01 to 2026-12-04: blocked'], training: 'unknown', reachable: 'telephone and e-mail',
    notes: { quoted: 'Late twice, worth it.', from: 'notes on t1 by this office' },
  })
  expect(JSON.stringify(opened)).not.toMatch(/98200|example\.com/)
})

it('a scene is read by its number or its reference, quoted with its page', async () => {
  const { office, at } = await castingOffice()
  const byNumber = await office.look('read_scene', { number: '2' }, at)
  expect(byNumber.told).toMatchObject({ ref: 's1', scene: '2', heading: 'EXT. GHAT - DAY', page: 1, part: 1, parts: 1, text: { from: 'script The Lantern, scene 2, from page 1' } })
  expect(JSON.stringify(byNumber.told)).toContain('Walk with me.')
  expect(await toldBy(office, 'read_scene', { scene: 's1' }, at)).toEqual(byNumber.told)
  expect((await office.look('read_scene', { number: '9' }, at)).detail).toBe('The Lantern has no scene 9. It has 3 scenes, from 1 to 3.')
})

it('roles, their breakdown, who shares their scenes and the figures of the script come from the script itself', async () => {
  const { office, at } = await castingOffice()
  expect(await toldBy(office, 'list_roles', {}, at)).toMatchObject({ total: 2, roles: [{ ref: 'r1', name: 'MEERA', speeches: 3, scenes: 3 }, { ref: 'r2', name: 'RAMDIN' }] })
  const opened = await office.look('open_role', { role: 'r2' }, at)
  expect(opened.told).toMatchObject({ introducedBy: [{ quoted: 'RAMDIN, 42, a wrestler gone soft, waits by the lamp.', from: 'script, page 1, scene 1' }], speaksIn: { total: 2 } })
  expect(opened.cards.map(({ kind }) => kind)).toEqual(['role', 'scene', 'scene'])
  expect(await toldBy(office, 'breakdown', { role: 'r2' }, at)).toMatchObject({ madeBy: 'rules that read the script', upToDate: 'yes' })
  expect(await toldBy(office, 'pairs', { role: 'r1' }, at)).toMatchObject({ total: 1, pairs: [{ scenesTogether: 2, bothSpeakIn: 2, scenes: ['1', '2'] }] })
  expect(await toldBy(office, 'script_facts', { scenes: true }, at)).toMatchObject({ pages: 1, scenes: 3, bySetting: { INT: 2, EXT: 1 }, shootDays: 'no shooting order yet', listed: { total: 3 } })
})

it('a role is matched with reasons and with who is held back by what, and two people are laid side by side', async () => {
  const { office, kept, at, asha } = await castingOffice()
  updateRole(office.db, kept.role('MEERA'), { gender: 'female', languages: [{ name: 'Bhojpuri', must: true }], playingRange: { from: 50, to: 60 } })
  await office.look('list_roles', {}, at)
  const matched = await office.look('match_role', { role: 'r1' }, at)
  expect(matched.told).toMatchObject({ considered: 2, heldBack: [{ name: 'Asha Rane', stoppedBy: ['Plays 30 to 42; the role asks for 50 to 60'] }] })
  const ref = matched.cards.find(({ id }) => id === asha.id)?.ref
  const other = matched.cards.find(({ title }) => title === 'Bela Soni')?.ref
  expect((await office.look('compare_talent', { role: 'r1', people: [ref, other] }, at)).detail).toBe('2 people side by side')
  expect((await office.look('compare_talent', { role: 'r1', people: [ref, ref] }, at)).detail).toBe('Two different people are needed to compare.')
})

it('a call that cannot be followed comes back as a sentence that says how to mend it', async () => {
  const { office, asha, at } = await castingOffice()
  const failed = async (name: string, input: unknown): Promise<string> => {
    const { told, isError, detail, cards } = await office.look(name, input, at)
    expect([isError, cards, told]).toEqual([true, [], { error: detail }])
    return detail
  }
  expect(await failed('open_talent', { talent: 'Asha Rane' })).toBe('No person has the reference "Asha Rane" in this conversation. search_talent gives references of that kind; nothing may be guessed.')
  expect(await failed('open_talent', { talent: asha.id })).toContain('No person has the reference')
  expect(await failed('open_talent', {})).toContain('open_talent was not run, since its input does not fit at "talent"')
  expect(await failed('search_talent', '{"sentence": "wom')).toContain('search_talent was not run')
  expect(await failed('match_role', { role: 't1' })).toContain('No role has the reference "t1"')
  await office.look('search_talent', {}, at)
  removeTalent(office.db, asha.id, () => noon)
  expect(await failed('open_talent', { talent: 't1' })).toBe('The person t1 is not in the records any more.')
  expect(await failed('script_facts', { script: 'd7' })).toContain('list_productions')
})

it('a production that is not open to Claude is counted and never read, whatever names it', async () => {
  const { office, kept, at } = await castingOffice()
  const other = createProduction(office.db, { title: 'Secret Film', kind: 'film', brief: 'Nobody may know.' }, noon)
  await office.look('list_roles', {}, at)
  await office.look('script_facts', { scenes: true }, at)
  office.closed.add(kept.productionId)
  for (const [name, input] of [['list_roles', {}], ['open_role', { role: 'r1' }], ['read_scene', { scene: 's1' }], ['script_facts', { script: 'd1' }], ['pairs', {}], ['breakdown', { role: 'r1' }], ['match_role', { role: 'r1' }]] as const) {
    const { isError, detail } = await office.look(name, input, at)
    expect([name, isError, detail.startsWith('This production is not open to Claude')]).toEqual([name, true, true])
  }
  const listed = await office.look('list_productions', {}, office.context())
  expect(listed.told).toMatchObject({ total: 1, productions: [{ title: 'Secret Film', brief: { quoted: 'Nobody may know.' } }], also: '1 production is not open to Claude' })
  office.closed.add(other.id)
  expect(JSON.stringify(await office.look('list_productions', {}, office.context()))).not.toMatch(/Secret|Nobody|Lantern/)
})
