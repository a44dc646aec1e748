import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { reportTo } from '../../src-main/border.ts'
import { openLog } from '../../src-main/health/log.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

const readLogs = (folder: string): string =>
  readdirSync(join(folder, 'logs')).map(name => readFileSync(join(folder, 'logs', name), 'utf8')).join('')

it('writes JSON lines into the data folder, without script text or personal data', async () => {
  const folder = temporaryFolder()
  const { log, close } = await openLog(folder)
  log.info({ talent: { name: 'Meera Kulkarni', phone: '98200 00000' }, query: 'a woman who can cry', rows: 3 }, 'searched')
  reportTo(log)(new TypeError('INT. CHAI STALL - DAY cannot be read'), 'id-1')
  await close()
  const lines = readLogs(folder).trim().split('\n').map(line => JSON.parse(line) as Record<string, unknown>)
  expect(lines).toEqual([
    expect.objectContaining({ msg: 'searched', rows: 3, query: '[private]', talent: { name: '[private]', phone: '[private]' } }),
    expect.objectContaining({ msg: 'unexpected', logId: 'id-1', kind: 'TypeError', stack: expect.arrayContaining([expect.stringContaining('log.test')]) }),
  ])
  expect(readLogs(folder)).not.toMatch(/Meera|98200|cry|CHAI/)
})

it('is closed without loss even where nothing was written', async () => {
  const folder = temporaryFolder()
  const { close } = await openLog(folder)
  await close()
  expect(readLogs(folder)).toBe('')
})

it('lets the office go on where its folder vanishes, and is closed all the same', async () => {
  const folder = temporaryFolder()
  const logs = join(folder, 'logs')
  const { log, close } = await openLog(folder)
  // The file is opened on another thread: a file in the place of its folder lets it fail.
  rmSync(logs, { recursive: true })
  writeFileSync(logs, '')
  log.info('written to nowhere')
  // Asked after it and answered after it, so that it has failed before the log is closed.
  for (let turn = 0; turn < 50; turn++) await access(logs)
  await close()
  expect(readFileSync(logs, 'utf8')).toBe('')
})

it('keeps the sentence of a known failure apart from the log', () => {
  expect(new CastMatchError('FILE_EMPTY', { subject: 'Kaagaz.pdf' }).message).toBe('Kaagaz.pdf is empty. Nothing was imported. Export it again and drop the new file.')
})
