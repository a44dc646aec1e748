import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/**
 * What a process of ours wrote, line by line, until it was killed without warning after so many lines.
 *
 * The last line may be cut in two: nobody has read it, and it is left out. Throws an Error where the process ended by itself before.
 */
export async function linesUntilKilled<Line>(program: URL, folder: string, afterLines: number): Promise<readonly Line[]> {
  const child = spawn(process.execPath, [fileURLToPath(program), folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit') as Promise<[code: number | null, signal: string | null]>
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    if (lines.length === afterLines) child.kill('SIGKILL')
  }
  const [code, signal] = await ended
  if (signal !== 'SIGKILL') throw new Error(`The process ended by itself with ${String(code)}, before it was killed.`)
  return lines.flatMap(line => {
    try {
      return [JSON.parse(line) as Line]
    } catch {
      return []
    }
  })
}
