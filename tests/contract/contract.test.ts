import { describe, expect, it } from 'vitest'
import type { OfficeClient } from '../../src-renderer/connection/connectOffice.ts'
import { toFailure } from '../../src-renderer/connection/failure.ts'
import { ProductionId } from '../../src-preload/contract/productions.ts'
import { doors } from './doors.ts'

const failureOf = async (call: Promise<unknown>) => toFailure(await call.then(() => undefined, (error: unknown) => error))

const waitFor = (subscribe: (listener: () => void) => () => void, holds: () => boolean): Promise<void> =>
  new Promise(resolve => {
    const look = () => {
      if (!holds()) return
      stop()
      resolve()
    }
    const stop = subscribe(look)
    queueMicrotask(look)
  })

const analyze = async (office: OfficeClient, ticket: string, signal?: AbortSignal) => office.scripts.analyze({ ticket }, { signal })

describe.each(doors)('over $name the contract', ({ open }) => {
  it('carries a value there and back, in any script', async () => {
    const { page } = await open()
    const begun = await page.office.productions.create({ title: 'मसान — Masaan 🎬' })
    expect(begun).toMatchObject({ title: 'मसान — Masaan 🎬', kind: 'film' })
    expect(await page.office.productions.list({})).toEqual([begun])
  })

  it('carries a stream in its order and ends it when the page leaves', async () => {
    const { page } = await open()
    const beats: string[] = []
    for await (const beat of await page.office.health.pulse({ everyMs: 100 })) if (beats.push(beat.at) === 3) break
    expect(beats).toEqual(beats.toSorted())
  })

  it('lets the handler see that the page took its call back, and tells the page so', async () => {
    const { page, test, hand } = await open()
    const probe = test.probe()
    const taking = new AbortController()
    const events = await analyze(page.office, await hand('a.fountain', new Uint8Array([1])), taking.signal)
    await events.next()
    await probe.begun
    const next = events.next()
    taking.abort()
    expect((await failureOf(next)).code).toBe('CANCELLED')
    await probe.stopped
    expect(page.state()).toBe('connected')
  })

  it('lets the handler see that the page stopped listening to a stream', async () => {
    const { page, test, hand } = await open()
    const probe = test.probe()
    for await (const _event of await analyze(page.office, await hand('a.fountain', new Uint8Array([1])))) break
    await expect(probe.stopped).resolves.toBeUndefined()
  })

  it('carries an error with its code, its data and its sentence', async () => {
    const { page } = await open()
    const failure = await failureOf(page.office.productions.get({ id: ProductionId.parse('no such') }))
    expect(failure.code).toBe('NOT_FOUND')
    expect(failure.sentence).toMatch(/Nothing was changed/)
    const refused = await failureOf(page.office.productions.create({ title: '  ' }))
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', sentence: expect.stringContaining('a title is needed') as string })
  })

  it('carries an error that comes in the middle of a stream', async () => {
    const { page } = await open()
    const events = await analyze(page.office, 'no such ticket')
    expect((await failureOf(events.next())).code).toBe('TICKET_UNKNOWN')
  })

  it('fails what is in flight when the line is lost, stops its handler, and connects again by itself', async () => {
    const { page, test, hand, breakLines } = await open()
    const probe = test.probe()
    const events = await analyze(page.office, await hand('a.fountain', new Uint8Array([1])))
    await events.next()
    await probe.begun
    const states: string[] = []
    page.subscribe(() => states.push(page.state()))
    const next = events.next()
    breakLines()
    expect((await failureOf(next)).code).toBe('CONNECTION_LOST')
    await probe.stopped
    await waitFor(page.subscribe, () => page.state() === 'connected')
    expect(states).toEqual(['lost', 'connected'])
    expect(await page.office.productions.list({})).toEqual([])
  })

  it('hands over a file of 20 MB by its ticket', async () => {
    const { page, hand } = await open()
    const bytes = new Uint8Array(20 * 1024 * 1024).fill(65)
    const ticket = await hand('long.fountain', bytes)
    for await (const event of await analyze(page.office, ticket)) {
      expect(event).toMatchObject({ kind: 'progress', done: bytes.byteLength })
      break
    }
  })
})
