/**
 * Times how duplicates are found in books of 1,000, 10,000 and 100,000 people: `npm run bench:duplicates -- [SIZE ...]`.
 *
 * The people of the seeded book are written into a real database and compared as the application does it, everybody at once and then ten who were changed. Prints
 * processor time beside the clock, the pairs compared, precision and recall of what was planted, the size of what is kept, and the exponent of the growth. Ends with 1
 * where 100,000 take more than 60 s of the processor.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Database } from '../src-main/database/openDatabase.ts'
import { inTransaction } from '../src-main/database/inTransaction.ts'
import { renewPairs } from '../src-main/talent/duplicates/renewPairs.ts'
import { unknownFacts } from '../src-main/talent/talentRecord.ts'
import { talentWriter } from '../src-main/talent/talentWriter.ts'
import { seededBook, type SeededBook } from '../tests/support/duplicateBook.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const sizes = process.argv.slice(2).map(Number).filter(size => size > 0)
const limitSeconds = 60
const at = '2026-11-02T09:30:00.000Z'
const times: (readonly [size: number, seconds: number])[] = []

say('people   processor s   clock s   pairs compared   suggested   precision   recall   ten changed ms   memory MB   file MB')
for (const size of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) times.push([size, measure(size)])
for (const [index, [size, seconds]] of times.entries()) {
  const before = times[index - 1]
  if (before) say(`${before[0].toLocaleString('en')} to ${size.toLocaleString('en')}: exponent ${(Math.log(seconds / before[1]) / Math.log(size / before[0])).toFixed(2)}`)
}
const last = times.at(-1)
if (last && last[0] >= 100_000 && last[1] > limitSeconds) process.exitCode = 1

function measure(size: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'castmatch-duplicates-'))
  const db = openDatabase({ folder, now: () => new Date(at) })
  try {
    const book = seededBook(size)
    fill(db, book)
    const [clock, processor] = [performance.now(), process.cpuUsage()]
    const { compared, suggested } = renewPairs(db, { at, say: () => {} })
    const used = process.cpuUsage(processor)
    const seconds = (used.user + used.system) / 1e6
    const elapsed = (performance.now() - clock) / 1000
    const planted = new Set(book.planted.map(pair => pair.join(' ')))
    const found = db.prepare('SELECT talent_id, other_talent_id FROM duplicate_pair').raw().all() as [string, string][]
    const right = found.filter(pair => planted.has(pair.join(' '))).length
    const changed = changeTen(db)
    const memory = process.memoryUsage().rss / 1e6
    db.pragma('wal_checkpoint(TRUNCATE)')
    const cells: readonly (readonly [string | number, number])[] = [
      [size, 6], [seconds.toFixed(2), 14], [elapsed.toFixed(2), 10], [compared, 17], [suggested, 12], [(right / found.length).toFixed(3), 12], [(right / planted.size).toFixed(3), 9],
      [changed.toFixed(0), 17], [memory.toFixed(0), 12], [(statSync(join(folder, 'castmatch.db')).size / 1e6).toFixed(0), 10],
    ]
    say(cells.map(([value, width]) => String(value).padStart(width)).join(''))
    return seconds
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function fill(db: Database, { people }: SeededBook): void {
  const writer = talentWriter(db)
  inTransaction(db, () => {
    for (const { id, name, gender, playingFrom, playingTo, heightCm, city, phoneKey, email } of people) {
      const playingRange = playingFrom === null || playingTo === null ? null : { from: playingFrom, to: playingTo }
      writer.insert({ ...unknownFacts, name, gender: gender as 'female' | 'male' | null, playingRange, heightCm, city, phone: phoneKey, email }, { id, source: 'bench', at })
    }
  })
}

/** Milliseconds of the processor for ten people whose names were written otherwise. */
function changeTen(db: Database): number {
  db.exec(`UPDATE talent SET spellings = '["Somebody Else"]' WHERE row <= 10`)
  const processor = process.cpuUsage()
  renewPairs(db, { at, say: () => {} })
  const { user, system } = process.cpuUsage(processor)
  return (user + system) / 1000
}
