import type { IpcMain, WebFrameMain } from 'electron'
import type { Router } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { doorway, type TicketAnswer } from '../../src-preload/contract/doorway.ts'
import type { Contract } from '../../src-preload/contract/index.ts'
import { toBorderError, type ReportUnexpected } from '../border.ts'
import type { TicketKeeper } from '../tickets/ticketKeeper.ts'
import { isPageAddress } from './address.ts'

/** What the desktop door needs of the office. */
export interface DesktopOffice {
  readonly router: Router<Contract, Record<never, never>>
  readonly tickets: TicketKeeper
  readonly report: ReportUnexpected
}

type Sender = { readonly senderFrame: WebFrameMain | null }

/**
 * Opens the doorway: ports that the page hands over become lines to the office, files become tickets.
 *
 * Whatever does not come from the main frame of the page itself is refused: its port is closed, its file is not looked at.
 */
export function openDoorway(ipcMain: IpcMain, office: DesktopOffice): void {
  const handler = new RPCHandler(office.router)
  ipcMain.on(doorway.office, event => {
    for (const port of isFromPage(event) ? [] : event.ports) port.close()
    const [port] = isFromPage(event) ? event.ports : []
    if (port === undefined) return
    handler.upgrade(port, { context: {} })
    port.start()
  })
  const hand = async (event: Sender, give: () => Promise<string>): Promise<TicketAnswer> => {
    if (!isFromPage(event)) throw new Error('refused')
    try {
      return { ticket: await give() }
    } catch (error) {
      const { code, data } = toBorderError(error, office.report)
      return { code, data }
    }
  }
  ipcMain.handle(doorway.path, (event, path: unknown) => hand(event, async () => office.tickets.forPath(String(path))))
  ipcMain.handle(doorway.bytes, (event, name: unknown, bytes: unknown) =>
    hand(event, () => office.tickets.receive(String(name), oneByOne(bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : new Uint8Array()))),
  )
}

function isFromPage({ senderFrame }: Sender): boolean {
  return senderFrame !== null && senderFrame.parent === null && isPageAddress(senderFrame.url)
}

async function* oneByOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const step = 1024 * 1024
  for (let from = 0; from < bytes.byteLength; from += step) yield bytes.subarray(from, from + step)
}
