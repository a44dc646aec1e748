import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runInForeground } from './run.mjs'
import { goWhereTheUserIs, isProjectNode, projectEnvironment, projectFolder, projectNode, setUp } from './setUp.mjs'

// npm run --silent castmatch -- COMMAND: sets up what is missing (telling so on standard error), then runs the command line.

const door = join(projectFolder, 'out', 'main', 'commandLine', 'main.js')
try {
  goWhereTheUserIs('castmatch')
  await setUp({ say: line => process.stderr.write(`${line}\n`) })
  if (isProjectNode()) {
    process.argv[1] = door
    await import(pathToFileURL(door).href) // saves the start of another process
  } else {
    process.exitCode = await runInForeground(projectNode, [door, ...process.argv.slice(2)], { env: projectEnvironment() })
  }
} catch (error) {
  process.stderr.write(`${JSON.stringify({ code: 'UNEXPECTED', message: error instanceof Error ? error.message : String(error) })}\n`)
  process.exitCode = 1
}
