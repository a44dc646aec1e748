import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Locator, type Page } from '@playwright/test'
import { startBrowserDoor, type RunningDoor } from '../../tools/look/browserDoor.mjs'

/** The office of a journey: the built browser door on a data folder of its own. */
export interface JourneyOffice {
  /** Where its records lie, for what is put in beside the application. */
  readonly dataFolder: string
  /** Opens the application in the journey's page, as by the printed link, and waits until it is connected. */
  open(): Promise<void>
  /** Ends the office: well by default, or at once, as a crash would. */
  end(how?: 'well' | 'crash'): Promise<void>
  /** Starts it again on the same data, by default on a new port, with more environment where given; the page keeps what it shows until `open()`. */
  restart(options?: { readonly samePort?: boolean; readonly env?: Readonly<Record<string, string>> }): Promise<void>
}

/** What all journeys of one worker share. */
interface Shared {
  /** A data folder with the demo in it and all of its people known to the search by meaning, to be copied. */
  readonly demoFolder: string
}

interface Journey {
  /** Whether the demo is there from the start. */
  readonly demo: boolean
  readonly office: JourneyOffice
}

/** A journey: a real browser, the real office behind its browser door, real files. */
export const test = base.extend<Journey, Shared>({
  demo: [false, { option: true }],
  demoFolder: [async ({ browser }, use) => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'castmatch-demo-'))
    const door = await startBrowserDoor({ dataFolder, demo: true })
    const page = await browser.newPage()
    await page.goto(door.link)
    await page.getByText('Search by meaning knows 60 of 60').waitFor({ timeout: 60_000 })
    await page.close()
    await door.stop()
    await use(dataFolder)
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 })
  }, { scope: 'worker', timeout: 120_000 }],
  office: async ({ page, demo, demoFolder }, use) => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'castmatch-journey-'))
    if (demo) cpSync(demoFolder, dataFolder, { recursive: true })
    let door: RunningDoor = await startBrowserDoor({ dataFolder })
    const faults: string[] = []
    page.on('pageerror', error => faults.push(error.message))
    try {
      await use({
        dataFolder,
        open: async () => {
          await page.goto(door.link)
          await expect(page.getByRole('contentinfo').getByText('Connected')).toBeVisible()
        },
        end: how => (how === 'crash' ? door.kill() : door.stop()),
        restart: async ({ samePort = false, env = {} } = {}) => {
          await door.stop()
          door = await startBrowserDoor({ dataFolder, env, ...(samePort && { port: Number(new URL(door.link).port) }) })
        },
      })
      expect(faults, 'nothing may be thrown in the page').toEqual([])
    } finally {
      await door.stop()
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 })
    }
  },
})

export { expect }

/** A file for a drop: text, or bytes as they lie on the disk. */
export interface DroppedFile {
  readonly name: string
  readonly content: string | Uint8Array
  /** The media type that a system tells of it; empty for Fountain. */
  readonly type?: string
}

/** Drags a file over the window, gives the words that tell what it will become, and lets go. */
export const drop = (page: Page, file: DroppedFile): Promise<string> => dropOn(page, page.locator('body'), [file])

/** Drags files over a part of the window, gives the words that tell what they become, and lets go. */
export async function dropOn(page: Page, place: Locator, files: readonly DroppedFile[]): Promise<string> {
  const carried = await page.evaluateHandle(
    given => {
      const transfer = new DataTransfer()
      for (const [name, base64, type] of given) transfer.items.add(new File([Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))], name, { type }))
      return transfer
    },
    files.map(({ name, content, type = '' }) => [name, Buffer.from(content).toString('base64'), type] as const),
  )
  await place.dispatchEvent('dragenter', { dataTransfer: carried })
  await place.dispatchEvent('dragover', { dataTransfer: carried })
  const words = await place.getByText(/^This becomes |cannot read this kind/).innerText()
  await place.dispatchEvent('drop', { dataTransfer: carried })
  await carried.dispose()
  return words
}

/** Expects no serious or critical finding of axe on what the page shows now, in both themes; `what` names the screen. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await page.locator(`html[data-mantine-color-scheme="${theme}"]`).waitFor({ state: 'attached' })
    // A theme changes nothing but colours: of the dark one only they are looked at.
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] })
    const { violations } = await (theme === 'light' ? axe : axe.withRules(['color-contrast'])).analyze()
    const serious = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(node => `${node.target.join(' ')} (${node.failureSummary ?? ''})`).slice(0, 4).join('; ')}`)
    expect.soft(serious, `${what}, ${theme} theme`).toEqual([])
  }
}

/** Opens the application at its settings and puts in an address and a key for Claude that it takes. */
export async function keepKeyForClaude(page: Page, office: JourneyOffice, address: string): Promise<void> {
  await office.open()
  await page.goto(`${new URL(page.url()).origin}/#/settings`)
  const claude = claudeSettings(page)
  await claude.getByLabel('Address').fill(address)
  await claude.getByLabel('Address').press('Enter')
  await expect(claude.getByText(`No key for ${new URL(address).host} yet.`)).toBeVisible()
  await claude.getByLabel('API key', { exact: true }).fill('any-key-at-all')
  await claude.getByRole('button', { name: 'Keep the key' }).click()
  await expect(claude.getByText('Kept. It works')).toBeVisible()
}

/** What is set about Claude. */
export const claudeSettings = (page: Page) => page.getByRole('region', { name: 'Claude', exact: true })

/** The rooms in the left rail. */
export const rooms = (page: Page) => page.getByRole('navigation', { name: 'Rooms' })

/** The table of people. */
export const people = (page: Page) => page.getByRole('grid', { name: 'People' })

/** The card of a person. */
export const card = (page: Page) => page.getByRole('complementary', { name: 'Talent card' })

/** The tray of long work. */
export const tray = (page: Page) => page.getByRole('region', { name: 'Work in progress' })
