import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { isRunning } from './run.mjs'

/** Milliseconds between two signs of life of the holder. */
const beatMs = 2_000
/** A holder that gave no sign for so long is taken for dead, whatever its process id says. */
const silentMs = 60_000

/**
 * Runs a task while no other process runs one under the same lock file, and gives its result.
 *
 * Waits as long as the holder lives; a lock left behind by a dead holder is taken over. `onWait` is called once
 * where it has to wait.
 *
 * @template Result
 * @param {string} file
 * @param {() => Promise<Result>} task
 * @param {() => void} [onWait]
 * @returns {Promise<Result>}
 */
export async function withLock(file, task, onWait) {
  mkdirSync(dirname(file), { recursive: true })
  let told = false
  while (!take(file)) {
    if (isAbandoned(file)) takeAway(file)
    else {
      if (!told) onWait?.()
      told = true
      await new Promise(resolve => setTimeout(resolve, 150))
    }
  }
  const beat = setInterval(() => utimesSync(file, new Date(), new Date()), beatMs)
  const release = () => rmSync(file, { force: true })
  process.once('exit', release)
  try {
    return await task()
  } finally {
    clearInterval(beat)
    process.off('exit', release)
    release()
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, JSON.stringify({ host: hostname(), pid: process.pid }), { flag: 'wx' })
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
}

/** @param {string} file */
function isAbandoned(file) {
  const stat = statSync(file, { throwIfNoEntry: false })
  if (!stat) return false
  if (Date.now() - stat.mtimeMs > silentMs) return true
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8'))
    return holder.host === hostname() && !isRunning(Number(holder.pid))
  } catch {
    return false // just being written, or just taken away
  }
}

/**
 * Two waiters may find the same lock abandoned; a second lock sees to it that only one of them removes it, after
 * looking once more, and so never removes the new lock of the other.
 *
 * @param {string} file
 */
function takeAway(file) {
  const second = `${file}.takeover`
  if (!take(second)) {
    const stat = statSync(second, { throwIfNoEntry: false })
    if (stat && Date.now() - stat.mtimeMs > silentMs) rmSync(second, { force: true })
    return
  }
  try {
    if (isAbandoned(file)) rmSync(file, { force: true })
  } finally {
    rmSync(second, { force: true })
  }
}
