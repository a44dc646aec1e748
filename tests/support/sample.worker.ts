import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { workerTask } from '../../src-main/workers/workerTask.ts'

/** A worker for the tests of the pool: it doubles, refuses, breaks, hangs or ends its thread as it is told. */
export default workerTask<{ readonly how: 'double' | 'refuse' | 'break' | 'hang' | 'end'; readonly value: number }, number>(({ how, value }, report) => {
  if (how === 'refuse') throw new CastMatchError('FILE_EMPTY', {})
  if (how === 'break') throw new TypeError('broken')
  if (how === 'end') process.exit(3)
  report({ kind: 'progress', stage: 'Doubling', done: 0, total: 1 })
  while (how === 'hang') Math.sqrt(value)
  return value * 2
})
