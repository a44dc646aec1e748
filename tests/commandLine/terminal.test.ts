import { describe, expect, it } from 'vitest'
import { printedFailure } from '../../src-main/commandLine/failure.ts'
import { showProgress, table } from '../../src-main/commandLine/terminal.ts'

function watched(isWatched: boolean) {
  const lines: string[] = []
  let time = 1_000_000
  const progress = showProgress({ out: () => {}, err: text => lines.push(text), isWatched, now: () => new Date(time), signal: new AbortController().signal })
  const step = (seconds: number, done: number) => {
    time += seconds * 1_000
    progress.show({ kind: 'progress', stage: 'Reading', done, total: 10 })
  }
  return { lines, step, progress }
}

describe('progress on standard error', () => {
  it('says nothing of quick work where nobody watches, and a line each five seconds of slow work', () => {
    const { lines, step } = watched(false)
    step(1, 1)
    step(3, 4)
    expect(lines).toEqual([])
    step(2, 6)
    step(1, 7)
    step(5, 9)
    expect(lines).toEqual(['Reading (6 of 10)\n', 'Reading (9 of 10)\n'])
  })

  it('overwrites one line where somebody watches, and takes it away at the end', () => {
    const { lines, step, progress } = watched(true)
    step(0.01, 1)
    step(0.01, 2)
    step(0.2, 3)
    progress.clear()
    expect(lines).toEqual(['\r\u001b[KReading (1 of 10)', '\r\u001b[KReading (3 of 10)', '\r\u001b[K'])
  })
})

describe('tables', () => {
  it('aligns columns, cuts long cells but the last, and leaves no space at the ends', () => {
    expect(table(['Name', 'Why'], [['A', 'x'.repeat(60)], ['B'.repeat(9), '']], 6)).toBe(`Name    Why\nA       ${'x'.repeat(60)}\nBBBBB…`)
  })
})

describe('what a failure prints', () => {
  it('keeps a full disk a full disk and gives the message of what nobody foresaw', () => {
    expect(printedFailure(Object.assign(new Error('no space'), { code: 'ENOSPC' })).code).toBe('DISK_FULL')
    expect(printedFailure(new Error('odd'))).toEqual({ code: 'UNEXPECTED', message: expect.stringContaining('odd') })
    expect(printedFailure('text').message).toContain('text')
  })
})
