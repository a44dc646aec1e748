import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import Conf from 'conf'
import type { SettingsKeeper } from '../host.ts'

/**
 * Keeps the settings in `settings.json` of a folder, written whole or not at all.
 *
 * A file that cannot be read as JSON is set aside as `settings.damaged.json` and the settings begin anew, so that a
 * damaged file never keeps the application from opening.
 */
export function createFileSettingsKeeper(folder: string): SettingsKeeper {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const conf = openConf(folder)
  return {
    read: () => ({ ...conf.store }),
    write: values => {
      conf.store = { ...values }
    },
  }
}

function openConf(folder: string): Conf<Record<string, unknown>> {
  const open = () =>
    new Conf<Record<string, unknown>>({ cwd: folder, configName: 'settings', projectName: 'castmatch', projectVersion: '0', configFileMode: 0o600 })
  try {
    return open()
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    renameSync(join(folder, 'settings.json'), join(folder, 'settings.damaged.json'))
    return open()
  }
}
