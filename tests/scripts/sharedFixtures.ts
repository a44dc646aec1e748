import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'fixtures')

/** Tells whether the folder of real scripts is on this machine; prints one line where it is not. */
export const haveSharedFixtures = (what: string): boolean => {
  const there = existsSync(folder)
  if (!there) process.stdout.write(`skipped: ${what} (../shared/fixtures is not on this machine)\n`)
  return there
}

/** The bytes of a file of the shared fixtures, by its path inside. */
export const sharedFixture = (path: string): Uint8Array => new Uint8Array(readFileSync(join(folder, path)))

/** The names of the files in a folder of the shared fixtures. */
export const sharedNames = (path: string): readonly string[] => readdirSync(join(folder, path))
