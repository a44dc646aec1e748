import { MessageChannel, type MessagePort, type Transferable } from 'node:worker_threads'
import { Piscina } from 'piscina'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { Progress } from '../../src-preload/contract/words.ts'
import type { WorkerAnswer } from './workerTask.ts'

/** How one piece of slow work is run. */
export interface RunOptions {
  /** Aborting it ends the thread at once; the call rejects with CANCELLED. */
  readonly signal?: AbortSignal | undefined
  /** Milliseconds after which the thread is ended and the call rejects with TIME_LIMIT. */
  readonly timeLimitMs?: number
  /** What the work is called in the error the user reads, such as the name of a file. */
  readonly subject?: string
  /** Hears each step that the worker reports. */
  readonly onProgress?: (progress: Progress) => void
  /** Buffers that are handed over instead of copied. */
  readonly transfer?: readonly Transferable[]
}

/** Threads in which slow work runs, so that the main thread never waits. */
export interface WorkerPool {
  /**
   * Runs a worker file, named by its place such as `scripts/readScript`, on an input of plain values.
   *
   * Rejects with the CastMatchError that the worker threw, with CANCELLED, with TIME_LIMIT, or with WORK_BROKE_OFF where its thread ended.
   */
  run<Output>(worker: string, input: object, options?: RunOptions): Promise<Output>
  /** Ends all threads; work under way is cancelled. */
  close(): Promise<void>
}

interface PoolOptions {
  readonly threads?: number
  readonly memoryMb?: number
  readonly idleMs?: number
}

/**
 * Opens a pool of worker threads.
 *
 * `threads` is the most that run at once (2 where it is left out); `memoryMb` bounds the heap of each; a thread that had nothing
 * to do for `idleMs` (a minute) ends and gives its memory back.
 */
export function createWorkerPool({ threads = 2, memoryMb = 1024, idleMs = 60_000 }: PoolOptions = {}): WorkerPool {
  const pool = new Piscina({ minThreads: 0, maxThreads: threads, idleTimeout: idleMs, resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
  return {
    async run<Output>(worker: string, input: object, options: RunOptions = {}): Promise<Output> {
      const { signal, timeLimitMs, subject, onProgress, transfer = [] } = options
      if (signal?.aborted) throw new CastMatchError('CANCELLED', { subject })
      const deadline = timeLimitMs === undefined ? undefined : AbortSignal.timeout(timeLimitMs)
      const stops = [signal, deadline].filter(stop => stop !== undefined)
      const channel = onProgress === undefined ? undefined : progressChannel(onProgress)
      try {
        const answer: WorkerAnswer<Output> = await pool.run(channel ? { ...input, port: channel.port } : input, {
          filename: workerFile(worker),
          transferList: [...transfer, ...(channel ? [channel.port] : [])] as never,
          ...(stops.length > 0 && { signal: AbortSignal.any(stops) }),
        })
        if (!answer.ok) throw new CastMatchError(answer.code, { ...answer.data, subject: answer.data.subject ?? subject })
        return answer.value
      } catch (error) {
        if (error instanceof CastMatchError) throw error
        if (signal?.aborted) throw new CastMatchError('CANCELLED', { subject }, { cause: error })
        if (deadline?.aborted) throw new CastMatchError('TIME_LIMIT', { subject, detail: `${Math.round((timeLimitMs ?? 0) / 1000)} s` }, { cause: error })
        if (threadEnded(error)) throw new CastMatchError('WORK_BROKE_OFF', { subject }, { cause: error })
        throw error
      } finally {
        channel?.close()
      }
    },
    close: () => pool.destroy(),
  }
}

/** Whether a thread is gone, out of memory or for another reason; the next run has a new one. */
const threadEnded = (error: unknown): boolean =>
  error instanceof Error && (error.message.startsWith('worker exited with code') || (error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY')

/** From source the worker files are TypeScript that Node reads itself; built, they lie one folder deep under `out/main`. */
function workerFile(worker: string): string {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new URL(`../${worker}.worker.${extension}`, import.meta.url).href
}

function progressChannel(onProgress: (progress: Progress) => void): { readonly port: MessagePort; close(): void } {
  const { port1, port2 } = new MessageChannel()
  port1.on('message', onProgress)
  return { port: port2, close: () => port1.close() }
}
