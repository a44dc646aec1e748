import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultDataFolder } from './dataFolder.ts'

/** How a door was asked to start. */
export interface StartFlags {
  /** Absolute. */
  readonly dataFolder: string
  /** Whether the demo is to be there when the first page shows. */
  readonly demo: boolean
  /** Port of 127.0.0.1, 0 for any free one; the browser door only. */
  readonly port: number
  /** Whether the browser is opened; the browser door only. */
  readonly open: boolean
}

/** A flag that cannot be read; its message is a sentence for the user. */
export class StartFlagsError extends Error {
  override readonly name = 'StartFlagsError'
}

/**
 * Reads `--data DIR`, `--demo`, `--port N` and `--no-open`.
 *
 * Throws StartFlagsError where a port is none, or, when `strict`, where a flag is not known; the
 * desktop door is not strict, since Electron and Chromium take flags of their own.
 */
export function readStartFlags(args: readonly string[], strict: boolean): StartFlags {
  const values = parse(args, strict)
  const port = values.port === undefined ? 0 : Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new StartFlagsError(`--port takes a number from 0 to 65535, not ${String(values.port)}`)
  return {
    dataFolder: typeof values.data === 'string' && values.data !== '' ? resolve(values.data) : defaultDataFolder(),
    demo: values.demo === true,
    port,
    open: values['no-open'] !== true,
  }
}

function parse(args: readonly string[], strict: boolean) {
  const options = { data: { type: 'string' }, demo: { type: 'boolean' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } } as const
  try {
    return parseArgs({ args: [...args], strict, options }).values
  } catch (error) {
    throw new StartFlagsError(error instanceof Error ? error.message : 'The flags cannot be read.', { cause: error })
  }
}
