import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, expect, test, type ElectronApplication } from '@playwright/test'

const project = join(import.meta.dirname, '..', '..')
const binary = electronBinary()
const why = binary === undefined ? "Electron's binary is not installed" : hasDisplay() ? undefined : 'there is no display'
if (why !== undefined) process.stdout.write(`The desktop was not tested in Electron: ${why}.\n`)

test.skip(why !== undefined, why)

let folder: string
let desktop: ElectronApplication

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'castmatch-desktop-'))
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  desktop = await _electron.launch({ executablePath: binary, args: [...sandbox, project, '--data', folder] })
})

test.afterEach(async () => {
  await desktop.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the window opens on the page, connected, and locked up', async () => {
  const page = await desktop.firstWindow()
  expect(page.url()).toBe('castmatch://app/')
  await expect(page).toHaveTitle(/CastMatch/)
  expect(await page.evaluate(() => [typeof window.castmatch?.ticketFor, 'require' in window, 'process' in window])).toEqual(['function', false, false])
  const preferences = await desktop.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> } | undefined
    return contents?.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false })
})

test('a script that is dropped becomes a ticket', async () => {
  const page = await desktop.firstWindow()
  const path = join(folder, 'script.fountain')
  writeFileSync(path, 'INT. GHAT - DAWN\n\nASHA\nChalo.\n')
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<input type="file" id="castmatch-test-file">')
  })
  await page.setInputFiles('#castmatch-test-file', path)
  const answer = await page.evaluate(() => {
    const file = document.querySelector<HTMLInputElement>('#castmatch-test-file')?.files?.[0]
    return file ? window.castmatch?.ticketFor(file) : undefined
  })
  expect(answer).toMatchObject({ ticket: expect.stringMatching(/^[\w-]{32}$/) })
})

function electronBinary(): string | undefined {
  const installed = join(project, 'node_modules', 'electron')
  const name = join(installed, 'path.txt')
  const path = existsSync(name) ? join(installed, 'dist', readFileSync(name, 'utf8').trim()) : undefined
  return path !== undefined && existsSync(path) ? path : undefined
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
}
