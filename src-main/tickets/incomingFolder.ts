import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Gives the folder for this process's uploads, `incoming/<process id>` of the data folder, and deletes what processes
 * that are gone left there; another CastMatch on the same data keeps its own.
 */
export function incomingFolder(dataFolder: string, isRunning: (processId: number) => boolean = isProcessRunning): string {
  return ownFolder(join(dataFolder, 'incoming'), isRunning)
}

/** Gives this process its own folder below another, and deletes those of processes that are gone; it is made by who first writes to it. */
export function ownFolder(incoming: string, isRunning: (processId: number) => boolean = isProcessRunning): string {
  mkdirSync(incoming, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(incoming)) {
    if (!isRunning(Number(name))) rmSync(join(incoming, name), { recursive: true, force: true })
  }
  return join(incoming, String(process.pid))
}

function isProcessRunning(processId: number): boolean {
  if (!Number.isSafeInteger(processId) || processId <= 0) return false
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
