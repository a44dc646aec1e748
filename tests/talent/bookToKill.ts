/**
 * Takes three sheets into the book of a folder, one after the other, teaches search by meaning each of their people, and says every step in a
 * line of JSON; whoever started it ends it with SIGKILL.
 */
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../src-main/database/openDatabase.ts'
import { importSheet } from '../../src-main/talent/importSheet.ts'
import { mendImports } from '../../src-main/talent/imports/imports.ts'
import { startIndexer } from '../../src-main/talent/indexing.ts'
import { createWorkerPool } from '../../src-main/workers/workerPool.ts'
import { rowsOfASheet, shortEmbedder, type KillLine } from './killBook.ts'

const folder = process.argv[2] ?? ''
const now = () => new Date()
const say = (line: KillLine): void => void process.stdout.write(`${JSON.stringify(line)}\n`)
const db = openDatabase({ folder, now })
const pool = createWorkerPool({ threads: 1 })
await mendImports({ db, pool, now })
const begun = Date.now()
for (let sheet = 1; ; sheet++) {
  const name = `sheet ${begun} ${sheet}.csv`
  const path = join(folder, name)
  const rows = Array.from({ length: rowsOfASheet }, (_, row) => `Person ${row.toString(36)}x of ${sheet} ${begun.toString(36)}y,F,20-30,Pune,"swimming, chess"`)
  writeFileSync(path, ['Name,Gender,Playing Age,City,Skills', ...rows].join('\n'))
  for await (const event of importSheet({ db, pool, now }, { name, path, size: statSync(path).size })) {
    say(event.kind === 'done' ? { kind: 'imported', name } : { kind: 'importing', name })
  }
  const indexer = startIndexer({ db, embedder: shortEmbedder, onError: error => { throw error } })
  for await (const { done } of indexer.follow()) say({ kind: 'known', done })
  await indexer.close()
}
