import Store from 'electron-store'
import type { SettingsKeeper } from '../host.ts'

/** Keeps the settings by electron-store in `settings.json` of the data folder: the file that the other doors keep them in. */
export function createDesktopSettingsKeeper(dataFolder: string): SettingsKeeper {
  // A damaged file begins anew instead of keeping the application from opening.
  const store = new Store<Record<string, unknown>>({ cwd: dataFolder, name: 'settings', clearInvalidConfig: true, configFileMode: 0o600 })
  return {
    read: () => ({ ...store.store }),
    write: values => {
      store.store = { ...values }
    },
  }
}
