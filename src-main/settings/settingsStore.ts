import { Settings, type SettingsChange } from '../../src-preload/contract/settings.ts'
import type { SettingsKeeper } from '../host.ts'

/** Reads the settings; a value that is missing or no longer valid falls back to its default, the others stay. */
export function readSettings(keeper: SettingsKeeper): Settings {
  const kept = keeper.read()
  const whole = Settings.safeParse(kept)
  if (whole.success) return whole.data
  const values = typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {}
  const valid = Object.entries(Settings.shape).filter(([key, schema]) => key in values && schema.safeParse(values[key]).success)
  return Settings.parse(Object.fromEntries(valid.map(([key]) => [key, values[key]])))
}

/** Changes the settings; keys left out stay. Gives all settings as they stand then. */
export function updateSettings(keeper: SettingsKeeper, change: SettingsChange & Partial<Pick<Settings, 'encoder' | 'encoderNext'>>): Settings {
  const after = Settings.parse({ ...readSettings(keeper), ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) })
  keeper.write(after)
  return after
}
