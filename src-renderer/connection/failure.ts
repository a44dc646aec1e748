import { ORPCError } from '@orpc/client'
import { CastMatchError, ErrorData, isErrorCode, sentenceFor, type ErrorCode } from '../../src-preload/contract/errors.ts'

/** A failure as the page shows it: its code, the sentence for the user, and what it says of itself. */
export type Failure = { readonly code: ErrorCode; readonly sentence: string; readonly data: ErrorData }

/**
 * Turns whatever was thrown into one of our codes with its sentence.
 *
 * An aborted call is CANCELLED; an input that the contract refused is INVALID_INPUT with the first complaint; what is
 * not known is UNEXPECTED, with the number of its log entry where the office gave one. Never throws.
 */
export function toFailure(error: unknown): Failure {
  if (error instanceof CastMatchError) return failure(error.code, error.data)
  if (error instanceof ORPCError) return fromOffice(error)
  if (error instanceof DOMException && error.name === 'AbortError') return failure('CANCELLED')
  return failure('UNEXPECTED')
}

/** Tells whether a call ended because the page itself took it back: nothing to show. */
export const wasCancelled = (error: unknown): boolean => toFailure(error).code === 'CANCELLED'

function fromOffice(error: ORPCError<string, unknown>): Failure {
  // oRPC has a NOT_FOUND and a CONFLICT of its own, for calls rather than records: those are not `defined`.
  if (isErrorCode(error.code) && error.defined) {
    const data = ErrorData.safeParse(error.data ?? {})
    return failure(error.code, data.success ? data.data : {})
  }
  if (error.code === 'BAD_REQUEST') return failure('INVALID_INPUT', { detail: firstComplaint(error.data) })
  return failure('UNEXPECTED')
}

function firstComplaint(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('issues' in data) || !Array.isArray(data.issues)) return undefined
  const issue: unknown = data.issues[0]
  return typeof issue === 'object' && issue !== null && 'message' in issue && typeof issue.message === 'string' ? issue.message : undefined
}

const failure = (code: ErrorCode, data: ErrorData = {}): Failure => ({ code, sentence: sentenceFor(code, data), data })
