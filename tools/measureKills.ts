/**
 * Measures what is lost where CastMatch is killed: `npm run measure:kills -- [points] [seed]`.
 *
 * Ends a process that streams and saves answers with SIGKILL at fifty random points (the same ones for the same seed), and looks at the file
 * each time: whether it opens whole, whether every word that was shown is in it, and whether the next question is answered. Then twenty times
 * a process that takes sheets in and learns their people: whether each sheet is there whole or not at all, and the rest is learnt.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { killChat } from '../tests/chat/killChat.ts'
import { killBook } from '../tests/talent/killBook.ts'
import { numbersFrom } from '../tests/support/mutate.ts'

const [points = 50, seed = 1] = process.argv.slice(2).map(Number)
/** How many kills one file lives through before a new one is begun. */
const killsOfAFile = 10
/** Some three answers with their look-ups, in acknowledged lines. */
const longest = 300

const below = numbersFrom(seed)
let streaming = 0
let failed = 0
let folder = ''
for (let point = 1; point <= points; point++) {
  if ((point - 1) % killsOfAFile === 0) {
    if (folder) rmSync(folder, { recursive: true, force: true })
    folder = mkdtempSync(join(tmpdir(), 'castmatch-kills-'))
  }
  const lines = 3 + below(longest)
  const { during, wrong } = await killChat(folder, lines)
  if (during === 'streaming') streaming += 1
  if (wrong.length > 0) failed += 1
  process.stdout.write(`${point}. after ${lines} lines, ${during}: ${wrong.length === 0 ? 'nothing lost' : wrong.join('; ')}\n`)
}
rmSync(folder, { recursive: true, force: true })
process.stdout.write(`${points} kills, ${streaming} in the midst of an answer, ${failed} with something lost (seed ${seed})\n`)

/** How often a process that takes sheets in is killed, and the most lines it says before: some two sheets. */
const [bookKills, longestBook] = [20, 150]
const booksKilled = { importing: 0, imported: 0, known: 0 }
let broken = 0
for (let point = 1; point <= bookKills; point++) {
  if ((point - 1) % killsOfAFile === 0) {
    rmSync(folder, { recursive: true, force: true })
    folder = mkdtempSync(join(tmpdir(), 'castmatch-kills-'))
  }
  // Half of them at the first lines, where a sheet comes in.
  const lines = 1 + below(point % 2 === 0 ? 6 : longestBook)
  const { during, wrong } = await killBook(folder, lines)
  booksKilled[during] += 1
  if (wrong.length > 0) broken += 1
  process.stdout.write(`${point}. after ${lines} lines, ${during}: ${wrong.length === 0 ? 'nothing lost' : wrong.join('; ')}\n`)
}
rmSync(folder, { recursive: true, force: true })
process.stdout.write(`${bookKills} kills of a book, ${booksKilled.importing} in the midst of a sheet, ${booksKilled.known} of learning, ${broken} with something lost\n`)
process.exitCode = failed + broken === 0 ? 0 : 1
