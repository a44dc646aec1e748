import { basename } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import type { Contract } from '../../src-preload/contract/index.ts'
import type { WorkEvent } from '../../src-preload/contract/words.ts'
import { createCastMatch } from '../castmatch.ts'
import { findApplicationFolders } from '../page/applicationFolder.ts'
import { claudeAddressOf } from '../settings/claudeAddress.ts'
import { createFileSecretKeeper } from '../settings/fileSecretKeeper.ts'
import { createFileSettingsKeeper } from '../settings/fileSettingsKeeper.ts'
import { showProgress, type Terminal } from './terminal.ts'

/** The office as commands use it. */
export interface OfficeInProcess {
  /** Calls the office's router in this very process. */
  readonly client: ContractRouterClient<Contract>
  /** A ticket for a file of the user's; throws FILE_MISSING where it is not there. */
  ticketFor(path: string): string
  close(): Promise<void>
}

/** Opens the office on a data folder, runs a command in it, and closes it whatever happens. */
export async function inOffice<Result>(dataFolder: string, command: (office: OfficeInProcess) => Promise<Result>): Promise<Result> {
  const office = await openOffice(dataFolder)
  try {
    return await command(office)
  } finally {
    await office.close()
  }
}

async function openOffice(dataFolder: string): Promise<OfficeInProcess> {
  const castMatch = await createCastMatch({
    door: 'command line',
    dataFolder,
    resourcesFolder: findApplicationFolders(import.meta.url).resources,
    settings: createFileSettingsKeeper(dataFolder),
    secrets: createFileSecretKeeper(dataFolder),
    ...claudeAddressOf(process.env),
  })
  return {
    client: createRouterClient(castMatch.router, { context: {} }),
    ticketFor: path => castMatch.tickets.forPath(path),
    close: castMatch.close,
  }
}

/** Follows long work to its end, shows its progress and gives its result; one that ends without was broken off: CANCELLED. */
export async function resultOf<Result>(work: AsyncIterable<WorkEvent<Result>>, terminal: Terminal, subject: string): Promise<Result> {
  const progress = showProgress(terminal)
  let done: { readonly result: Result } | undefined
  try {
    for await (const event of work) {
      if (event.kind === 'done') done = event
      else progress.show(event)
    }
  } finally {
    progress.clear()
  }
  if (!done) throw new CastMatchError('CANCELLED', { subject: basename(subject) })
  return done.result
}
