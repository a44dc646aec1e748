import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XMLParser } from 'fast-xml-parser'
import { Fountain } from 'fountain-js'
import mammoth from 'mammoth'
import { extractText } from 'unpdf'
import { readScript } from '../src-main/scripts/readScript.ts'
import { createWorkerPool } from '../src-main/workers/workerPool.ts'
import { repeatPages } from '../tests/scripts/repeatedPdf.ts'

// npm run bench:scripts [-- DIR]: medians of 7 readings in this thread, after one that warms up, beside peers; DIR holds fountain/ and pdf/.
// Limits are held against processor time, which other work on the machine does not stretch; the time on the clock stands beside it.

const rounds = 7
const folder = process.argv[2] ?? join(import.meta.dirname, '..', '..', 'shared', 'fixtures', 'scripts')

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

type Times = { readonly clock: number; readonly processor: number }

const time = async (run: () => unknown): Promise<Times> => {
  await run()
  const clock: number[] = []
  const processor: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    const before = process.cpuUsage()
    await run()
    const { user, system } = process.cpuUsage(before)
    clock.push(performance.now() - start)
    processor.push((user + system) / 1000)
  }
  return { clock: median(clock), processor: median(processor) }
}

const say = (what: string, { clock, processor }: Times, limit?: number): void => {
  const verdict = limit ? `  (limit ${limit} ms: ${processor <= limit ? 'kept' : 'PAST'})` : ''
  process.stdout.write(`${what.padEnd(62)} ${processor.toFixed(0).padStart(6)} ms, ${clock.toFixed(0).padStart(5)} ms on the clock${verdict}\n`)
}

/** How the time grows with the size: the slope of log(time) over log(size); 1 is linear. */
const exponent = (points: readonly (readonly [size: number, ms: number])[]): number => {
  const logs = points.map(([size, ms]) => [Math.log(size), Math.log(ms)] as const)
  const mean = (at: 0 | 1): number => logs.reduce((sum, point) => sum + point[at], 0) / logs.length
  const [x, y] = [mean(0), mean(1)]
  return logs.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / logs.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
}

const scene = 'INT. KITCHEN - DAY\n\nMIRA stirs *the* pot. It boils over.\n\nMIRA (O.S.)\n(softly)\nKya hua? Nothing at all, I say.\n\nCUT TO:\n\n'
const fountainOf = (bytes: number): Uint8Array => new TextEncoder().encode(scene.repeat(Math.ceil(bytes / scene.length)))

const benchFiles = async (): Promise<void> => {
  const files = [
    ['pdf/Big-Fish.pdf', 1500], ['pdf/in-Masaan.pdf', 1500], ['fountain/Big-Fish.fountain', 100], ['fdx/Big-Fish.fdx', 400],
    ['docx/derived-Big-Fish.styles.docx', 2500], ['docx/derived-Big-Fish.indent.docx', 2500], ['txt/derived-in-Masaan.layout.txt', 1000],
  ] as const
  for (const [file, limit] of files) {
    const path = join(folder, file)
    if (!existsSync(path)) process.stdout.write(`${file} is not there; left out\n`)
    else say(file, await time(() => readScript(new Uint8Array(readFileSync(path)), path.split('/').at(-1) ?? path)), limit)
  }
}

/** A Final Draft file whose script stands there twice: 666 KB of Big Fish. */
const benchTwiceAsLong = async (path: string): Promise<void> => {
  const content = /<Content>([^]*?)<\/Content>/u.exec(readFileSync(path, 'utf8'))?.[1] ?? ''
  const bytes = new TextEncoder().encode(readFileSync(path, 'utf8').replace(content, () => content + content))
  say(`FDX of ${Math.round(bytes.length / 1024)} KB`, await time(() => readScript(bytes, 'long.fdx')), 400)
}

/** What a process of its own needs at most to read one script, Node itself included. */
const benchMemory = (path: string): void => {
  const { stdout } = spawnSync(process.execPath, [import.meta.filename, '--memory', path], { encoding: 'utf8' })
  const megabytes = Number(stdout)
  process.stdout.write(`peak memory while reading ${path.split('/').at(-1)}: ${megabytes.toFixed(0)} MB  (limit 350 MB: ${megabytes <= 350 ? 'kept' : 'PAST'})\n`)
}

const benchWorker = async (path: string): Promise<void> => {
  const pool = createWorkerPool({ threads: 1 })
  try {
    say('Big Fish PDF through the worker pool, copying included', await time(() => pool.run('scripts/readScript', { bytes: new Uint8Array(readFileSync(path)), fileName: 'Big-Fish.pdf' })), 2000)
  } finally {
    await pool.close()
  }
}

/** Another tool on the same file in the same run; what it does beside ours stands with it, since none of them reads as much. */
type Peer = { readonly name: string; readonly file: string; readonly run: (bytes: Buffer, path: string) => unknown }

const peers: readonly Peer[] = [
  { name: 'fountain-js (tokens and HTML)', file: 'fountain/Big-Fish.fountain', run: bytes => new Fountain().parse(bytes.toString('utf8'), true) },
  { name: 'fast-xml-parser (the tree alone)', file: 'fdx/Big-Fish.fdx', run: bytes => new XMLParser({ preserveOrder: true, ignoreAttributes: false, trimValues: false }).parse(bytes) },
  { name: 'mammoth (the text alone)', file: 'docx/derived-Big-Fish.styles.docx', run: bytes => mammoth.extractRawText({ buffer: bytes }) },
  { name: 'pdf.js through unpdf (the text alone)', file: 'pdf/Big-Fish.pdf', run: bytes => extractText(new Uint8Array(bytes)) },
  { name: 'pdftotext -layout (the text alone)', file: 'pdf/Big-Fish.pdf', run: (_, path) => spawnSync('pdftotext', ['-layout', path, '-']) },
]

const benchPeers = async (): Promise<void> => {
  for (const { name, file, run } of peers) {
    const path = join(folder, file)
    if (!existsSync(path)) continue
    if (name.startsWith('pdftotext') && spawnSync('pdftotext', ['-v']).error) {
      process.stdout.write('pdftotext is not on this machine (Debian: poppler-utils); left out\n')
      continue
    }
    const bytes = readFileSync(path)
    // The time of a child process is not ours, so these are compared by the clock.
    const theirs = await time(() => run(bytes, path))
    const ours = await time(() => readScript(new Uint8Array(bytes), file.split('/').at(-1) ?? file))
    process.stdout.write(`${`${file}: ours ${ours.clock.toFixed(0)} ms, ${name}`.padEnd(90)} ${theirs.clock.toFixed(0).padStart(6)} ms, ratio ${(ours.clock / theirs.clock).toFixed(2)}\n`)
  }
}

const benchGrowth = async (path: string): Promise<void> => {
  const text: [number, number][] = []
  for (const kilobytes of [256, 512, 1024, 2048]) {
    const bytes = fountainOf(kilobytes * 1024)
    const ms = await time(() => readScript(bytes, 'long.fountain'))
    text.push([kilobytes, ms.processor])
    say(`Fountain of ${kilobytes} KB`, ms, kilobytes === 1024 ? 1000 : undefined)
  }
  process.stdout.write(`growth exponent of Fountain: ${exponent(text).toFixed(2)}\n`)
  if (!existsSync(path)) return
  const pages: [number, number][] = []
  for (const count of [75, 150, 300]) {
    const bytes = await repeatPages(new Uint8Array(readFileSync(path)), count)
    const ms = await time(() => readScript(bytes, 'long.pdf'))
    pages.push([count, ms.processor])
    say(`PDF of ${count} pages`, ms)
  }
  process.stdout.write(`growth exponent of PDF: ${exponent(pages).toFixed(2)}\n`)
}

/** A megabyte of plain text: Masaan as it is laid out, again and again. */
const benchPlainText = async (path: string): Promise<void> => {
  const text = readFileSync(path)
  const bytes = new Uint8Array(Buffer.concat(Array.from({ length: Math.ceil(1_048_576 / text.length) }, () => text)).subarray(0, 1_048_576))
  say('plain text of 1024 KB', await time(() => readScript(bytes, 'long.txt')), 1000)
}

const [flag, only] = process.argv.slice(2)
if (flag === '--memory' && only) {
  await readScript(new Uint8Array(readFileSync(only)), only.split('/').at(-1) ?? only)
  process.stdout.write(`${process.resourceUsage().maxRSS / 1024}`)
  process.exit()
}
await benchFiles()
await benchPeers()
const spaces = new TextEncoder().encode(`INT. HOUSE - DAY\n\nHe${' '.repeat(400)}waits.\n\nMIRA\nHm${' '.repeat(400)}\n`)
say('a line of 400 spaces', await time(() => readScript(spaces, 'spaces.fountain')), 1000)
const bigFish = join(folder, 'pdf', 'Big-Fish.pdf')
if (existsSync(bigFish)) {
  await benchWorker(bigFish)
}
const laidOut = join(folder, 'txt', 'derived-in-Masaan.layout.txt')
if (existsSync(laidOut)) await benchPlainText(laidOut)
const bigFishDraft = join(folder, 'fdx', 'Big-Fish.fdx')
if (existsSync(bigFishDraft)) await benchTwiceAsLong(bigFishDraft)
await benchGrowth(bigFish)
for (const file of ['pdf/Big-Fish.pdf', 'fdx/Big-Fish.fdx', 'docx/derived-Big-Fish.styles.docx']) if (existsSync(join(folder, file))) benchMemory(join(folder, file))
