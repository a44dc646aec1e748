import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { once } from 'node:events'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createRouterClient } from '@orpc/server'
import { serveLoopback } from '../../src-main/loopback/serveLoopback.ts'
import { incomingFolder } from '../../src-main/tickets/incomingFolder.ts'
import { createTicketKeeper } from '../../src-main/tickets/ticketKeeper.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'
import { testOffice } from '../support/testOffice.ts'
import { cookieFrom, send, socketWith } from '../support/visitor.ts'

async function openDoor() {
  const home = temporaryFolder()
  const pageFolder = join(home, 'renderer')
  mkdirSync(join(pageFolder, 'assets'), { recursive: true })
  writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><title>the page</title>')
  writeFileSync(join(pageFolder, 'assets', 'main-abc.js'), 'void 0')
  writeFileSync(join(home, 'secret.txt'), 'not for you')
  const test = await testOffice()
  const loopback = await serveLoopback(test.office, { port: 0, pageFolder })
  onTestFinished(() => loopback.close())
  const origin = `http://127.0.0.1:${loopback.port}`
  return { ...test, loopback, origin, incoming: incomingFolder(test.folder), cookie: await cookieFrom(loopback.newLink()) }
}

/** The status that an upgrade to a socket is answered with: 101 where it is let in. */
async function upgradeStatus(port: number, headers: Readonly<Record<string, string>>, path = '/socket'): Promise<number> {
  const stream = connect(port, '127.0.0.1')
  const lines = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', ...headers }
  stream.write(`GET ${path} HTTP/1.1\r\n${Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`)
  const [answer] = (await once(stream, 'data')) as [Buffer]
  stream.destroy()
  return Number(answer.toString().split(' ')[1])
}

describe('a browser that opens the link', () => {
  it('gets a cookie that scripts cannot read and other sites cannot send, and goes on to an address without the token', async () => {
    const { loopback } = await openDoor()
    const { status, headers } = await send(loopback.newLink())
    expect({ status, location: headers['location'] }).toEqual({ status: 303, location: '/' })
    expect(headers['set-cookie']?.[0]).toMatch(new RegExp(`^castmatch-${loopback.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`))
  })

  it('comes in by the cookie afterwards, in every tab, also by the used link', async () => {
    const { loopback, origin } = await openDoor()
    const link = loopback.newLink()
    const cookie = await cookieFrom(link)
    expect((await send(origin, { headers: { cookie } })).body).toContain('the page')
    expect((await send(`${origin}/roles/12`, { headers: { cookie: `other=1; ${cookie}` } })).body).toContain('the page')
    expect((await send(link, { headers: { cookie } })).status).toBe(303)
  })

  it('finds a strict policy on everything', async () => {
    const { origin, cookie, loopback } = await openDoor()
    for (const answer of [await send(origin), await send(origin, { headers: { cookie } }), await send(`${origin}/none.js`, { headers: { cookie } })]) {
      const policy = String(answer.headers['content-security-policy'])
      expect(policy).toContain("default-src 'none'; script-src 'self';")
      expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${loopback.port};`)
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/)
      expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY' })
    }
  })

  it('may keep what is named after its content, and asks anew for the rest', async () => {
    const { origin, cookie } = await openDoor()
    const asset = await send(`${origin}/assets/main-abc.js`, { headers: { cookie } })
    expect(asset.headers).toMatchObject({ 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'private, max-age=31536000, immutable' })
    expect((await send(origin, { headers: { cookie } })).headers['cache-control']).toBe('no-cache')
  })
})

describe('a stranger is refused', () => {
  it('without a token: a plain page says what to do', async () => {
    const { origin } = await openDoor()
    const { status, body } = await send(origin)
    expect(status).toBe(401)
    expect(body).toContain('press Enter')
    expect((await send(`${origin}/assets/main-abc.js`)).status).toBe(401)
  })

  it('with a token that was used, was replaced by a newer one, or is made up', async () => {
    const { loopback, origin } = await openDoor()
    const [used, replaced] = [loopback.newLink(), '']
    await cookieFrom(used)
    const older = loopback.newLink()
    loopback.newLink()
    for (const link of [used, older, `${origin}/?token=${replaced}`, `${origin}/?token=guess`]) {
      const { status, headers } = await send(link)
      expect({ status, cookie: headers['set-cookie'] }).toEqual({ status: 401, cookie: undefined })
    }
  })

  it('with a cookie that is made up, empty or of another port', async () => {
    const { loopback, origin, cookie } = await openDoor()
    const value = cookie.split('=')[1]
    for (const forged of [`castmatch-${loopback.port}=guess`, `castmatch-${loopback.port}=`, `castmatch-1=${value}`, `x${cookie}`]) {
      expect((await send(origin, { headers: { cookie: forged } })).status).toBe(401)
    }
  })

  it('under another host name, though it leads here', async () => {
    const { loopback, origin, cookie } = await openDoor()
    for (const host of [`rebound.example:${loopback.port}`, '127.0.0.1', `127.0.0.1:${loopback.port}.example`]) {
      expect((await send(origin, { headers: { cookie, host } })).status).toBe(421)
      expect(await upgradeStatus(loopback.port, { host, origin, cookie })).toBe(421)
    }
  })

  it('from the page of another origin', async () => {
    const { loopback, origin, cookie } = await openDoor()
    const host = `127.0.0.1:${loopback.port}`
    for (const other of ['http://evil.example', 'null', `http://localhost:${loopback.port}`, `https://${host}`]) {
      expect((await send(origin, { headers: { cookie, origin: other } })).status).toBe(403)
      expect((await send(`${origin}/files?name=a`, { method: 'POST', headers: { cookie, origin: other }, body: new Uint8Array(1) })).status).toBe(403)
      expect(await upgradeStatus(loopback.port, { host, origin: other, cookie })).toBe(403)
    }
  })

  it('at the socket, without a cookie or an origin, or at another path', async () => {
    const { loopback, origin, cookie } = await openDoor()
    const host = `127.0.0.1:${loopback.port}`
    expect(await upgradeStatus(loopback.port, { host, origin })).toBe(401)
    expect(await upgradeStatus(loopback.port, { host, cookie })).toBe(403)
    expect(await upgradeStatus(loopback.port, { host, origin, cookie }, '/')).toBe(404)
    expect(await upgradeStatus(loopback.port, { host, origin, cookie })).toBe(101)
  })

  it('at the file route, without a cookie or an origin', async () => {
    const { origin, cookie, incoming } = await openDoor()
    const post = (headers: Readonly<Record<string, string>>) => send(`${origin}/files?name=a.csv`, { method: 'POST', headers, body: new Uint8Array(9) })
    expect((await post({ origin })).status).toBe(401)
    expect((await post({ cookie })).status).toBe(403)
    expect(readdirSync(incoming)).toEqual([])
  })

  it('outside the page, however the path is written', async () => {
    const { origin, cookie } = await openDoor()
    const paths = ['/../secret.txt', '/assets/../../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/..%5csecret.txt', '/assets/%2e%2e%2f%2e%2e%2fsecret.txt', '//secret.txt', '/%00.txt', '/%zz.txt']
    for (const path of paths) {
      const { status, body } = await send(origin, { path, headers: { cookie } })
      expect([path, status, body]).toEqual([path, 404, 'There is no such file.\n'])
    }
  })

  it('with an address that cannot be read, at the page and at the socket', async () => {
    const { loopback, origin, cookie } = await openDoor()
    const host = `127.0.0.1:${loopback.port}`
    for (const path of ['http://[', 'http://evil.example/', '*']) {
      expect((await send(origin, { path, headers: { cookie } })).status).toBe(400)
      expect(await upgradeStatus(loopback.port, { host, origin, cookie }, path)).toBe(404)
    }
  })

  it('with a method that the door does not know', async () => {
    const { origin, cookie } = await openDoor()
    for (const method of ['PUT', 'DELETE', 'POST']) expect((await send(origin, { method, headers: { cookie, origin } })).status).toBe(405)
  })

  it('on any other address of this machine', async () => {
    const { loopback } = await openDoor()
    const stream = connect(loopback.port, '127.0.0.2')
    const [error] = (await once(stream, 'error')) as [NodeJS.ErrnoException]
    expect(error.code).toBe('ECONNREFUSED')
  })
})

describe('a file that is sent', () => {
  it('becomes a ticket, its name kept in any script', async () => {
    const { origin, cookie, office } = await openDoor()
    const name = 'पटकथा draft 2.fountain'
    const { status, body } = await send(`${origin}/files?name=${encodeURIComponent(name)}`, { method: 'POST', headers: { cookie, origin }, body: new Uint8Array(9) })
    expect(status).toBe(200)
    expect(office.tickets.open((JSON.parse(body) as { ticket: string }).ticket)).toMatchObject({ name, size: 9 })
  })

  it('is refused with its code past the limit, and nothing of it is kept', async () => {
    const { office, folder: home } = await openDoor()
    const folder = join(home, 'a smaller keeper')
    const tickets = createTicketKeeper({ folder, limit: 20 * 1024 * 1024 })
    onTestFinished(() => tickets.close())
    const loopback = await serveLoopback({ ...office, tickets }, { port: 0, pageFolder: home })
    onTestFinished(() => loopback.close())
    const [origin, cookie] = [`http://127.0.0.1:${loopback.port}`, await cookieFrom(loopback.newLink())]
    const { status, body } = await send(`${origin}/files?name=film.mov`, { method: 'POST', headers: { cookie, origin }, body: new Uint8Array(41 * 1024 * 1024) })
    expect(status).toBe(413)
    expect(JSON.parse(body)).toEqual({ code: 'FILE_TOO_LARGE', data: { subject: 'film.mov', detail: '20 MB' } })
    expect(readdirSync(folder)).toEqual([])
  })

  it('that the page takes back midway leaves nothing behind, and the door stays open', async () => {
    const { loopback, origin, cookie, incoming, office } = await openDoor()
    const host = `127.0.0.1:${loopback.port}`
    const [begun, given] = [Promise.withResolvers<void>(), Promise.withResolvers<unknown>()]
    const { receive } = office.tickets
    Object.assign(office.tickets, {
      receive: async (name: string, pieces: AsyncIterable<Uint8Array>) => {
        begun.resolve()
        return receive(name, pieces).catch((error: unknown) => {
          given.resolve(error)
          throw error
        })
      },
    })
    const stream = connect(loopback.port, '127.0.0.1')
    stream.write(`POST /files?name=half.pdf HTTP/1.1\r\nhost: ${host}\r\norigin: ${origin}\r\ncookie: ${cookie}\r\ncontent-length: 1000\r\n\r\nhalf`)
    await begun.promise
    stream.destroy()
    expect(await given.promise).toBeInstanceOf(Error)
    expect(readdirSync(incoming)).toEqual([])
    expect((await send(origin, { headers: { cookie } })).status).toBe(200)
  })
})

describe('the door itself', () => {
  it('says so where the page was never built', async () => {
    const { office } = await testOffice()
    const loopback = await serveLoopback(office, { port: 0, pageFolder: join(temporaryFolder(), 'none') })
    onTestFinished(() => loopback.close())
    const cookie = await cookieFrom(loopback.newLink())
    const { status, body } = await send(`http://127.0.0.1:${loopback.port}`, { headers: { cookie } })
    expect(status).toBe(503)
    expect(body).toContain('npm start')
  })

  it('tells that its port is taken', async () => {
    const { office, loopback } = await openDoor()
    await expect(serveLoopback(office, { port: loopback.port, pageFolder: '/' })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  it('outlives a socket that sends rubbish', async () => {
    const { loopback, origin, cookie, office } = await openDoor()
    const socket = new (socketWith({ cookie, origin }))(`ws://127.0.0.1:${loopback.port}/socket`)
    await new Promise(resolve => socket.addEventListener('open', resolve))
    socket.send('{not json')
    const closed = new Promise(resolve => socket.addEventListener('close', resolve))
    socket.send('x'.repeat(17 * 1024 * 1024))
    await closed
    expect(await createRouterClient(office.router, { context: {} }).productions.list({})).toEqual([])
    expect((await send(origin, { headers: { cookie } })).status).toBe(200)
  })
})

describe('the pictures and tapes of people', () => {
  async function doorWithTape() {
    const door = await openDoor()
    const office = createRouterClient(door.office.router)
    const { id: talentId } = await office.talent.create({ facts: { name: 'Tara Sood' } })
    const bytes = readFileSync(new URL('../fixtures/media/self-tape.webm', import.meta.url))
    const headers = { cookie: door.cookie, origin: door.origin }
    const { ticket } = JSON.parse((await send(`${door.origin}/files?name=take.webm`, { method: 'POST', headers, body: bytes })).body) as { ticket: string }
    for await (const event of await office.media.add({ ticket, talentId })) if (event.kind === 'done') return { ...door, bytes, id: event.result.media.id }
    throw new Error('it was not added')
  }

  it('go to a browser that was let in, as a player asks for them, and to nobody else', async () => {
    const { origin, cookie, id, bytes } = await doorWithTape()
    const address = `${origin}/media/${id}`
    const part = await send(address, { headers: { cookie, range: 'bytes=4-9' } })
    expect([part.status, part.headers['content-type'], part.headers['content-range'], part.body]).toEqual([206, 'video/webm', `bytes 4-9/${bytes.length}`, bytes.subarray(4, 10).toString()])
    expect(part.headers['content-security-policy']).toContain('sandbox')
    expect((await send(address)).status).toBe(401)
    expect((await send(address, { headers: { cookie: 'castmatch-1=guess' } })).status).toBe(401)
    expect((await send(address, { headers: { cookie, origin: 'https://elsewhere.example' } })).status).toBe(403)
    expect((await send(address, { headers: { cookie, host: 'elsewhere.example' } })).status).toBe(421)
    expect((await send(address, { method: 'DELETE', headers: { cookie, origin } })).status).toBe(405)
  })

  it('and no other file, however the path is spelt', async () => {
    const { origin, cookie, id } = await doorWithTape()
    for (const path of ['/media/../castmatch.db', '/media/%2e%2e/castmatch.db', '/media/..%2f..%2fsecret.txt', `/media/${id}/../../castmatch.db`, '/media/unknown', `/media/${id}%00.webm`, '/media//etc/passwd']) {
      const { status, body } = await send(origin, { path, headers: { cookie } })
      expect([path, status]).toEqual([path, 404])
      expect(body).not.toContain('SQLite')
    }
  })
})
