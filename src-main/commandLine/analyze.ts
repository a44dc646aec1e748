import { statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { ScriptReading } from '../../src-preload/contract/scripts.ts'
import { analyzeScript } from '../scripts/importScript.ts'
import { createWorkerPool } from '../workers/workerPool.ts'
import { resultOf } from './office.ts'
import { table, type Terminal } from './terminal.ts'

/**
 * `castmatch analyze FILE`: reads a screenplay and keeps nothing.
 *
 * It needs no data folder: the reader runs by itself, and no file is written anywhere. Throws the codes of the readers.
 */
export async function analyze(file: string, { json }: { readonly json: boolean }, terminal: Terminal): Promise<void> {
  const path = resolve(file)
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) throw new CastMatchError('FILE_MISSING', { subject: basename(path) })
  const pool = createWorkerPool({ threads: 1 })
  try {
    const reading = await resultOf(analyzeScript(pool, { name: basename(path), size: stat.size, path }, terminal.signal), terminal, path)
    terminal.out(json ? `${JSON.stringify(printedReading(reading))}\n` : readingInWords(reading))
  } finally {
    await pool.close()
  }
}

/** What `--json` prints of a reading: part of the contract's shape, under the same names. */
export function printedReading({ title, format, pages, confidence, warnings, scenes, characters }: ScriptReading) {
  return {
    title,
    format,
    pages,
    confidence,
    warnings: warnings.map(({ code, page, message }) => ({ code, page, message })),
    scenes: scenes.map(({ index, number, heading, setting, place, time, page }) => ({ index, number, heading, setting, place, time, page })),
    characters: characters.map(({ name, aliases, speeches, words, scenes: spokenIn }) => ({ name, aliases, speeches, words, scenes: spokenIn })),
  }
}

function readingInWords(reading: ScriptReading): string {
  const { title, format, pages, confidence, warnings, scenes, characters } = reading
  const speeches = characters.reduce((sum, character) => sum + character.speeches, 0)
  return [
    `${title} (${format}, ${pages} pages), ${scenes.length} scenes, ${speeches} speeches, read with confidence ${confidence.toFixed(2)}`,
    '',
    table(['Scene', 'Page', 'Heading'], scenes.map(scene => [scene.number ?? String(scene.index + 1), String(scene.page), scene.heading])),
    '',
    table(
      ['Character', 'Speeches', 'Words', 'Scenes', 'Also written'],
      characters.map(({ name, aliases, speeches: said, words, scenes: spokenIn }) => [name, String(said), String(words), String(spokenIn.length), aliases.join(', ')]),
    ),
    ...(warnings.length > 0 ? ['', table(['Doubt', 'Page', ''], warnings.map(({ code, page, message }) => [code, page === null ? '' : String(page), message]))] : []),
    '',
  ].join('\n')
}
