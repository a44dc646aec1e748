import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createBreaker } from '../../src-main/claude/breaker.ts'
import { CastMatchError } from '../../src-preload/contract/errors.ts'

it('sends one question, and one only, to find out whether a server that failed is back; the others wait for what comes of it', async () => {
  const breaker = createBreaker({ failuresToOpen: 1, restMs: 0 })
  const { signal } = new AbortController()
  await expect(breaker.pass(() => Promise.reject(new CastMatchError('CLAUDE_OVERLOADED')), signal)).rejects.toMatchObject({ code: 'CLAUDE_OVERLOADED' })
  expect(breaker.state().breaker).toBe('halfOpen')
  const probe = Promise.withResolvers<string>()
  const begun: string[] = []
  const first = breaker.pass(() => { begun.push('first'); return probe.promise }, signal)
  const second = breaker.pass(async () => { begun.push('second'); return 'second' }, signal)
  await setImmediate()
  expect(begun).toEqual(['first'])
  probe.resolve('first')
  expect(await Promise.all([first, second])).toEqual(['first', 'second'])
  expect(breaker.state().breaker).toBe('closed')
})
