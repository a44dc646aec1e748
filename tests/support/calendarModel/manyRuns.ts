import fc from 'fast-check'
import type { Template } from './modelOffice.ts'
import { runModel } from './runModel.ts'
import { anyStep, type Step } from './steps.ts'

/** How many runs came together, and where one did not: its steps as short as they could be made. */
export interface ManyRuns {
  readonly runs: number
  readonly failed: boolean
  readonly path: string
  readonly shortened: number
  readonly wrong: string
  readonly steps: readonly Step[]
}

/** Makes random runs; the same seed makes the same again. `onRun` hears the steps of each. */
export async function manyRuns(template: Template, { runs, seed, longest }: { readonly runs: number; readonly seed: number; readonly longest: number }, onRun: (steps: number) => void = () => undefined): Promise<ManyRuns> {
  const property = fc.asyncProperty(fc.array(anyStep, { maxLength: longest, size: 'max' }), async steps => {
    const wrong = await runModel(template, steps)
    onRun(steps.length)
    if (wrong.length > 0) throw new Error(wrong.join('\n'))
  })
  const { numRuns, failed, counterexamplePath, numShrinks, errorInstance, counterexample } = await fc.check(property, { numRuns: runs, seed })
  return {
    runs: numRuns, failed, path: counterexamplePath ?? '', shortened: numShrinks, wrong: errorInstance instanceof Error ? errorInstance.message : '', steps: counterexample?.[0] ?? [],
  }
}
