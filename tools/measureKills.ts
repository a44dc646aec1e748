/**
 * Measures what is lost where CastMatch is killed: `npm run measure:kills -- [points] [seed]`.
 *
 * Ends a process that streams and saves answers with SIGKILL at fifty random points (the same ones for the same seed), and looks at the file
 * each time: whether it opens whole, whether every word that was shown is in it, and whether the next question is answered.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { killChat } from '../tests/chat/killChat.ts'
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
process.exitCode = failed === 0 ? 0 : 1
