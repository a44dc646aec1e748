import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pino, { type Logger } from 'pino'
import buildRoll from 'pino-roll'

/** The log of one CastMatch; structured, in the data folder. */
export type Log = Logger

/** Keys that may hold script text or personal data; their values never reach the disk. */
const private_ = ['text', 'quote', 'name', 'phone', 'email', 'notes', 'bio', 'title', 'fileName', 'path', 'token', 'secret', 'query', 'subject', 'detail']

/**
 * Opens the log in `logs/` of a data folder: JSON lines, a new file each day or past 5 MB, ten files kept.
 *
 * Values under keys that may hold script text or personal data are replaced by `[private]` one and two levels deep.
 */
export async function openLog(folder: string): Promise<{ readonly log: Log; close(): Promise<void> }> {
  const logs = join(folder, 'logs')
  mkdirSync(logs, { recursive: true })
  const stream = await buildRoll({ file: join(logs, 'castmatch'), extension: '.log', frequency: 'daily', size: '5m', limit: { count: 10 }, mkdir: true })
  // A log that cannot be written (a full disk, a folder that was taken away) must not end the office.
  let isLost = false
  stream.on('error', () => { isLost = true })
  const log = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths: private_.flatMap(key => [key, `*.${key}`]), censor: '[private]' } },
    stream,
  )
  return {
    log,
    close: () =>
      new Promise(resolve => {
        // What failed before says nothing when it is ended.
        if (isLost) return resolve()
        stream.once('close', () => resolve())
        stream.once('error', () => resolve())
        stream.end()
      }),
  }
}
