import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { projectEnvironment, projectFolder, projectNode } from '../setUp.mjs'

/** How long a door may take to print its link, in milliseconds. */
const startLimit = 60_000

/**
 * A browser door that runs: its one-time link, and how to end it.
 *
 * @typedef {object} RunningDoor
 * @property {string} link
 * @property {() => Promise<void>} stop ends it well: what is saved stays
 * @property {() => Promise<void>} kill ends it at once, as a crash would
 */

/**
 * Starts the built browser door on a data folder and waits for its link.
 *
 * Throws an Error with what the door said where it ends before that, or after a minute.
 *
 * @param {{ dataFolder: string, demo?: boolean, port?: number, env?: Readonly<Record<string, string>> }} options port 0, the default, takes any free one
 * @returns {Promise<RunningDoor>}
 */
export async function startBrowserDoor({ dataFolder, demo = false, port = 0, env = {} }) {
  const args = [join(projectFolder, 'out', 'main', 'loopback', 'main.js'), '--no-open', '--port', `${port}`, '--data', dataFolder, ...(demo ? ['--demo'] : [])]
  const child = spawn(projectNode, args, { cwd: projectFolder, env: { ...projectEnvironment(), ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const gone = once(child, 'exit')
  let said = ''
  /** @type {Promise<string>} */
  const link = new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`The browser door did not start within a minute. It said:\n${said}`))
    }, startLimit)
    child.stderr.on('data', bytes => { said += bytes })
    child.stdout.on('data', bytes => {
      said += bytes
      const found = /^CastMatch: (\S+)$/m.exec(said)?.[1]
      if (found) {
        clearTimeout(limit)
        resolve(found)
      }
    })
    child.once('exit', code => {
      clearTimeout(limit)
      reject(new Error(`The browser door ended with code ${code ?? 'none'}. It said:\n${said}`))
    })
  })
  /** @param {NodeJS.Signals} signal */
  const end = async signal => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await gone
  }
  return { link: await link, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}
