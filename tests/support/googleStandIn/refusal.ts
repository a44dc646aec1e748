/** A refusal of Google: its status, its reason and where the reason is from. */
export class Refusal extends Error {
  readonly status: number
  readonly reason: string
  readonly headers: Readonly<Record<string, string>>
  constructor(status: number, reason: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.reason = reason
    this.headers = headers
  }
}

/** How a refusal is written on the wire (https://developers.google.com/workspace/calendar/api/guides/errors). */
export function refusalBody({ status, reason, message }: Refusal): unknown {
  const domain = /limit|quota/i.test(reason) ? 'usageLimits' : status === 410 && reason === 'fullSyncRequired' ? 'calendar' : 'global'
  return { error: { errors: [{ domain, reason, message }], code: status, message } }
}

/** The refusals of the published list, by what happened. */
export const refusals = {
  notFound: () => new Refusal(404, 'notFound', 'Not Found'),
  deleted: () => new Refusal(410, 'deleted', 'Resource has been deleted'),
  forbidden: () => new Refusal(403, 'forbidden', 'Forbidden'),
  taken: () => new Refusal(409, 'duplicate', 'The requested identifier already exists.'),
  changed: () => new Refusal(412, 'conditionNotMet', 'Precondition Failed'),
  tokenOld: () => new Refusal(410, 'fullSyncRequired', 'Sync token is no longer valid, a full sync is required.'),
  invalid: (message: string) => new Refusal(400, 'invalid', message),
  unsigned: () => new Refusal(401, 'authError', 'Invalid Credentials'),
} as const
