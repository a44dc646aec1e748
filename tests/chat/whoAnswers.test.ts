import { describe, expect, it } from 'vitest'
import { whoAnswers } from '../../src-renderer/chat/useWhoAnswers.ts'

const ready = { on: true, hasKey: true, breaker: 'closed', triesAgainAt: null } as const
const now = new Date('2026-11-21T10:00:00Z')

describe('who answers a question', () => {
  it('is Claude where it is ready and nobody said no', () => {
    for (const says of ['yes', 'unasked'] as const) for (const inProduction of [true, false]) expect(whoAnswers(ready, says, inProduction, now).who).toBe('claude')
  })

  it('is the records where the production, or the talent book, may not be sent', () => {
    expect(whoAnswers(ready, 'no', true, now)).toMatchObject({ who: 'records', settings: false })
    expect(whoAnswers(ready, 'no', false, now)).toMatchObject({ who: 'records', settings: true })
  })

  it('is the records without a key, while Claude is off, and while it is left in peace', () => {
    expect(whoAnswers({ ...ready, hasKey: false }, 'yes', true, now).who).toBe('records')
    expect(whoAnswers({ ...ready, on: false }, 'yes', true, now).who).toBe('records')
    const broken = { ...ready, breaker: 'open', triesAgainAt: '2026-11-21T10:00:30Z' }
    expect(whoAnswers(broken, 'yes', true, now).who).toBe('records')
    expect(whoAnswers(broken, 'yes', true, new Date('2026-11-21T10:00:31Z')).who).toBe('claude')
  })
})
