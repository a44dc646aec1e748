import { EventEmitter } from 'node:events'
import type { MessagePort as NodePort } from 'node:worker_threads'

/**
 * Stands in for Electron's MessagePortMain over a real port, whose messages are cloned by the structured clone algorithm.
 *
 * As in Electron: messages wait until `start()`, arrive as `{ data, ports }`, and `close` is heard on both ends.
 */
export class MessagePortMainStandIn extends EventEmitter {
  readonly #port: NodePort
  constructor(port: NodePort) {
    super()
    this.#port = port
    port.on('close', () => this.emit('close'))
  }
  start(): void {
    this.#port.on('message', (data: unknown) => this.emit('message', { data, ports: [] }))
  }
  postMessage(message: unknown): void {
    this.#port.postMessage(message, [])
  }
  close(): void {
    this.#port.close()
  }
}

/** Turns ports that a page gave away into what main receives. */
export const toMain = (ports: readonly unknown[]): MessagePortMainStandIn[] => ports.map(port => new MessagePortMainStandIn(port as NodePort))
