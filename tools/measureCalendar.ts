import { rmSync } from 'node:fs'
import { makeTemplate } from '../tests/support/calendarModel/modelOffice.ts'
import { manyRuns } from '../tests/support/calendarModel/manyRuns.ts'

// npm run measure:calendar -- [runs] [seed]: random sequences of changes here and in Google, failures, kills and clock jumps
// against the stand-in of Google Calendar. After each, both sides must have come together. Prints the seed, which makes the
// same runs again, and ends with 1 where one failed, printed as short as it could be made.

const [runs = 2_000, seed = Date.now() % 2_147_483_647] = process.argv.slice(2).map(Number)
const template = makeTemplate()
const began = performance.now()
const cpu = process.cpuUsage()
let steps = 0
let done = 0
try {
  const result = await manyRuns(template, { runs, seed, longest: 40 }, length => {
    steps += length
    done += 1
    if (done % 100 === 0) process.stderr.write(`${done} runs\n`)
  })
  const { user, system } = process.cpuUsage(cpu)
  console.log(`${result.runs} runs of ${steps} steps, seed ${seed}: ${result.failed ? 'FAILED' : 'all came together'}; ${((performance.now() - began) / 1_000).toFixed(0)} s by the clock, ${((user + system) / 1e6).toFixed(0)} s of the processor`)
  if (result.failed) {
    console.log(`path ${result.path}, made shorter ${result.shortened} times\n${result.wrong}\n${result.steps.map(step => JSON.stringify(step)).join('\n')}`)
    process.exitCode = 1
  }
} finally {
  rmSync(template.folder, { recursive: true, force: true })
}
