import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createSocket, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { Exchange } from './startGoogle.ts'

const description = new URL('../../fixtures/google/calendar-v3.json', import.meta.url)
const prism = new URL('../../../node_modules/@stoplight/prism-cli/dist/index.js', import.meta.url)

const Violations = z.array(z.object({ location: z.array(z.union([z.string(), z.number()])), message: z.string(), severity: z.string() }))

/** Where Google's description is silent: it holds no failures, and has every deed answer 200 where Google itself answers 204. */
const isUndescribed = (status: number, message: string): boolean => (status >= 400 || status === 204) && /status code/i.test(message)

/**
 * Holds exchanges against Google's published description of its Calendar API, by Prism (https://docs.stoplight.io/docs/prism);
 * gives in words what of the requests and the answers does not keep to it.
 *
 * Each request is sent once more, through Prism, to a server that gives the answer that was given.
 */
export async function violationsOf(exchanges: readonly Exchange[]): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'castmatch-prism-'))
  const replay = createServer((request, response) => {
    const answer = exchanges[Number(request.headers['x-exchange'])]?.answer
    request.resume().on('end', () => {
      response.writeHead(answer?.status ?? 500, { ...(answer?.body !== null && { 'content-type': 'application/json; charset=UTF-8' }) })
      response.end(answer?.body === null ? undefined : JSON.stringify(answer?.body))
    })
  })
  replay.listen(0, '127.0.0.1')
  await once(replay, 'listening')
  const checker = await startPrism(folder, (replay.address() as AddressInfo).port)
  try {
    const found: string[] = []
    for (const [index, { request, answer }] of exchanges.entries()) {
      if (answer === null) continue
      const headers = new Headers({ 'x-exchange': `${index}`, authorization: request.headers.authorization ?? '', ...(request.body !== null && { 'content-type': 'application/json' }) })
      const response = await fetch(`${checker.address}${request.path}`, { method: request.method, headers, ...(request.body !== null && { body: JSON.stringify(request.body) }) })
      await response.text()
      const told = Violations.parse(JSON.parse(response.headers.get('sl-violations') ?? '[]'))
      if (response.status !== answer.status) found.push(`${request.method} ${request.path}: Prism answers ${response.status} for ${answer.status}`)
      found.push(...told.filter(({ message }) => !isUndescribed(answer.status, message)).map(({ location, message }) => `${request.method} ${request.path.split('?')[0] ?? ''}: ${location.join('.')}: ${message}`))
    }
    return [...new Set(found)]
  } finally {
    checker.stop()
    replay.closeAllConnections()
    replay.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Starts Prism on a free port, with the paths of the description where Google has them. */
async function startPrism(folder: string, upstream: number): Promise<{ readonly address: string; readonly stop: () => void }> {
  const document = JSON.parse(readFileSync(description, 'utf8')) as { paths: Record<string, unknown> }
  const paths = Object.fromEntries(Object.entries(document.paths).map(([path, place]) => [`/calendar/v3${path}`, place]))
  const file = join(folder, 'calendar.json')
  const port = await freePort()
  writeFileSync(file, JSON.stringify({ ...document, servers: [{ url: `http://127.0.0.1:${port}` }], paths }))
  const child = spawn(process.execPath, [prism.pathname, 'proxy', file, `http://127.0.0.1:${upstream}`, '-p', `${port}`], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NO_COLOR: '1' } })
  for await (const line of createInterface({ input: child.stdout })) if (line.includes('Prism is listening')) break
  child.stdout.resume()
  return { address: `http://127.0.0.1:${port}`, stop: () => void child.kill() }
}

async function freePort(): Promise<number> {
  const socket = createSocket().listen(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address() as AddressInfo
  socket.close()
  await once(socket, 'close')
  return port
}
