declare module 'pino-roll' {
  import type { EventEmitter } from 'node:events'
  interface RollOptions {
    readonly file: string
    readonly extension?: string
    readonly frequency?: 'daily' | 'hourly' | number
    readonly size?: string
    readonly limit?: { readonly count: number }
    readonly mkdir?: boolean
  }
  /** A sonic-boom stream that starts a new file by time and size. */
  type RollStream = EventEmitter & { write(line: string): boolean; end(): void; flushSync(): void }
  export default function buildRoll(options: RollOptions): Promise<RollStream>
}
