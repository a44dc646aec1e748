import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hashOfFile, stampOf } from './fingerprint.mjs'
import { withLock } from './lock.mjs'
import { run } from './run.mjs'

/** The folder of the project. */
export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)))

/** The Node that the project brings along (see package.json), whatever the system's may be. */
export const projectNode = join(projectFolder, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** Tells whether this very process runs under the project's own Node. */
export function isProjectNode() {
  try {
    return realpathSync(process.execPath) === realpathSync(projectNode)
  } catch {
    return false
  }
}

/** The environment for the project's programs: its own Node first on PATH, no telemetry. */
export function projectEnvironment() {
  const path = [dirname(projectNode), join(projectFolder, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter)
  return { ...process.env, PATH: path, DO_NOT_TRACK: '1' }
}

/**
 * Where a package's own script lies, for running it with the project's Node.
 *
 * @param {string} name of the package
 * @param {string} script inside the package
 */
export const packageScript = (name, script) => join(projectFolder, 'node_modules', name, script)

/**
 * Goes to the folder in which the user called npm, so that the paths she names are found; npm itself goes to the project's.
 *
 * @param {string} script the npm script that this is; run in another way, nothing is done
 */
export function goWhereTheUserIs(script) {
  const calledFrom = process.env['INIT_CWD']
  if (calledFrom && process.env['npm_lifecycle_event'] === script) process.chdir(calledFrom)
}

const installStamp = join(projectFolder, 'node_modules', '.castmatch-stamp')
const buildSources = ['src-main', 'src-preload', 'src-renderer', 'electron.vite.config.ts', 'postcss.config.cjs', 'tsconfig.json', 'package.json', 'package-lock.json']

/** The three doors as they are built, each a file under `out/main`; the renderer that two of them show. */
const builtFiles = ['out/main/electron/main.js', 'out/main/loopback/main.js', 'out/main/commandLine/main.js', 'out/preload/index.cjs', 'out/renderer/index.html']

const buildStamp = () => stampOf(join(projectFolder, 'out', '.castmatch-stamp'), projectFolder, buildSources)

/** Tells whether what is installed is what the lock file names. */
export function isInstalled() {
  if (!existsSync(projectNode)) return false
  const wanted = hashOfFile(join(projectFolder, 'package-lock.json'))
  if (existsSync(installStamp)) return readFileSync(installStamp, 'utf8').trim() === wanted
  if (!installedByHand()) return false
  writeFileSync(installStamp, `${wanted}\n`)
  return true
}

/** Tells whether the built doors were made from the sources as they stand now. */
export const isBuilt = () => builtFiles.every(file => existsSync(join(projectFolder, file))) && buildStamp().isFresh()

/**
 * Installs what is missing and, unless `build` is false, builds what is stale; at once where there is nothing to do.
 *
 * Another process that does the same is waited for. Throws an Error whose message is for the user.
 *
 * @param {{ say: (line: string) => void, build?: boolean }} options `say` gets each line of progress
 */
export async function setUp({ say, build = true }) {
  const isReady = () => isInstalled() && (!build || isBuilt())
  if (isReady()) return
  await withLock(
    join(projectFolder, '.castmatch', 'setUp.lock'),
    async () => {
      if (!isInstalled()) await install(say)
      if (build && !isBuilt()) await buildAll(say)
    },
    () => say('Another CastMatch command is setting up this folder; waiting for it.'),
  )
}

/**
 * Builds the doors and the renderer anew and returns what the build printed, and whether it went well.
 *
 * The stamp goes first and comes back last, so that a build that was broken off never counts.
 */
export async function buildOnce() {
  rmSync(join(projectFolder, 'out', '.castmatch-stamp'), { force: true })
  const stamp = buildStamp()
  const taken = stamp.take()
  const { code, output } = await run(projectNode, [packageScript('electron-vite', 'bin/electron-vite.js'), 'build'], {
    cwd: projectFolder,
    env: { ...projectEnvironment(), NO_COLOR: '1' },
  })
  const missing = builtFiles.filter(file => !existsSync(join(projectFolder, file)))
  if (code === 0 && missing.length === 0) stamp.write(taken)
  return { ok: code === 0 && missing.length === 0, output: missing.length > 0 ? `${output}\nMissing after the build: ${missing.join(', ')}` : output }
}

/** @param {(line: string) => void} say */
async function buildAll(say) {
  say('Building CastMatch (some ten seconds) ...')
  const { ok, output } = await buildOnce()
  if (!ok) throw new Error(`CastMatch could not be built. Your data is untouched. What the build said:\n${output.trim()}`)
}

/**
 * `npm ci` without the packages' own scripts, then the one script that is needed: fetching the project's Node.
 *
 * npm before 11.10 does not know `allowScripts` of package.json, and would compile better-sqlite3, whose package
 * brings its binary along.
 *
 * @param {(line: string) => void} say
 */
async function install(say) {
  const packages = Object.entries(readPackages('package-lock.json')).filter(([path, wanted]) => path !== '' && isForThisMachine(wanted)).map(([path]) => path)
  const started = Date.now()
  say(`Installing what CastMatch needs: ${packages.length} packages, once, about two minutes ...`)
  const seconds = () => Math.round((Date.now() - started) / 1000)
  const progress = setInterval(() => {
    const there = packages.filter(path => existsSync(join(projectFolder, path, 'package.json'))).length
    say(`  ${there} of ${packages.length} packages, ${seconds()} s`)
  }, 5_000)
  try {
    await npm(['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund'], projectFolder)
    const nodeFolder = dirname(dirname(projectNode))
    await systemNode(['installArchSpecificPackage'], nodeFolder)
  } finally {
    clearInterval(progress)
  }
  if (!existsSync(projectNode)) throw new Error('Node for CastMatch could not be installed. Your data is untouched. Check the connection and run the command again.')
  writeFileSync(installStamp, `${hashOfFile(join(projectFolder, 'package-lock.json'))}\n`)
  say(`Installed in ${seconds()} s.`)
}

/** PATH without this project's own folders: npm replaces node_modules, and with it the Node that lies there. */
const systemPath = () => (process.env['PATH'] ?? '').split(delimiter).filter(folder => !folder.startsWith(join(projectFolder, 'node_modules'))).join(delimiter)

/**
 * @param {readonly string[]} args
 * @param {string} cwd
 */
const npm = (args, cwd) => must('npm', args, cwd)

/**
 * @param {readonly string[]} args
 * @param {string} cwd
 */
const systemNode = (args, cwd) => must('node', args, cwd)

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} cwd
 */
async function must(program, args, cwd) {
  const { code, output } = await run(program, args, { cwd, env: { ...process.env, PATH: systemPath() }, shell: process.platform === 'win32' })
  if (code !== 0) {
    throw new Error(`"${program} ${args[0]}" failed. Your data is untouched. Check the connection and run the command again. What it said:\n${output.trim()}`)
  }
}

/** Somebody ran `npm ci` by hand: every package that is there must be of the version that the lock names. */
function installedByHand() {
  const there = readPackages(join('node_modules', '.package-lock.json'))
  const wanted = Object.entries(readPackages('package-lock.json')).filter(([path]) => path !== '')
  return wanted.every(([path, { version, optional, devOptional }]) => {
    const found = there[path]
    return found ? found.version === version : optional === true || devOptional === true
  })
}

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockedPackage */

/** @param {LockedPackage} wanted */
const isForThisMachine = ({ os, cpu, libc }) => (os?.includes(process.platform) ?? true) && (cpu?.includes(process.arch) ?? true) && (libc?.includes('glibc') ?? true)

/**
 * @param {string} lockFile from the folder of the project
 * @returns {Record<string, LockedPackage>}
 */
function readPackages(lockFile) {
  try {
    return JSON.parse(readFileSync(join(projectFolder, lockFile), 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}
