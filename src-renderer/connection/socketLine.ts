import { RPCLink } from '@orpc/client/websocket'
import { lineEnd, type Dial } from './line.ts'

/** The address of the office's socket, beside the page that it served: `ws://127.0.0.1:PORT/socket`. */
export const socketAddress = (page: string): string => {
  const address = new URL('/socket', page)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  return address.href
}

/** Dials the browser door: a WebSocket at the address; the browser sends the cookie by itself. */
export const dialSocket =
  (address: string, Socket: typeof WebSocket = WebSocket): Dial =>
  signal =>
    new Promise((resolve, reject) => {
      const socket = new Socket(address)
      const end = lineEnd()
      // A socket that is closing carries nothing any more, though its close event is still to come.
      const isEnded = () => end.isEnded() || socket.readyState > socket.OPEN
      const hangUp = () => socket.close()
      const giveUp = () => {
        socket.close()
        reject(new Error('the dialling was taken back'))
      }
      signal.addEventListener('abort', giveUp, { once: true })
      // Before the link listens: a call that fails must already find the line ended, to be told apart from a cancelled one.
      socket.addEventListener('close', () => {
        end.end()
        signal.removeEventListener('abort', giveUp)
        reject(new Error('nobody answers at the socket'))
      })
      const link = new RPCLink({ websocket: socket })
      socket.addEventListener('open', () => {
        signal.removeEventListener('abort', giveUp)
        resolve({ link, ended: end.ended, isEnded, hangUp })
      })
    })
