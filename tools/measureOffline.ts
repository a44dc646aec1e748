/**
 * Measures what the records answer without Claude: `npm run measure:offline -- [--verbose]`.
 *
 * Asks the questions of tests/chat/offline/questions.ts of the demo and a small book, in a temporary data folder and with the real sentence
 * encoder, and prints the share answered rightly and wrongly by intent and language, those set aside while the grammar was tuned apart; then the same of
 * the talks of tests/chat/offline/talks.ts, whose last sentence leans on what was said before or wishes to have something done.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../src-main/database/openDatabase.ts'
import { openEmbedder } from '../src-main/embedding/embedder.ts'
import { startIndexer } from '../src-main/talent/indexing.ts'
import { createWorkerPool } from '../src-main/workers/workerPool.ts'
import { measureQuestions, measureTalks, sharesOf, type Outcome } from '../tests/chat/offline/measure.ts'
import { fillOffice, noon } from '../tests/chat/offline/office.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const verbose = process.argv.includes('--verbose')
const withAside = process.argv.includes('--aside')
const data = mkdtempSync(join(tmpdir(), 'castmatch-offline-'))
const pools = [createWorkerPool({ threads: 1 }), createWorkerPool({ threads: 1 })] as const
const db = openDatabase({ folder: data, now: () => noon })
try {
  const embedder = await openEmbedder(pools[1])
  const office = await fillOffice(db, pools[0], embedder)
  const indexer = startIndexer({ db, embedder, onError: error => { throw error } })
  for await (const { done, total } of indexer.follow()) if (done === total) break
  await indexer.close()
  const began = performance.now()
  const outcomes = await measureQuestions(office)
  print(outcomes, performance.now() - began)
  printTalks(await measureTalks(office))
} finally {
  db.close()
  await Promise.all(pools.map(pool => pool.close()))
  rmSync(data, { recursive: true, force: true })
}

function line(name: string, of: readonly Outcome[]): void {
  const { count, right, wrong } = sharesOf(of)
  say(`${name.padEnd(28)} ${String(count).padStart(4)}   right ${right.toFixed(3)}   wrong ${wrong.toFixed(3)}`)
}

function tellFaults(outcomes: readonly Outcome[]): void {
  if (verbose) for (const { text, intent, result, why, isSetAside } of outcomes) if (result !== 'right' && (withAside || !isSetAside)) say(`${result.padEnd(9)} ${intent.padEnd(12)} ${text}: ${why}`)
}

function printTalks(outcomes: readonly Outcome[]): void {
  say('')
  for (const [name, of] of [...Map.groupBy(outcomes.filter(outcome => withAside || !verbose || !outcome.isSetAside), ({ intent }) => intent)].sort()) line(name, of)
  line('talks, tuned on', outcomes.filter(outcome => !outcome.isSetAside))
  line('talks, set aside', outcomes.filter(outcome => outcome.isSetAside))
  tellFaults(outcomes)
}

function print(outcomes: readonly Outcome[], ms: number): void {
  const ours = outcomes.filter(({ intent }) => intent !== 'notOurs')
  const theirs = outcomes.filter(({ intent }) => intent === 'notOurs')
  for (const [name, of] of [...Map.groupBy(outcomes.filter(outcome => withAside || !verbose || !outcome.isSetAside), ({ intent }) => intent)].sort()) line(name, of)
  say('')
  for (const language of ['en', 'hi'] as const) line(language === 'en' ? 'English' : 'Hindi', ours.filter(outcome => outcome.language === language))
  line('tuned on', ours.filter(outcome => !outcome.isSetAside))
  line('set aside', ours.filter(outcome => outcome.isSetAside))
  line('all that is ours', ours)
  line('only for Claude, tuned on', theirs.filter(outcome => !outcome.isSetAside))
  line('only for Claude, set aside', theirs.filter(outcome => outcome.isSetAside))
  line('everything', outcomes)
  say(`${(ms / outcomes.length).toFixed(1)} ms a question`)
  tellFaults(outcomes)
}
