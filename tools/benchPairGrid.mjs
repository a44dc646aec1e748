import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { startBrowserDoor } from './look/browserDoor.mjs'
import { longTasks, traceTasks } from './pageTasks.mjs'
import { setUp } from './setUp.mjs'

// npm run bench:pairGrid: forty people against forty of the demo in Chromium at 1920x1080: the grid drawn, walked by keys, and scrolled
// for five seconds; the longest tasks of the page's own thread by the processor and by the clock. Ends with 1 where one took 50 ms of the processor.

/** @typedef {import('@playwright/test').Page} Page */

/** @param {string} line */
const say = line => void process.stdout.write(`${line}\n`)
await setUp({ say })
const chromium = await ensureChromium(say)
if (!chromium) throw new Error('Without Chromium there is no page to measure.')
const { chromium: browserType } = await import('@playwright/test')
const dataFolder = mkdtempSync(join(tmpdir(), 'castmatch-bench-'))
const door = await startBrowserDoor({ dataFolder, demo: true })
const browser = await browserType.launch({ executablePath: chromium, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
try {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await page.goto(door.link)
  await page.getByText('knows 60 of 60').waitFor({ timeout: 120_000 })
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: /^Roles/ }).click()
  await page.getByRole('link', { name: 'Pairs', exact: true }).click()
  await page.locator('a[data-pair]').first().click()
  await page.getByRole('gridcell').first().waitFor()
  await traced(page, 'forty against forty drawn', async () => {
    await page.getByRole('combobox', { name: 'People of each role' }).click()
    await page.getByRole('option', { name: '40 of each' }).click()
    await page.getByText('40 people against 40').waitFor()
  })
  const grid = page.getByRole('grid')
  await traced(page, 'walked by the keys, 60 steps', async () => {
    await grid.locator('[tabindex="0"]').focus()
    for (let at = 0; at < 60; at += 1) await page.keyboard.press(at % 2 === 0 ? 'ArrowRight' : 'ArrowDown')
  })
  await traced(page, 'scrolled for five seconds', () => grid.evaluate(async box => {
    const begun = performance.now()
    while (performance.now() - begun < 5_000) {
      const share = (performance.now() - begun) / 5_000
      box.scrollTo(share * box.scrollWidth, share * box.scrollHeight)
      await new Promise(requestAnimationFrame)
    }
  }))
  say(`cells drawn: ${await page.getByRole('gridcell').count()} of 1600, nodes in the page: ${await page.evaluate(() => document.querySelectorAll('*').length)}`)
} finally {
  await browser.close()
  await door.stop()
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 })
}

/** @param {Page} page @param {string} what @param {() => Promise<unknown>} run */
async function traced(page, what, run) {
  const trace = await traceTasks(browser, page)
  await run()
  const { byProcessor, byClock, count } = longTasks(await trace())
  if (byProcessor.over > 0) process.exitCode = 1
  say(`${what.padEnd(32)} longest task ${byProcessor.longest.toFixed(0)} ms of the processor (${byProcessor.over} over 50), ${byClock.longest.toFixed(0)} ms by the clock (${byClock.over} over), of ${count}`)
}
