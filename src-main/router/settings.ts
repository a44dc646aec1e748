import { readSettings, updateSettings } from '../settings/settingsStore.ts'
import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'

/** Binds the procedures of `settings` to the office. */
export function bindSettings(os: Os, { host, resting }: OfficeParts) {
  return {
    get: os.settings.get.handler(() => readSettings(host.settings)),
    update: os.settings.update.handler(({ input }) => {
      const settings = updateSettings(host.settings, input)
      resting.look()
      return settings
    }),
  }
}
