import { ORPCError, ValidationError } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { guardStream, toBorderError } from '../../src-main/border.ts'
import { CastMatchError, errorCodes, sentenceFor } from '../../src-preload/contract/errors.ts'

const silent = () => {}

describe('what crosses the border', () => {
  it('keeps our own code, data and sentence', () => {
    const error = toBorderError(new CastMatchError('SCRIPT_ENCRYPTED', { subject: 'Masala.pdf' }), silent)
    expect(error).toMatchObject({ code: 'SCRIPT_ENCRYPTED', status: 422, data: { subject: 'Masala.pdf' }, message: expect.stringMatching(/^Masala\.pdf is locked/) })
  })

  it('masks what was not foreseen under an id, and reports it by that id', () => {
    const reported: [unknown, string][] = []
    const cause = new Error('secret words of a script')
    const error = toBorderError(cause, (what, logId) => reported.push([what, logId]))
    expect(error.code).toBe('UNEXPECTED')
    expect(JSON.stringify(error)).not.toContain('secret words')
    expect(reported).toEqual([[cause, error.data.logId]])
    expect(error.message).toContain(error.data.logId)
  })

  it('says which field of the input does not fit', () => {
    const cause = new ValidationError({ message: 'no', issues: [{ message: 'a title is needed', path: ['change', 'title'] }], data: {} })
    const error = toBorderError(new ORPCError('BAD_REQUEST', { cause }), silent)
    expect(error).toMatchObject({ code: 'INVALID_INPUT', data: { detail: 'change.title: a title is needed' } })
  })

  it('calls a full disk a full disk', () => {
    expect(toBorderError(Object.assign(new Error('full'), { code: 'SQLITE_FULL' }), silent).code).toBe('DISK_FULL')
    expect(toBorderError(Object.assign(new Error('full'), { code: 'ENOSPC' }), silent).code).toBe('DISK_FULL')
  })

  it('turns the failure of a stream the same way, after what it gave', async () => {
    async function* torn() {
      yield 1
      throw new CastMatchError('FILE_UNREADABLE', {})
    }
    const stream = guardStream(torn(), silent)
    expect((await stream.next()).value).toBe(1)
    await expect(stream.next()).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
  })

  it('has a sentence of what happened, what was kept and what to do for every code', () => {
    for (const code of errorCodes) {
      const sentence = sentenceFor(code)
      expect(sentence, code).toMatch(/^[A-Z].*\.$/)
      expect(sentence.split('. ').length, code).toBeGreaterThanOrEqual(code === 'CANCELLED' ? 2 : 3)
      expect(sentence, code).not.toMatch(/undefined|!/)
    }
  })
})
