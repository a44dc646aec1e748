import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import Markdown from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { describe, expect, it } from 'vitest'
import { cutBlock } from '../../src-renderer/chat/cutBlock.ts'
import { MarkdownText } from '../../src-renderer/chat/MarkdownText.tsx'

/** What is read of a text, without boxes to tick: those are drawn in another way. */
const wordsIn = (markup: string): string => markup.replaceAll(/<[^>]*>|[☑☐]/gu, ' ').replaceAll(/\s+/gu, ' ').trim()
const count = (markup: string, tag: string): number => markup.split(`<${tag}`).length - 1
const inPieces = (text: string): string => renderToStaticMarkup(createElement(MarkdownText, { text, cards: [] }))
const atOnce = (text: string): string => renderToStaticMarkup(createElement(Markdown, { remarkPlugins: [remarkGfm] }, text))

const words = 'She waits on the **bench**, folds `the shawl` and says *nothing*. And goes. '
const block = fc.constantFrom(
  words, words.repeat(4), words.repeat(20), '- a point\n- another\n  of two lines', '1. first\n\n   goes on\n2. second', '```\n- no point\n\n  1. none either\n```', '| Who | Plays |\n|---|---|\n| Phoolmati | 42 |',
  'राम बोला। फिर चला। ', '### The scene', '> she said\n> so', '- [x] done\n- [ ] to do', '---', '~~~\nINT. PLATFORM\n~~~',
)
const blocks = fc.array(block, { minLength: 1, maxLength: 8 }).map(all => all.join('\n\n'))
const marked = (text: string, first: string, then: string): string => text.split('\n').map((line, at) => (at === 0 ? first : then) + line).join('\n')
const quote = blocks.map(text => marked(text, '> ', '> '))
const listOf = fc.array(fc.oneof(blocks, block, quote), { minLength: 1, maxLength: 6 }).chain(points =>
  fc.constantFrom('- ', '1. ', '12) ').map(mark => points.map(point => marked(point, mark, ' '.repeat(mark.length))).join('\n')))

describe('an answer that is read in pieces', () => {
  it('shows the words of a long quotation or list as if it were read at once', () => {
    fc.assert(fc.property(fc.oneof(quote, listOf, listOf.map(list => marked(list, '> ', '> '))), text => {
      expect(wordsIn(inPieces(text))).toBe(wordsIn(atOnce(text)))
    }), { numRuns: 100 })
  })

  it('keeps one frame round a long quotation, and one number for each point', () => {
    const scene = marked(`The scene:\n\n\`\`\`\n${'INT. PLATFORM - NIGHT\n'.repeat(200)}\`\`\``, '7. ', '   ')
    const text = `> ${words.repeat(60)}\n>\n> ${words.repeat(60)}`
    expect(cutBlock(text)?.kind).toBe('quote')
    expect([count(inPieces(text), 'blockquote'), count(atOnce(text), 'blockquote')]).toEqual([1, 1])
    expect(inPieces(scene)).toContain('<ol start="7"><li>')
    expect([count(inPieces(scene), 'li'), count(inPieces(scene), 'pre')]).toEqual([1, 1])
  })
})
