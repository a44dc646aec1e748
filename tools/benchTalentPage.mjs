import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { startBrowserDoor } from './look/browserDoor.mjs'
import { nextList, watchLists } from './pageLists.mjs'
import { longTasks, traceTasks } from './pageTasks.mjs'
import { setUp } from './setUp.mjs'

// npm run bench:talentPage [-- PEOPLE]: the talent screen in Chromium with 10,000 people (or as many as are named), two of three with a
// headshot: from a letter typed to the new list drawn, while each answer is awaited and while the letters come as fast as a typist's;
// the time between two frames while the table and the pictures are scrolled for ten seconds each; from a click to the card; and the
// longest tasks of the page's own thread, by the processor's time that they took and by the clock, which on a busy machine also counts what others do.

/** @typedef {import('@playwright/test').Page} Page */

const count = Number(process.argv[2] ?? 10_000)
const sentences = ['a woman of forty who can do the Bihari dialect and has done nukkad natak', 'Marathi-speaking man, 50-60, not a dancer, under 2 lakh a day', 'young boxer from Haryana who rides horses', 'Vijaylaxmi']
const [scrollSeconds, typistMs, cards] = [10, 110, 20]
/** What a letter may take until its list is drawn, in milliseconds. */
const letterLimit = 100

/** @param {string} line */
const say = line => void process.stdout.write(`${line}\n`)
/** @param {readonly number[]} values @param {number} share */
const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
/** @param {readonly number[]} values */
const figures = values => `median ${quantile(values, 0.5).toFixed(0)}, 95 % ${quantile(values, 0.95).toFixed(0)}, longest ${quantile(values, 1).toFixed(0)} ms of ${values.length}`

await setUp({ say })
const chromium = await ensureChromium(say)
if (!chromium) throw new Error('Without Chromium there is no page to measure.')
const [{ chromium: browserType }, { seedFullBook }] = await Promise.all([import('@playwright/test'), import('./look/fullBook.ts')])
const dataFolder = mkdtempSync(join(tmpdir(), 'castmatch-bench-'))
await seedFullBook(dataFolder, count)
const door = await startBrowserDoor({ dataFolder })
const browser = await browserType.launch({ executablePath: chromium, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(door.link)
  await page.getByText('Connected').waitFor()
  await page.getByText(`knows ${count.toLocaleString('en-IN')} of ${count.toLocaleString('en-IN')}`).waitFor({ timeout: 60_000 })
  const started = Date.now()
  await page.goto(new URL('#/talent', door.link).href)
  await page.getByRole('gridcell').first().waitFor()
  say(`${count.toLocaleString('en-IN')} people, first row after ${Date.now() - started} ms`)
  await watchLists(page)
  // The first sentence of all loads the model.
  await typeAwaiting(page, 'warm')

  await traced(page, 'a letter to its list, each awaited', async () => {
    const times = []
    for (const sentence of sentences) times.push(...await typeAwaiting(page, sentence))
    return `${figures(times)}   ${letterLimit} ms: ${quantile(times, 0.95) <= letterLimit ? 'kept' : 'PAST'}`
  })
  await traced(page, `the last letter to its list, one each ${typistMs} ms`, async () => {
    const times = []
    for (const sentence of sentences) times.push(await typeAsTypist(page, sentence))
    return figures(times)
  })
  await page.goto(new URL('#/talent', door.link).href)
  await page.locator('[role=row][id]').first().waitFor()
  await traced(page, `the table scrolled for ${scrollSeconds} s`, () => scroll(page))
  await page.goto(new URL('#/talent?view=pictures', door.link).href)
  await page.getByRole('gridcell').first().waitFor()
  await traced(page, `the pictures scrolled for ${scrollSeconds} s`, () => scroll(page))
  await page.goto(new URL('#/talent', door.link).href)
  await page.locator('[role=row][id]').first().waitFor()
  await traced(page, 'a click to the card', () => openCards(page))
  say(`nodes in the page: ${await page.evaluate(() => document.querySelectorAll('*').length)}`)
} finally {
  await browser.close()
  await door.stop()
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 })
}

/** Runs a part of the bench under a trace of the page's tasks and prints both. @param {Page} page @param {string} what @param {() => Promise<string>} run */
async function traced(page, what, run) {
  const trace = await traceTasks(browser, page)
  const found = await run()
  const { byProcessor, byClock, busy } = longTasks(await trace())
  say(`${what}: ${found}`)
  say(`   tasks over 50 ms by the processor: ${byProcessor.over}, longest ${byProcessor.longest.toFixed(0)} ms; by the clock: ${byClock.over}, longest ${byClock.longest.toFixed(0)} ms; together ${busy.toFixed(1)} s of the processor`)
}

/** @param {Page} page @param {string} sentence @returns {Promise<number[]>} */
async function typeAwaiting(page, sentence) {
  await page.getByRole('searchbox').fill('')
  await page.getByRole('columnheader', { name: 'Why' }).waitFor({ state: 'hidden' })
  await page.waitForTimeout(600)
  /** @type {number[]} */
  const times = []
  for (const letter of sentence) {
    const drawn = nextList(page)
    await page.keyboard.type(letter)
    const ms = await drawn
    if (ms !== null) times.push(ms)
  }
  return times
}

/** @param {Page} page @param {string} sentence @returns {Promise<number>} */
async function typeAsTypist(page, sentence) {
  await page.getByRole('searchbox').fill('')
  await page.getByRole('columnheader', { name: 'Why' }).waitFor({ state: 'hidden' })
  await page.waitForTimeout(600)
  await page.keyboard.type(sentence.slice(0, -1), { delay: typistMs })
  const drawn = nextList(page)
  await page.keyboard.type(sentence.slice(-1))
  return (await drawn) ?? 0
}

/** Turns the wheel for as long as is measured and tells the time between two frames. @param {Page} page */
async function scroll(page) {
  await page.getByRole('gridcell').first().hover()
  const frames = page.evaluate(async ms => {
    /** @type {number[]} */
    const between = []
    const begun = performance.now()
    let last = begun
    while (last - begun < ms) {
      await new Promise(requestAnimationFrame)
      const now = performance.now()
      between.push(now - last)
      last = now
    }
    return between
  }, scrollSeconds * 1_000)
  const until = Date.now() + scrollSeconds * 1_000
  while (Date.now() < until) {
    await page.mouse.wheel(0, 900)
    await page.waitForTimeout(40)
  }
  const between = await frames
  const empty = await page.locator('[role=row][id] [role=gridcell]:first-child:not(:has(span))').count()
  return `between frames ${figures(between)}; over 50 ms: ${between.filter(ms => ms > 50).length}; seconds without a frame: ${between.filter(ms => ms > 1_000).length}; scrolled ${await page.getByRole('grid').evaluate(grid => Math.round(grid.scrollTop / 1_000))} thousand pixels, ${empty} rows still grey at the end`
}

/** @param {Page} page */
async function openCards(page) {
  /** @type {number[]} */
  const times = []
  for (let at = 0; at < cards; at += 1) {
    times.push(await page.evaluate(index => new Promise(resolve => {
      const begun = performance.now()
      const row = document.querySelector(`#person-${index}`)
      const name = row?.querySelector('[role=gridcell] > span:nth-of-type(2)')?.textContent ?? ''
      const look = () => {
        const heading = document.querySelector('#talent-card-name')
        if (heading?.textContent === name && document.querySelector('[aria-label="At a glance"]')) resolve(performance.now() - begun)
        else requestAnimationFrame(look)
      }
      if (row instanceof HTMLElement) row.click()
      requestAnimationFrame(look)
    }), at))
  }
  return figures(times)
}
