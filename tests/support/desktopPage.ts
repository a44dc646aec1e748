import { doorway } from '../../src-preload/contract/doorway.ts'
import type { DesktopDoorway } from '../../src-preload/contract/doorway.ts'

type Listener = (event: { readonly source: unknown; readonly data: unknown; readonly ports: readonly unknown[] }) => void

/** A page's `window` as far as the preload and the connection use it: messages to itself, with ports. */
export function pageWindow(): { readonly window: object; readonly handOver: (port: unknown, source?: unknown) => void; castmatch?: DesktopDoorway } {
  const listeners: Listener[] = []
  const window = {
    addEventListener: (kind: string, listener: Listener) => void (kind === 'message' && listeners.push(listener)),
    location: { href: 'castmatch://app/', origin: 'castmatch://app' },
  }
  return {
    window,
    handOver: (port, source = window) => {
      for (const listener of listeners) listener({ source, data: structuredClone(doorway.office), ports: [port] })
    },
  }
}
