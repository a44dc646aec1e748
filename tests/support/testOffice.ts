import { implement } from '@orpc/server'
import { onTestFinished } from 'vitest'
import { contract } from '../../src-preload/contract/index.ts'
import type { ScriptReading } from '../../src-preload/contract/scripts.ts'
import type { WorkEvent } from '../../src-preload/contract/words.ts'
import { guardStream } from '../../src-main/border.ts'
import { createCastMatch, type CastMatch } from '../../src-main/castmatch.ts'
import { findApplicationFolders } from '../../src-main/page/applicationFolder.ts'
import { memorySecretKeeper, memorySettingsKeeper } from './memoryKeepers.ts'
import { temporaryFolder } from './temporaryFolder.ts'

/** What became of a call of the probe: it began, and its handler ended because it was told to stop. */
export interface Probe {
  readonly begun: Promise<void>
  readonly stopped: Promise<void>
}

/** A real office on a folder of its own, in which the reading of a script is a probe that shows how calls end. */
export interface TestOffice {
  readonly office: Pick<CastMatch, 'router' | 'answerMedia' | 'tickets' | 'report'>
  readonly folder: string
  /** How the next call of `scripts.analyze` fares. */
  probe(): Probe
}

/**
 * Opens the real office for a test and closes it after.
 *
 * Its `scripts.analyze` reports the size of the ticket's file as `done`, then waits until it is told to stop: no reading
 * of a real script lasts long enough to be caught in the middle without sleeping.
 */
export async function testOffice(): Promise<TestOffice> {
  const folder = temporaryFolder()
  const office = await createCastMatch({
    door: 'browser',
    dataFolder: folder,
    resourcesFolder: findApplicationFolders(import.meta.url).resources,
    settings: memorySettingsKeeper(),
    secrets: memorySecretKeeper(),
  })
  onTestFinished(() => office.close())
  let begun = Promise.withResolvers<void>()
  let stopped = Promise.withResolvers<void>()
  const read = async function* (ticket: string, signal: AbortSignal | undefined): AsyncGenerator<WorkEvent<ScriptReading>, void> {
    try {
      yield { kind: 'progress', stage: 'Looking', done: office.tickets.open(ticket).size, total: 0 }
      begun.resolve()
      await new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('stopped'))))
    } finally {
      stopped.resolve()
    }
  }
  const analyze = implement(contract).scripts.analyze.handler(({ input, signal }) => guardStream(read(input.ticket, signal), () => undefined))
  return {
    office: { ...office, router: { ...office.router, scripts: { ...office.router.scripts, analyze } } },
    folder,
    probe: () => {
      begun = Promise.withResolvers<void>()
      stopped = Promise.withResolvers<void>()
      return { begun: begun.promise, stopped: stopped.promise }
    },
  }
}
