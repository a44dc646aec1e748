import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerFrom, type GoogleAnswer, type GoogleRequest } from './answer.ts'
import { refusalBody, refusals, type Refusal } from './refusal.ts'
import { createWorld, type GoogleWorld } from './world.ts'

/**
 * What goes wrong with one request: it is refused; it never arrives; it is done, but the answer is lost; or it arrives after
 * so many others, when nobody waits for its answer any more.
 */
export type Fault =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'lost' }
  | { readonly kind: 'answerLost' }
  | { readonly kind: 'late'; readonly after: number }
  | { readonly kind: 'garbled' }

/** Decides for each request what goes wrong with it; null where nothing does. */
export type FaultFor = (request: GoogleRequest) => Fault | null

/** A request with what was answered; null where no answer was given. */
export interface Exchange {
  readonly request: GoogleRequest
  readonly answer: GoogleAnswer | null
}

/** A server that speaks Google Calendar v3 over real HTTP. */
export interface GoogleStandIn {
  readonly address: string
  readonly world: GoogleWorld
  readonly exchanges: readonly Exchange[]
  /** Says what goes wrong from now on. */
  fails(fault: FaultFor): void
  /** Does what is late. */
  deliverLate(): void
  /** Takes only this token; every one where null. */
  takes(token: string | null): void
  /** Forgets the exchanges so far. */
  forget(): void
  close(): Promise<void>
}

/** How a stand-in begins. */
export interface GoogleTerms {
  readonly now?: () => Date
  /** The most events that go on one page whatever is asked. */
  readonly largestPage?: number
  /** Another world than an empty one. */
  readonly world?: GoogleWorld
}

/** Starts a stand-in on a free port of this machine. */
export async function startGoogle({ now = () => new Date(), largestPage = 2_500, world = createWorld({ now }) }: GoogleTerms = {}): Promise<GoogleStandIn> {
  const exchanges: Exchange[] = []
  let faultFor: FaultFor = () => null
  let token: string | null = null
  let late: readonly { readonly request: GoogleRequest; readonly dueAt: number }[] = []
  let asked = 0
  const deliver = (upTo: number): void => {
    const due = late.filter(({ dueAt }) => dueAt <= upTo)
    late = late.filter(({ dueAt }) => dueAt > upTo)
    for (const { request } of due) answerFrom(world, request, largestPage)
  }
  const answer = (request: GoogleRequest): GoogleAnswer | null => {
    asked += 1
    deliver(asked)
    const given = request.headers.authorization?.replace(/^Bearer /, '') ?? ''
    if (given === '' || (token !== null && given !== token)) return { status: 401, body: refusalBody(refusals.unsigned()) }
    const fault = faultFor(request)
    if (fault?.kind === 'refused') return { status: fault.refusal.status, body: refusalBody(fault.refusal), headers: fault.refusal.headers }
    if (fault?.kind === 'late') late = [...late, { request, dueAt: asked + fault.after }]
    if (fault?.kind === 'lost' || fault?.kind === 'late') return null
    const told = answerFrom(world, request, largestPage)
    if (fault?.kind === 'garbled') return { ...told, body: '<html>Bad gateway</html>' }
    return fault?.kind === 'answerLost' ? null : told
  }
  const server = createServer((incoming, response) => {
    void read(incoming).then(request => {
      const told = answer(request)
      exchanges.push({ request, answer: told })
      if (told === null) response.destroy()
      else send(response, told)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    world,
    exchanges,
    fails: fault => {
      faultFor = fault
    },
    deliverLate: () => deliver(Infinity),
    takes: only => {
      token = only
    },
    forget: () => void exchanges.splice(0),
    close: async () => {
      if (!server.listening) return
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function read(incoming: IncomingMessage): Promise<GoogleRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]))
  return { method: incoming.method ?? '', path: incoming.url ?? '/', headers, body: text === '' ? null : JSON.parse(text) as unknown }
}

function send(response: ServerResponse, { status, body, headers = {} }: GoogleAnswer): void {
  response.writeHead(status, { ...(body !== null && { 'content-type': 'application/json; charset=UTF-8' }), ...headers })
  response.end(body === null ? undefined : typeof body === 'string' ? body : JSON.stringify(body))
}
