import { existsSync } from 'node:fs'
import { packageScript, projectEnvironment, projectFolder, projectNode } from './setUp.mjs'
import { run } from './run.mjs'

/**
 * Finds a Chromium for the journeys and installs one where there is none; gives its path, or undefined and says why.
 *
 * The order: CHROMIUM_PATH, Debian's own, Playwright's; to install, apt-get for root on Debian, else Playwright's download.
 *
 * @param {(line: string) => void} say
 * @returns {Promise<string | undefined>}
 */
export async function ensureChromium(say) {
  const there = await findChromium()
  if (there || process.env['CHROMIUM_PATH']) {
    if (!there) say('Journeys are skipped: CHROMIUM_PATH names no Chromium that runs.')
    return there
  }
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    say('Installing Chromium with apt-get, for the journeys ...')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const install = () => run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env, timeLimitMs: 300_000 })
    if ((await install()).code !== 0) {
      await run('apt-get', ['update'], { env, timeLimitMs: 120_000 })
      await install()
    }
  }
  if (!(await findChromium())) {
    say('Fetching Chromium with Playwright, for the journeys ...')
    const args = [packageScript('@playwright/test', 'cli.js'), 'install', 'chromium']
    await run(projectNode, args, { cwd: projectFolder, env: projectEnvironment(), timeLimitMs: 300_000 })
  }
  const found = await findChromium()
  if (!found) say('Journeys are skipped: no Chromium could be installed here. Install one and set CHROMIUM_PATH to run them.')
  return found
}

async function findChromium() {
  const named = process.env['CHROMIUM_PATH']
  for (const path of named ? [named] : ['/usr/bin/chromium', await playwrightsOwn()]) {
    if (path && existsSync(path) && (await run(path, ['--version'], { timeLimitMs: 30_000 })).code === 0) return path
  }
  return undefined
}

async function playwrightsOwn() {
  const script = "process.stdout.write(require('@playwright/test').chromium.executablePath())"
  const { code, output } = await run(projectNode, ['-e', script], { cwd: projectFolder, env: projectEnvironment() })
  return code === 0 ? output.trim() : ''
}
