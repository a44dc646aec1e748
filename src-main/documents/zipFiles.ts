import { zipSync } from 'fflate'

/** A file of a zip: its name (with folders where it has any) and its bytes. */
export interface ZippedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Packs files into a zip without pressing them, for what is pressed already (PDF, pictures).
 *
 * `at` is the time that each carries. Names are to be unlike each other, whatever their case: a later one of the same name would replace
 * an earlier one.
 */
export const zipFiles = (files: readonly ZippedFile[], at: Date): Uint8Array =>
  zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { level: 0, mtime: at })
