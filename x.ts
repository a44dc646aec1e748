import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readers } from './src-main/scripts/readers.ts'
import { readScript } from './src-main/scripts/readScript.ts'
import { mutate, numbersFrom } from './tests/support/mutate.ts'
const filesIn = (folder: string): string[] => readdirSync(folder).flatMap(name => { const path = join(folder, name); if (statSync(path).isDirectory()) return filesIn(path); return readers.some(r => r.extensions.includes(name.split('.').at(-1) ?? '')) && statSync(path).size <= 400_000 ? [path] : [] })
const files = filesIn('/work/shared/fixtures/scripts')
const round = Number(process.argv[2]); const seed = Number(process.argv[3])
const numbers = numbersFrom(seed * 1_000_003 + round)
const path = files[numbers(files.length)] ?? ''
const bytes = mutate(new Uint8Array(readFileSync(path)), numbers)
writeFileSync('/tmp/fuzzed'+round+'.pdf', bytes)
const t = performance.now()
try { const r = await readScript(bytes, basename(path)); console.log(r.reading.pages, r.reading.scenes.length, r.elements.length) } catch (e) { console.log((e as Error).message) }
console.log(basename(path), Math.round(performance.now() - t), 'ms')
