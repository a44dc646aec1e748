import type { IncomingMessage, ServerResponse } from 'node:http'
import { statusFor } from '../../src-preload/contract/errors.ts'
import { toBorderError, type ReportUnexpected } from '../border.ts'
import type { TicketKeeper } from '../tickets/ticketKeeper.ts'

/**
 * Answers `POST /files?name=...`: streams the body to the ticket keeper and gives `{"ticket"}`, or `{"code","data"}`.
 *
 * The whole body is drained also where it is refused, since a browser that is still sending would take an early end of
 * the connection for a lost one and never read why.
 */
export async function takeFile(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  { tickets, report }: { readonly tickets: TicketKeeper; readonly report: ReportUnexpected },
): Promise<void> {
  try {
    const ticket = await tickets.receive(name, request.iterator({ destroyOnReturn: false }))
    answer(response, 200, { ticket })
  } catch (error) {
    if (request.destroyed && !request.complete) return
    const failure = toBorderError(error, report)
    request.resume()
    answer(response, statusFor(failure.code), { code: failure.code, data: failure.data })
  }
}

function answer(response: ServerResponse, status: number, body: Readonly<Record<string, unknown>>): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}
