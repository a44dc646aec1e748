import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run } from './run.mjs'
import { packageScript, projectEnvironment, projectFolder, projectNode } from './setUp.mjs'

const folder = join(projectFolder, 'node_modules', 'electron')
const failedFile = join(projectFolder, '.castmatch', 'electron-failed.json')
const timeLimitMs = 60_000

/**
 * The path of Electron's binary; undefined where it is not installed.
 *
 * Never asks the package itself: importing `electron` in Node begins a download.
 *
 * @returns {string | undefined}
 */
export function electronBinary() {
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(binary) ? binary : undefined
}

/**
 * Why this machine cannot show a window, in words; undefined where it can.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @param {number | undefined} userId 0 is root, to whom Electron's sandbox is closed
 * @returns {string | undefined}
 */
export function whyNoWindow(env = process.env, platform = process.platform, userId = process.getuid?.()) {
  if (platform !== 'linux') return undefined
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return 'this machine has no display'
  return userId === 0 ? 'the desktop window does not open for the root user' : undefined
}

/**
 * Fetches Electron's binary, once for each version and for at most 60 seconds, and gives its path or why there is none.
 *
 * A failed try is remembered, so that the next start is quick; `again` tries once more.
 *
 * @param {(line: string) => void} say
 * @param {{ again: boolean }} options
 * @returns {Promise<{ binary: string } | { why: string }>}
 */
export async function fetchElectron(say, { again }) {
  const version = readJson(join(folder, 'package.json'))?.['version']
  const failed = readJson(failedFile)
  if (failed?.['version'] === version && !again) return { why: `${failed?.['why']} "npm start -- --electron" tries again.` }
  say('Fetching the desktop window (Electron), at most one minute ...')
  const { timedOut } = await run(projectNode, [packageScript('electron', 'install.js')], { cwd: projectFolder, env: projectEnvironment(), timeLimitMs })
  const binary = electronBinary()
  if (binary) {
    rmSync(failedFile, { force: true })
    return { binary }
  }
  const why = `the desktop window (Electron) could not be fetched ${timedOut ? 'within a minute' : 'from here'}.`
  mkdirSync(dirname(failedFile), { recursive: true })
  writeFileSync(failedFile, `${JSON.stringify({ version, why })}\n`)
  return { why: `${why} "npm start -- --electron" tries again.` }
}

/**
 * @param {string} file
 * @returns {Record<string, string> | undefined}
 */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
