import type { IncomingMessage } from 'node:http'

/** Where a request must come from: the server's own address, as `127.0.0.1:PORT`. */
export type OwnAddress = { readonly host: string; readonly origin: string }

/** The own address of a server at a port of 127.0.0.1. */
export const ownAddress = (port: number): OwnAddress => ({ host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}` })

/** The address that a request asks for at this server; null where it cannot be read, and never another host's. */
export function addressOf(request: IncomingMessage, own: OwnAddress): URL | null {
  const address = own.origin + (request.url ?? '/')
  return request.url?.startsWith('/') && URL.canParse(address) ? new URL(address) : null
}

/** Tells whether a request names this server as its host: a name that was rebound to 127.0.0.1 does not. */
export const isOurHost = (request: IncomingMessage, own: OwnAddress): boolean => request.headers.host === own.host

/**
 * Tells whether a request comes from our own page or from the address bar.
 *
 * A request that does something (`required`: an upload, a socket) must name our origin; one that only reads may name none.
 */
export function isOurOrigin(request: IncomingMessage, own: OwnAddress, required: boolean): boolean {
  const origin = request.headers.origin
  return origin === undefined ? !required : origin === own.origin
}
