import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyOf } from '../../../src-main/chat/namedWords.ts'
import { createConcealer, type HiddenWords, type Pseudonym } from '../../../src-main/chat/pseudonyms.ts'
import { createRevealer } from '../../../src-main/chat/reveal.ts'

const asha: Pseudonym = { name: 'Asha Rane', sent: 'Person T1', ref: 't1' }
const ravi: Pseudonym = { name: 'Ravi Kumar', sent: 'Person T2', ref: 't2' }
const otherRavi: Pseudonym = { name: 'Ravi Kumar', sent: 'Person T3', ref: 't3' }
const film: Pseudonym = { name: 'Masaan', sent: 'Production P1', ref: 'p1' }

const name = (text: string, as: Pseudonym | null, rank = 2): HiddenWords => ({ key: keyOf(text), as, rank })
const all = createConcealer({
  words: [
    name('Asha Rane', asha), name('आशा राणे', asha), name('Rane', asha, 3), name("D'Souza", asha), name('Ravi Kumar', ravi), name('Ravi Kumar', otherRavi), name('Ravi', ravi, 3),
    name('Masaan', film, 0), name('RANE SAHIB', null, 1), { ...name('Queen', { name: 'Queen', sent: 'Production P2', ref: 'p2' }, 0), capital: true },
  ],
  texts: [{ text: 'asha.rane@mail.in', as: { name: 'asha.rane@mail.in', sent: 'Mail T1', ref: 't1' } }, { phone: '9820012345', as: { name: '98200 12345', sent: 'Phone T1', ref: 't1' } }],
})

describe('a name in a text', () => {
  it.each([
    ['Is Asha Rane free on Friday?', 'Is Person T1 free on Friday?'],
    ['ASHA  RANE and asha rane', 'Person T1 and Person T1'],
    ['Asha\nRane’s look test', 'Person T1’s look test'],
    ["Asha Rane's dates", "Person T1's dates"],
    ['"Asha Rane"', '"Person T1"'],
    ['‘Asha Rane’', '‘Person T1’'],
    ['क्या आशा राणे शुक्रवार को खाली हैं?', 'क्या Person T1 शुक्रवार को खाली हैं?'],
    ['Mrs D’Souza called', 'Mrs Person T1 called'],
    ['As\u200bha Ra\u00adne', 'Person T1'],
    ['Rane, Asha Rane', 'Person T1, Person T1'],
    ['masaan_draft2.pdf', 'Production P1_draft2.pdf'],
    ['mail ASHA.RANE@mail.in or 98200 12345', 'mail Mail T1 or Phone T1'],
  ])('%j is sent as %j', (text, sent) => {
    expect(all.text(text)).toBe(sent)
  })

  it('stays where a longer role name holds it', () => {
    expect(all.text('Who plays RANE SAHIB opposite Asha Rane?')).toBe('Who plays RANE SAHIB opposite Person T1?')
  })

  it('is not found within another word', () => {
    expect(all.text('Crane, Ranes and Ashaa Rane-wala')).toBe('Crane, Ranes and Ashaa Person T1-wala')
  })

  it('means the one of two people that it is linked to', () => {
    expect(all.text('[Ravi Kumar](#t3) and [Ravi Kumar](#t2), Ravi Kumar')).toBe('[Person T3](#t3) and [Person T2](#t2), Person T2')
  })

  it('means the record that an object is about', () => {
    expect(all.value([{ ref: 't3', name: 'Ravi Kumar', notes: { quoted: 'Ravi Kumar was on time' } }, { 'Ravi Kumar': 0.8 }])).toEqual([
      { ref: 't3', name: 'Person T3', notes: { quoted: 'Person T3 was on time' } }, { 'Person T2': 0.8 },
    ])
  })

  it('of one ordinary word is a title only where it is written as one', () => {
    expect(all.text('She plays a queen in Queen')).toBe('She plays a queen in Production P2')
  })
})

const back = createRevealer([asha, ravi, film])

describe('an answer', () => {
  it.each([
    ['[Person T1](#t1) is free.', '[Asha Rane](#t1) is free.'],
    ['**PERSON T1**, person t2', '**Asha Rane**, Ravi Kumar'],
    ['Person\u00a0T1ने हाँ कहा', 'Asha Raneने हाँ कहा'],
    ['Person T11 and Person T9 and Persons T1', 'Person T11 and Person T9 and Persons T1'],
    ['a chairperson T1', 'a chairperson T1'],
    ['T1 of Production P1', 'T1 of Masaan'],
  ])('%j reads %j', (sent, shown) => {
    expect(back.text(sent)).toBe(shown)
  })

  it('has its names in the input of a tool', () => {
    expect(back.value({ text: 'Person T1', refs: ['t1'], deep: [{ 'Person T2': 'Production P1' }] })).toEqual({ text: 'Asha Rane', refs: ['t1'], deep: [{ 'Ravi Kumar': 'Masaan' }] })
  })

  it('does not hold back what cannot be a name', () => {
    const stream = back.stream()
    expect(stream.feed('She is fr')).toBe('She is ')
    expect(stream.feed('ee. ')).toBe('free. ')
    expect(stream.feed('Person ')).toBe('')
    expect(stream.feed('T')).toBe('')
    expect(stream.feed('1 too')).toBe('Asha Rane ')
    expect(stream.flush()).toBe('too')
  })
})

const piecesOf = (text: string, cuts: readonly number[]): readonly string[] => {
  const places = [0, ...[...new Set(cuts.map(cut => cut % (text.length + 1)))].sort((a, b) => a - b), text.length]
  return places.slice(1).map((to, at) => text.slice(places[at], to))
}
const spoken = fc.array(fc.constantFrom('Person T1', 'Person', 'T1', ' ', '\n', '\u00a0', 'person t2', 'Production P1', 'Productions P1', 'x', 'é', 'हाँ', '😀', '.', '(#t1)', '7', 'Phone T1', 'a'.repeat(30)), { maxLength: 30 }).map(words => words.join(''))

describe('whatever is said', () => {
  it('reads the same however the answer was cut into pieces', () => {
    fc.assert(fc.property(spoken, fc.array(fc.nat(), { maxLength: 20 }), (text, cuts) => {
      const stream = back.stream()
      expect(piecesOf(text, cuts).map(piece => stream.feed(piece)).join('') + stream.flush()).toBe(back.text(text))
    }), { numRuns: 1_000 })
  })

  const first = fc.constantFrom('Bhumika', 'Nawaz', 'Zoë', 'Kalki', 'आयेशा', 'Tillotama', "O'Brien", 'Anne-Marie', 'K.')
  const last = fc.constantFrom('Pednekar', 'Siddiqui', 'Kœchlin', 'Shome', 'राठौड़', 'Deshpande', 'Bose')
  const people = fc.uniqueArray(fc.tuple(first, last).map(([a, b]) => `${a} ${b}`), { minLength: 1, maxLength: 6 })
  const filler = fc.array(fc.constantFrom('is free on', 'and', 'Friday', 'की तारीख', '12.5', '(look test)', '—', 'role of', '"', '\\', '{}', '\n', 'won’t'), { maxLength: 6 }).map(words => words.join(' '))

  it('has no hidden name in it when it is sent, and every name when it is back', () => {
    fc.assert(fc.property(people, fc.array(fc.tuple(filler, fc.nat()), { minLength: 1, maxLength: 8 }), (names, said) => {
      const pseudonyms = names.map((one, at): Pseudonym => ({ name: one, sent: `Person T${at + 1}`, ref: `t${at + 1}` }))
      const concealer = createConcealer({ words: pseudonyms.map(as => name(as.name, as)), texts: [] })
      const text = said.map(([words, at]) => `${words} ${names[at % names.length] ?? ''}`).join(', ')
      const sent = concealer.text(text)
      const keys = ` ${keyOf(sent)} `
      expect(names.filter(one => keys.includes(` ${keyOf(one)} `))).toEqual([])
      expect(createRevealer(pseudonyms).text(sent)).toBe(text)
    }), { numRuns: 500 })
  })
})
