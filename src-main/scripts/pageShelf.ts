import { createHash } from 'node:crypto'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { PageLines, ReadChoices, ScriptFormat, ScriptId } from '../../src-preload/contract/scripts.ts'
import type { Progress } from '../../src-preload/contract/words.ts'
import type { Database } from '../database/openDatabase.ts'
import type { MediaFolder } from '../media/mediaFolder.ts'
import type { WorkerPool } from '../workers/workerPool.ts'
import { readInWorker } from './importScript.ts'
import type { PagePictureTask } from './pagePicture.worker.ts'
import { picturesOf } from './pictureStore.ts'
import { choicesOf } from './readChoices.ts'
import type { ReadScript } from './readScript.ts'
import { getScriptFile } from './scriptStore.ts'

/** What the shelf of pages needs of the office. */
export interface PageShelfParts {
  readonly db: Database
  readonly pool: WorkerPool
  readonly media: MediaFolder
}

/** The pages of kept scripts as they are printed, the latest of them held at hand so that turning a page costs nothing. */
export interface PageShelf {
  /** A script read with choices, its lines with it. Throws NOT_FOUND, ORIGINAL_MISSING, CANCELLED, TIME_LIMIT and the codes of the readers. */
  readonly read: (id: ScriptId, choices: ReadChoices, report: (progress: Progress) => void, signal: AbortSignal) => Promise<ReadScript>
  /** The lines of a page from 1. Throws as `read` does, NOT_FOUND for a page that is not there, INVALID_INPUT for a format that has no lines. */
  readonly lines: (id: ScriptId, page: number, choices: ReadChoices | undefined, signal?: AbortSignal) => Promise<PageLines>
  /** The picture of a page of a PDF as PNG. Throws as `lines` does, INVALID_INPUT where the script is no PDF. */
  readonly picture: (id: ScriptId, page: number, width: number, signal?: AbortSignal) => Promise<Uint8Array>
}

/** Readings hold all of a script, some 1 to 2 MB; pictures some 50 to 200 KB. */
const [mostReadings, mostPictures] = [3, 24] as const
const pictureTimeLimit = 20_000

/** Opens the shelf of pages; it holds nothing until it is asked. */
export function openPageShelf({ db, pool, media }: PageShelfParts): PageShelf {
  const readings = keepLatest<ReadScript>(mostReadings)
  const pictures = keepLatest<Uint8Array>(mostPictures)
  const read: PageShelf['read'] = async (id, choices, report, signal) => {
    const { fileName, sha256 } = getScriptFile(db, id)
    const taken = picturesOf(db, id)
    const key = `${sha256} ${fileName} ${hashOf({ choices, taken })}`
    const held = readings.get(key)
    if (held) return held
    const bytes = await media.read(sha256, fileName)
    return readings.put(key, await readInWorker(pool, { bytes, fileName, choices, marked: true, pictures: taken }, report, signal))
  }
  return {
    read,
    lines: async (id, page, choices, signal = new AbortController().signal) => {
      const { format, fileName, productionId } = getScriptFile(db, id)
      if (!hasLines(format)) throw new CastMatchError('INVALID_INPUT', { subject: fileName, detail: 'a file of this kind says itself what each line is' })
      const { marked = [] } = await read(id, choices ?? choicesOf(db, productionId), () => undefined, signal)
      const found = marked[page - 1]
      if (!found) throw new CastMatchError('NOT_FOUND', { subject: `Page ${page}` })
      return {
        width: found.width, height: found.height, hasPicture: format === 'pdf',
        lines: found.lines.map(({ text, x, end, y, height, kind, around }) => ({ text, x, end, y, height, kind, around: { ...around } })),
      }
    },
    picture: async (id, page, width, signal) => {
      const { format, fileName, sha256 } = getScriptFile(db, id)
      if (format !== 'pdf') throw new CastMatchError('INVALID_INPUT', { subject: fileName, detail: 'only a PDF has pictures of its pages' })
      const key = `${sha256} ${page} ${width}`
      const held = pictures.get(key)
      if (held) return held
      const bytes = await media.read(sha256, fileName)
      const task: PagePictureTask = { bytes, fileName, page, width }
      return pictures.put(key, await pool.run<Uint8Array>('scripts/pagePicture', task, { signal, subject: fileName, timeLimitMs: pictureTimeLimit, transfer: [bytes.buffer as ArrayBuffer] }))
    },
  }
}

const hasLines = (format: ScriptFormat): boolean => format === 'pdf' || format === 'txt' || format === 'docx'

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** Keeps the values that were asked for last, at most so many. */
function keepLatest<Value>(most: number): { readonly get: (key: string) => Value | undefined; readonly put: (key: string, value: Value) => Value } {
  const kept = new Map<string, Value>()
  const put = (key: string, value: Value): Value => {
    kept.delete(key)
    kept.set(key, value)
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - most))) kept.delete(oldest)
    return value
  }
  return {
    get: key => {
      const value = kept.get(key)
      return value === undefined ? undefined : put(key, value)
    },
    put,
  }
}
