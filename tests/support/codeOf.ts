import { CastMatchError } from '../../src-preload/contract/errors.ts'

/** The code that an act fails with, "no error" where it does not; a failure without a code goes on. */
export function codeOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof CastMatchError) return error.code
    throw error
  }
  return 'no error'
}
