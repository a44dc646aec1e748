/**
 * How a request to Google fails.
 *
 * offline: no answer, so that it may have been done or not; slowDown: not done, later perhaps; signIn: whoever asks is not
 * known any more; changed: the event is another than was thought (412); taken: the id is there already (409); absent: never
 * was there (404); gone: was there (410); forbidden and refused: not done and not to be repeated as it is.
 */
export type GoogleFailureKind = 'offline' | 'slowDown' | 'signIn' | 'changed' | 'taken' | 'absent' | 'gone' | 'forbidden' | 'refused'

/** A request to Google that failed. Its message is for the log and for the user's eyes only as data. */
export class GoogleFailure extends Error {
  override readonly name = 'GoogleFailure'
  readonly kind: GoogleFailureKind
  /** How long Google asks to wait, in milliseconds. */
  readonly waitMs: number | null
  constructor(kind: GoogleFailureKind, message: string, { waitMs = null, cause }: { readonly waitMs?: number | null; readonly cause?: unknown } = {}) {
    super(message, { cause })
    this.kind = kind
    this.waitMs = waitMs
  }
}

/** Reasons with which Google asks for fewer requests by status 403: https://developers.google.com/workspace/calendar/api/guides/errors. */
const tooMuch = /^(rateLimitExceeded|userRateLimitExceeded|quotaExceeded|dailyLimitExceeded|calendarUsageLimitsExceeded)$/

/** The failure that an error of Google's package stands for. */
export function failureOf(error: unknown): GoogleFailure {
  if (error instanceof GoogleFailure) return error
  const { status, reason, message, headers } = told(error)
  const kind = kindOf(status, reason)
  return new GoogleFailure(kind, message, { waitMs: waitOf(headers), cause: error })
}

function kindOf(status: number | null, reason: string): GoogleFailureKind {
  if (reason === 'invalid_grant' || status === 401) return 'signIn'
  if (status === null) return 'offline'
  if (status === 403) return tooMuch.test(reason) ? 'slowDown' : 'forbidden'
  if (status === 429 || status === 408 || status >= 500) return 'slowDown'
  return byStatus[status] ?? 'refused'
}

const byStatus: Readonly<Record<number, GoogleFailureKind>> = { 404: 'absent', 409: 'taken', 410: 'gone', 412: 'changed' }

interface Told {
  readonly status: number | null
  readonly reason: string
  readonly message: string
  readonly headers: unknown
}

/** What the package's errors hold: a status where there was an answer, and Google's own words in the body. */
function told(error: unknown): Told {
  const { response, message } = error as { readonly response?: { readonly status?: unknown; readonly data?: unknown; readonly headers?: unknown }; readonly message?: unknown }
  const body = response?.data as { readonly error?: unknown } | undefined
  const inner = body?.error as { readonly errors?: readonly { readonly reason?: unknown }[]; readonly message?: unknown } | string | undefined
  const reason = typeof inner === 'string' ? inner : inner?.errors?.[0]?.reason
  const said = typeof inner === 'object' ? inner.message : undefined
  return {
    status: typeof response?.status === 'number' ? response.status : null,
    reason: typeof reason === 'string' ? reason : '',
    message: typeof said === 'string' ? said : typeof message === 'string' ? message : 'The request failed.',
    headers: response?.headers,
  }
}

/** The wait that a server asks for: `retry-after` in seconds or as a date (RFC 9110, 10.2.3). */
function waitOf(headers: unknown): number | null {
  const read = (headers as { readonly get?: (name: string) => unknown } | undefined)?.get
  const asked = typeof read === 'function' ? read.call(headers, 'retry-after') : null
  if (typeof asked !== 'string') return null
  const ms = /^\d+$/.test(asked.trim()) ? Number(asked) * 1_000 : Date.parse(asked) - Date.now()
  return Number.isFinite(ms) ? Math.max(0, ms) : null
}
