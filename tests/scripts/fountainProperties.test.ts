import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFountain } from '../../src-main/scripts/fountain.ts'
import { assemble } from '../../src-main/scripts/assemble.ts'
import { processorTime } from '../support/processorTime.ts'

const read = (text: string) => readFountain(new TextEncoder().encode(text))

const piece = fc.constantFrom('INT. ', 'EXT/INT ', '.', '!', '@', '>', '~', '#', '= ', '===', '(', ')', ' ^', '[[', ']]', '*', '_', '**', '\\', ':', ' TO:', '  ', '\t', 'MEERA', 'मीरा', 'Kya?', '#1#', '12 ')
const line = fc.oneof({ weight: 3, arbitrary: fc.array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 6 }).map(parts => parts.join('')) }, { weight: 2, arbitrary: fc.constant('') })
const script = fc.array(line, { maxLength: 60 }).map(lines => lines.join('\n'))

describe('any text whatever', () => {
  it('is read as Fountain without an error, on pages that only go forward', () => {
    fc.assert(
      fc.property(fc.oneof(script, fc.string({ maxLength: 400, unit: 'binary' })), text => {
        const draft = read(text)
        const places = draft.elements.map(element => element.at)
        expect(places).toEqual(places.toSorted((a, b) => a - b))
        expect(places.every(place => place >= 1 && place < draft.pages + 1)).toBe(true)
        const read1 = assemble(draft)
        expect(read1.elements.map(element => element.index)).toEqual(read1.elements.map((_, index) => index))
        expect(read1.scenes.every(scene => read1.elements[scene.element]?.kind === 'heading' && scene.eighths >= 1)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('is read whatever its bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
        expect(readFountain(bytes).pages).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })

  it('loses no word but those of the boneyard', () => {
    const words = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant('word') }, { weight: 1, arbitrary: fc.constantFrom('WORD', '*word*', '_word_', '[[word]]', '(word)', '!word', '@word', '~word', '> word', '>word<', '.word', '# word', '= word', 'INT. WORD', 'WORD TO:') }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.constant([])), { maxLength: 30 }), lines => {
        let count = 0
        const text = lines.map(parts => parts.map(part => part.replace(/word/iu, found => `${found}${count++}x`)).join(' ')).join('\n')
        const draft = read(`INT. START\n\n${text}`)
        const kept = new Set(draft.elements.flatMap(element => element.text.toLowerCase().match(/word\d+x/gu) ?? []))
        expect(kept.size).toBe(count)
      }),
      { numRuns: 400 },
    )
  })
})

describe('a long text', () => {
  const timeOf = (text: string, rounds?: number): Promise<number> => processorTime(() => read(text), rounds)

  it('is read in time that grows with its length and no faster', async () => {
    const tooSlow: string[] = []
    for (const part of [' ', '*', '_', '[[', '/*', '(', '#', 'A', '\\', 'A\n\n', '[[a]]', '\n\n[[']) {
      const small = `INT. A\n\n${part.repeat(10_000 / part.length)}x`
      const large = `INT. A\n\n${part.repeat(80_000 / part.length)}x`
      // A square law would take 64 times as long; 8 times the text is allowed 32 times, and noise of a busy machine 100 ms.
      if ((await timeOf(large)) > 32 * (await timeOf(small)) + 100) tooSlow.push(part)
    }
    expect(tooSlow).toEqual([])
  })

  it('of 400 spaces in a line is no trap', async () => {
    expect(await timeOf(`INT. HOUSE\n\nHe${' '.repeat(400)}waits.\n\nMEERA${' '.repeat(400)}\nHm${' '.repeat(400)}.`)).toBeLessThan(1000)
  })

  it('of one megabyte is read within a second', async () => {
    const scene = 'INT. KITCHEN - DAY\n\nMEERA stirs *the* pot.\n\nMEERA (O.S.)\n(softly)\nKya hua?\n\nCUT TO:\n\n'
    const text = scene.repeat(Math.ceil(1_000_000 / scene.length))
    expect(await timeOf(text)).toBeLessThan(1000)
  })
})
