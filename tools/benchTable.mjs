import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { startBrowserDoor } from './look/browserDoor.mjs'
import { projectEnvironment, projectFolder, projectNode, setUp } from './setUp.mjs'

// npm run bench:table: the talent table in Chromium with 100 and with 10,000 people: until the first row shows, the time from
// one frame to the next while it is scrolled through by the wheel, and from a letter typed to the answer shown. Medians.

const sizes = [100, 10_000]
const wheels = 150
const searches = ['kushti', 'woman who sings', 'Bhojpuri', 'Surname417']

/** @param {readonly number[]} values @param {number} share */
const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0

/** @param {number} count */
function sheetOf(count) {
  const skills = ['kushti', 'kathak', 'horse riding', 'folk singing', 'driving', 'swimming']
  const languages = ['Hindi', 'Marathi', 'Bhojpuri', 'Tamil', 'Urdu']
  const rows = Array.from({ length: count }, (_, at) =>
    [`Person${at} Surname${at % 977}`, at % 2 ? 'Male' : 'Female', `${20 + (at % 40)}-${28 + (at % 40)}`, `City${at % 50}`, languages[at % 5], skills[at % 6], `Grew up by river ${at % 300}`].join(','))
  return `Name,Gender,Playing Age,City,Languages,Skills,Bio\n${rows.join('\n')}\n`
}

/** Collects, in the page, the milliseconds between its frames while the wheel turns. @param {import('@playwright/test').Page} page */
async function scrollThrough(page) {
  await page.getByRole('gridcell').first().hover()
  const frames = page.evaluate(async steps => {
    /** @type {number[]} */
    const between = []
    let last = performance.now()
    while (between.length < steps) {
      await new Promise(requestAnimationFrame)
      const now = performance.now()
      between.push(now - last)
      last = now
    }
    return between
  }, wheels)
  for (let turn = 0; turn < wheels / 3; turn += 1) await page.mouse.wheel(0, 1_200)
  return frames
}

/** @param {import('@playwright/test').Page} page @param {string} text */
async function search(page, text) {
  const box = page.getByRole('searchbox')
  await box.fill('')
  await page.getByRole('columnheader', { name: 'Why' }).waitFor({ state: 'hidden' })
  const started = Date.now()
  await box.fill(text)
  await page.getByRole('columnheader', { name: 'Why' }).waitFor()
  return Date.now() - started
}

/** @param {number} count @param {string} chromium */
async function measure(count, chromium) {
  const { chromium: browserType } = await import('@playwright/test')
  const folder = mkdtempSync(join(tmpdir(), 'castmatch-bench-'))
  const sheet = join(folder, 'people.csv')
  writeFileSync(sheet, sheetOf(count))
  const dataFolder = join(folder, 'data')
  execFileSync(projectNode, [join(projectFolder, 'tools', 'castmatch.mjs'), 'import', sheet, '--data', dataFolder, '--no-wait', '--json'], { env: projectEnvironment() })
  const door = await startBrowserDoor({ dataFolder })
  const browser = await browserType.launch({ executablePath: chromium, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(door.link)
    await page.getByText('Connected').waitFor()
    const started = Date.now()
    await page.goto(new URL('#/talent', door.link).href)
    await page.getByRole('gridcell').first().waitFor()
    const shown = Date.now() - started
    const frames = await scrollThrough(page)
    const answers = []
    for (const text of searches) answers.push(await search(page, text))
    return { shown, frame: quantile(frames, 0.5), slow: quantile(frames, 0.95), slowest: quantile(frames, 1), answer: quantile(answers, 0.5), rows: await page.locator('[role=row]').count() }
  } finally {
    await browser.close()
    await door.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** @param {string} line */
const say = line => void process.stdout.write(`${line}\n`)
await setUp({ say })
const chromium = await ensureChromium(say)
if (!chromium) throw new Error('Without Chromium there is no table to measure.')
say('people   first row   frame (median, 95 %, slowest)   search answered   rows in the page')
for (const count of sizes) {
  const { shown, frame, slow, slowest, answer, rows } = await measure(count, chromium)
  say(`${String(count).padStart(6)}   ${String(shown).padStart(6)} ms   ${frame.toFixed(1)}, ${slow.toFixed(1)}, ${slowest.toFixed(1)} ms`.padEnd(58) + `${answer} ms`.padEnd(18) + rows)
}
