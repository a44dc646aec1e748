import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/**
 * Runs a program to its end and gives its exit code, what it printed, and whether the time limit ended it.
 *
 * What it prints goes to `onOutput` as it comes (standard output and error alike). Its standard input is closed, so
 * that nothing ever waits for a terminal. A program that cannot be started ends with code 127.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeLimitMs?: number, onOutput?: (text: string) => void, shell?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string, timedOut: boolean }>}
 */
export function run(program, args, { cwd, env = process.env, timeLimitMs, onOutput, shell = false } = {}) {
  return new Promise(resolve => {
    const child = spawn(program, [...args], { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let timedOut = false
    /** @param {Buffer} bytes */
    const hear = bytes => {
      output += bytes
      onOutput?.(String(bytes))
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    const limit = timeLimitMs === undefined ? undefined : setTimeout(() => {
      timedOut = true
      child.kill('SIGKILL')
    }, timeLimitMs)
    const end = () => child.kill('SIGTERM')
    for (const signal of endSignals) process.once(signal, end)
    /** @param {number} code */
    const ended = code => {
      clearTimeout(limit)
      for (const signal of endSignals) process.off(signal, end)
      resolve({ code, output, timedOut })
    }
    child.once('error', error => {
      output += error.message
      ended(127)
    })
    child.once('close', (code, signal) => ended(code ?? (signal ? 1 : 0)))
  })
}

/** The signals that ask a program to end. */
export const endSignals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

/**
 * Runs a program in the foreground, in place of this one, and gives its exit code.
 *
 * It gets our streams. A signal to end is passed on and waited for; after ten seconds, or on the third signal, it is
 * killed. A channel to us is held open, so that a door notices when we are killed outright. Where npm started us and
 * npm goes away, the program is ended too.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, withChannel?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function runInForeground(program, args, { cwd, env = process.env, withChannel = false } = {}) {
  return new Promise(resolve => {
    const child = spawn(program, [...args], { cwd, env, stdio: withChannel ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit' })
    let asked = 0
    let patience = /** @type {NodeJS.Timeout | undefined} */ (undefined)
    const end = () => {
      asked += 1
      child.kill(asked > 2 ? 'SIGKILL' : 'SIGTERM')
      patience ??= setTimeout(() => child.kill('SIGKILL'), 10_000).unref()
    }
    for (const signal of endSignals) process.on(signal, end)
    const npm = process.env['npm_lifecycle_event'] === undefined ? undefined : npmAbove()
    const watch = npm === undefined ? undefined : setInterval(() => {
      if (!isRunning(npm)) end()
    }, 1_000).unref()
    /** @param {number} code */
    const ended = code => {
      clearInterval(watch)
      clearTimeout(patience)
      for (const signal of endSignals) process.off(signal, end)
      resolve(code)
    }
    child.once('error', () => ended(127))
    child.once('exit', code => ended(code ?? (asked > 0 ? 0 : 1)))
  })
}

/**
 * The process id of the npm that started us; it stands above the shell that it starts scripts with, where the shell did
 * not give way to us. Undefined where it cannot be told.
 */
function npmAbove() {
  if (process.platform === 'win32') return undefined
  const parent = process.ppid
  const [above, name] = aboutProcess(parent)
  return name && /(^|\/)(sh|dash|bash|zsh)$/.test(name) ? above : parent
}

/**
 * The parent of a process and the program it runs.
 *
 * @param {number} id
 * @returns {[above: number | undefined, name: string | undefined]}
 */
function aboutProcess(id) {
  if (existsSync('/proc/self/stat')) {
    try {
      const stat = readFileSync(`/proc/${id}/stat`, 'utf8')
      const above = /^.*\) \S (\d+)/s.exec(stat)?.[1] // the name before it, in brackets, may hold anything
      return [Number(above), readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0')[0]]
    } catch {
      return [undefined, undefined]
    }
  }
  const [, above, name] = /^\s*(\d+)\s+(\S+)/.exec(spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(id)], { encoding: 'utf8' }).stdout ?? '') ?? []
  return [above === undefined ? undefined : Number(above), name]
}

/**
 * Tells whether a process of that number runs on this machine.
 *
 * @param {number} id
 */
export function isRunning(id) {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
