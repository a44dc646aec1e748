import { CastMatchError, isErrorCode, sentenceFor, type ErrorCode } from '../../src-preload/contract/errors.ts'

/** What a failed command prints on standard error. */
export interface PrintedFailure {
  readonly code: ErrorCode
  readonly message: string
}

/**
 * Turns whatever a command threw into what is printed.
 *
 * Errors of the office, thrown here or by its router, keep code and sentence; a wrong call is INVALID_INPUT with what the
 * reader of commands said; all else is UNEXPECTED with its own message, since here it stays with the user herself.
 */
export function printedFailure(error: unknown): PrintedFailure {
  if (error instanceof CastMatchError) return { code: error.code, message: error.message }
  const { code, message } = (typeof error === 'object' && error !== null ? error : {}) as { readonly code?: unknown; readonly message?: unknown }
  if (isErrorCode(code) && typeof message === 'string') return { code, message }
  if (typeof code === 'string' && code.startsWith('commander.')) return { code: 'INVALID_INPUT', message: String(message).replace(/^error: /, '') }
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return { code: 'DISK_FULL', message: sentenceFor('DISK_FULL') }
  return { code: 'UNEXPECTED', message: `Something went wrong that CastMatch did not foresee: ${typeof message === 'string' ? message : String(error)}` }
}
