import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { run } from './run.mjs'
import { buildOnce, isBuilt, packageScript, projectEnvironment, projectFolder, projectNode, setUp } from './setUp.mjs'
import { journeyCounts, sumOf, unitCounts } from './testCounts.mjs'

// npm test: sets up what is missing, runs every gate to its end whatever the others say, and ends with one line of counts.
// `npm test -- lint types unit build journeys` runs only the named ones, and the build before the journeys.

/** @typedef {import('./testCounts.mjs').Counts} Counts */

/** @param {string} line */
const say = line => process.stdout.write(`${line}\n`)

/**
 * Runs a program of a package. A gate that runs alone prints as it goes; one beside another prints once it ended, under
 * its heading, so that the two do not mix.
 *
 * @param {string} title
 * @param {readonly string[]} args the script and its arguments
 * @param {{ env?: NodeJS.ProcessEnv, alone?: boolean }} [options]
 */
async function gate(title, args, { env = {}, alone = false } = {}) {
  const started = Date.now()
  if (alone) say(`\n== ${title} ...`)
  const { code, output, timedOut } = await run(projectNode, args, {
    cwd: projectFolder,
    // What they print goes through us, so they cannot see for themselves whether it ends at a terminal.
    env: { ...projectEnvironment(), ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }), ...env },
    timeLimitMs: 25 * 60_000,
    ...(alone && { onOutput: text => void process.stdout.write(text) }),
  })
  report(title, code === 0, `${alone ? '' : output.trim()}${timedOut ? '\nStopped after 25 minutes.' : ''}`, started)
  return code === 0
}

/**
 * @param {string} title
 * @param {boolean} ok
 * @param {string} output
 * @param {number} started
 */
function report(title, ok, output, started) {
  say(`\n== ${title}: ${ok ? 'passed' : 'FAILED'} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  if (output) say(output)
}

/** @param {boolean} ok @returns {Counts} */
const asOne = ok => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 })

async function lint() {
  const quick = await gate('Lint (oxlint)', [packageScript('oxlint', 'bin/oxlint'), '--deny-warnings'])
  const typed = await gate('Lint (eslint)', [packageScript('eslint', 'bin/eslint.js'), '.', '--max-warnings', '0'])
  return sumOf([asOne(quick), asOne(typed)])
}

const types = async () => asOne(await gate('Types', [packageScript('typescript', 'bin/tsc'), '--noEmit']))

async function build() {
  const started = Date.now()
  const { ok, output } = isBuilt() ? { ok: true, output: 'Nothing changed since the last build.' } : await buildOnce()
  report('Build', ok, ok ? '' : output.trim(), started)
  return asOne(ok)
}

async function unit() {
  const file = join(projectFolder, 'test-results', 'vitest.json')
  rmSync(file, { force: true })
  const ok = await gate('Structure, unit and contract tests', [packageScript('vitest', 'vitest.mjs'), 'run', '--coverage'], { env: { CI: 'true' }, alone: true })
  return unitCounts(readReport(file), ok)
}

async function journeys() {
  const chromium = await ensureChromium(say)
  if (!chromium) return { passed: 0, failed: 0, skipped: 1 }
  const file = join(projectFolder, 'test-results', 'playwright.json')
  rmSync(file, { force: true })
  const ok = await gate('Journeys', [packageScript('@playwright/test', 'cli.js'), 'test'], { env: { CHROMIUM_PATH: chromium, CI: 'true' }, alone: true })
  return journeyCounts(readReport(file), ok)
}

/** @param {string} file @returns {unknown} */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** @type {Record<string, () => Promise<Counts>>} */
const gates = { lint, types, build, unit, journeys }

/** @param {readonly string[]} names */
async function runGates(names) {
  // Journeys walk through what was built, so they never walk through an old building.
  const wanted = names.includes('journeys') ? ['build', ...names] : names
  const chosen = Object.keys(gates).filter(name => wanted.length === 0 || wanted.includes(name))
  const counts = /** @param {readonly string[]} lane */ async lane => {
    /** @type {Counts[]} */
    const results = []
    for (const name of lane.filter(name => chosen.includes(name))) results.push(await (gates[name]?.() ?? asOne(false)))
    return results
  }
  const besideEachOther = await Promise.all([counts(['lint']), counts(['build', 'types'])])
  return sumOf([...besideEachOther.flat(), ...(await counts(['unit', 'journeys']))])
}

/** @returns {Promise<Counts>} */
async function testAll() {
  const names = process.argv.slice(2)
  const unknown = names.filter(name => !(name in gates))
  if (unknown.length > 0) {
    say(`There is no such part of the tests: ${unknown.join(', ')}. The parts are ${Object.keys(gates).join(', ')}.`)
    return asOne(false)
  }
  try {
    await setUp({ say, build: false })
    return await runGates(names)
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    return asOne(false)
  }
}

const { passed, failed, skipped, wavering = 0 } = await testAll()
say(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}${wavering > 0 ? `, ${wavering} passed only when repeated: to be mended` : ''}`)
process.exitCode = failed > 0 ? 1 : 0
