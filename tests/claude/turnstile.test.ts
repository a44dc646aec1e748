import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TurnRequest } from '../../src-main/claude/chatTurn.ts'
import { usualPatience } from '../../src-main/claude/patience.ts'
import { createTurnstile } from '../../src-main/claude/turnstile.ts'
import { answering, failing, saying, type Reply } from '../support/claudeStandIn.ts'
import { breakdown, question, testClaude, type TestClaude } from './office.ts'

const turn: TurnRequest = {
  kind: 'standard', system: [], tools: [], messages: [{ role: 'user', blocks: [{ kind: 'text', text: 'Who could play RAMDIN?' }] }], maxTokens: 1_000, subject: 'this conversation', productionId: null,
}
const role = (name: string) => ({ ...question, content: [{ text: `The role: ${name}` }] })
const analyse = ({ claude }: TestClaude, name: string, signal?: AbortSignal) => claude.ask(role(name), signal).then(() => 'read', (error: unknown) => (error as { readonly code: string }).code)
const chat = ({ claude }: TestClaude) => claude.converse(turn, () => undefined, new AbortController().signal).then(({ stopReason }) => stopReason)

/** Replies that wait until they are let go, each by its place from 1. */
function gates() {
  const open: PromiseWithResolvers<void>[] = []
  const gate = (count: number): PromiseWithResolvers<void> => (open[count - 1] ??= Promise.withResolvers<void>())
  const behind = (reply: Reply): readonly Reply[] => Array.from({ length: 12 }, (_, at) => async (response, request) => {
    await gate(at + 1).promise
    return reply(response, request)
  })
  return { behind, letGo: (count: number) => gate(count).resolve() }
}

const askedOf = ({ standIn }: TestClaude): readonly string[] => standIn.requests.map(({ body }) => /The role: (\w+)|Who could play/.exec(JSON.stringify(body))?.[1] ?? 'chat')

describe('what is sent to Claude at a time', () => {
  it('is so many analyses at most; the others queue, are told in its state, and follow in their order', async () => {
    const office = await testClaude()
    const { behind, letGo } = gates()
    office.standIn.replies(...behind(answering(breakdown)))
    const all = ['A', 'B', 'C', 'D', 'E'].map(name => analyse(office, name))
    await office.standIn.arrived(3)
    expect(office.claude.state()).toMatchObject({ underWay: 3, queued: 2 })
    letGo(2)
    await office.standIn.arrived(4)
    expect(askedOf(office)[3]).toBe('D')
    expect(office.claude.state()).toMatchObject({ underWay: 3, queued: 1 })
    for (const count of [1, 3, 4, 5]) letGo(count)
    expect(await Promise.all(all)).toEqual(Array(5).fill('read'))
    expect(office.claude.state()).toMatchObject({ underWay: 0, queued: 0 })
  })

  it('keeps a place for the chat: it is asked at once while analyses queue', async () => {
    const office = await testClaude()
    const { behind, letGo } = gates()
    office.standIn.replies(...behind(answering(breakdown)).slice(0, 3), saying([{ text: 'Devnath Rai.' }]), ...behind(answering(breakdown)).slice(4))
    const all = ['A', 'B', 'C', 'D', 'E'].map(name => analyse(office, name))
    await office.standIn.arrived(3)
    expect(await chat(office)).toBe('end')
    expect(askedOf(office)).toEqual(['A', 'B', 'C', 'chat'])
    for (const count of [1, 2, 3, 5, 6]) letGo(count)
    expect(await Promise.all(all)).toEqual(Array(5).fill('read'))
  })

  it('lets the chat go before analyses that came earlier', async () => {
    const office = await testClaude({}, { patience: { ...usualPatience, atOnce: 1, unwatchedAtOnce: 1 } })
    const { behind, letGo } = gates()
    const [first = answering(breakdown)] = behind(answering(breakdown))
    office.standIn.replies(first, saying([{ text: 'Devnath Rai.' }]), answering(breakdown))
    const before = analyse(office, 'A')
    await office.standIn.arrived(1)
    const queued = analyse(office, 'B')
    const asked = chat(office)
    await expect.poll(() => office.claude.state().queued).toBe(2)
    letGo(1)
    expect(await Promise.all([before, queued, asked])).toEqual(['read', 'read', 'end'])
    expect(askedOf(office)).toEqual(['A', 'chat', 'B'])
  })

  it('is never sent where it was taken back in the queue', async () => {
    const office = await testClaude()
    const { behind, letGo } = gates()
    office.standIn.replies(...behind(answering(breakdown)))
    const taking = new AbortController()
    const others = ['A', 'B', 'C'].map(name => analyse(office, name))
    await office.standIn.arrived(3)
    const taken = analyse(office, 'D', taking.signal)
    const last = analyse(office, 'E')
    await expect.poll(() => office.claude.state().queued).toBe(2)
    taking.abort()
    expect(await taken).toBe('CANCELLED')
    expect(office.claude.state()).toMatchObject({ underWay: 3, queued: 1 })
    for (const count of [1, 2, 3, 4]) letGo(count)
    expect(await Promise.all([...others, last])).toEqual(Array(4).fill('read'))
    expect(askedOf(office)).toEqual(['A', 'B', 'C', 'E'])
  })

  it('is not sent out of the queue to a Claude that has failed often enough meanwhile', async () => {
    const office = await testClaude({}, { patience: { ...usualPatience, repeats: 0, failuresToOpen: 3, pause: () => Promise.resolve() } })
    const { behind, letGo } = gates()
    office.standIn.replies(...behind(failing(529, 'overloaded_error')))
    const all = ['A', 'B', 'C', 'D', 'E', 'F'].map(name => analyse(office, name))
    await office.standIn.arrived(3)
    for (const count of [1, 2, 3, 4, 5, 6]) letGo(count)
    expect(await Promise.all(all)).toEqual(Array(6).fill('CLAUDE_OVERLOADED'))
    expect(office.standIn.requests.length).toBeLessThan(6)
  })
})

describe('the turnstile', () => {
  it('never lets more through than it may, leaves nobody behind, and ends empty, whoever comes, leaves or fails', async () => {
    const errand = fc.record({ watched: fc.boolean(), steps: fc.nat({ max: 6 }), leavesAt: fc.option(fc.nat({ max: 8 })), fails: fc.boolean() })
    await fc.assert(fc.asyncProperty(fc.array(errand, { maxLength: 20 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), async (errands, atOnce, unwatchedAtOnce) => {
      const turnstile = createTurnstile({ atOnce, unwatchedAtOnce })
      const inside = { all: 0, unwatched: 0 }
      const ended = await Promise.all(errands.map(async ({ watched, steps, leavesAt, fails }) => {
        const taking = new AbortController()
        const work = async (): Promise<void> => {
          inside.all += 1
          inside.unwatched += watched ? 0 : 1
          expect(inside.all).toBeLessThanOrEqual(atOnce)
          expect(inside.unwatched).toBeLessThanOrEqual(unwatchedAtOnce)
          for (let step = 0; step < steps; step++) await Promise.resolve()
          inside.all -= 1
          inside.unwatched -= watched ? 0 : 1
          if (fails) throw new Error('planted')
        }
        const passing = turnstile.pass(work, watched, taking.signal).then(() => 'done', (error: unknown) => (error instanceof Error && error.message === 'planted' ? 'failed' : 'left'))
        for (let step = 0; leavesAt !== null && step < leavesAt; step++) await Promise.resolve()
        if (leavesAt !== null) taking.abort()
        return await passing
      }))
      expect(ended.every((end, at) => end === (errands[at]?.fails === true ? 'failed' : 'done') || (end === 'left' && errands[at]?.leavesAt !== null))).toBe(true)
      expect(turnstile.state()).toEqual({ underWay: 0, queued: 0 })
    }))
  })
})
