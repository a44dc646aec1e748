import { request } from 'node:http'
import { WebSocket as WsSocket } from 'ws'

/** What a plain HTTP client hears. */
export type Heard = { readonly status: number; readonly headers: Readonly<Record<string, string | string[] | undefined>>; readonly body: string }

/** Sends one HTTP request with exactly these headers: no browser or fetch stands between, so that any can be forged. */
export function send(
  address: string,
  options: { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: Uint8Array; readonly path?: string } = {},
): Promise<Heard> {
  const { hostname, port, pathname, search } = new URL(address)
  return new Promise((resolve, reject) => {
    const call = request({ hostname, port, path: options.path ?? pathname + search, method: options.method ?? 'GET', headers: options.headers }, response => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces).toString() }))
    })
    call.on('error', reject)
    call.end(options.body)
  })
}

/** Opens a link as a browser does the first time, and gives the cookie it keeps. */
export async function cookieFrom(link: string): Promise<string> {
  const { headers } = await send(link)
  const [cookie] = headers['set-cookie'] ?? []
  if (cookie === undefined) throw new Error('the link gave no cookie')
  return cookie.split(';')[0] ?? ''
}

/** A WebSocket class that sends these headers with its upgrade, as a browser sends its cookie and origin. */
export const socketWith = (headers: Readonly<Record<string, string>>): typeof WebSocket =>
  class extends WsSocket {
    constructor(address: string) {
      super(address, { headers })
      this.binaryType = 'arraybuffer'
    }
  } as unknown as typeof WebSocket
