import { implement } from '@orpc/server'
import { contract } from '../../src-preload/contract/index.ts'
import { guardStream, isStream, toBorderError, type ReportUnexpected } from '../border.ts'

/** Gives what the procedures are bound with: each failure, of an answer or of a stream, leaves as a code of the closed list. */
export const makeOs = (report: ReportUnexpected) =>
  implement(contract).use(async ({ next }) => {
    try {
      const result = await next()
      return isStream(result.output) ? { ...result, output: guardStream(result.output, report) } : result
    } catch (error) {
      throw toBorderError(error, report)
    }
  })

/** What the procedures of the contract are bound with. */
export type Os = ReturnType<typeof makeOs>
