import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownParts } from '../../src-renderer/chat/markdownParts.ts'

describe('Markdown that is still being written', () => {
  it('is cut at blank lines', () => {
    expect(markdownParts('One.\n\nTwo\nlines.\n\n\nThree.')).toEqual(['One.\n\n', 'Two\nlines.\n\n\n', 'Three.'])
    expect(markdownParts('')).toEqual([])
  })

  it('keeps code between fences whole, also while it is not closed', () => {
    expect(markdownParts('```\na\n\nb\n```\n\nAfter.')).toEqual(['```\na\n\nb\n```\n\n', 'After.'])
    expect(markdownParts('Before.\n\n~~~~\na\n\n```\n\nb')).toEqual(['Before.\n\n', '~~~~\na\n\n```\n\nb'])
  })

  it('keeps a list with blank lines in it whole, so that it is numbered on', () => {
    expect(markdownParts('1. One\n\n   more of one\n\n2. Two\n\nAfter.')).toEqual(['1. One\n\n   more of one\n\n2. Two\n\n', 'After.'])
  })

  it('loses nothing, and changes no finished part as the text grows', () => {
    const line = fc.constantFrom('', 'word', '- item', '1. item', '  inside', '```', '~~~', '| a | b |', 'राम', '# Head')
    fc.assert(fc.property(fc.array(line, { maxLength: 30 }), lines => {
      const text = lines.join('\n')
      const parts = markdownParts(text)
      expect(parts.join('')).toBe(text)
      for (let end = 0; end < lines.length; end += 1) {
        const sooner = markdownParts(`${lines.slice(0, end).join('\n')}\n`)
        expect(parts.slice(0, Math.max(0, sooner.length - 1))).toEqual(sooner.slice(0, -1))
      }
    }))
  })
})
