import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assembleTurn } from '../../../src-main/chat/assembleTurn.ts'
import { keyOf } from '../../../src-main/chat/namedWords.ts'
import { phonesIn } from '../../../src-main/chat/phonesIn.ts'
import { ordinaryWords } from '../../../src-main/chat/ordinaryWords.ts'
import { beginConversation } from '../../../src-main/chat/conversations.ts'
import { updateProduction } from '../../../src-main/productions/productionStore.ts'
import { removeTalent, updateTalent } from '../../../src-main/talent/talentStore.ts'
import type { TalentId } from '../../../src-preload/contract/talent.ts'
import { lookedUp, now, openDesk, remembered, spoken, wholeOf, type Desk } from './desk.ts'

/** What is sent of a question, without the instructions, which speak of names by example. */
const sentOf = async (desk: Desk, text: string, change: Parameters<Desk['matter']>[1] = {}): Promise<string> => {
  const { request } = await assembleTurn(desk.parts, desk.matter(text, change))
  return wholeOf(request.messages)
}

const hiding = (options: Parameters<typeof openDesk>[0] = {}): Desk => {
  const desk = openDesk(options)
  desk.set({ claudePseudonyms: true })
  return desk
}

describe('with names hidden', () => {
  it('nothing is replaced where it is not switched on', async () => {
    const desk = openDesk()
    desk.person({ name: 'Bhumika Pednekar' })
    const sent = await sentOf(desk, 'Is Bhumika Pednekar free?')
    expect(sent).toContain('Bhumika Pednekar')
    expect(sent).toContain('The Last Tonga')
  })

  it('a person of the book is found by screen name, legal name, spelling, phone and e-mail', async () => {
    const desk = hiding()
    desk.person({ name: 'Bhumika Pednekar', legalName: 'Bhumi Satish Pednekar', spellings: ['भूमिका पेडणेकर'], phone: '+91 98200 12345', email: 'Bhumi@Mail.in' })
    for (const said of ['Bhumika Pednekar', 'BHUMIKA PEDNEKAR', 'Bhumi Satish Pednekar', 'भूमिका पेडणेकर', "Bhumika Pednekar's"]) {
      expect(await sentOf(desk, `Is ${said} free?`)).toMatch(/Is Person T1('s)? free\?/)
    }
    expect(await sentOf(desk, 'Who has 9820012345 or 98200-12345?')).toContain('Who has Phone T1 or Phone T1?')
    expect(await sentOf(desk, 'Who has bhumi@mail.in?')).toContain('Who has Mail T1?')
  })

  it('a person is found by a number alone, before anybody named them', async () => {
    const desk = hiding()
    desk.person({ name: 'Bhumika Pednekar', phone: '098200 12345', email: 'bhumi@mail.in' })
    expect(await sentOf(desk, 'Who has 98200 12345 from 2026-11-20?')).toContain('Who has Phone T1 from 2026-11-20?')
    expect(phonesIn('98200 12345 98200 54321').map(({ key }) => key)).toEqual(expect.arrayContaining(['9820012345', '9820054321']))
  })

  it('a first name alone is hidden once that person is in the conversation, and not before', async () => {
    const desk = hiding()
    desk.person({ name: 'Bhumika Pednekar' })
    expect(await sentOf(desk, 'Is Bhumika free?')).toContain('Is Bhumika free?')
    await sentOf(desk, 'And Bhumika Pednekar?')
    expect(await sentOf(desk, 'Is bhumika free, or her sister, Ms. Pednekar?')).toContain('Is Person T1 free, or her sister, Ms. Person T1?')
  })

  it('an ordinary word that is also a name is left, but hidden within a whole name', async () => {
    const desk = hiding()
    desk.person({ name: 'Hope Rane' })
    desk.person({ name: 'Kiran' })
    expect(await sentOf(desk, 'I hope Hope Rane will come, with a kiran of hope')).toContain('I hope Person T1 will come, with a kiran of hope')
  })

  it('a role is not hidden, though somebody of that name is in the conversation', async () => {
    const desk = hiding()
    desk.person({ name: 'Ramdin Yadav' })
    desk.role('RAMDIN')
    expect(await sentOf(desk, 'Is Ramdin Yadav right for RAMDIN?')).toContain('Is Person T1 right for RAMDIN?')
  })

  it('a role is hidden where it is the title', async () => {
    const desk = hiding({ title: 'Ramdin' })
    desk.role('RAMDIN')
    const sent = await sentOf(desk, 'Who plays RAMDIN in Ramdin?')
    expect(sent).not.toMatch(/ramdin/i)
  })

  it('the title is hidden in the brief and in the question, and the part before its colon too', async () => {
    const desk = hiding({ title: 'Tezaab Baarish: The Return', brief: 'Tezaab Baarish is a dark one. Nobody may know.' })
    const sent = await sentOf(desk, 'Roles of tezaab baarish?')
    expect(sent).not.toMatch(/tezaab|baarish/i)
    expect(sent).toContain('Roles of Production P1?')
  })

  it('a pseudonym stays the same through the conversation', async () => {
    const desk = hiding()
    desk.person({ name: 'Bhumika Pednekar' })
    desk.person({ name: 'Nawaz Siddiqui' })
    await sentOf(desk, 'Nawaz Siddiqui')
    expect(await sentOf(desk, 'Bhumika Pednekar and Nawaz Siddiqui')).toContain('Person T2 and Person T1')
  })

  it('somebody who was taken out of the book stays hidden in the conversation that names them', async () => {
    const desk = hiding()
    const id = desk.person({ name: 'Bhumika Pednekar' }) as TalentId
    await sentOf(desk, 'Bhumika Pednekar')
    removeTalent(desk.db, id, now)
    expect(await sentOf(desk, 'Where is Bhumika Pednekar?')).toContain('Where is Person T1?')
  })

  it('a new spelling counts from the moment it is written down', async () => {
    const desk = hiding()
    const id = desk.person({ name: 'Bhumika Pednekar' }) as TalentId
    updateTalent(desk.db, id, { spellings: ['Bumika Pednekarr'] }, { modelId: '', now })
    expect(await sentOf(desk, 'Bumika Pednekarr')).toContain('Person T1')
  })

  it('names are back in the answer, in what is kept and in the input of tools; thinking stays as it was signed', async () => {
    const desk = hiding()
    desk.person({ name: 'Bhumika Pednekar', phone: '98200 12345' })
    const turn = await assembleTurn(desk.parts, desk.matter('Bhumika Pednekar'))
    const stream = turn.reveal()
    expect(['Per', 'son T', '1 of Produc', 'tion P1: Phone T1'].map(piece => stream.feed(piece)).join('') + stream.flush()).toBe('Bhumika Pednekar of The Last Tonga: 98200 12345')
    expect(turn.revealInput({ text: 'Person T1' })).toEqual({ text: 'Bhumika Pednekar' })
    const thinking = { kind: 'thinking', text: 'Person T1?', signature: 's' } as const
    expect(turn.revealSaid([thinking, { kind: 'text', text: 'Person T1' }])).toEqual([thinking, { kind: 'text', text: 'Bhumika Pednekar' }])
  })

  it('a thought with a name in it, thought before names were hidden, is not sent again', async () => {
    const desk = hiding()
    desk.person({ name: 'Bhumika Pednekar' })
    const answered = (thought: string) => [
      { role: 'assistant', blocks: [{ kind: 'thinking', text: thought, signature: 's' }, { kind: 'toolCall', callId: 'c1', name: 'search_talent', input: { text: 'Bhumika Pednekar' } }] },
      { role: 'user', blocks: [{ kind: 'toolResult', callId: 'c1', text: '{}', isError: false }] },
    ] as const
    const sent = await sentOf(desk, 'Bhumika Pednekar', { answered: answered('Bhumika Pednekar, then.') })
    expect(sent).not.toContain('Bhumika')
    expect(sent).not.toContain('thinking')
    expect(await sentOf(desk, 'Bhumika Pednekar', { answered: answered('Person T1, then.') })).toContain('Person T1, then.')
  })

  it('every place of a request is free of names: brief, past, tools, memories, what is held', async () => {
    const word = fc.constantFrom('Bhumika', 'Nawazuddin', 'Tillotama', 'Kœchlin', 'Pednekar', 'Siddiqui', 'Shome', 'Rathod', 'आयेशा', 'राठौड़', "D'Mello", 'Anne-Marie')
    const fullName = fc.tuple(word, word).filter(([a, b]) => a !== b).map(words => words.join(' '))
    const book = fc.uniqueArray(fc.record({ name: fullName, legalName: fc.option(fullName, { nil: '' }), spellings: fc.array(fullName, { maxLength: 2 }) }), { minLength: 1, maxLength: 4, selector: ({ name }) => name })
    await fc.assert(fc.asyncProperty(book, async people => {
      const names = people.flatMap(({ name, legalName, spellings }) => [name, legalName, ...spellings]).filter(Boolean)
      const text = `Of ${names.join(', or ')}:\n${names.join('\n')}`
      const desk = hiding()
      for (const person of people) desk.person(person)
      const told = { people: [{ name: names[0], notes: { quoted: text, from: 'notes' } }], [names[0] ?? '']: 1 }
      const words = names.flatMap(name => [keyOf(name), ...keyOf(name).split(' ')]).filter(key => key.length > 1 && !ordinaryWords.has(key))
      for (const place of ['brief', 'memory', 'question', 'past', 'past tool', 'held', 'tool'] as const) {
        updateProduction(desk.db, desk.productionId, { brief: place === 'brief' ? text : '' })
        const parts = { ...desk.parts, recall: async () => (place === 'memory' ? [remembered(text)] : []) }
        const said = place === 'past' ? text : 'Who?'
        const sent = await sentOf({ ...desk, parts }, place === 'question' ? text : 'Who?', {
          conversation: beginConversation(desk.db, { productionId: desk.productionId, incognito: false }, now()),
          history: [spoken(1, 'user', said), lookedUp(2, place === 'past tool' ? told : {}, said)],
          working: place === 'held' ? [text] : [],
          answered: place === 'tool' ? lookedUp(4, told, '').wire.slice(0, 2) : [],
        })
        const keys = ` ${keyOf(sent.replaceAll('\\n', ' '))} `
        expect([place, ...words.filter(key => keys.includes(` ${key} `))]).toEqual([place])
      }
    }), { numRuns: 12 })
  })
})
