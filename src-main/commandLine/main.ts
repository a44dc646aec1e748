import { runCommandLine } from './program.ts'

const broken = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => broken.abort())

// Not process.exit: what was written to a pipe must get out first.
process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: text => void process.stdout.write(text),
  err: text => void process.stderr.write(text),
  isWatched: process.stderr.isTTY === true,
  now: () => new Date(),
  signal: broken.signal,
})
