import type { BrowserWindow, BrowserWindowConstructorOptions, Shell, WebContents } from 'electron'
import { isPageAddress, mayOpenOutside, pageAddress } from './address.ts'

/** Electron's window class, handed in. */
export type WindowClass = new (options: BrowserWindowConstructorOptions) => BrowserWindow

/** What the window is made with: no Node in the page, its own world, the sandbox on, no web view. */
export const windowOptions = (preload: string): BrowserWindowConstructorOptions => ({
  width: 1280,
  height: 800,
  minWidth: 900,
  minHeight: 600,
  show: false,
  title: 'CastMatch',
  autoHideMenuBar: true,
  webPreferences: {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  },
})

/** Opens the window on the page; it shows once the page has something to show. */
export async function openWindow(Window: WindowClass, preload: string): Promise<BrowserWindow> {
  const window = new Window(windowOptions(preload))
  window.once('ready-to-show', () => window.show())
  window.webContents.on('render-process-gone', (_event, details) => {
    // The office runs on in main, so a page that crashed loses nothing by beginning again.
    if (details.reason !== 'clean-exit') window.webContents.reload()
  })
  await window.loadURL(pageAddress)
  return window
}

/** Keeps contents on the page: no other address, no new window, no web view; allowed https links go to the user's browser. */
export function guardContents(contents: WebContents, shell: Shell): void {
  const stayHere = (event: { readonly url: string; preventDefault(): void }) => {
    if (isPageAddress(event.url)) return
    event.preventDefault()
    openOutside(event.url, shell)
  }
  contents.on('will-navigate', stayHere)
  contents.on('will-redirect', stayHere)
  contents.on('will-frame-navigate', event => event.isMainFrame || event.preventDefault())
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url, shell)
    return { action: 'deny' }
  })
}

function openOutside(address: string, shell: Shell): void {
  // Where the user's system has no browser, nothing opens: there is nothing the page could do about it.
  if (mayOpenOutside(address)) shell.openExternal(address).catch(() => undefined)
}
