import { CastMatchError, type ErrorCode } from '../../src-preload/contract/errors.ts'
import { cutShort } from './anthropic.ts'

/** What was being asked when it failed. */
export interface Asked {
  readonly address: string
  readonly model: string
  readonly subject: string
  /** The time limit in words, for the sentence of TIME_LIMIT. */
  readonly limit: string
}

/** What the SDK's errors tell of themselves; read by shape, since the SDK is loaded late. */
interface WireError {
  readonly name: string
  readonly message: string
  readonly status?: unknown
  /** The kind of error in Anthropic's words, such as `overloaded_error`; also set where an error comes in mid-stream. */
  readonly type?: unknown
  readonly headers?: unknown
  readonly cause?: unknown
}

/** Failures after which the same question may well be answered a little later. */
const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['CLAUDE_RATE_LIMIT', 'CLAUDE_OVERLOADED', 'CLAUDE_OFFLINE'])
/** Failures that speak of the server and not of the question. */
const ofTheServer: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['CLAUDE_OVERLOADED', 'CLAUDE_OFFLINE', 'TIME_LIMIT'])

/** Tells whether a failure passes by itself, so that asking again is worth it. */
export const isPassing = (error: unknown): boolean => error instanceof CastMatchError && passing.has(error.code)

/** Tells whether a failure counts for the breaker: the server is out of reach or out of order. */
export const isOfTheServer = (error: unknown): boolean => error instanceof CastMatchError && ofTheServer.has(error.code)

/**
 * Turns what went wrong between this office and Claude into one of our codes; nothing that the server wrote is passed on.
 *
 * Kinds and statuses: https://platform.claude.com/docs/en/api/errors. What is none of these comes back as it is.
 * @param aborted whether the caller took the question back, or the time limit did, or neither
 */
export function failureOf(error: unknown, asked: Asked, aborted: 'caller' | 'limit' | null): unknown {
  if (error instanceof CastMatchError) return error
  const { subject, address, model, limit } = asked
  if (aborted === 'caller') return new CastMatchError('CANCELLED', { subject: `The question about ${subject}` })
  if (aborted === 'limit') return new CastMatchError('TIME_LIMIT', { subject: `Claude's answer about ${subject}`, detail: limit })
  if (!(error instanceof Error)) return error
  const wire: WireError = error
  const host = new URL(address).host
  const code = codeOf(wire)
  if (code === 'CLAUDE_OFFLINE' || code === 'CLAUDE_NOT_THERE') return new CastMatchError(code, { detail: host }, { cause: error })
  if (code === 'CLAUDE_MODEL_UNKNOWN') return new CastMatchError(code, { detail: model }, { cause: error })
  if (code === 'CLAUDE_KEY_REFUSED') return new CastMatchError(code, wire.status === 403 ? { detail: 'it may not do this' } : {}, { cause: error })
  if (code === 'CLAUDE_RATE_LIMIT' || code === 'CLAUDE_OVERLOADED') return new CastMatchError(code, waitOf(wire.headers), { cause: error })
  return code === null ? error : new CastMatchError(code, { subject }, { cause: error })
}

const byType: Readonly<Record<string, ErrorCode>> = {
  authentication_error: 'CLAUDE_KEY_REFUSED',
  permission_error: 'CLAUDE_KEY_REFUSED',
  billing_error: 'CLAUDE_NO_CREDIT',
  not_found_error: 'CLAUDE_MODEL_UNKNOWN',
  request_too_large: 'CLAUDE_TOO_LONG',
  rate_limit_error: 'CLAUDE_RATE_LIMIT',
  overloaded_error: 'CLAUDE_OVERLOADED',
  api_error: 'CLAUDE_OVERLOADED',
  timeout_error: 'CLAUDE_OVERLOADED',
}

function codeOf(error: WireError): ErrorCode | null {
  const { status, type, message } = error
  if (status === 400 && /prompt is too long|context window|too many tokens/i.test(message)) return 'CLAUDE_TOO_LONG'
  if (status === 400 && /credit balance/i.test(message)) return 'CLAUDE_NO_CREDIT'
  if (typeof type === 'string' && type in byType) return byType[type] ?? null
  if (typeof status === 'number') return codeOfStatus(status)
  if (isRedirect(error)) return 'CLAUDE_NOT_THERE'
  if (error.name === 'SyntaxError' || message === cutShort) return 'CLAUDE_OFFLINE'
  return isOfTheLine(error) ? 'CLAUDE_OFFLINE' : null
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 401 || status === 403) return 'CLAUDE_KEY_REFUSED'
  if (status === 402) return 'CLAUDE_NO_CREDIT'
  if (status === 404 || status === 405 || status < 400) return 'CLAUDE_NOT_THERE'
  if (status === 413) return 'CLAUDE_TOO_LONG'
  if (status === 429) return 'CLAUDE_RATE_LIMIT'
  return status === 408 || status >= 500 ? 'CLAUDE_OVERLOADED' : 'CLAUDE_QUESTION_REFUSED'
}

/** The SDK's own names for a line that broke, and undici's for one that broke after the answer had begun. */
const isOfTheLine = ({ name, message }: WireError): boolean =>
  name === 'APIConnectionError' || name === 'APIConnectionTimeoutError' || name === 'AnthropicError' || (name === 'TypeError' && /^(terminated|fetch failed)$/.test(message))

function isRedirect(error: WireError): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) if (/redirect/i.test(at.message)) return true
  return false
}

/** The wait that a server asks for: `retry-after` in seconds or as a date (RFC 9110, 10.2.3). */
function waitOf(headers: unknown): { readonly seconds?: number } {
  const asked = headers instanceof Headers ? headers.get('retry-after') : null
  if (asked === null) return {}
  const seconds = /^\d+(\.\d+)?$/.test(asked.trim()) ? Number(asked) : (Date.parse(asked) - Date.now()) / 1_000
  return Number.isFinite(seconds) ? { seconds: Math.max(0, Math.ceil(seconds)) } : {}
}
