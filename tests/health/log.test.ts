import { readdirSync, readFileSync } from 'node:fs'
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

it('keeps the sentence of a known failure apart from the log', () => {
  expect(new CastMatchError('FILE_EMPTY', { subject: 'Kaagaz.pdf' }).message).toBe('Kaagaz.pdf is empty. Nothing was imported. Export it again and drop the new file.')
})
