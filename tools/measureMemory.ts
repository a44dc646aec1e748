/**
 * Measures recall on the set of tests/memory/recallSet.ts: `npm run measure:memory -- [--verbose] [--words]`.
 *
 * Prints recall@5 and MRR by kind and language, the questions kept aside apart, what was recalled though it is over (must be nothing), and
 * what was recalled for questions that nothing answers. `--words` measures without the encoder. Ends with 1 where recall@5 is under 0.9 or
 * anything over was recalled. `--verbose` shows each question that was looked at while tuning, never one kept aside.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../src-main/database/openDatabase.ts'
import { openEmbedder } from '../src-main/embedding/embedder.ts'
import { createWorkerPool } from '../src-main/workers/workerPool.ts'
import { figures, gone, measureRecall, type Answered } from '../tests/memory/measureRecall.ts'
import { memories } from '../tests/memory/recallSet.ts'

const required = 0.9
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const folder = mkdtempSync(join(tmpdir(), 'castmatch-memory-'))
const pool = createWorkerPool({ threads: 1 })
const db = openDatabase({ folder, now: () => new Date() })
try {
  report(await measureRecall(db, process.argv.includes('--words') ? null : await openEmbedder(pool)))
} finally {
  await pool.close()
  db.close()
  rmSync(folder, { recursive: true, force: true })
}

function report(all: readonly Answered[]): void {
  const answerable = all.filter(({ answers }) => answers.length > 0)
  const row = (name: string, of: readonly Answered[]): void => {
    const { n, recall, mrr } = figures(of)
    say(`${name.padEnd(24)}${String(n).padStart(4)}${recall.toFixed(3).padStart(10)}${mrr.toFixed(3).padStart(8)}`)
  }
  if (process.argv.includes('--verbose')) all.filter(({ aside }) => !aside).forEach(show)
  say(`${'questions'.padEnd(24)}   n  recall@5     MRR`)
  for (const kind of new Set(answerable.map(question => question.kind))) row(kind, answerable.filter(question => question.kind === kind))
  for (const language of ['en', 'rh', 'hi', 'mr'] as const) row({ en: 'English', rh: 'Roman Hindi', hi: 'Devanagari', mr: 'Marathi' }[language], answerable.filter(question => question.language === language))
  row('looked at while tuning', answerable.filter(({ aside }) => !aside))
  row('kept aside', answerable.filter(({ aside }) => aside))
  row('all', answerable)
  const over = all.flatMap(({ found }) => found).filter(({ key }) => gone.has(key) || key === '').length
  const nothing = all.filter(({ answers }) => answers.length === 0)
  const falsely = (of: readonly Answered[]): string => `${of.filter(({ found }) => found.length > 0).length} of ${of.length}`
  say(`closed, expired or forgotten ones recalled: ${over}`)
  say(`questions without an answer for which something was recalled: ${falsely(nothing)} (kept aside: ${falsely(nothing.filter(({ aside }) => aside))})`)
  say(`recalled for a question with an answer: ${(answerable.reduce((sum, { found }) => sum + found.length, 0) / answerable.length).toFixed(1)} memories`)
  if (figures(answerable).recall < required || over > 0) process.exitCode = 1
}

function show({ text, answers, found, rank }: Answered): void {
  const words = (key: string): string => memories.find(memory => memory.key === key)?.text ?? ''
  if (rank === 1) return
  say(`${rank === 0 ? 'MISSED' : `at ${rank}`}: ${text}\n    wanted ${answers.map(key => `${key} ${words(key)}`).join('; ')}`)
  for (const { key, score } of found) say(`    ${score.toFixed(2)} ${key} ${words(key)}`)
}
