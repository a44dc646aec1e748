import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { connectOffice, usualPatience } from '../../src-renderer/connection/connectOffice.ts'
import { toFailure } from '../../src-renderer/connection/failure.ts'
import { lineEnd, type Line } from '../../src-renderer/connection/line.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A line whose pulse beats when the test says so; every other call waits for ever or fails as oRPC does when the line ends. */
function heldLine() {
  const end = lineEnd()
  let beat = Promise.withResolvers<IteratorResult<unknown>>()
  const lost = async () => {
    await end.ended
    throw new DOMException('queue closed', 'AbortError')
  }
  const pulse = { next: () => Promise.race([beat.promise, lost()]), [Symbol.asyncIterator]: () => pulse }
  const calls: string[] = []
  const line: Line = {
    ...end,
    hangUp: end.end,
    link: {
      call: async path => {
        calls.push(path.join('.'))
        return path[1] === 'pulse' ? pulse : lost()
      },
    },
  }
  return {
    line,
    calls,
    beat: async () => {
      await vi.advanceTimersByTimeAsync(0)
      beat.resolve({ done: false, value: { at: '' } })
      beat = Promise.withResolvers()
      await vi.advanceTimersByTimeAsync(0)
    },
    lose: async () => {
      end.end()
      await vi.advanceTimersByTimeAsync(0)
    },
  }
}

function connectBy(dial: () => Promise<Line>) {
  const connection = connectOffice(dial)
  const states: string[] = []
  connection.subscribe(() => states.push(connection.state()))
  onTestFinished(() => connection.close())
  return { connection, states }
}

const codeOf = (call: Promise<unknown>) => call.then(() => 'answered', (error: unknown) => toFailure(error).code)

describe('a connection', () => {
  it('is connected at the first beat, not before, and lets early calls wait for it', async () => {
    const held = heldLine()
    const { connection, states } = connectBy(async () => held.line)
    void codeOf(connection.office.productions.list({}))
    await vi.advanceTimersByTimeAsync(1_000)
    expect([connection.state(), held.calls]).toEqual(['connecting', ['health.pulse']])
    await held.beat()
    expect([states, held.calls]).toEqual([['connected'], ['health.pulse', 'productions.list']])
  })

  it('dials again and again while nobody answers, less and less often', async () => {
    const dial = vi.fn<() => Promise<Line>>(() => Promise.reject(new Error('nobody')))
    connectBy(dial)
    const dials: number[] = []
    for (let second = 0; second < 20; second += 1) {
      await vi.advanceTimersByTimeAsync(1_000)
      dials.push(dial.mock.calls.length)
    }
    expect(dials.slice(0, 4)).toEqual([4, 5, 5, 6])
    expect(dials.at(-1)).toBe(9)
  })

  it('tells of a loss at once, fails what is in flight and what is asked meanwhile, and comes back', async () => {
    const [first, second] = [heldLine(), heldLine()]
    const lines = [first.line, second.line]
    const { connection, states } = connectBy(async () => lines.shift() ?? Promise.reject(new Error('nobody')))
    await first.beat()
    const inFlight = codeOf(connection.office.productions.list({}))
    await vi.advanceTimersByTimeAsync(0)
    await first.lose()
    expect(await inFlight).toBe('CONNECTION_LOST')
    expect(connection.state()).toBe('lost')
    expect(await codeOf(connection.office.productions.list({}))).toBe('CONNECTION_LOST')
    await vi.advanceTimersByTimeAsync(usualPatience.redial[0] ?? 0)
    await second.beat()
    expect(states).toEqual(['connected', 'lost', 'connected'])
  })

  it('takes long silence for a loss, but not one late beat', async () => {
    const held = heldLine()
    const { connection } = connectBy(vi.fn<() => Promise<Line>>().mockResolvedValueOnce(held.line).mockRejectedValue(new Error('nobody')))
    await held.beat()
    await vi.advanceTimersByTimeAsync(usualPatience.beat * (usualPatience.silentBeats - 1))
    await held.beat()
    await vi.advanceTimersByTimeAsync(usualPatience.beat * (usualPatience.silentBeats - 1))
    expect(connection.state()).toBe('connected')
    await vi.advanceTimersByTimeAsync(usualPatience.beat)
    expect(connection.state()).toBe('lost')
  })

  it('that the page takes a call back from says so, also while it is connecting', async () => {
    const taking = new AbortController()
    const { connection } = connectBy(() => new Promise(() => undefined))
    const call = codeOf(connection.office.productions.list({}, { signal: taking.signal }))
    taking.abort()
    expect(await call).toBe('CANCELLED')
    expect(await codeOf(connection.office.productions.list({}, { signal: taking.signal }))).toBe('CANCELLED')
  })

  it('hangs up when it is closed, and dials no more', async () => {
    const held = heldLine()
    const dial = vi.fn<() => Promise<Line>>(async () => held.line)
    const { connection } = connectBy(dial)
    await held.beat()
    connection.close()
    await vi.advanceTimersByTimeAsync(60_000)
    expect([held.line.isEnded(), dial.mock.calls.length]).toEqual([true, 1])
  })
})
