import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium as browserType } from '@playwright/test'
import { startBrowserDoor } from './browserDoor.mjs'
import { seedFullBook } from './fullBook.ts'
import { screens } from './screens.mjs'

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./screens.mjs').Screen} Screen */

const themes = /** @type {const} */ (['light', 'dark'])
const sizes = /** @type {const} */ ([{ width: 1280, height: 800 }, { width: 1920, height: 1080 }])

/** How many people the full office has. */
const fullBook = 10_000

/**
 * Takes a picture of every screen of the table, each in both themes and sizes, as `<screen>.<state>.<theme>.<size>.png`.
 *
 * Each kind of office (empty, demo, full: ten thousand people) runs once behind the browser door on a data folder of its own, which is gone after.
 * With `axe` each is also looked at by axe in both themes, and a serious finding is told. A screen that cannot be brought up is told and passed over;
 * gives how many were, and how many had a finding.
 *
 * @param {{ folder: string, words: readonly string[], axe?: boolean, chromium: string, say: (line: string) => void }} options
 * @returns {Promise<number>}
 */
export async function takePictures({ folder, words, axe = false, chromium, say }) {
  const wanted = screens.filter(screen => words.length === 0 || words.some(word => `${screen.name}.${screen.state}`.includes(word)))
  const browser = await browserType.launch({ executablePath: chromium, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  let failed = 0
  try {
    for (const office of /** @type {const} */ (['empty', 'demo', 'full'])) {
      const here = wanted.filter(screen => screen.office === office)
      if (here.length > 0) failed += await pictureOffice({ office, here, folder, browser, axe, say })
    }
  } finally {
    await browser.close()
  }
  say(failed === 0 ? `The pictures are in ${folder}.` : `${failed} screens could not be pictured or had a finding; the others are in ${folder}.`)
  return failed
}

/** @param {{ office: Screen['office'], here: readonly Screen[], folder: string, browser: import('@playwright/test').Browser, axe: boolean, say: (line: string) => void }} options */
async function pictureOffice({ office, here, folder, browser, axe, say }) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'castmatch-look-'))
  if (office === 'full') await seedFullBook(dataFolder, fullBook)
  let door = await startBrowserDoor({ dataFolder, demo: office === 'demo' })
  let failed = 0
  try {
    let page = await openPage(browser, door.link)
    for (const screen of here) {
      try {
        await page.goto(new URL(`#${screen.place ?? '/'}`, door.link).href)
        await page.reload()
        await screen.bring?.(page, { stopOffice: door.stop, dataFolder })
        await picture(page, screen, folder)
        if (axe) failed += await lookWithAxe(page, screen, say)
      } catch (error) {
        failed += 1
        say(`${screen.name}.${screen.state} could not be pictured: ${error instanceof Error ? error.message : String(error)}`)
        await page.screenshot({ path: join(folder, `failed.${screen.name}.${screen.state}.png`) }).catch(() => undefined)
      }
      if (screen.endsOffice) {
        await page.context().close()
        await door.stop()
        door = await startBrowserDoor({ dataFolder })
        page = await openPage(browser, door.link)
      }
    }
  } finally {
    await door.stop()
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 })
  }
  return failed
}

/** @param {import('@playwright/test').Browser} browser @param {string} link @returns {Promise<Page>} */
async function openPage(browser, link) {
  const context = await browser.newContext({ locale: 'en-IN', timezoneId: 'Asia/Kolkata', reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(link)
  return page
}

/** @param {Page} page @param {Screen} screen @param {string} folder */
async function picture(page, screen, folder) {
  for (const size of sizes) {
    await page.setViewportSize(size)
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme })
      await settled(page, theme)
      await page.screenshot({ path: join(folder, `${screen.name}.${screen.state}.${theme}.${size.width}x${size.height}.png`), caret: 'hide' })
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

/** Tells each serious finding of axe in both themes; gives 1 where there is one. @param {Page} page @param {Screen} screen @param {(line: string) => void} say */
async function lookWithAxe(page, screen, say) {
  let found = 0
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme })
    await settled(page, theme)
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] })
    const { violations } = await (theme === 'light' ? axe : axe.withRules(['color-contrast'])).analyze()
    for (const { id, impact, nodes } of violations.filter(one => one.impact === 'serious' || one.impact === 'critical')) {
      found = 1
      say(`${screen.name}.${screen.state}, ${theme}: ${impact ?? ''} ${id}: ${nodes.slice(0, 3).map(node => `${node.target.join(' ')} (${node.failureSummary ?? ''})`).join('; ')}`)
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}

/**
 * Waits until the page shows the theme, its fonts are there, and nothing says that it is loading.
 *
 * @param {Page} page @param {string} theme
 */
async function settled(page, theme) {
  await page.locator(`html[data-mantine-color-scheme="${theme}"]`).waitFor({ state: 'attached' })
  await page.waitForFunction(() => document.fonts.status === 'loaded' && document.querySelector('[aria-busy="true"]:not(button)') === null)
}
