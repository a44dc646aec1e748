import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settled, tokensOf, trimHistory, type PastMessage } from '../../../src-main/chat/history.ts'
import type { TurnMessage } from '../../../src-main/claude/chatTurn.ts'
import { lookedUp, spoken, wholeOf } from './desk.ts'

/** A past of so many exchanges, each with a tool that told so many letters. */
const pastOf = (exchanges: number, letters: number): readonly PastMessage[] =>
  Array.from({ length: exchanges }, (_, at) => [spoken(at * 2 + 1, 'user', `Question ${at + 1}?`), lookedUp(at * 2 + 2, 'x'.repeat(letters), `Answer ${at + 1}.`, `${at + 1} people`)]).flat()

/** What the Messages API would refuse in the order of messages, in words. */
function complaints(messages: readonly TurnMessage[]): readonly string[] {
  return messages.flatMap(({ role, blocks }, at) => {
    const calls = blocks.flatMap(block => (block.kind === 'toolCall' ? [block.callId] : []))
    const results = (messages[at + 1]?.blocks ?? []).flatMap(block => (block.kind === 'toolResult' ? [block.callId] : []))
    const own = blocks.flatMap(block => (block.kind === 'toolResult' ? [block.callId] : []))
    const before = (messages[at - 1]?.blocks ?? []).flatMap(block => (block.kind === 'toolCall' ? [block.callId] : []))
    const lastResult = blocks.findLastIndex(({ kind }) => kind === 'toolResult')
    return [
      ...(at === 0 && role !== 'user' ? ['the user does not speak first'] : []),
      ...(messages[at - 1]?.role === role ? ['two of one speaker'] : []),
      ...(blocks.length === 0 ? ['empty'] : []),
      ...(calls.join(' ') === results.join(' ') ? [] : ['a call without its result']),
      ...(own.join(' ') === before.join(' ') ? [] : ['a result without its call']),
      ...(blocks.slice(0, lastResult + 1).some(({ kind }) => kind !== 'toolResult') ? ['a result behind words'] : []),
      ...(blocks.some(({ kind }) => kind === 'thinking') ? ['a thought of an earlier answer'] : []),
    ]
  })
}

const withTools = { withTools: true }

describe('what was said before', () => {
  it('is told whole where it fits, without the thoughts', () => {
    const { messages, leaned, plain, left } = trimHistory(pastOf(3, 100), 10_000, withTools)
    expect({ leaned, plain, left }).toEqual({ leaned: 0, plain: 0, left: 0 })
    expect(messages).toHaveLength(12)
    expect(complaints(messages)).toEqual([])
  })

  it('gives way from its old end: first what tools found, then all but the words, then everything', () => {
    const past = pastOf(200, 600)
    const { messages, leaned, plain, left } = trimHistory(past, 6_000, withTools)
    const text = wholeOf(messages)
    expect([leaned > 0, plain > 0, left > 0]).toEqual([true, true, true])
    expect(text).toContain('Answer 200.')
    expect(text).not.toContain('Answer 1.')
    expect(text.indexOf('(left out by now) Searched the talent book:')).toBeLessThan(text.indexOf('xxx'))
    expect(text.indexOf('"toolCall"')).toBeGreaterThan(text.indexOf('Answer'))
    expect(tokensOf(messages)).toBeLessThanOrEqual(6_000)
    expect(complaints(messages)).toEqual([])
  })

  it('stays the same bytes at its beginning for several questions, so that Claude keeps it', () => {
    const past = pastOf(200, 600)
    const firsts = Array.from({ length: 20 }, (_, more) => wholeOf(trimHistory(past.slice(0, 300 + more * 2), 6_000, withTools).messages[0]))
    expect(new Set(firsts).size).toBeLessThanOrEqual(4)
  })

  it('calls no tools where there are none to call', () => {
    const { messages } = trimHistory(pastOf(3, 100), 10_000, { withTools: false })
    expect(wholeOf(messages)).not.toContain('toolCall')
    expect(complaints(messages)).toEqual([])
  })

  it('does not tell what CastMatch answered from records that are not open to Claude', () => {
    const { messages } = trimHistory([spoken(1, 'user', 'Who is free?'), spoken(2, 'assistant', 'Asha Rane is.', { by: 'records' })], 10_000, withTools)
    expect(wholeOf(messages)).not.toContain('Asha')
    expect(wholeOf(messages)).toContain('from its own records')
  })

  it('leaves out what points at a closed record, and keeps the rest legal', () => {
    const { messages } = trimHistory([spoken(1, 'user', 'Roles?'), lookedUp(2, { ref: 'r7', name: 'RAMDIN' }, 'The lead is [RAMDIN](#r7).')], 10_000, { withTools: true, closed: text => text.includes('r7') })
    expect(wholeOf(messages)).not.toContain('RAMDIN')
    expect(complaints(messages)).toEqual([])
  })

  it('lets two questions that nobody answered stand as one', () => {
    const { messages } = trimHistory([spoken(1, 'user', 'One?'), spoken(2, 'assistant', '', { state: 'failed', wire: [] }), spoken(3, 'user', 'Two?')], 10_000, withTools)
    expect(messages).toEqual([{ role: 'user', blocks: [{ kind: 'text', text: 'One?' }, { kind: 'text', text: 'Two?' }] }])
  })

  it('is legal whatever was stopped, failed or never decided', () => {
    const call = fc.constantFrom('a', 'b', 'c').map(callId => ({ kind: 'toolCall', callId, name: 'search_talent', input: {} }) as const)
    const result = fc.constantFrom('a', 'b', 'c').map(callId => ({ kind: 'toolResult', callId, text: 'found', isError: false }) as const)
    const words = fc.constantFrom('', ' ', 'words').map(text => ({ kind: 'text', text }) as const)
    const thought = fc.constant({ kind: 'thinking', text: 'hm', signature: 's' } as const)
    const ofAssistant = fc.uniqueArray(fc.oneof(call, words, thought), { maxLength: 4, selector: block => (block.kind === 'toolCall' ? block.callId : block) }).map((blocks): TurnMessage => ({ role: 'assistant', blocks }))
    const ofUser = fc.uniqueArray(fc.oneof(result, words), { maxLength: 4, selector: block => (block.kind === 'toolResult' ? block.callId : block) }).map((blocks): TurnMessage => ({ role: 'user', blocks }))
    const wire = fc.array(fc.tuple(ofAssistant, ofUser), { maxLength: 3 }).chain(pairs => fc.boolean().map(cut => pairs.flat().slice(0, cut ? -1 : undefined)))
    const past = fc.array(fc.tuple(fc.constantFrom('', 'Who?'), wire), { minLength: 1, maxLength: 20 })
      .map(all => all.flatMap(([text, said], at) => [spoken(at * 2, 'user', text), spoken(at * 2 + 1, 'assistant', said.length > 0 ? 'words' : '', { wire: said })]))
    fc.assert(fc.property(past, fc.integer({ min: 0, max: 600 }), (messages, room) => {
      const trimmed = trimHistory(messages, room, withTools)
      expect(complaints([...trimmed.messages])).toEqual([])
      expect(tokensOf(trimmed.messages)).toBeLessThanOrEqual(Math.max(room, 0) + 4)
    }), { numRuns: 500 })
  })

  it('answers a call that she has not decided about', () => {
    expect(settled([{ role: 'assistant', blocks: [{ kind: 'toolCall', callId: 'a', name: 'put_on_list', input: {} }] }])[1]).toMatchObject({
      role: 'user', blocks: [{ kind: 'toolResult', callId: 'a', text: expect.stringContaining('not decided') }],
    })
  })
})
