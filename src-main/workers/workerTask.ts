import type { MessagePort } from 'node:worker_threads'
import { CastMatchError, type ErrorCode, type ErrorData } from '../../src-preload/contract/errors.ts'
import type { Progress } from '../../src-preload/contract/words.ts'

/** What a worker sends back: its value, or the failure that the user is told of by code. */
export type WorkerAnswer<Output> =
  | { readonly ok: true; readonly value: Output }
  | { readonly ok: false; readonly code: ErrorCode; readonly data: ErrorData }

/**
 * Makes the default export of a worker file from a function.
 *
 * A CastMatchError that it throws crosses the thread border as its code and data; any other error rejects the call.
 * `report` sends a progress step where somebody listens.
 */
export const workerTask =
  <Input extends object, Output>(task: (input: Input, report: (progress: Progress) => void) => Output | Promise<Output>) =>
  async (input: Input & { readonly port?: MessagePort }): Promise<WorkerAnswer<Output>> => {
    try {
      return { ok: true, value: await task(input, progress => input.port?.postMessage(progress)) }
    } catch (error) {
      if (error instanceof CastMatchError) return { ok: false, code: error.code, data: error.data }
      throw error
    }
  }
