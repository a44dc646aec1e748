import { spawn } from 'node:child_process'

/** The program that opens an address in the user's browser, and its arguments. */
export function browserCommand(address: string, platform: NodeJS.Platform): readonly [program: string, ...args: string[]] {
  if (platform === 'darwin') return ['open', address]
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address]
  return ['xdg-open', address]
}

/** Opens an address in the user's browser; where there is none nothing happens, since the link stands printed anyway. */
export function openInBrowser(address: string, platform: NodeJS.Platform = process.platform): void {
  const [program, ...args] = browserCommand(address, platform)
  spawn(program, args, { stdio: 'ignore', detached: true }).on('error', () => undefined).unref()
}
