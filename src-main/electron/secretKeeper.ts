import type { SafeStorage } from 'electron'
import Store from 'electron-store'
import type { SecretKeeper } from '../host.ts'
import { createFileSecretKeeper } from '../settings/fileSecretKeeper.ts'

/**
 * Keeps secrets in `secrets.desktop.json` of the data folder, sealed by the system's own keychain through safeStorage.
 *
 * Where the system has no keychain (on Linux without one, Chromium would use a fixed password: `basic_text`), the sealed
 * file of the other doors keeps them instead, and `how` says so. Call it once the app is ready. A secret that no longer
 * opens, as after a move to another machine, counts as not there.
 */
export function createDesktopSecretKeeper(dataFolder: string, safeStorage: SafeStorage, platform: NodeJS.Platform = process.platform): SecretKeeper {
  const hasKeychain = safeStorage.isEncryptionAvailable() && (platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text')
  if (!hasKeychain) return createFileSecretKeeper(dataFolder)
  const store = new Store<Record<string, unknown>>({ cwd: dataFolder, name: 'secrets.desktop', clearInvalidConfig: true, accessPropertiesByDotNotation: false, configFileMode: 0o600 })
  return {
    how: "Sealed by your system's own keychain, for your user account only.",
    get: name => {
      const sealed = store.get(name)
      return typeof sealed === 'string' ? unseal(sealed, safeStorage) : null
    },
    set: (name, value) => store.set(name, safeStorage.encryptString(value).toString('base64')),
    remove: name => store.delete(name),
  }
}

function unseal(sealed: string, safeStorage: SafeStorage): string | null {
  try {
    return safeStorage.decryptString(Buffer.from(sealed, 'base64'))
  } catch {
    return null
  }
}
