import { EventEmitter } from 'node:events'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { toMain } from './electronPorts.ts'

/**
 * Stands in for the parts of Electron's module that CastMatch uses, where its binary cannot be had.
 *
 * It keeps what was asked of it, so that a test may look; it clones every message as Electron does; and it refuses what
 * Electron refuses (a scheme registered too late, a second handler for a channel). It renders nothing: what a test shows
 * with it is shown of our code, not of Electron.
 */

/** A frame of some page, as main sees it. */
export type Frame = { url: string; readonly parent: Frame | null }

type Preventable = { readonly url: string; readonly isMainFrame: boolean; prevented: boolean; preventDefault(): void }
type WindowOpenHandler = (details: { readonly url: string }) => { readonly action: string }

const preventable = (url: string, isMainFrame = true): Preventable => {
  const event = { url, isMainFrame, prevented: false, preventDefault: () => void (event.prevented = true) }
  return event
}

class App extends EventEmitter {
  readonly isPackaged = false
  readonly exits: number[] = []
  readonly paths = new Map<string, string>()
  lockIsFree = true
  sandboxed = false
  ready = false
  quits = 0
  readonly #whenReady = Promise.withResolvers<void>()
  whenReady(): Promise<void> {
    return this.#whenReady.promise
  }
  becomeReady(): void {
    this.ready = true
    this.#whenReady.resolve()
    this.emit('ready')
  }
  requestSingleInstanceLock(): boolean {
    return this.lockIsFree
  }
  enableSandbox(): void {
    if (this.ready) throw new Error('app.enableSandbox() can only be called before app is ready')
    this.sandboxed = true
  }
  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`Path '${path}' does not exist`)
    this.paths.set(name, path)
  }
  getPath(name: string): string {
    return this.paths.get(name) ?? dirname(process.execPath)
  }
  getVersion(): string {
    return '0.1.0'
  }
  quit(): void {
    this.quits += 1
    const event = preventable('')
    this.emit('will-quit', event)
    if (!event.prevented) this.exit(0)
  }
  exit(code = 0): void {
    this.exits.push(code)
    this.emit('quit')
  }
}

/** `electron.app`; `becomeReady()`, `exits`, `quits` and `lockIsFree` are for the test. */
export const app = new App()

class WebContents extends EventEmitter {
  readonly mainFrame: Frame = { url: 'about:blank', parent: null }
  openHandler: WindowOpenHandler = () => ({ action: 'allow' })
  reloads = 0
  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.openHandler = handler
  }
  reload(): void {
    this.reloads += 1
  }
  /** For the test: the page tries to go elsewhere by this event; tells whether it was kept. */
  isKept(event: string, url: string, isMainFrame = true): boolean {
    const going = preventable(url, isMainFrame)
    this.emit(event, going)
    return going.prevented
  }
}

/** `electron.BrowserWindow`: keeps its options, loads a page by the scheme's own handler. */
export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = []
  static getAllWindows(): BrowserWindow[] {
    return [...BrowserWindow.all]
  }
  readonly options: Record<string, unknown>
  readonly webContents = new WebContents()
  readonly calls: string[] = []
  minimized = false
  constructor(options: Record<string, unknown>) {
    super()
    this.options = structuredClone(options)
    BrowserWindow.all.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url: string): Promise<void> {
    this.webContents.mainFrame.url = url
    await protocol.answer(url)
    this.emit('ready-to-show')
  }
  show(): void {
    this.calls.push('show')
  }
  focus(): void {
    this.calls.push('focus')
  }
  restore(): void {
    this.calls.push('restore')
  }
  isMinimized(): boolean {
    return this.minimized
  }
  /** For the test: the user closes it. */
  close(): void {
    BrowserWindow.all.splice(BrowserWindow.all.indexOf(this), 1)
    if (BrowserWindow.all.length === 0) app.emit('window-all-closed')
  }
}

type Handle = (event: { readonly senderFrame: Frame | null }, ...args: unknown[]) => unknown

class IpcMain extends EventEmitter {
  readonly handlers = new Map<string, Handle>()
  handle(channel: string, handler: Handle): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.handlers.set(channel, handler)
  }
}

/** `electron.ipcMain`. */
export const ipcMain = new IpcMain()

class IpcRenderer {
  /** For the test: on whose behalf it speaks. */
  frame: Frame | null = null
  postMessage(channel: string, message: unknown, transfer: readonly unknown[] = []): void {
    ipcMain.emit(channel, { senderFrame: this.frame, ports: toMain(transfer) }, structuredClone(message))
  }
  async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    const handler = ipcMain.handlers.get(channel)
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
    try {
      return structuredClone(await handler({ senderFrame: this.frame }, ...structuredClone(args)))
    } catch (error) {
      throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error })
    }
  }
}

/** `electron.ipcRenderer`, of the preload. */
export const ipcRenderer = new IpcRenderer()

/** `electron.contextBridge`: what was exposed lies in `exposed`. */
export const contextBridge = {
  exposed: new Map<string, unknown>(),
  exposeInMainWorld(name: string, api: unknown): void {
    contextBridge.exposed.set(name, api)
  },
}

/** `electron.webUtils`: files of the disk are those that the test put into `paths`. */
export const webUtils = {
  paths: new WeakMap<File, string>(),
  getPathForFile(file: File): string {
    if (!(file instanceof File)) throw new TypeError('not a File')
    return webUtils.paths.get(file) ?? ''
  },
}

/** `electron.protocol`. */
export const protocol = {
  schemes: [] as { readonly scheme: string; readonly privileges: object }[],
  handlers: new Map<string, (request: Request) => Response | Promise<Response>>(),
  registerSchemesAsPrivileged(schemes: readonly { readonly scheme: string; readonly privileges: object }[]): void {
    if (app.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    protocol.schemes.push(...schemes)
  },
  handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void {
    protocol.handlers.set(scheme, handler)
  },
  /** For the test: what the page gets at an address. */
  async answer(url: string, init: RequestInit = {}): Promise<Response> {
    const handler = protocol.handlers.get(new URL(url).protocol.slice(0, -1))
    if (handler === undefined) throw new Error(`ERR_UNKNOWN_URL_SCHEME (-302) loading '${url}'`)
    return handler(new Request(url, init))
  },
}

type PermissionRequest = (contents: unknown, permission: string, answer: (granted: boolean) => void) => void

/** `electron.session`. */
export const session = {
  defaultSession: {
    request: undefined as PermissionRequest | undefined,
    check: undefined as ((contents: unknown, permission: string) => boolean) | undefined,
    device: undefined as (() => boolean) | undefined,
    setPermissionRequestHandler: (handler: PermissionRequest) => void (session.defaultSession.request = handler),
    setPermissionCheckHandler: (handler: (contents: unknown, permission: string) => boolean) => void (session.defaultSession.check = handler),
    setDevicePermissionHandler: (handler: () => boolean) => void (session.defaultSession.device = handler),
  },
}

/** `electron.shell`: what would open in the user's browser lies in `opened`. */
export const shell = {
  opened: [] as string[],
  async openExternal(url: string): Promise<void> {
    shell.opened.push(url)
  },
}

/** `electron.dialog`: what was told lies in `told`. */
export const dialog = {
  told: [] as string[],
  showErrorBox(title: string, content: string): void {
    dialog.told.push(`${title}: ${content}`)
  },
}

const keychain = randomBytes(1)[0] ?? 1

/** `electron.safeStorage` with a keychain of its own; `available` and `backend` are for the test. */
export const safeStorage = {
  available: true,
  backend: 'gnome_libsecret',
  isEncryptionAvailable: () => app.ready && safeStorage.available,
  getSelectedStorageBackend: () => safeStorage.backend,
  encryptString: (text: string) => Buffer.concat([Buffer.from('v11'), Buffer.from(text).map(byte => byte ^ keychain)]),
  decryptString: (sealed: Buffer) => {
    if (sealed.subarray(0, 3).toString() !== 'v11') throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.')
    return Buffer.from(sealed.subarray(3).map(byte => byte ^ keychain)).toString()
  },
}
