import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { servePage } from '../../src-main/electron/pageProtocol.ts'
import { createDesktopSecretKeeper } from '../../src-main/electron/secretKeeper.ts'
import { createDesktopSettingsKeeper } from '../../src-main/electron/settingsKeeper.ts'
import type { AnswerMedia } from '../../src-main/media/answerMedia.ts'
import { createFileSettingsKeeper } from '../../src-main/settings/fileSettingsKeeper.ts'
import { app, protocol, safeStorage } from '../support/electronStandIn.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

// electron-store takes the module whole, by its default export.
vi.mock('electron', async () => ({ ...(await import('../support/electronStandIn.ts')), default: await import('../support/electronStandIn.ts') }))

beforeEach(() => {
  app.ready = true
  Object.assign(safeStorage, { available: true, backend: 'gnome_libsecret' })
})

const keeperIn = (folder: string, platform: NodeJS.Platform = 'linux') => createDesktopSecretKeeper(folder, safeStorage as unknown as Parameters<typeof createDesktopSecretKeeper>[1], platform)

describe('under a stand-in of Electron, secrets', () => {
  it("are sealed by the system's keychain, and there again after a restart", () => {
    const folder = temporaryFolder()
    keeperIn(folder).set('claude.key', 'plain-to-see')
    expect(keeperIn(folder).get('claude.key')).toBe('plain-to-see')
    expect(keeperIn(folder).how).toMatch(/keychain/)
    expect(readFileSync(join(folder, 'secrets.desktop.json'), 'utf8')).not.toContain('plain-to-see')
  })

  it('are forgotten when asked, and count as not there when the keychain no longer opens them', () => {
    const folder = temporaryFolder()
    const keeper = keeperIn(folder)
    keeper.set('google', 'one')
    keeper.remove('google')
    expect(keeper.get('google')).toBeNull()
    writeFileSync(join(folder, 'secrets.desktop.json'), JSON.stringify({ claude: Buffer.from('from another machine').toString('base64') }))
    expect(keeperIn(folder).get('claude')).toBeNull()
  })

  it.each([
    ['no keychain', false, 'gnome_libsecret', 'darwin'],
    ["Chromium's fixed password only", true, 'basic_text', 'linux'],
  ] as const)('go to the sealed file, said plainly, where there is %s', (_where, available, backend, platform) => {
    Object.assign(safeStorage, { available, backend })
    expect(keeperIn(temporaryFolder(), platform).how).toMatch(/The key lies beside it/)
  })
})

describe('under a stand-in of Electron, settings', () => {
  it('are kept in the file that the other doors read', () => {
    const folder = temporaryFolder()
    createDesktopSettingsKeeper(folder).write({ theme: 'dark' })
    expect(createFileSettingsKeeper(folder).read()).toEqual({ theme: 'dark' })
    expect(createDesktopSettingsKeeper(folder).read()).toEqual({ theme: 'dark' })
  })
})

describe('under a stand-in of Electron, the page', () => {
  it('comes from the built files with a strict policy, and from nowhere else', async () => {
    const home = temporaryFolder()
    const folder = join(home, 'renderer')
    mkdirSync(folder)
    writeFileSync(join(folder, 'index.html'), 'the page')
    writeFileSync(join(home, 'secret.txt'), 'not for you')
    const noMedia: AnswerMedia = async () => ({ status: 404, headers: {}, body: null })
    servePage(protocol as unknown as Parameters<typeof servePage>[0], folder, noMedia)
    const page = await protocol.answer('castmatch://app/roles/1')
    expect([page.status, await page.text()]).toEqual([200, 'the page'])
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect((await protocol.answer('castmatch://app/', { method: 'HEAD' })).status).toBe(200)
    expect((await protocol.answer('castmatch://app/..%2fsecret.txt')).status).toBe(404)
    expect((await protocol.answer('castmatch://elsewhere/')).status).toBe(403)
    expect((await protocol.answer('castmatch://app/', { method: 'POST', body: 'x' })).status).toBe(403)
  })

  it('shows a kept file by its own answer, a range of it piece by piece', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'kept'), 'a self-tape')
    const asked: unknown[] = []
    servePage(protocol as unknown as Parameters<typeof servePage>[0], folder, async request => {
      asked.push(request)
      return { status: 206, headers: { 'content-type': 'video/webm', 'content-range': 'bytes 2-5/11' }, body: { path: join(folder, 'kept'), start: 2, end: 5 } }
    })
    const part = await protocol.answer('castmatch://app/media/0197', { headers: { range: 'bytes=2-5' } })
    expect([part.status, part.headers.get('content-type'), await part.text()]).toEqual([206, 'video/webm', 'self'])
    expect(asked).toEqual([{ method: 'GET', pathname: '/media/0197', range: 'bytes=2-5', ifNoneMatch: null }])
    expect((await protocol.answer('castmatch://elsewhere/media/0197')).status).toBe(403)
  })
})
