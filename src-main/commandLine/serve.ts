import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * `castmatch serve`: the browser door, as a process of its own beside this one, with the same flags.
 *
 * No door imports another, so it is started and not called. Gives its exit code once it ended; a signal to end is passed on.
 */
export function serve(flags: readonly string[]): Promise<number> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const door = fileURLToPath(new URL(`../loopback/main.${extension}`, import.meta.url))
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [door, ...flags], { stdio: 'inherit' })
    const end = (): void => void child.kill('SIGTERM')
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
    child.once('error', reject)
    child.once('exit', code => resolve(code ?? 1))
  })
}
