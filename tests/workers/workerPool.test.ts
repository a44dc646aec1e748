import { afterAll, describe, expect, it } from 'vitest'
import { createWorkerPool } from '../../src-main/workers/workerPool.ts'

const pool = createWorkerPool({ threads: 1 })
const sample = '../tests/support/sample'
afterAll(() => pool.close())

describe('the worker pool', () => {
  it('runs a worker and gives its value and its progress', async () => {
    const heard: string[] = []
    await expect(pool.run(sample, { how: 'double', value: 21 }, { onProgress: progress => heard.push(progress.stage) })).resolves.toBe(42)
    await expect.poll(() => heard).toEqual(['Doubling'])
  })

  it('carries our own failure by code, named after the file', async () => {
    await expect(pool.run(sample, { how: 'refuse', value: 1 }, { subject: 'Kaagaz.pdf' })).rejects.toMatchObject({
      code: 'FILE_EMPTY', data: { subject: 'Kaagaz.pdf' },
    })
  })

  it('passes an unforeseen failure on as it is', async () => {
    await expect(pool.run(sample, { how: 'break', value: 1 })).rejects.toThrow('broken')
  })

  it('ends a worker that hangs, by time, and works on', async () => {
    await expect(pool.run(sample, { how: 'hang', value: 1 }, { timeLimitMs: 400, subject: 'Kaagaz.pdf' })).rejects.toMatchObject({ code: 'TIME_LIMIT' })
    await expect(pool.run(sample, { how: 'double', value: 4 })).resolves.toBe(8)
  })

  it('says that the work broke off where its thread ends, and works on', async () => {
    await expect(pool.run(sample, { how: 'end', value: 1 }, { subject: 'Kaagaz.pdf' })).rejects.toMatchObject({ code: 'WORK_BROKE_OFF', data: { subject: 'Kaagaz.pdf' } })
    await expect(pool.run(sample, { how: 'double', value: 4 })).resolves.toBe(8)
  })

  it('ends a worker that is cancelled', async () => {
    const stop = new AbortController()
    const running = pool.run(sample, { how: 'hang', value: 1 }, { signal: stop.signal, onProgress: () => stop.abort() })
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' })
    await expect(pool.run(sample, { how: 'double', value: 4 }, { signal: stop.signal })).rejects.toMatchObject({ code: 'CANCELLED' })
  })
})
