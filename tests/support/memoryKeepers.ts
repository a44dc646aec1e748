import type { SecretKeeper, SettingsKeeper } from '../../src-main/host.ts'

/** Keeps settings in memory, for tests of what lies above the keeper. */
export function memorySettingsKeeper(initial: unknown = {}): SettingsKeeper {
  let values = initial
  return {
    read: () => values,
    write: next => {
      values = next
    },
  }
}

/** Keeps secrets in memory, for tests of what lies above the keeper. */
export function memorySecretKeeper(): SecretKeeper {
  const secrets = new Map<string, string>()
  return {
    how: 'in memory, for a test',
    get: name => secrets.get(name) ?? null,
    set: (name, value) => void secrets.set(name, value),
    remove: name => void secrets.delete(name),
  }
}
