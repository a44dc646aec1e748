import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CastMatchError } from '../src-preload/contract/errors.ts'
import type { ScriptReading } from '../src-preload/contract/index.ts'
import { readScript } from '../src-main/scripts/readScript.ts'

// npm run measure:scripts -- DIR TRUTH: reads every script of DIR that TRUTH (truth.json or its folder) knows and compares the counts.

type Counts = Readonly<Record<string, number>>
type Known = { readonly file: string; readonly scenes: number; readonly speeches: number; readonly names: Counts; readonly settings: Counts }

/** Scenes, speeches and settings may be off by this share of the true number. */
const limit = 0.01

const record = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? { ...value } : {})
const number = (...values: readonly unknown[]): number => values.find(value => typeof value === 'number') ?? 0
const counts = (value: unknown): Counts =>
  Object.fromEntries(Object.entries(record(value)).filter((entry): entry is [string, number] => typeof entry[1] === 'number'))

const knownScripts = (truth: unknown): Known[] => {
  const { structured, pdf } = record(truth)
  return [...Object.entries(record(structured)), ...Object.entries(record(pdf)).map(([name, facts]) => [`pdf/${name}`, facts] as const)].map(([key, value]) => {
    const facts = record(value)
    return {
      file: `${key}.${key.split('/')[0] ?? ''}`,
      scenes: number(facts['scenes_human'], facts['scenes_spec'], facts['scenes'], facts['scene_headings']),
      speeches: number(facts['speeches']),
      names: counts(facts['names'] && typeof facts['names'] === 'object' ? facts['names'] : facts['chars']),
      settings: counts(facts['intext_human'] ?? facts['intext']),
    }
  })
}

/** Scripts of the folder that were made of a PDF that the truth knows: `txt/derived-in-Masaan.layout.txt` is in-Masaan. */
const derivedScripts = (folder: string, known: readonly Known[]): Known[] =>
  ['docx', 'txt']
    .filter(format => existsSync(join(folder, format)))
    .flatMap(format => readdirSync(join(folder, format)).map(name => `${format}/${name}`))
    .flatMap(file => {
      const name = /\/derived-([^.]+)\./u.exec(file)?.[1]
      const same = known.find(script => script.file === `pdf/${name}.pdf`)
      return same ? [{ ...same, file }] : []
    })

const share = (read: number, known: number): number => (known ? Math.abs(read - known) / known : read)

/** Names among the truth's ten busiest that the reading lacks or counts otherwise by more than the limit (at least one speech). */
const wrongNames = (reading: ScriptReading, names: Counts): string[] =>
  Object.entries(names)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 10)
    .flatMap(([name, speeches]) => {
      const read = reading.characters.find(character => character.name === name.toUpperCase())?.speeches ?? 0
      return Math.abs(read - speeches) <= Math.max(1, limit * speeches) && read > 0 ? [] : [`${name} ${read} for ${speeches}`]
    })

const wrongSettings = (reading: ScriptReading, known: Known): number => {
  const kinds = ['INT', 'EXT', 'INT/EXT', 'OTHER']
  const read = (kind: string): number => reading.scenes.filter(scene => (scene.setting ?? 'OTHER') === kind).length
  return kinds.reduce((sum, kind) => sum + Math.abs(read(kind) - (known.settings[kind] ?? 0)), 0) / 2
}

const measure = async (folder: string, known: Known): Promise<{ readonly line: string; readonly good: boolean }> => {
  const { reading } = await readScript(new Uint8Array(readFileSync(join(folder, known.file))), known.file.split('/').at(-1) ?? known.file)
  const speeches = reading.characters.reduce((sum, character) => sum + character.speeches, 0)
  const names = reading.characters.filter(character => character.speeches > 0).length
  const wrong = wrongNames(reading, known.names)
  const settings = wrongSettings(reading, known)
  const good = share(reading.scenes.length, known.scenes) <= limit && share(speeches, known.speeches) <= limit && !wrong.length && settings <= limit * known.scenes
  const cells = [
    known.file.padEnd(40),
    `${reading.scenes.length}/${known.scenes}`.padStart(9),
    `${speeches}/${known.speeches}`.padStart(10),
    `${names}/${Object.keys(known.names).length}`.padStart(8),
    `${settings}`.padStart(8),
    reading.confidence.toFixed(2).padStart(11),
    good ? '  good' : `  PAST THE LIMIT ${wrong.join(', ')}`,
  ]
  return { line: cells.join(' '), good }
}

const main = async ([folder, truthPlace]: readonly string[]): Promise<number> => {
  if (!folder || !truthPlace || !existsSync(folder) || !existsSync(truthPlace)) {
    process.stderr.write('Say where the scripts and the truth are: npm run measure:scripts -- DIR TRUTH\n')
    return 1
  }
  const truth: unknown = JSON.parse(readFileSync(statSync(truthPlace).isDirectory() ? join(truthPlace, 'truth.json') : truthPlace, 'utf8'))
  process.stdout.write(`${'script'.padEnd(40)}    scenes   speeches    names INT/EXT confidence   (read/true; INT/EXT: headings read otherwise)\n`)
  let past = 0
  let measured = 0
  const scripts = knownScripts(truth)
  for (const known of [...scripts, ...derivedScripts(folder, scripts)]) {
    if (!existsSync(join(folder, known.file))) process.stdout.write(`${known.file.padEnd(40)} is not in the folder\n`)
    else {
      measured++
      const result = await measure(folder, known).catch((error: unknown) => {
        if (error instanceof CastMatchError) return { line: `${known.file.padEnd(40)} ${error.code}`, good: false }
        throw error
      })
      if (!result.good) past++
      process.stdout.write(`${result.line}\n`)
    }
  }
  process.stdout.write(`${measured - past} within the limits, ${past} past them\n`)
  return past || !measured ? 1 : 0
}

process.exitCode = await main(process.argv.slice(2))
