import { RPCLink } from '@orpc/client/message-port'
import { lineEnd, type Dial } from './line.ts'

/** A function that gives the far end of a channel to the office; in the desktop door the preload passes it to main. */
export type HandOver = (port: MessagePort) => void

/** Dials the desktop door: a fresh channel, one end handed over. Whether anybody answers shows by the first beat. */
export const dialPort =
  (handOver: HandOver): Dial =>
  async () => {
    const { port1, port2 } = new MessageChannel()
    const end = lineEnd()
    // Before the link listens: a call that fails must already find the line ended, to be told apart from a cancelled one.
    port1.addEventListener('close', end.end)
    const link = new RPCLink({ port: port1 })
    port1.start()
    handOver(port2)
    return {
      link,
      ended: end.ended,
      isEnded: end.isEnded,
      hangUp: () => {
        // A page that closes its own end hears no close event of it, so the calls in flight would wait for ever.
        port1.dispatchEvent(new Event('close'))
        port1.close()
      },
    }
  }
