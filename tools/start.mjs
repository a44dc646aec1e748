import { join } from 'node:path'
import { electronBinary, fetchElectron, whyNoWindow } from './electron.mjs'
import { runInForeground } from './run.mjs'
import { goWhereTheUserIs, projectEnvironment, projectFolder, projectNode, setUp } from './setUp.mjs'

// npm start: sets up what is missing, then opens CastMatch; the desktop where it can, else the browser.
// Progress goes to standard error: standard output carries only the line of the browser door.

/** @param {string} line */
const say = line => {
  process.stderr.write(`${line}\n`)
}

const usage = `npm start [-- OPTIONS]
  --data DIR      keep everything in DIR instead of the usual folder
  --demo          open the demo
  --no-electron   use the browser, not the desktop window
  --electron      try again to fetch the desktop window
  --no-open       use the browser door, but do not open a browser
  --port N        use the browser door on port N; 0 takes any free port`

/** @param {readonly string[]} args */
async function openDesktop(args) {
  if (args.includes('--no-electron')) return undefined
  if (args.includes('--no-open') || args.some(arg => arg === '--port' || arg.startsWith('--port='))) return undefined
  const noWindow = whyNoWindow()
  if (noWindow) return say(`CastMatch opens in the browser: ${noWindow}.`)
  const there = electronBinary()
  const electron = there ? { binary: there } : await fetchElectron(say, { again: args.includes('--electron') })
  if ('why' in electron) return say(`CastMatch opens in the browser: ${electron.why}`)
  const started = Date.now()
  const code = await runInForeground(electron.binary, [projectFolder, ...forDoor(args)], { cwd: process.cwd(), env: projectEnvironment() })
  if (code === 0 || Date.now() - started > 10_000) return code
  return say('CastMatch opens in the browser: the desktop window ended at once (see above).')
}

/** @param {readonly string[]} args */
const forDoor = args => args.filter(arg => arg !== '--electron' && arg !== '--no-electron')

const args = process.argv.slice(2)
if (args.includes('--help') || args.includes('-h')) {
  process.stdout.write(`${usage}\n`)
} else {
  try {
    goWhereTheUserIs('start')
    await setUp({ say })
    const door = join(projectFolder, 'out', 'main', 'loopback', 'main.js')
    process.exitCode = (await openDesktop(args)) ?? (await runInForeground(projectNode, [door, ...forDoor(args)], { env: projectEnvironment(), withChannel: true }))
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
