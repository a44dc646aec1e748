import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { connectOffice } from '../../src-renderer/connection/connectOffice.ts'
import type { DesktopDoorway } from '../../src-preload/contract/doorway.ts'
import { dialPort } from '../../src-renderer/connection/portLine.ts'
import { ticketFor } from '../../src-renderer/connection/ticketFor.ts'
import { pageWindow } from '../support/desktopPage.ts'
import type * as electronStandIn from '../support/electronStandIn.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

type StandIn = typeof electronStandIn

const freshElectron = () => {
  vi.resetModules()
  // electron-store takes the module whole, by its default export.
  vi.doMock('electron', async () => ({ ...(await import('../support/electronStandIn.ts')), default: await import('../support/electronStandIn.ts') }))
}

beforeEach(freshElectron)
afterEach(() => vi.unstubAllGlobals())

/** Runs the real entry and the real preload under the stand-in, on a folder of its own. */
async function startDesktop(prepare: (electron: StandIn) => void = () => undefined, ...flags: readonly string[]) {
  const folder = temporaryFolder()
  const electron = await import('../support/electronStandIn.ts')
  prepare(electron)
  const shown = new Promise<void>(resolve => electron.app.once('web-contents-created', (_event, contents: { once(name: string, heard: () => void): void }) => void (contents && resolve())))
  vi.stubGlobal('process', Object.assign(Object.create(process) as NodeJS.Process, { argv: ['electron', '.', '--data', folder, ...flags] }))
  await import('../../src-main/electron/main.ts')
  const page = pageWindow()
  vi.stubGlobal('window', page.window)
  await import('../../src-preload/index.ts')
  const quit = async () => {
    const over = new Promise(resolve => electron.app.once('quit', resolve))
    electron.app.quit()
    await over
  }
  const open = async () => {
    onTestFinished(quit)
    electron.app.becomeReady()
    await shown
    await vi.waitFor(() => expect(electron.BrowserWindow.all[0]?.calls).toContain('show'))
    const [window] = electron.BrowserWindow.all
    if (window === undefined) throw new Error('no window')
    electron.ipcRenderer.frame = window.webContents.mainFrame
    Object.assign(page.window, { castmatch: electron.contextBridge.exposed.get('castmatch') as DesktopDoorway })
    return window
  }
  return { electron, folder, page, open, quit }
}

const connectTo = (handOver: (port: unknown) => void) => {
  const connection = connectOffice(dialPort(handOver), { beat: 1_000, silentBeats: 6, redial: [1] })
  onTestFinished(() => connection.close())
  return connection
}

describe('under a stand-in of Electron, the desktop', () => {
  it('opens one window that is locked up: no Node, its own world, the sandbox, no web view', async () => {
    const { electron, open } = await startDesktop()
    const window = await open()
    expect(electron.app.sandboxed).toBe(true)
    expect(window.options['webPreferences']).toMatchObject({
      contextIsolation: true, sandbox: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
      webviewTag: false, webSecurity: true, allowRunningInsecureContent: false, preload: expect.stringMatching(/out.preload.index\.cjs$/) as string,
    })
    expect(window.webContents.mainFrame.url).toBe('castmatch://app/')
    expect(electron.protocol.schemes).toEqual([{ scheme: 'castmatch', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true, stream: true } }])
  })

  it('carries a call and a stream from the page through the preload and a port to the office', async () => {
    const { open, page } = await startDesktop()
    await open()
    const { office } = connectTo(page.handOver)
    const { id } = await office.productions.create({ title: 'मसान' })
    expect((await office.productions.get({ id })).title).toBe('मसान')
    expect(await office.health.report({})).toMatchObject({ door: 'desktop' })
    for await (const beat of await office.health.pulse({ everyMs: 100 })) {
      expect(beat.at).toMatch(/Z$/)
      break
    }
  })

  it('has the demo there before its window shows, where that was asked for', async () => {
    const { open, page } = await startDesktop(undefined, '--demo')
    await open()
    const { office } = connectTo(page.handOver)
    const [demo] = await office.productions.list({})
    expect(demo).toMatchObject({ scripts: 1 })
    expect((await office.settings.get({})).lastProductionId).toBe(demo?.id)
  })

  it('gives a file of the disk a ticket without its bytes passing through the page', async () => {
    const { electron, folder, open } = await startDesktop()
    await open()
    const file = new File(['INT. GHAT - DAWN'], 'script.fountain')
    const path = join(folder, 'script.fountain')
    writeFileSync(path, 'INT. GHAT - DAWN')
    electron.webUtils.paths.set(file, path)
    expect(await ticketFor(file)).toMatch(/^[\w-]{32}$/)
    electron.webUtils.paths.set(file, join(folder, 'gone.fountain'))
    await expect(ticketFor(file)).rejects.toMatchObject({ code: 'FILE_MISSING', data: { subject: 'gone.fountain' } })
  })

  it('takes the bytes of a file that only the page has', async () => {
    const { folder, open } = await startDesktop()
    await open()
    const progress: number[] = []
    await ticketFor(new File(['Name\nAsha\n'], 'talent.csv'), sent => progress.push(sent))
    expect(progress).toEqual([10])
    expect(existsSync(join(folder, 'incoming'))).toBe(true)
  })

  it('refuses the port and the files of a frame that is not its page', async () => {
    const { electron, open, page } = await startDesktop()
    const window = await open()
    const strangers = [null, { url: 'https://evil.example/', parent: null }, { url: 'castmatch://app.evil/', parent: null }, { url: 'castmatch://app/', parent: window.webContents.mainFrame }]
    for (const stranger of strangers) {
      electron.ipcRenderer.frame = stranger
      const { port1, port2 } = new MessageChannel()
      const closed = new Promise(resolve => port1.addEventListener('close', resolve))
      page.handOver(port2)
      await closed
      await expect(ticketFor(new File(['x'], 'a.csv'))).rejects.toThrow('refused')
    }
  })

  it('takes no port from a message that another window sent to the page', async () => {
    const { electron, open, page } = await startDesktop()
    await open()
    const heard = vi.fn<() => void>()
    electron.ipcMain.on('castmatch:office', heard)
    const { port1, port2 } = new MessageChannel()
    page.handOver(port2, {})
    port1.close()
    expect(heard).not.toHaveBeenCalled()
  })

  it('stays on its page: other addresses, frames and windows are refused, allowed https links and mails open outside', async () => {
    const { electron, open } = await startDesktop()
    const { webContents } = await open()
    expect(webContents.isKept('will-navigate', 'castmatch://app/roles/1')).toBe(false)
    for (const event of ['will-navigate', 'will-redirect']) {
      for (const address of ['http://github.com/', 'file:///etc/passwd', 'javascript:alert(1)', 'castmatch://other/', 'https://evil.example/']) {
        expect([address, webContents.isKept(event, address)]).toEqual([address, true])
      }
    }
    expect(webContents.isKept('will-frame-navigate', 'https://evil.example/', false)).toBe(true)
    expect(webContents.isKept('will-attach-webview', '')).toBe(true)
    for (const url of ['https://user:pass@github.com/', 'https://github.com.evil.example/', 'smb://github.com/', 'mailto:a@example.in?attach=/etc/passwd', 'nonsense']) {
      expect(webContents.openHandler({ url })).toEqual({ action: 'deny' })
    }
    expect(electron.shell.opened).toEqual([])
    expect(webContents.openHandler({ url: 'https://www.imdb.com/name/nm0000001/' })).toEqual({ action: 'deny' })
    expect(webContents.isKept('will-navigate', 'https://github.com/')).toBe(true)
    const mail = 'mailto:asha%40example.in?subject=Audition&body=Hello'
    expect(webContents.openHandler({ url: mail })).toEqual({ action: 'deny' })
    expect(electron.shell.opened).toEqual(['https://www.imdb.com/name/nm0000001/', 'https://github.com/', mail])
  })

  it('denies every permission and device but copying text', async () => {
    const { electron, open } = await startDesktop()
    await open()
    const { request, check, device } = electron.session.defaultSession
    const asked = (permission: string) => {
      let granted: boolean | undefined
      request?.({}, permission, answer => (granted = answer))
      return [granted, check?.({}, permission)]
    }
    for (const permission of ['media', 'geolocation', 'notifications', 'openExternal', 'clipboard-read', 'fileSystem', 'hid']) expect(asked(permission)).toEqual([false, false])
    expect(asked('clipboard-sanitized-write')).toEqual([true, true])
    expect(device?.()).toBe(false)
  })

  it('is started a second time: the new process ends and the window of the first comes forward', async () => {
    const second = await startDesktop(({ app }) => void (app.lockIsFree = false))
    expect(second.electron.app.quits).toBe(1)
    expect(existsSync(join(second.folder, 'castmatch.db'))).toBe(false)
    freshElectron()
    vi.unstubAllGlobals()
    const { electron, open } = await startDesktop()
    const window = await open()
    window.minimized = true
    electron.app.emit('second-instance')
    expect(window.calls).toEqual(['show', 'restore', 'focus'])
    expect(electron.BrowserWindow.all).toHaveLength(1)
  })

  it('begins its page again when that crashed, and ends the office before the app when the last window closes', async () => {
    const { electron, open, folder } = await startDesktop()
    const window = await open()
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' })
    expect(window.webContents.reloads).toBe(1)
    const over = new Promise(resolve => electron.app.once('quit', resolve))
    window.close()
    if (process.platform === 'darwin') electron.app.quit()
    await over
    expect(electron.app.exits).toEqual([0])
    expect(existsSync(join(folder, 'castmatch.db-wal'))).toBe(false)
  })

  it('tells in a sentence that it cannot start, and leaves with an error', async () => {
    const { electron, folder } = await startDesktop()
    writeFileSync(join(folder, 'castmatch.db'), 'not a database at all, but long enough to be looked at as one')
    electron.app.becomeReady()
    await vi.waitFor(() => expect(electron.app.exits).toEqual([1]))
    expect(electron.dialog.told[0]).toMatch(/^CastMatch cannot start: .+\.$/)
    expect(electron.BrowserWindow.all).toEqual([])
  })
})
