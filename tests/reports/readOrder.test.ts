import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readOrder } from '../../src-main/reports/readOrder.ts'
import { sceneNumber } from '../../src-preload/contract/said.ts'
import { bookOf, daysOf } from './orders.ts'

const book = bookOf(['1', '2', '3', '4', '5', '5A', '6', '7', '8', '9', '10', '11', '12'])
const read = (text: string) => daysOf(readOrder(text, book), book)
const findings = (text: string) => readOrder(text, book).findings.map(({ line, kind, message }) => `${line} ${kind}: ${message}`)

describe('a shooting order', () => {
  it('is read as it is typed: days with dates, ranges, days off and travel', () => {
    expect(read('Day 1 (12 Jan 2027): 1, 4, 5A-7, 12\n13/01: 3 & 9\nDay 3 - OFF\nTravel\nDay 4, Sat 16 Jan: sc. 8')).toEqual([
      'Day 1 2027-01-12: 1 4 5A 6 7 12', 'Day 2 2027-01-13: 3 9', 'Day 3: off', 'Travel: travel', 'Day 4 2027-01-16: 8',
    ])
  })

  it.each([
    ['Day 1: 1 2 3', 'Day 1: 1 2 3'], ['SHOOT DAY #2 - 4; 5a', 'Day 2: 4 5A'], ['D3 Scenes 6 to 8', 'Day 3: 6 7 8'], ['day 4\t#9, #10', 'Day 4: 9 10'], ['2027-01-12 | 1, 2', 'Day 1 2027-01-12: 1 2'],
    ['Tuesday, 12th January 2027 - 1', 'Day 1 2027-01-12: 1'], ['Jan 12, 2027: 1', 'Day 1 2027-01-12: 1'], ['12.01.27: 1/2', 'Day 1 2027-01-12: 1 2'], ['Day 1 (Ramghat, rain): 05, 5A pt', 'Day 1: 5 5A'],
    ['दिन १: १, २ और ३', 'Day 1: 1 2 3'], ['Day 1 – 12 Jan – 1–3', 'Day 1 2027-01-12: 1 2 3'], ['• Day 1 = Scene 12 (part)', 'Day 1: 12'], ['Day 1: 12/11', 'Day 1: 12 11'],
  ])('reads %s', (line, expected) => {
    expect(read(line)[0]).toBe(expected)
  })

  it('takes the year that is left out from the day before, and from the shoot for the first', () => {
    expect(read('30 Dec: 1\n2 Jan: 2')).toEqual(['Day 1 2026-12-30: 1', 'Day 2 2027-01-02: 2'])
  })

  it('goes on with the day above where a line says no day, and takes each line for a day where none does', () => {
    expect(read('Day 1: 1,\n  2, 3\n\nDay 2: 4')).toEqual(['Day 1: 1 2 3', 'Day 2: 4'])
    expect(read('1, 2\n// a thought\n3')).toEqual(['Day 1: 1 2', 'Day 2: 3'])
  })

  it('takes the same day number twice for one day, and says where its dates differ', () => {
    expect(read('Day 1: 1\nDay 2: 2\nDay 1: 3')).toEqual(['Day 1: 1 3', 'Day 2: 2'])
    expect(findings('Day 1 (12 Jan 2027): 1\nDay 1 (14 Jan 2027): 3')).toEqual(['2 mend: Day 1 has two dates, 12 Jan 2027 and 14 Jan 2027. The first is taken.'])
  })

  it('says by line what it cannot find, and what it took with a doubt', () => {
    expect(findings('Day 1: 1, 214\nDay 2: heavy rain, 2-1\nDay 3: 1, 1\nDay 4: travel Nobody')).toEqual([
      '1 mend: Day 1: there is no scene 214.', '2 mend: Day 2: "heavy rain" is no scene.', '2 note: Day 2: 2-1 runs backwards. It was read the other way round.',
      '3 note: Day 3: scene 1 stands there twice. It is counted once.', '3 note: Scene 1 is on 3 days: Day 1, Day 2 and Day 3.', '4 mend: Day 4: there is no role "Nobody" to travel.',
    ])
    expect(findings('Day 2 (14 Jan 2027): 1\nDay 1 (12 Jan 2027): 2')).toEqual(['2 note: 12 Jan 2027 is before the day above it.'])
    expect(findings('Day 1 - OFF 5, 6')).toEqual(['1 mend: Day 1 is off; "5, 6" was read as a note.'])
  })

  it('lists the scenes that are on no day, but none that the script omits', () => {
    const omitted = { ...book, scenes: book.scenes.map(scene => (scene.index === 2 ? { ...scene, heading: 'OMITTED' } : scene)) }
    expect(readOrder('Day 1: 4-12', omitted).unscheduled).toEqual([0, 1])
  })

  it('knows who travels by name', () => {
    const [day] = readOrder('Day 1: 1, 2; travel Meera and Gopal', book).days
    expect(day).toMatchObject({ kind: 'shoot', scenes: [0, 1], travellers: ['meera', 'gopal'] })
    expect(readOrder('Travel: Gopal Rao', book).days[0]).toMatchObject({ kind: 'travel', travellers: ['gopal'] })
  })

  it('goes by place where no number is printed, and finds numbers that hold a dash whole', () => {
    const plain = bookOf([null, null, null])
    expect(daysOf(readOrder('Day 1: 1, 3', plain), plain)).toEqual(['Day 1: 1 3'])
    const dashed = bookOf(['4-1', '4-2', '4-3', '12', '12'])
    expect(daysOf(readOrder('Day 1: 4-2\nDay 2: 4-1 - 4-3', dashed), dashed)).toEqual(['Day 1: 4-2', 'Day 2: 4-1 4-2 4-3'])
    expect(readOrder('Day 1: 12', dashed)).toMatchObject({ days: [{ scenes: [3, 4] }], findings: [{ message: 'Day 1: 12 is printed on more than one scene. All of them are taken.' }] })
  })

  it('never throws, whatever is typed', () => {
    const words = fc.constantFrom('Day', '1', '5A-7', '(', ')', '12/01', ':', '-', 'OFF', 'travel', 'Jan', '2027', ',', '\n', 'sc.', '٣', 'मीरा', '//', '99999999999999')
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.array(words, { maxLength: 40 }).map(parts => parts.join(' '))), text => {
      const { days, findings: said, unscheduled } = readOrder(text, book)
      const placed = new Set(days.flatMap(({ scenes }) => scenes))
      expect([...placed, ...unscheduled].sort((a, b) => a - b)).toEqual(book.scenes.map(({ index }) => index))
      expect(said.every(({ line }) => line >= 1 && line <= text.split(/\r\n|\r|\n/).length)).toBe(true)
    }), { numRuns: 500 })
  })

  it('loses no scene of a list: each word is on its day or said', () => {
    const lists = fc.array(fc.oneof(fc.constantFrom(...book.scenes.map(sceneNumber)), fc.integer({ min: 100, max: 999 }).map(String)), { minLength: 1, maxLength: 12 })
    fc.assert(fc.property(fc.array(lists, { minLength: 1, maxLength: 8 }), fc.constantFrom(', ', ',', ' ', '; ', ' & '), (all, joint) => {
      const order = readOrder(all.map((list, at) => `Day ${at + 1}: ${list.join(joint)}`).join('\n'), book)
      for (const [at, list] of all.entries()) {
        const numbers = (order.days[at]?.scenes ?? []).map(index => sceneNumber(book.scenes[index] ?? { number: null, index }))
        const said = order.findings.filter(({ line }) => line === at + 1).map(({ message }) => message).join('\n')
        for (const word of list) expect(numbers.includes(word) || said.includes(`no scene ${word}.`)).toBe(true)
      }
    }), { numRuns: 200 })
  })
})
