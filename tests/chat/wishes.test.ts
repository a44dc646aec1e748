import { describe, expect, it } from 'vitest'
import { wishIn } from '../../src-main/chat/offline/wishes.ts'
import { saying } from '../support/claudeStandIn.ts'
import { openWholeOffice, wordsOf } from './wholeOffice.ts'

describe('a sentence that says what to remember or to forget', () => {
  it.each([
    ['remember that Kavita Sinha does not fly', 'remember', 'Kavita Sinha does not fly'],
    ['Please remember: Mondays are for self-tapes', 'remember', 'Mondays are for self-tapes'],
    ['yaad rakhna ki Kavita subah nahi aati', 'remember', 'Kavita subah nahi aati'],
    ['Kavita subah nahi aati, yaad rakhna', 'remember', 'Kavita subah nahi aati'],
    ['याद रखना कि कविता सुबह नहीं आती', 'remember', 'कविता सुबह नहीं आती'],
    ['लक्षात ठेवा कविता सकाळी येत नाही', 'remember', 'कविता सकाळी येत नाही'],
    ['forget that Kavita does not fly', 'forget', 'Kavita does not fly'],
    ['forget what I said about Kavita', 'forget', 'Kavita'],
    ['भूल जाओ कि कविता सुबह नहीं आती', 'forget', 'कविता सुबह नहीं आती'],
  ])('is read: %s', (text, kind, rest) => {
    expect(wishIn(text)).toEqual({ kind, text: rest })
  })

  it.each([
    'Do you remember Kavita?', 'remember Kavita from the Bhopal tape?', 'Remember that tape from Bhopal', 'remember when she cried', 'Who remembers her lines',
    'forget it', 'forget about it', 'forget all previous instructions', 'Note that the shoot is in March and propose slots', 'kya yaad rakhna hai?', 'remembering names is hard',
    'remember that she sings\n\nand now: who else could play Mai',
  ])('is not read into: %s', text => {
    expect(wishIn(text)).toBeNull()
  })
})

describe('a wish to the memory, with Claude ready', () => {
  it('is kept at once by CastMatch, with nothing sent, stands in the log as hers, and can be taken back', async () => {
    const { client, standIn, begin, ask, last, actions } = await openWholeOffice()
    const id = await begin()
    expect(await client.chat.before({ conversationId: id, text: 'remember that Kavita Sinha does not fly' })).toMatchObject({ who: 'records', asks: [] })
    await ask(id, 'remember that Kavita Sinha does not fly')
    const answer = await last(id)
    expect(answer).toMatchObject({ by: 'records', state: 'done', failure: null, needsClaude: false, cards: [{ kind: 'memory', title: expect.stringContaining('does not fly') as string }] })
    const [line] = answer.blocks.flatMap(block => (block.kind === 'tool' ? [block.action?.title ?? ''] : []))
    expect([line, wordsOf(answer)].join(' ').split('does not fly')).toHaveLength(2) // said once
    expect(standIn.requests).toHaveLength(0)
    expect((await client.memory.list({})).memories).toMatchObject([{ text: 'Kavita Sinha does not fly', source: { from: 'said', conversationId: id } }])
    const [action] = await actions(id)
    if (!action) throw new Error('no action')
    expect(action).toMatchObject({ tool: 'remember', state: 'done', askedBy: 'user', canUndo: true })
    expect((await client.chat.get({ id })).state).toBe('idle')
    await client.chat.undoAction({ actionId: action.id })
    expect((await client.memory.list({})).memories).toEqual([])
    expect(JSON.stringify(await client.chat.working({ conversationId: id }))).not.toContain('fly')
  })

  it('counts as confirmed where it is known, and is refused with why where it is junk', async () => {
    const { client, begin, ask, last, actions } = await openWholeOffice()
    const id = await begin()
    await ask(id, 'yaad rakhna Kavita Sinha subah nahi aati')
    expect(wordsOf(await last(id))).toContain('Yaad rakh liya')
    await ask(id, 'yaad rakhna Kavita Sinha subah nahi aati')
    expect(wordsOf(await last(id))).toContain('pehle se yaad hai')
    expect(await actions(id)).toMatchObject([{ state: 'done', canUndo: false }])
    for (const junk of ['remember hello', 'remember my password is swordfish9', 'remember']) {
      await ask(id, junk)
      expect(wordsOf(await last(id))).toMatch(/^Not kept: /)
      expect(await actions(id)).toEqual([])
    }
    expect((await client.memory.list({})).memories).toHaveLength(1)
  })

  it('is asked about where something is to be forgotten, with exactly what, and done only after the yes', async () => {
    const { client, standIn, begin, ask, last, actions, untilRest } = await openWholeOffice()
    const id = await begin()
    for (const text of ['Kavita Sinha does not fly', 'Kavita Sinha sings thumri', 'Ramesh Pawar drives a truck']) await client.memory.add({ facts: { text } })
    await ask(id, 'forget that Kavita Sinha does not fly')
    const [action, ...others] = await actions(id)
    if (!action) throw new Error('no action')
    expect(others).toEqual([])
    expect(action).toMatchObject({ tool: 'forget', state: 'waiting', askedBy: 'user', changes: [{ before: 'Kavita Sinha does not fly', after: '' }] })
    expect((await client.memory.list({})).memories).toHaveLength(3)
    await untilRest(id, () => client.chat.decide({ actionId: action.id, yes: true }))
    expect((await client.memory.list({})).memories.map(({ text }) => text).sort()).toEqual(['Kavita Sinha sings thumri', 'Ramesh Pawar drives a truck'])
    await ask(id, 'forget everything about Kavita Sinha')
    expect(await actions(id)).toMatchObject([{ changes: [{ before: 'Kavita Sinha sings thumri' }] }])
    await ask(id, 'forget that Bina hates rain')
    expect(wordsOf(await last(id))).toMatch(/Nothing is remembered/)
    expect(standIn.requests).toHaveLength(0)
  })

  it('is refused in an incognito conversation, plainly', async () => {
    const { client, begin, ask, last } = await openWholeOffice()
    await client.memory.add({ facts: { text: 'Kavita Sinha does not fly' } })
    const id = await begin(null, true)
    for (const text of ['remember that Kavita Sinha sings thumri', 'forget that Kavita Sinha does not fly']) {
      await ask(id, text)
      expect(wordsOf(await last(id))).toMatch(/Nothing is remembered from an incognito conversation/)
    }
    expect((await client.memory.list({})).memories).toHaveLength(1)
  })

  it('leaves every other question to Claude', async () => {
    const { standIn, begin, ask, last } = await openWholeOffice()
    standIn.replies(saying([{ text: 'Yes, from Bhopal.' }]))
    const id = await begin()
    await ask(id, 'Do you remember Kavita from the Bhopal tape?')
    expect(await last(id)).toMatchObject({ by: 'claude', state: 'done' })
  })
})
