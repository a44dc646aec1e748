import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, protocol, safeStorage, session, shell } from 'electron'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { createCastMatch, type CastMatch } from '../castmatch.ts'
import { findApplicationFolders } from '../page/applicationFolder.ts'
import { claudeAddressOf } from '../settings/claudeAddress.ts'
import { readStartFlags, type StartFlags } from '../settings/startFlags.ts'
import { startWithDemo } from '../startWithDemo.ts'
import { openDoorway } from './doorway.ts'
import { registerPageScheme, servePage } from './pageProtocol.ts'
import { denyPermissions } from './permissions.ts'
import { createDesktopSecretKeeper } from './secretKeeper.ts'
import { createDesktopSettingsKeeper } from './settingsKeeper.ts'
import { guardContents, openWindow } from './window.ts'

/** Starts the desktop: one instance for each data folder, the office in this process, one window. */
function main(): void {
  const flags = readStartFlags(process.argv.slice(app.isPackaged ? 1 : 2), false)
  // What Chromium keeps for itself lies in the data folder too, and its lock there makes one instance for each.
  const chromiumFolder = join(flags.dataFolder, 'window')
  mkdirSync(chromiumFolder, { recursive: true, mode: 0o700 })
  app.setPath('userData', chromiumFolder)
  if (!app.requestSingleInstanceLock()) return app.quit()
  app.enableSandbox()
  registerPageScheme(protocol)
  app.whenReady().then(() => open(flags)).catch(fail)
}

async function open(flags: StartFlags): Promise<void> {
  const folders = findApplicationFolders(import.meta.url)
  const office = await createCastMatch({
    door: 'desktop',
    dataFolder: flags.dataFolder,
    resourcesFolder: folders.resources,
    settings: createDesktopSettingsKeeper(flags.dataFolder),
    secrets: createDesktopSecretKeeper(flags.dataFolder, safeStorage),
    ...claudeAddressOf(process.env),
  })
  closeWithApp(office)
  if (flags.demo) await startWithDemo(office)
  denyPermissions(session.defaultSession)
  servePage(protocol, folders.page, office.answerMedia)
  openDoorway(ipcMain, office)
  app.on('web-contents-created', (_event, contents) => guardContents(contents, shell))
  const preload = join(folders.page, '..', 'preload', 'index.cjs')
  const show = () => openWindow(BrowserWindow, preload).catch(fail)
  app.on('second-instance', () => void showAgain(show))
  app.on('activate', () => void showAgain(show))
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  await show()
}

async function showAgain(show: () => Promise<unknown>): Promise<void> {
  const [window] = BrowserWindow.getAllWindows()
  if (window === undefined) return void (await show())
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** Holds the end of the app back until the office is closed: threads ended, the database whole. */
function closeWithApp(office: CastMatch): void {
  let closed: Promise<void> | undefined
  app.on('will-quit', event => {
    if (closed !== undefined) return
    event.preventDefault()
    closed = office.close()
    closed.then(() => app.exit(0), fail)
  })
}

function fail(error: unknown): void {
  const reason = error instanceof CastMatchError ? error.message : 'Something went wrong that CastMatch did not foresee. Your data is kept. Start it again.'
  if (!(error instanceof CastMatchError)) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  dialog.showErrorBox('CastMatch cannot start', reason)
  app.exit(1)
}

main()
