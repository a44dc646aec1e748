import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Router } from '@orpc/server'
import { RPCHandler } from '@orpc/server/ws'
import { WebSocketServer } from 'ws'
import type { Contract } from '../../src-preload/contract/index.ts'
import type { ReportUnexpected } from '../border.ts'
import { isMediaPath, type AnswerMedia } from '../media/answerMedia.ts'
import { findPageFile } from '../page/pageFiles.ts'
import { pagePolicy } from '../page/pagePolicy.ts'
import type { TicketKeeper } from '../tickets/ticketKeeper.ts'
import { takeFile } from './fileRoute.ts'
import { sendMedia } from './mediaRoute.ts'
import { noEntryPage, notBuiltPage } from './plainPages.ts'
import { addressOf, isOurHost, isOurOrigin, ownAddress, type OwnAddress } from './source.ts'
import { createVisitors, type Visitors } from './visitors.ts'

/** What the browser door needs of the office. */
export interface LoopbackOffice {
  readonly router: Router<Contract, Record<never, never>>
  readonly answerMedia: AnswerMedia
  readonly tickets: TicketKeeper
  readonly report: ReportUnexpected
}

/** The browser door while it is open. */
export interface Loopback {
  readonly port: number
  /** A link that opens CastMatch once, in one browser; the one before is void if it was not used. */
  newLink(): string
  /** Breaks every socket that is open, as a sleeping network does; pages connect again by themselves. */
  breakSockets(): void
  /** Ends every socket and the server; calls in flight are aborted. */
  close(): Promise<void>
}

type Door = { readonly own: OwnAddress; readonly visitors: Visitors; readonly policy: Readonly<Record<string, string>> }

/**
 * Opens the browser door on 127.0.0.1.
 *
 * A link holds a one-time token, exchanged for a cookie of this server's life and a redirect to the clean address; every
 * tab of that browser then comes in by the cookie. A browser without it gets a plain page that says what to do. Host and
 * Origin are checked on every request and on the socket's upgrade. Throws the server's own error where the port is taken.
 * @param options.port 0 takes any free port
 * @param options.pageFolder the built page, `out/renderer`
 */
export async function serveLoopback(office: LoopbackOffice, options: { readonly port: number; readonly pageFolder: string }): Promise<Loopback> {
  const server = createServer()
  const port = await listen(server, options.port)
  const own = ownAddress(port)
  const door: Door = { own, visitors: createVisitors(port), policy: pagePolicy(`ws://${own.host}`) }
  server.on('request', (request, response) => {
    void answerRequest(request, response, door, office, options.pageFolder).catch(() => response.destroy())
  })
  const sockets = takeSockets(server, door, office)
  const breakSockets = () => {
    for (const socket of sockets.clients) socket.terminate()
  }
  return {
    port,
    newLink: () => `${own.origin}/?token=${door.visitors.invite()}`,
    breakSockets,
    close: async () => {
      breakSockets()
      const closed = new Promise<void>(resolve => void server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

async function answerRequest(request: IncomingMessage, response: ServerResponse, door: Door, office: LoopbackOffice, pageFolder: string) {
  for (const [name, value] of Object.entries(door.policy)) response.setHeader(name, value)
  if (!isOurHost(request, door.own)) return refuse(response, 421, 'CastMatch answers at its own address only.')
  const address = addressOf(request, door.own)
  if (address === null) return refuse(response, 400, 'This address cannot be read.')
  const isUpload = request.method === 'POST' && address.pathname === '/files'
  if (!isOurOrigin(request, door.own, isUpload)) return refuse(response, 403, 'CastMatch answers its own page only.')
  const admitted = door.visitors.isAdmitted(request.headers.cookie)
  if (isUpload) return admitted ? takeFile(request, response, address.searchParams.get('name') ?? '', office) : refuse(response, 401, 'Open CastMatch by its link first.')
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'CastMatch does not know this method.')

  const token = address.searchParams.get('token')
  if (token !== null && request.method === 'GET') {
    const cookie = admitted ? null : door.visitors.admit(token)
    if (admitted || cookie !== null) return redirect(response, '/', cookie)
  }
  if (!admitted) return sendHtml(response, 401, noEntryPage, request.method)
  if (isMediaPath(address.pathname)) return sendMedia(request, response, address.pathname, office.answerMedia)
  return sendPage(request, response, address.pathname, pageFolder)
}

async function sendPage(request: IncomingMessage, response: ServerResponse, pathname: string, pageFolder: string) {
  const file = findPageFile(pageFolder, pathname)
  if (file === null) {
    if (findPageFile(pageFolder, '/') === null) return sendHtml(response, 503, notBuiltPage, request.method)
    return refuse(response, 404, 'There is no such file.')
  }
  response.writeHead(200, file.headers)
  if (request.method === 'HEAD') return void response.end()
  await pipeline(createReadStream(file.path), response)
}

function takeSockets(server: Server, door: Door, office: LoopbackOffice): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 16 * 1024 * 1024 })
  const handler = new RPCHandler(office.router)
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy())
    if (addressOf(request, door.own)?.pathname !== '/socket') return refuseUpgrade(stream, '404 Not Found')
    if (!isOurHost(request, door.own)) return refuseUpgrade(stream, '421 Misdirected Request')
    if (!isOurOrigin(request, door.own, true)) return refuseUpgrade(stream, '403 Forbidden')
    if (!door.visitors.isAdmitted(request.headers.cookie)) return refuseUpgrade(stream, '401 Unauthorized')
    sockets.handleUpgrade(request, stream, head, socket => {
      // A broken frame or one past the limit ends this socket by `close`, which aborts its calls; nothing else is to be done.
      socket.on('error', () => socket.terminate())
      void handler.upgrade(socket, { context: {} })
    })
  })
  return sockets
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function redirect(response: ServerResponse, to: string, cookie: string | null): void {
  if (cookie !== null) response.setHeader('set-cookie', cookie)
  response.writeHead(303, { location: to, 'cache-control': 'no-store' }).end()
}

function sendHtml(response: ServerResponse, status: number, html: string, method: string | undefined): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
  response.end(method === 'HEAD' ? undefined : html)
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', connection: 'close' }).end(`${sentence}\n`)
}

function refuseUpgrade(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
