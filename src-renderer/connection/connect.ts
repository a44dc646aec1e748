import { doorway } from '../../src-preload/contract/doorway.ts'
import { connectOffice, type Connection } from './connectOffice.ts'
import { dialPort } from './portLine.ts'
import { dialSocket, socketAddress } from './socketLine.ts'

/** Connects this page to its office: by a port where the desktop's preload is there, else by the socket of the browser door. */
export function connect(): Connection {
  if (window.castmatch) return connectOffice(dialPort(port => window.postMessage(doorway.office, window.location.origin, [port])))
  return connectOffice(dialSocket(socketAddress(window.location.href)))
}
