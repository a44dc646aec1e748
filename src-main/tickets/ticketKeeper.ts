import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { receiveFile } from './receiveFile.ts'

/** Bytes of the largest file that may be uploaded, a long self-tape; each kind of file has a limit of its own. */
export const largestUpload = 4 * 1024 ** 3

/** Milliseconds a ticket is good for after it was last used. */
export const ticketLife = 60 * 60 * 1000

/** A file that was handed to the office: its name in the user's words, its size in bytes and where it lies. */
export interface OfficeFile {
  readonly name: string
  readonly size: number
  readonly path: string
}

/** Keeps the files that the doors hand to the office, each under an unguessable ticket. */
export interface TicketKeeper {
  /** A ticket for the user's own file, which is never copied or deleted. Throws FILE_MISSING where there is no such file. */
  forPath(path: string): string
  /**
   * Takes a file in piece by piece and gives its ticket.
   *
   * Throws FILE_TOO_LARGE past the limit, DISK_FULL, or the source's own failure; the half file is removed.
   */
  receive(name: string, pieces: AsyncIterable<Uint8Array>): Promise<string>
  /** The file of a ticket, good for another hour. Throws TICKET_UNKNOWN where it is not known, too old, or its file is gone. */
  open(ticket: string): OfficeFile
  /** Forgets the tickets that are past their life and deletes their uploads; runs by itself every minute. */
  sweep(): void
  /** Forgets every ticket and deletes every upload. */
  close(): void
}

type Entry = { readonly name: string; readonly path: string; readonly uploaded: boolean; lastUsed: number }

/**
 * Opens the keeper on a folder of its own, `incoming/` of the data folder; what an earlier run left there is deleted.
 * @param options.folder made where it is missing; nothing else may keep files there
 * @param options.limit bytes of the largest upload; {@link largestUpload} where it is left out
 */
export function createTicketKeeper(options: { readonly folder: string; readonly now?: () => Date; readonly limit?: number }): TicketKeeper {
  const { folder, now = () => new Date(), limit = largestUpload } = options
  const entries = new Map<string, Entry>()
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })

  const issue = (entry: Omit<Entry, 'lastUsed'>) => {
    const ticket = randomBytes(24).toString('base64url')
    entries.set(ticket, { ...entry, lastUsed: now().getTime() })
    return ticket
  }
  const forget = (ticket: string, entry: Entry) => {
    entries.delete(ticket)
    if (entry.uploaded) discard(entry.path)
  }
  const sweep = () => {
    for (const [ticket, entry] of entries) if (now().getTime() - entry.lastUsed > ticketLife) forget(ticket, entry)
  }
  const sweeping = setInterval(sweep, 60_000).unref()

  return {
    forPath: path => {
      if (!isFile(path)) throw new CastMatchError('FILE_MISSING', { subject: shownName(path) })
      return issue({ name: shownName(path), path, uploaded: false })
    },
    receive: async (name, pieces) => {
      const path = join(folder, randomBytes(16).toString('hex'))
      await receiveFile(path, shownName(name), pieces, limit)
      return issue({ name: shownName(name), path, uploaded: true })
    },
    open: ticket => {
      sweep()
      const entry = entries.get(ticket)
      if (entry === undefined) throw new CastMatchError('TICKET_UNKNOWN')
      if (!existsSync(entry.path)) {
        forget(ticket, entry)
        throw new CastMatchError('TICKET_UNKNOWN', { subject: entry.name })
      }
      entry.lastUsed = now().getTime()
      return { name: entry.name, size: statSync(entry.path).size, path: entry.path }
    },
    sweep,
    close: () => {
      clearInterval(sweeping)
      entries.clear()
      discard(folder)
    },
  }
}

/** Windows deletes no file that is open somewhere: what stays is deleted at the next start. */
function discard(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    return
  }
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true

/** The last part of a name, whichever slash its maker used, without control characters; never empty, at most 255 characters. */
function shownName(name: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is taken out
  const last = basename(name.replaceAll('\\', '/')).replaceAll(/[\u0000-\u001f\u007f]/g, '').trim()
  return last === '' ? 'file' : last.slice(-255)
}
