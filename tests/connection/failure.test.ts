import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { toFailure, wasCancelled } from '../../src-renderer/connection/failure.ts'
import { socketAddress } from '../../src-renderer/connection/socketLine.ts'

describe('a failure, as the page shows it', () => {
  it('keeps the code of the office and says its sentence with what it is about', () => {
    const error = new ORPCError('SCRIPT_SCANNED', { defined: true, data: { subject: 'Kaminey.pdf' } })
    expect(toFailure(error)).toEqual({
      code: 'SCRIPT_SCANNED',
      sentence: 'Kaminey.pdf holds pictures of pages, no text. Nothing was imported. Ask for the PDF that the writing program exports.',
      data: { subject: 'Kaminey.pdf' },
    })
  })

  it('keeps the number in the log of what was not foreseen', () => {
    expect(toFailure(new ORPCError('UNEXPECTED', { defined: true, data: { logId: 'L7' } })).sentence).toContain('report number L7')
  })

  it('is of the page itself where the page made it', () => {
    expect(toFailure(new CastMatchError('CONNECTION_LOST')).code).toBe('CONNECTION_LOST')
    expect(wasCancelled(new DOMException('gone', 'AbortError'))).toBe(true)
  })

  it('names what was wrong with an entry', () => {
    const refused = new ORPCError('BAD_REQUEST', { data: { issues: [{ message: 'a title is needed' }] } })
    expect(toFailure(refused).sentence).toContain('a title is needed')
    expect(toFailure(new ORPCError('BAD_REQUEST', { data: { issues: [] } })).code).toBe('INVALID_INPUT')
  })

  it.each([
    ["oRPC's own NOT_FOUND, of a call rather than a record", new ORPCError('NOT_FOUND')],
    ['an unknown code', new ORPCError('TEAPOT', { defined: true })],
    ['a plain error', new TypeError('x')],
    ['no error at all', undefined],
  ])('is UNEXPECTED where it is %s', (_what, error) => {
    expect(toFailure(error).code).toBe('UNEXPECTED')
  })

  it('survives data that is not of its shape', () => {
    expect(toFailure(new ORPCError('FILE_EMPTY', { defined: true, data: { page: 'two' } }))).toMatchObject({ code: 'FILE_EMPTY', data: {} })
  })
})

describe('the address of the socket', () => {
  it.each([
    ['http://127.0.0.1:4100/roles/1?x=2', 'ws://127.0.0.1:4100/socket'],
    ['https://127.0.0.1:4100/', 'wss://127.0.0.1:4100/socket'],
  ])('of %s is %s', (page, socket) => {
    expect(socketAddress(page)).toBe(socket)
  })
})
