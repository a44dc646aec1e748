import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutBlock, longBlock } from '../../src-renderer/chat/cutBlock.ts'

const table = (rows: number) => `| Who | Plays |\n|---|---|\n${Array.from({ length: rows }, (_, row) => `| Phoolmati ${row} | 42 to 56 |\n`).join('')}`
const list = (items: number) => Array.from({ length: items }, (_, index) => `${index + 1}. She folds the shawl\n   and waits\n`).join('')
const sentences = (count: number) => 'She waits on the **bench** and says nothing. '.repeat(count)
const code = (lines: number) => `\`\`\`\n${'INT. PLATFORM - NIGHT\n'.repeat(lines)}`

describe('a long block of an answer', () => {
  it('stays whole while it is short', () => {
    for (const short of [table(3), list(3), sentences(3), code(3)]) expect(cutBlock(short)).toBeNull()
  })

  it('is cut into tables that have the same head and together all rows', () => {
    const cut = cutBlock(table(100))
    expect(cut?.kind).toBe('table')
    for (const piece of cut?.pieces ?? []) expect(piece.startsWith('| Who | Plays |\n|---|---|\n')).toBe(true)
    expect(cut?.pieces.flatMap(piece => piece.trimEnd().split('\n').slice(2))).toEqual(table(100).trimEnd().split('\n').slice(2))
  })

  it('is cut between the points of a list, never inside one', () => {
    const cut = cutBlock(list(100))
    expect(cut?.kind).toBe('list')
    expect(cut?.pieces.length).toBeGreaterThan(1)
    expect(cut?.pieces.join('')).toBe(list(100))
    for (const piece of cut?.pieces ?? []) expect(piece).toMatch(/^\d+\. /)
  })

  it('is cut between sentences, where no emphasis, code or link is open', () => {
    const cut = cutBlock(sentences(100))
    expect(cut?.kind).toBe('words')
    expect(cut?.pieces.length).toBeGreaterThan(1)
    expect(cut?.pieces.join('')).toBe(sentences(100))
    expect(cutBlock(`*${sentences(100)}`)?.pieces).toHaveLength(1)
    expect(cutBlock(`[${'She waits. And waits. '.repeat(200)}](#t1)`)?.pieces).toHaveLength(1)
  })

  it('shows the lines of code as they are, closed or not', () => {
    const lines = 'INT. PLATFORM - NIGHT\n'.repeat(200)
    expect(cutBlock(code(200))?.pieces.join('')).toBe(lines)
    expect(cutBlock(`${code(200)}\`\`\`\n\n`)?.pieces.join('')).toBe(lines)
    expect(cutBlock(`${code(200)}\`\`\`\nand more`)?.kind).not.toBe('code')
  })

  it('is left whole where its kind is not plain', () => {
    expect(cutBlock(`- one\n\`\`\`\n${'- no point\n'.repeat(200)}\`\`\`\n`)).toBeNull()
    expect(cutBlock(`> ${sentences(100)}\nand goes on without its mark`)).toBeNull()
    expect(cutBlock(`> See [the note][1]. ${sentences(100)}\n> \n> [1]: https://example.org`)).toBeNull()
    expect(cutBlock(`${sentences(60)}\n# Head\n${sentences(60)}`)).toBeNull()
  })

  it('is cut inside a long quotation, paragraph by paragraph', () => {
    const cut = cutBlock(`> ${sentences(40)}\n>\n> ${sentences(40)}\n> > ${sentences(3)}\n`)
    expect(cut).toMatchObject({ kind: 'quote' })
    expect(cut?.pieces).toHaveLength(2)
    expect(cut?.pieces[0]).toBe(`${sentences(40)}\n\n`)
  })

  it('is cut between the points of a list that holds code, and inside a point that is long itself', () => {
    const scene = `   \`\`\`\n${'   1. INT. PLATFORM - NIGHT\n'.repeat(100)}   \`\`\`\n`
    const cut = cutBlock(`1. First\n2. The scene:\n\n${scene}3. Last\n`)
    expect(cut).toMatchObject({ kind: 'list' })
    expect(cut?.pieces).toEqual(['1. First\n', `2. The scene:\n\n${scene}`, '3. Last\n'])
    expect(cutBlock(cut?.pieces[1] ?? '')).toEqual({ kind: 'item', number: 2, pieces: ['The scene:\n\n', scene.replaceAll(/^ {3}/gmu, '')] })
  })

  it('changes no finished piece as it grows by a line', () => {
    const line = fc.constantFrom('| a | b |', '- a point that is long enough to count for something', '1. one', 'Words. More words. ', '  inside', 'राम बोला। फिर चला। ', '*open', '```', '> said. And said. ', '  ```', 'x '.repeat(200))
    const head = fc.constantFrom('', '| a | b |\n|---|---|\n', '```\n', '> ')
    fc.assert(fc.property(head, fc.array(line, { minLength: 20, maxLength: 60 }), (first, lines) => {
      const whole = `${first}${lines.join('\n')}`
      const sooner = cutBlock(`${first}${lines.slice(0, -1).join('\n')}\n`)
      const later = cutBlock(whole)
      if (sooner === null || later === null || sooner.kind !== later.kind || whole.length < longBlock) return
      expect(later.pieces.slice(0, Math.max(0, sooner.pieces.length - 1))).toEqual(sooner.pieces.slice(0, -1))
    }))
  })
})
