/**
 * Measures the comparison of drafts: `npm run measure:drafts -- [DIR] [--verbose]`.
 *
 * 200 scripts that are made up are given a new draft each, of which it is known what became of what: roles renamed, merged, split, aged,
 * cut, added, grown and shrunk; scenes moved, split, joined, omitted, added, polished and rewritten; numbers kept, counted anew or none.
 * Prints precision and recall of the pairs of scenes, of moved scenes and of each kind of event. Every script of DIR (its folders looked
 * into) is given three new drafts in memory. Ends with 1 where a figure is under its limit.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CastMatchError } from '../src-preload/contract/errors.ts'
import type { RoleImpact } from '../src-preload/contract/drafts.ts'
import { compareDrafts, type ComparedDrafts } from '../src-main/drafts/compareDrafts.ts'
import { readScript } from '../src-main/scripts/readScript.ts'
import { asFountain, draftTextOf, madeOf, madePair, madeScript, numbersOf, type DraftPair, type MadeScene } from './draftPairs.ts'
import { numbersFrom } from '../tests/support/mutate.ts'

const pairsMade = 200

/**
 * The least that is good enough, in parts of one.
 *
 * A scene that is matched wrongly hides a change or makes a side stale that is not, so scenes are held to 0.98. Events of roles are
 * suggestions with evidence that she decides on, and a missed one shows as one role gone and one new: 0.9. Moved: 0.9, since of two
 * neighbours that changed places either may be said to have moved. Real scripts repeat headings and stage directions: the same limits.
 */
const limits = { scenes: 0.98, moved: 0.9, events: 0.9 } as const

interface Tally {
  right: number
  found: number
  known: number
}

const tallies = (): Map<string, Tally> => new Map()

function count(into: Map<string, Tally>, key: string, found: ReadonlySet<string>, known: ReadonlySet<string>): readonly string[] {
  const tally = into.get(key) ?? { right: 0, found: 0, known: 0 }
  into.set(key, tally)
  tally.right += [...found].filter(one => known.has(one)).length
  tally.found += found.size
  tally.known += known.size
  return [...[...found].filter(one => !known.has(one)).map(one => `  wrong: ${one}`), ...[...known].filter(one => !found.has(one)).map(one => `  missed: ${one}`)]
}

const scenePairs = ({ scenes }: ComparedDrafts): ReadonlySet<string> => new Set(scenes.flatMap(row => row.old.flatMap(old => row.new.map(now => `${old.index} = ${now.index}`))))
const knownPairs = (scenes: readonly MadeScene[]): ReadonlySet<string> => new Set(scenes.flatMap(({ from }, at) => from.map(old => `${old} = ${at}`)))
const movedScenes = ({ scenes }: ComparedDrafts): ReadonlySet<string> => new Set(scenes.flatMap(row => ([row.kind, ...row.also].includes('moved') ? row.new.map(({ index }) => String(index)) : [])))
const knownMoved = (scenes: readonly MadeScene[]): ReadonlySet<string> => new Set(scenes.flatMap(({ moved }, at) => (moved ? [String(at)] : [])))

function eventsOf({ old, new: now, kind, marks }: RoleImpact): readonly string[] {
  const [before, after] = [old.map(({ name }) => name), now.map(({ name }) => name)]
  const isOne = kind === 'kept' || kind === 'renamed'
  const own = marks.flatMap(mark => ((mark === 'grown' || mark === 'shrunk') && isOne) || mark === 'aged' ? [`${mark} ${before[0]}`] : [])
  switch (kind) {
    case 'new': return [`new ${after[0]}`]
    case 'gone': return [`gone ${before[0]}`]
    case 'renamed': return [`renamed ${before[0]} > ${after[0]}`, ...own]
    case 'merged': return before.filter(name => !after.includes(name)).map(name => `merged ${name} > ${after[0]}`)
    case 'split': return after.filter(name => !before.includes(name)).map(name => `split ${before[0]} > ${name}`)
    case 'kept': return own
  }
}

/** Aged is told of whoever is one role in both drafts; in a merged or split one the lines of several speak. */
const comparable = (events: ReadonlySet<string>, word: string): ReadonlySet<string> => new Set([...events].filter(event => event.startsWith(`${word} `)))
const eventWords = ['renamed', 'merged', 'split', 'gone', 'new', 'aged', 'grown', 'shrunk'] as const

interface Measured {
  readonly mistakes: readonly string[]
  readonly ms: number
}

async function measure(pair: DraftPair, into: Map<string, Tally>): Promise<Measured> {
  const numbers = numbersOf(pair)
  const [old, now] = [await draftTextOf(asFountain(pair.old, numbers.old), 'old'), await draftTextOf(asFountain(pair.new, numbers.new), 'new')]
  if (old.scenes.length !== pair.old.length || now.scenes.length !== pair.new.length) return { mistakes: ['  not read back as it was written'], ms: 0 }
  const start = performance.now()
  const report = compareDrafts({ old, new: now, apart: [], elsewhere: [] })
  const ms = performance.now() - start
  const found = new Set(report.roles.flatMap(eventsOf))
  const mistakes = [
    ...count(into, 'scenes', scenePairs(report), knownPairs(pair.new)),
    ...count(into, 'moved', movedScenes(report), knownMoved(pair.new)),
    ...eventWords.flatMap(word => count(into, word, comparable(found, word), comparable(pair.events, word))),
  ]
  return { mistakes, ms }
}

/** Prints a table of the tallies; tells whether all are within their limits. */
function printed(title: string, tally: Map<string, Tally>): boolean {
  console.log(`\n${title}\n${'what'.padEnd(10)} ${'known'.padStart(7)} ${'found'.padStart(7)} ${'precision'.padStart(10)} ${'recall'.padStart(8)}`)
  return [...tally].map(([key, { right, found, known }]) => {
    const [precision, recall] = [found === 0 ? 1 : right / found, known === 0 ? 1 : right / known]
    const limit = key === 'scenes' ? limits.scenes : key === 'moved' ? limits.moved : limits.events
    const isGood = precision >= limit && recall >= limit
    console.log(`${key.padEnd(10)} ${String(known).padStart(7)} ${String(found).padStart(7)} ${precision.toFixed(4).padStart(10)} ${recall.toFixed(4).padStart(8)}${isGood ? '' : `  UNDER ${limit}`}`)
    return isGood
  }).every(Boolean)
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder).toSorted().flatMap(name => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })

async function measureFolder(folder: string, verbose: boolean): Promise<boolean> {
  const tally = tallies()
  const times: { readonly file: string; readonly pages: number; readonly ms: number }[] = []
  for (const file of filesBelow(folder)) {
    const read = await readScript(new Uint8Array(readFileSync(file)), file.split('/').at(-1) ?? file).catch((error: unknown) => {
      if (error instanceof CastMatchError) return null
      throw error
    })
    // Too short to be given moved, split and omitted scenes.
    if (!read || read.reading.scenes.length < 20) continue
    for (let draft = 0; draft < 3; draft++) {
      const { mistakes, ms } = await measure(madePair(madeOf(read.elements, read.reading.scenes), numbersFrom(draft + 1)), tally)
      times.push({ file, pages: read.reading.pages, ms })
      if (verbose && mistakes.length > 0) console.log(`${file} ${draft}\n${mistakes.join('\n')}`)
    }
  }
  const isGood = printed(`${times.length} new drafts of real scripts`, tally)
  const [slowest] = times.toSorted((a, b) => b.ms - a.ms)
  if (slowest) console.log(`slowest: ${slowest.ms.toFixed(0)} ms for ${slowest.file} (${slowest.pages} pages)`)
  return isGood
}

const [folder] = process.argv.slice(2).filter(word => !word.startsWith('--'))
const isVerbose = process.argv.includes('--verbose')
const tally = tallies()
const times: number[] = []
for (let seed = 1; seed <= pairsMade; seed++) {
  const numbers = numbersFrom(seed)
  const { mistakes, ms } = await measure(madePair(madeScript(numbers), numbers), tally)
  times.push(ms)
  if (isVerbose && mistakes.length > 0) console.log(`pair ${seed}\n${mistakes.join('\n')}`)
}
let isGood = printed(`${pairsMade} made-up pairs, ${(times.reduce((sum, ms) => sum + ms, 0) / times.length).toFixed(0)} ms each`, tally)
if (folder !== undefined) isGood = (await measureFolder(folder, isVerbose)) && isGood
process.exitCode = isGood ? 0 : 1
