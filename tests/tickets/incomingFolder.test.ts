import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { incomingFolder } from '../../src-main/tickets/incomingFolder.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

it('deletes what a process that is gone left, and keeps what a running one holds', () => {
  const data = temporaryFolder()
  for (const name of ['4242', '4343', 'not a process']) {
    mkdirSync(join(data, 'incoming', name), { recursive: true })
    writeFileSync(join(data, 'incoming', name, 'script'), 'INT. CHAI STALL - DAY')
  }
  expect(incomingFolder(data, processId => processId === 4343)).toBe(join(data, 'incoming', String(process.pid)))
  expect(existsSync(join(data, 'incoming', '4343', 'script'))).toBe(true)
  expect(existsSync(join(data, 'incoming', '4242'))).toBe(false)
  expect(existsSync(join(data, 'incoming', 'not a process'))).toBe(false)
})

it('knows by itself that this process runs', () => {
  const data = temporaryFolder()
  const own = join(data, 'incoming', String(process.pid))
  mkdirSync(own, { recursive: true })
  incomingFolder(data)
  expect(existsSync(own)).toBe(true)
})
