import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { RPCHandler } from '@orpc/server/message-port'
import { serveLoopback } from '../../src-main/loopback/serveLoopback.ts'
import { connectOffice, type Connection, type Patience } from '../../src-renderer/connection/connectOffice.ts'
import { dialPort } from '../../src-renderer/connection/portLine.ts'
import { dialSocket, socketAddress } from '../../src-renderer/connection/socketLine.ts'
import { testOffice, type TestOffice } from '../support/testOffice.ts'
import { cookieFrom, send, socketWith } from '../support/visitor.ts'

/** A page connected to a real office through one kind of door. */
export interface OpenDoor {
  readonly page: Connection
  readonly test: TestOffice
  /** Hands a file over as this door does, and gives its ticket. */
  hand(name: string, bytes: Uint8Array): Promise<string>
  /** Breaks every line from the side of the office. */
  breakLines(): void
}

const patience: Patience = { beat: 1_000, silentBeats: 6, redial: [1] }

/** The doors that the contract is held to. */
export const doors: readonly { readonly name: string; open(): Promise<OpenDoor> }[] = [
  { name: 'a MessageChannel', open: openChannel },
  { name: 'a real socket', open: openSocket },
]

async function openChannel(): Promise<OpenDoor> {
  const test = await testOffice()
  const handler = new RPCHandler(test.office.router)
  const ports: MessagePort[] = []
  const page = connectOffice(
    dialPort(port => {
      ports.push(port)
      handler.upgrade(port, { context: {} })
      port.start()
    }),
    patience,
  )
  onTestFinished(() => page.close())
  return {
    page,
    test,
    hand: async (name, bytes) => {
      const path = join(test.folder, name)
      writeFileSync(path, bytes)
      return test.office.tickets.forPath(path)
    },
    breakLines: () => ports.splice(0).forEach(port => port.close()),
  }
}

async function openSocket(): Promise<OpenDoor> {
  const test = await testOffice()
  const loopback = await serveLoopback(test.office, { port: 0, pageFolder: test.folder })
  const origin = `http://127.0.0.1:${loopback.port}`
  const cookie = await cookieFrom(loopback.newLink())
  const page = connectOffice(dialSocket(socketAddress(origin), socketWith({ cookie, origin })), patience)
  onTestFinished(async () => {
    page.close()
    await loopback.close()
  })
  return {
    page,
    test,
    hand: async (name, bytes) => {
      const { body } = await send(`${origin}/files?name=${encodeURIComponent(name)}`, { method: 'POST', headers: { cookie, origin }, body: bytes })
      return (JSON.parse(body) as { ticket: string }).ticket
    },
    breakLines: () => loopback.breakSockets(),
  }
}
