import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CastMatchError } from '../../src-preload/contract/errors.ts'

/** What came back from Google: a code, or why there is none. */
export interface Answered {
  readonly code: string | null
  readonly error: string | null
}

/** A place on this machine that waits for one answer. */
export interface AnswerPlace {
  /** The address to name to Google. */
  readonly address: string
  readonly arrived: Promise<Answered>
  readonly close: () => void
}

/**
 * Waits on 127.0.0.1 for the answer that the browser brings back from Google; what is not of this sign-in is refused and
 * waited past.
 *
 * `arrived` rejects with CANCELLED where the signal aborts, and with GOOGLE_SIGN_IN_FAILED after `limitMs`. Throws
 * GOOGLE_SIGN_IN_FAILED where the port is taken.
 */
export async function listenForAnswer({ port, limitMs, signal, isOurs }: { readonly port: number; readonly limitMs: number; readonly signal: AbortSignal; readonly isOurs: (state: string) => boolean }): Promise<AnswerPlace> {
  const { promise, resolve, reject } = Promise.withResolvers<Answered>()
  // Nobody waits for it yet where the browser cannot be opened.
  promise.catch(() => undefined)
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (request.method !== 'GET' || pathname !== '/google') return show(response, 404, 'There is nothing here.')
    if (!isOurs(searchParams.get('state') ?? '')) return show(response, 400, 'This answer belongs to another sign-in. Go back to CastMatch and begin again.')
    const error = searchParams.get('error')
    show(response, 200, error === null ? 'CastMatch is signed in. You can close this page.' : 'Nothing was connected. You can close this page.')
    resolve({ code: searchParams.get('code'), error })
  })
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen(port, '127.0.0.1', listening)
  }).catch((error: unknown) => {
    throw new CastMatchError('GOOGLE_SIGN_IN_FAILED', { detail: 'no port of this machine is free for its answer' }, { cause: error })
  })
  const timer = setTimeout(() => reject(new CastMatchError('GOOGLE_SIGN_IN_FAILED', { detail: 'no answer came' })), limitMs)
  const cancelled = (): void => reject(new CastMatchError('CANCELLED', { subject: 'Signing in with Google' }))
  signal.addEventListener('abort', cancelled, { once: true })
  if (signal.aborted) cancelled()
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/google`,
    arrived: promise,
    close: () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', cancelled)
      server.close()
      server.closeIdleConnections()
    },
  }
}

function show(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'", 'referrer-policy': 'no-referrer', 'cache-control': 'no-store', connection: 'close',
  })
  response.end(`<!doctype html><html lang="en"><meta charset="utf-8"><title>CastMatch</title><body style="font-family: sans-serif; margin: 3rem"><p>${text}</p></body></html>`)
}
