import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultDataFolder } from '../../src-main/settings/dataFolder.ts'
import { createFileSecretKeeper } from '../../src-main/settings/fileSecretKeeper.ts'
import { createFileSettingsKeeper } from '../../src-main/settings/fileSettingsKeeper.ts'
import { readStartFlags, StartFlagsError } from '../../src-main/settings/startFlags.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

/** Windows knows no such modes, and answers that all may write. */
const ownerOnly = process.platform === 'win32' ? 0o666 : 0o600

describe('the settings file', () => {
  it('is empty at first, and keeps what was written for the next start', () => {
    const folder = join(temporaryFolder(), 'new', 'folder')
    expect(createFileSettingsKeeper(folder).read()).toEqual({})
    createFileSettingsKeeper(folder).write({ theme: 'dark', glossary: [{ term: 'pehlwan', means: ['wrestler'] }] })
    expect(createFileSettingsKeeper(folder).read()).toEqual({ theme: 'dark', glossary: [{ term: 'pehlwan', means: ['wrestler'] }] })
  })

  it('forgets a value that is no longer written', () => {
    const keeper = createFileSettingsKeeper(temporaryFolder())
    keeper.write({ theme: 'dark', railCollapsed: true })
    keeper.write({ theme: 'light' })
    expect(keeper.read()).toEqual({ theme: 'light' })
  })

  it('that is damaged is set aside, and the application opens with new settings', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'settings.json'), '{"theme": "da')
    expect(createFileSettingsKeeper(folder).read()).toEqual({})
    expect(readFileSync(join(folder, 'settings.damaged.json'), 'utf8')).toBe('{"theme": "da')
  })
})

describe('the secret file', () => {
  it('gives a secret back after a restart, and nothing for a name it does not know', () => {
    const folder = temporaryFolder()
    createFileSecretKeeper(folder).set('claude', 'चाबी-123')
    const keeper = createFileSecretKeeper(folder)
    expect(keeper.get('claude')).toBe('चाबी-123')
    expect(keeper.get('google')).toBeNull()
    expect(keeper.get('__proto__')).toBeNull()
  })

  it('shows nothing of the secret, and only this user may read it', () => {
    const folder = temporaryFolder()
    createFileSecretKeeper(folder).set('claude', 'plain-to-see')
    const files = ['secrets.json', 'secrets.key'].map(name => join(folder, name))
    for (const file of files) {
      expect(readFileSync(file, 'latin1')).not.toContain('plain-to-see')
      expect(statSync(file).mode & 0o777).toBe(ownerOnly)
    }
    expect(createFileSecretKeeper(folder).how).toMatch(/whoever can read your files can read your secrets/)
  })

  it('replaces and forgets', () => {
    const keeper = createFileSecretKeeper(temporaryFolder())
    keeper.set('claude', 'one')
    keeper.set('claude', 'two')
    keeper.set('google', 'three')
    keeper.remove('claude')
    keeper.remove('never there')
    expect([keeper.get('claude'), keeper.get('google')]).toEqual([null, 'three'])
  })

  it('counts a secret that was exchanged, cut or sealed with another key as not there', () => {
    const folder = temporaryFolder()
    const keeper = createFileSecretKeeper(folder)
    keeper.set('claude', 'one')
    keeper.set('google', 'two')
    const file = join(folder, 'secrets.json')
    const { claude } = JSON.parse(readFileSync(file, 'utf8')) as { claude: object }
    writeFileSync(file, JSON.stringify({ google: claude, claude: { ...claude, tag: 'AAAA' } }))
    expect([keeper.get('claude'), keeper.get('google')]).toEqual([null, null])
    keeper.set('claude', 'anew')
    writeFileSync(join(folder, 'secrets.key'), Buffer.alloc(32, 7))
    expect(keeper.get('claude')).toBeNull()
    writeFileSync(file, 'not json')
    expect(keeper.get('claude')).toBeNull()
  })

  it('writes no file before there is a secret', () => {
    const folder = temporaryFolder()
    createFileSecretKeeper(folder).get('claude')
    expect(existsSync(join(folder, 'secrets.key'))).toBe(false)
  })
})

describe('the data folder', () => {
  it.each([
    ['darwin', {}, '/Users/asha', '/Users/asha/Library/Application Support/CastMatch'],
    ['win32', { APPDATA: 'C:\\Users\\asha\\AppData\\Roaming' }, 'C:\\Users\\asha', 'C:\\Users\\asha\\AppData\\Roaming\\CastMatch'],
    ['win32', {}, 'C:\\Users\\asha', 'C:\\Users\\asha\\AppData\\Roaming\\CastMatch'],
    ['linux', {}, '/home/asha', '/home/asha/.local/share/CastMatch'],
    ['linux', { XDG_DATA_HOME: '/data/asha' }, '/home/asha', '/data/asha/CastMatch'],
    ['linux', { XDG_DATA_HOME: 'not/absolute' }, '/home/asha', '/home/asha/.local/share/CastMatch'],
  ] as const)('on %s with %j lies where that system keeps such things', (platform, env, home, folder) => {
    expect(defaultDataFolder(platform, env, home)).toBe(folder)
  })
})

describe('the flags of a start', () => {
  it('are all to be left out', () => {
    expect(readStartFlags([], true)).toEqual({ dataFolder: defaultDataFolder(), demo: false, port: 0, open: true })
  })

  it('are read as given', () => {
    const folder = temporaryFolder()
    expect(readStartFlags(['--no-open', '--port', '4100', '--data', folder, '--demo'], true)).toEqual({ dataFolder: folder, demo: true, port: 4100, open: false })
  })

  it.each([['--port=x'], ['--port=70000'], ['--port=-1'], ['--prot=1']])('refuse %s', flag => {
    expect(() => readStartFlags([flag], true)).toThrow(StartFlagsError)
  })

  it("let Chromium's own flags pass where the door is Electron's", () => {
    expect(readStartFlags(['--ozone-platform=wayland', '--demo'], false).demo).toBe(true)
  })
})
