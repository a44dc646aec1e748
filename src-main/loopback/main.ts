import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { createCastMatch, type CastMatch } from '../castmatch.ts'
import { findApplicationFolders } from '../page/applicationFolder.ts'
import { claudeAddressOf } from '../settings/claudeAddress.ts'
import { createFileSecretKeeper } from '../settings/fileSecretKeeper.ts'
import { createFileSettingsKeeper } from '../settings/fileSettingsKeeper.ts'
import { readStartFlags, StartFlagsError } from '../settings/startFlags.ts'
import { startWithDemo } from '../startWithDemo.ts'
import { offerLinks } from './offerLinks.ts'
import { openInBrowser } from './openInBrowser.ts'
import { whenParentEnds } from './parent.ts'
import { serveLoopback, type Loopback } from './serveLoopback.ts'

/** Starts the office and its browser door, prints the link, and ends both when this process is told to, or orphaned. */
async function main(): Promise<void> {
  const flags = readStartFlags(process.argv.slice(2), true)
  const folders = findApplicationFolders(import.meta.url)
  const office = await createCastMatch({
    door: 'browser',
    dataFolder: flags.dataFolder,
    resourcesFolder: folders.resources,
    settings: createFileSettingsKeeper(flags.dataFolder),
    secrets: createFileSecretKeeper(flags.dataFolder),
    ...claudeAddressOf(process.env),
  })
  try {
    if (flags.demo) await startWithDemo(office)
    const loopback = await serveLoopback(office, { port: flags.port, pageFolder: folders.page })
    endWell(office, loopback)
    offerLinks({
      newLink: loopback.newLink,
      write: line => void process.stdout.write(line),
      ...(flags.open && { open: (link: string) => openInBrowser(link) }),
      ...(process.stdin.isTTY && { keyboard: process.stdin }),
    })
  } catch (error) {
    await office.close()
    throw error
  }
}

function endWell(office: CastMatch, loopback: Loopback): void {
  let ending = false
  // A Ctrl-C reaches this process twice, from the terminal and from its parent, so a second signal asks for nothing new.
  const end = () => {
    if (ending) return
    ending = true
    setTimeout(() => process.exit(1), 10_000).unref()
    loopback
      .close()
      .then(() => office.close())
      .then(() => process.exit(0))
      .catch(fail)
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
  process.on('SIGHUP', end)
  process.on('disconnect', end)
  whenParentEnds(end)
}

function fail(error: unknown): void {
  process.stderr.write(`CastMatch cannot start. ${reasonFor(error)}\n`)
  process.exit(1)
}

function reasonFor(error: unknown): string {
  if (error instanceof CastMatchError || error instanceof StartFlagsError) return error.message
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return 'The port is taken by another program. Choose another with --port, or leave it out.'
  return `Something went wrong that CastMatch did not foresee; your data is kept. ${error instanceof Error ? error.stack : String(error)}`
}

await main().catch(fail)
