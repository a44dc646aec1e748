import { ORPCError, ValidationError } from '@orpc/server'
import { v7 as uuid } from 'uuid'
import { CastMatchError, isErrorCode, statusFor, type ErrorCode, type ErrorData } from '../src-preload/contract/errors.ts'
import type { Log } from './health/log.ts'

/** What the border hears of an error before it is masked. */
export type ReportUnexpected = (error: unknown, logId: string) => void

/** Logs an unforeseen failure under an id: its kind, code and stack, never its message, which may hold script text. */
export const reportTo =
  (log: Log): ReportUnexpected =>
  (error, logId) => {
    const stack = error instanceof Error ? (error.stack ?? '').split('\n').filter(line => line.startsWith('    at ')) : []
    log.error({ logId, kind: error instanceof Error ? error.name : typeof error, code: (error as { code?: unknown } | null)?.code, stack }, 'unexpected')
  }

/**
 * Turns whatever a handler threw into an error of the contract's closed list.
 *
 * Our own errors keep their code and data; input that does not fit the contract becomes INVALID_INPUT with the first
 * complaint; a full disk DISK_FULL; everything else is masked as UNEXPECTED, reported with the id that the user sees.
 */
export function toBorderError(error: unknown, report: ReportUnexpected): ORPCError<ErrorCode, ErrorData> {
  if (error instanceof CastMatchError) return borderError(error)
  if (error instanceof ORPCError) {
    if (isErrorCode(error.code)) return error as ORPCError<ErrorCode, ErrorData>
    const complaint = inputComplaint(error)
    if (complaint !== null) return borderError(new CastMatchError('INVALID_INPUT', { detail: complaint }))
  }
  const code = (error as { code?: unknown } | null)?.code
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return borderError(new CastMatchError('DISK_FULL', {}))
  const logId = uuid()
  report(error, logId)
  return borderError(new CastMatchError('UNEXPECTED', { logId }))
}

/** Passes a stream on, its failure turned by {@link toBorderError}. */
export async function* guardStream<T>(stream: AsyncIterable<T>, report: ReportUnexpected): AsyncGenerator<T, void, undefined> {
  try {
    yield* stream
  } catch (error) {
    throw toBorderError(error, report)
  }
}

/** Tells whether a handler's answer is a stream. */
export const isStream = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value

const borderError = (error: CastMatchError): ORPCError<ErrorCode, ErrorData> =>
  new ORPCError(error.code, { defined: true, status: statusFor(error.code), message: error.message, data: error.data })

function inputComplaint(error: ORPCError<string, unknown>): string | null {
  if (error.code !== 'BAD_REQUEST' || !(error.cause instanceof ValidationError)) return null
  const issue = error.cause.issues[0]
  if (!issue) return 'it does not fit'
  const place = (issue.path ?? []).map(part => (typeof part === 'object' ? part.key : part)).filter(part => typeof part === 'string').join('.')
  return place ? `${place}: ${issue.message}` : issue.message
}
