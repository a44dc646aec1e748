import { v7 as uuid } from 'uuid'
import { CastMatchError, type ErrorCode } from '../../src-preload/contract/errors.ts'
import type { KeptFailure } from './messageWriter.ts'

/** Hears of what nobody foresaw, under the id that the user sees. */
export type ReportUnexpected = (error: unknown, logId: string) => void

/** A failure as it is kept with an answer or an action; what nobody foresaw is reported and kept as UNEXPECTED. */
export function keptFailure(error: unknown, report: ReportUnexpected): KeptFailure {
  if (error instanceof CastMatchError) return { code: error.code, data: error.data }
  const code = (error as { code?: unknown } | null)?.code
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return { code: 'DISK_FULL', data: {} }
  const logId = uuid()
  report(error, logId)
  return { code: 'UNEXPECTED', data: { logId } }
}

const outOfReach: ReadonlySet<ErrorCode> = new Set(['CLAUDE_OFF', 'CLAUDE_NO_KEY', 'CLAUDE_NOT_ALLOWED', 'CLAUDE_OFFLINE', 'CLAUDE_OVERLOADED', 'CLAUDE_NOT_THERE'])

/** Whether a failure means that Claude cannot be asked now, so that the records answer instead. */
export const isOutOfReach = (error: unknown): boolean => error instanceof CastMatchError && outOfReach.has(error.code)
