import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { endSignals, runInForeground } from './run.mjs'
import { isProjectNode, projectEnvironment, projectFolder, projectNode, setUp } from './setUp.mjs'

// npm run dev [-- --data DIR --demo]: the page from Vite with hot reload, the office from source behind it.
// A change of src-main wants a new start.

/**
 * Starts the browser door from source and gives its origin and the token of its link.
 *
 * @param {readonly string[]} args
 * @returns {Promise<{ origin: string, token: string, ended: Promise<number> }>}
 */
function startDoor(args) {
  const child = spawn(projectNode, [join(projectFolder, 'src-main', 'loopback', 'main.ts'), '--no-open', '--port', '0', ...args], {
    env: projectEnvironment(),
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  for (const signal of endSignals) process.on(signal, () => child.kill('SIGTERM'))
  /** @type {Promise<number>} */
  const ended = new Promise(resolve => child.once('exit', code => resolve(code ?? 0)))
  return new Promise((resolve, reject) => {
    let output = ''
    child.stdout?.on('data', bytes => {
      output += bytes
      const link = /CastMatch: (http:\/\/127\.0\.0\.1:\d+)\/\?token=(\S+)/.exec(output)
      if (link) resolve({ origin: link[1] ?? '', token: link[2] ?? '', ended })
    })
    void ended.then(code => reject(new Error(`The office ended with ${code} before it was open.`)))
  })
}

/**
 * Passes the link's token on to the door, whose cookie then counts here too: cookies know no ports.
 *
 * @param {string} door the origin of the door
 * @returns {import('vite').Plugin}
 */
const passToken = door => ({
  name: 'castmatch-token',
  configureServer(server) {
    // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- every failure goes to `next`
    server.middlewares.use(async (request, response, next) => {
      if (!request.url?.startsWith('/?token=')) return next()
      try {
        const answer = await fetch(`${door}${request.url}`, { redirect: 'manual', headers: { cookie: request.headers.cookie ?? '' } })
        const cookie = answer.headers.getSetCookie()
        response.writeHead(answer.status, { ...(cookie.length > 0 && { 'set-cookie': cookie }), location: '/', 'content-type': 'text/html; charset=utf-8' })
        response.end(await answer.text())
      } catch (error) {
        next(error)
      }
    })
  },
})

/**
 * The door takes requests of its own page only, so a request of this server's page is passed on in its name, and one of
 * any other page is not.
 *
 * @param {string} door
 * @returns {import('vite').ProxyOptions}
 */
const toDoor = door => ({
  target: door,
  changeOrigin: true,
  ws: true,
  configure(proxy) {
    /**
     * @param {import('node:http').ClientRequest} outgoing
     * @param {import('node:http').IncomingMessage} incoming
     */
    const inItsName = (outgoing, incoming) => {
      if (incoming.headers.origin === `http://${incoming.headers.host}`) outgoing.setHeader('origin', door)
    }
    proxy.on('proxyReq', inItsName)
    proxy.on('proxyReqWs', inItsName)
  },
})

/** @param {readonly string[]} args */
async function dev(args) {
  const { createServer, mergeConfig } = await import('vite')
  const { default: config } = await import('../electron.vite.config.ts')
  const { origin, token, ended } = await startDoor(args)
  const renderer = /** @type {{ renderer: import('vite').UserConfig }} */ (config).renderer
  const server = await createServer(
    mergeConfig(renderer, {
      configFile: false,
      plugins: [passToken(origin)],
      server: { host: '127.0.0.1', proxy: { '/files': toDoor(origin), '/socket': toDoor(origin) } },
    }),
  )
  await server.listen()
  process.stdout.write(`CastMatch: ${server.resolvedUrls?.local[0] ?? ''}?token=${token}\n`)
  const code = await ended
  await server.close()
  return code
}

const args = process.argv.slice(2)
try {
  await setUp({ say: line => void process.stderr.write(`${line}\n`), build: false })
  process.exitCode = isProjectNode() ? await dev(args) : await runInForeground(projectNode, [fileURLToPath(import.meta.url), ...args], { env: projectEnvironment() })
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
