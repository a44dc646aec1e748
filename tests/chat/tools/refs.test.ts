import { expect, it } from 'vitest'
import { sceneId } from '../../../src-main/chat/cards.ts'
import { cardOfRef, cardsIn, openRefs } from '../../../src-main/chat/refs.ts'
import { removeProduction } from '../../../src-main/productions/productionStore.ts'
import { removeTalent, restoreTalent } from '../../../src-main/talent/talentStore.ts'
import { addPerson } from '../../matching/book.ts'
import { keepScript, noon } from '../../roles/screenplay.ts'
import { testDatabase } from '../../support/testDatabase.ts'
import { beginConversation } from './conversation.ts'

const script = 'INT. GARAGE - NIGHT\n\nRAMDIN, 42, waits.\n\nRAMDIN\nWho is there?\n\nEXT. GHAT - DAY\n\nHe walks.\n'

it('a record keeps its reference through a conversation, and another conversation counts from one again', async () => {
  const db = testDatabase()
  const { productionId, scriptId, role } = await keepScript(db, script)
  const asha = addPerson(db, { name: 'Asha Rane', gender: 'female', playingRange: { from: 30, to: 42 }, city: 'Mumbai', languages: [{ language: 'Marathi', fluency: null, dialects: [] }, { language: 'Hindi', fluency: null, dialects: [] }] })
  const bela = addPerson(db, { name: 'Bela Soni' })
  const conversation = beginConversation(db)
  const refs = openRefs(db, conversation)
  expect(refs.card({ kind: 'talent', id: asha.id })).toEqual({
    ref: 't1', kind: 'talent', id: asha.id, productionId: null, scriptId: null, scene: null, title: 'Asha Rane', line: 'Woman, plays 30 to 42, Mumbai, Marathi and Hindi',
  })
  expect(refs.card({ kind: 'talent', id: bela.id })?.ref).toBe('t2')
  expect(refs.card({ kind: 'talent', id: asha.id })?.ref).toBe('t1')
  expect(refs.card({ kind: 'role', id: role('RAMDIN') })).toMatchObject({ ref: 'r1', productionId, title: 'RAMDIN', line: '1 speech in 1 scene, Test' })
  expect(refs.card({ kind: 'scene', id: sceneId(scriptId, 1) })).toMatchObject({ ref: 's1', scriptId, scene: 1, title: 'Scene 2', line: 'EXT. GHAT - DAY, page 1, 1/8 pages' })
  expect(refs.card({ kind: 'script', id: scriptId })).toMatchObject({ ref: 'd1', line: 'White draft, 1 page, 2 scenes' })
  expect(refs.card({ kind: 'production', id: productionId })).toMatchObject({ ref: 'p1', title: 'Test', line: 'Film, 1 script, 1 role' })
  expect(refs.resolve('#T2', 'talent')).toEqual({ kind: 'talent', id: bela.id })
  expect(openRefs(db, beginConversation(db)).card({ kind: 'talent', id: bela.id })?.ref).toBe('t1')
})

it('a reference that was never given, or of another kind, means nobody, and a talent that is not in the book has no card', async () => {
  const db = testDatabase()
  const { scriptId, role } = await keepScript(db, script)
  const refs = openRefs(db, beginConversation(db))
  refs.card({ kind: 'role', id: role('RAMDIN') })
  expect(refs.resolve('t1', 'talent')).toBeNull()
  expect(refs.resolve('r1', 'talent')).toBeNull()
  expect(refs.resolve("r1' OR 1=1", 'role')).toBeNull()
  expect(refs.card({ kind: 'talent', id: '0199-made-up' })).toBeNull()
  expect(refs.card({ kind: 'scene', id: sceneId(scriptId, 2) })).toBeNull()
  expect(refs.card({ kind: 'scene', id: `${scriptId}/../0` })).toBeNull()
})

it('the card of somebody who was taken out of the book is gone, and back with them', async () => {
  const db = testDatabase()
  const asha = addPerson(db, { name: 'Asha Rane' })
  const { productionId, role } = await keepScript(db, script)
  const conversation = beginConversation(db)
  const refs = openRefs(db, conversation)
  refs.card({ kind: 'talent', id: asha.id })
  refs.card({ kind: 'role', id: role('RAMDIN') })
  const text = 'Try [Asha](#t1) for [RAMDIN](#r1), or [Zoya](#t9), [Asha](#t1) first.'
  expect(cardsIn(db, conversation, text).map(({ ref, title }) => `${ref} ${title}`)).toEqual(['t1 Asha Rane', 'r1 RAMDIN'])
  removeTalent(db, asha.id, () => noon)
  removeProduction(db, productionId, noon)
  expect(cardsIn(db, conversation, text)).toEqual([])
  expect(refs.card({ kind: 'talent', id: asha.id })).toBeNull()
  restoreTalent(db, asha.id, '')
  expect(cardOfRef(db, conversation, 't1')).toMatchObject({ title: 'Asha Rane' })
})
