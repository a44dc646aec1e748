import { availableParallelism } from 'node:os'
import type { InferenceSession, Tensor } from 'onnxruntime-node'

/** A loaded ONNX model that is run for one text at a time. */
export interface OnnxSession {
  readonly inputs: readonly string[]
  /** Runs the model on whole numbers, one list for each input, all of the length of the first; `batched` puts them in one row. */
  run(values: Readonly<Record<string, readonly number[]>>, batched: boolean): Promise<readonly OnnxOutput[]>
}

/** What a model gives: numbers in rows. */
export interface OnnxOutput {
  readonly name: string
  readonly shape: readonly number[]
  readonly values: Float32Array
}

/** At most this many threads, and never more than half of the machine: she works on it meanwhile. */
const mostThreads = 4

/**
 * Loads a model, from its bytes or from a file, into `onnxruntime-node` on the processor.
 *
 * The binary lies in the package (its install script, which fetches one for CUDA, is not run). Throws where there is none for this machine,
 * or where the model is not one.
 */
export async function openOnnx(model: Uint8Array | string): Promise<OnnxSession> {
  const runtime = await import('onnxruntime-node')
  const options: InferenceSession.SessionOptions = {
    intraOpNumThreads: Math.max(1, Math.min(mostThreads, availableParallelism() >> 1)),
    interOpNumThreads: 1,
    // Threads that wait must sleep: spinning would cost the battery what the texts do.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
    logSeverityLevel: 4,
  }
  const session = await (typeof model === 'string' ? runtime.InferenceSession.create(model, options) : runtime.InferenceSession.create(model, options))
  return {
    inputs: session.inputNames,
    async run(values, batched) {
      const feeds = Object.entries(values).map(([name, numbers]): [string, Tensor] => [
        name, new runtime.Tensor('int64', BigInt64Array.from(numbers, BigInt), batched ? [1, numbers.length] : [numbers.length]),
      ])
      const given = await session.run(Object.fromEntries(feeds))
      return Object.entries(given).flatMap(([name, { dims, data }]) => (data instanceof Float32Array ? [{ name, shape: dims, values: data }] : []))
    },
  }
}
