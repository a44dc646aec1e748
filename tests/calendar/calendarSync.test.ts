import { describe, expect, it } from 'vitest'
import { startCalendarSync } from '../../src-main/calendar/calendarSync.ts'
import type { Round } from '../../src-main/calendar/syncRound.ts'
import { calendarOffice } from './calendarOffice.ts'

/** A sync whose time goes on by hand; its rounds answer what they are told to. */
function byHand(answers: readonly (Round | Error)[]) {
  let planned: { readonly work: () => void; readonly ms: number } | null = null
  const rounds: boolean[] = []
  const failed: unknown[] = []
  let ended = Promise.withResolvers<void>()
  const sync = startCalendarSync({
    now: () => new Date('2026-12-01T09:00:00Z'),
    later: (work, ms) => {
      planned = { work, ms }
      return () => {
        planned = null
      }
    },
    round: ({ hurried }) => {
      const answer = answers[rounds.length] ?? { kind: 'done', waiting: 0 }
      rounds.push(hurried)
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
    },
    onRound: () => ended.resolve(),
    onError: error => {
      failed.push(error)
      ended.resolve()
    },
  })
  /** Lets the time go on to what is planned, and gives how long that was and how long the next wait is. */
  const goOn = async (): Promise<readonly [number | undefined, number | undefined]> => {
    const due = planned
    ended = Promise.withResolvers<void>()
    due?.work()
    if (due) await ended.promise
    await new Promise(resolve => setImmediate(resolve))
    return [due?.ms, (planned as { readonly ms: number } | null)?.ms]
  }
  return { sync, goOn, rounds, failed, planned: () => planned?.ms }
}

describe('the calendar is kept in step', () => {
  it('soon after the start, then every five minutes, later where Google asks for it, never where nothing is connected', async () => {
    const { goOn, failed } = byHand([
      { kind: 'done', waiting: 0 }, { kind: 'paused', until: '2026-12-01T09:02:00Z' }, { kind: 'busy' }, new Error('the disk is full'), { kind: 'trouble', trouble: 'signIn' }, { kind: 'off' },
    ])
    const waits: (readonly [number | undefined, number | undefined])[] = []
    for (let round = 0; round < 6; round += 1) waits.push(await goOn())
    expect(waits).toEqual([[1_500, 300_000], [300_000, 120_000], [120_000, 30_000], [30_000, 300_000], [300_000, 300_000], [300_000, undefined]])
    expect(failed).toHaveLength(1)
  })

  it('soon after something changed, and at once where the user asks', async () => {
    const { sync, goOn, rounds, planned } = byHand([])
    await goOn()
    sync.wake()
    sync.wake()
    expect(planned()).toBe(1_500)
    expect(await sync.syncNow()).toEqual({ kind: 'done', waiting: 0 })
    expect(rounds).toEqual([false, true])
    await sync.close()
    sync.wake()
    expect(planned()).toBeUndefined()
    expect(await sync.syncNow()).toBeNull()
  })

  it('brings a change of the office to Google by itself', async () => {
    const { round, book, told, clock } = await calendarOffice()
    book('16:00', 'Asha Rane')
    const done = Promise.withResolvers<Round>()
    let isFirst = true
    const later = (work: () => void) => {
      if (isFirst) queueMicrotask(work)
      isFirst = false
      return () => undefined
    }
    const sync = startCalendarSync({ round, now: clock.now, later, onRound: done.resolve, onError: done.reject })
    expect(await done.promise).toEqual({ kind: 'done', waiting: 0 })
    expect(told()).toHaveLength(2)
    await sync.close()
  })
})
