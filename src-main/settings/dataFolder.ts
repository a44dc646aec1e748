import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'

/**
 * Where CastMatch keeps everything when no folder is named, the same for every door.
 *
 * macOS `~/Library/Application Support/CastMatch`, Windows `%APPDATA%\CastMatch`, elsewhere `$XDG_DATA_HOME/CastMatch`
 * or `~/.local/share/CastMatch` (XDG Base Directory Specification 0.8; a relative XDG_DATA_HOME is ignored as it asks).
 */
export function defaultDataFolder(
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
  home: string = homedir(),
): string {
  if (platform === 'win32') return win32.join(env.APPDATA || win32.join(home, 'AppData', 'Roaming'), 'CastMatch')
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'CastMatch')
  const xdg = env.XDG_DATA_HOME
  return posix.join(xdg && posix.isAbsolute(xdg) ? xdg : posix.join(home, '.local', 'share'), 'CastMatch')
}
