import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { CastMatchError } from '../../src-preload/contract/errors.ts'
import { inOffice } from './office.ts'
import type { Terminal } from './terminal.ts'

/** How the book is exported. */
export interface ExportOptions {
  readonly data: string
  readonly json: boolean
}

/** `castmatch export FILE`: writes everybody into a new file, JSON, CSV or XLSX by its ending; one that is there already is never overwritten. */
export async function exportPeople(file: string, { data, json }: ExportOptions, terminal: Terminal): Promise<void> {
  const ending = extname(file).slice(1).toLowerCase()
  if (ending !== 'json' && ending !== 'csv' && ending !== 'xlsx') throw new CastMatchError('INVALID_INPUT', { subject: 'The export', detail: 'name a file that ends in .json, .csv or .xlsx' })
  if (existsSync(resolve(file))) throw thereAlready(file)
  return inOffice(data, async ({ client }) => {
    const made = await client.profiles.export({ ids: null, format: ending })
    const bytes = new Uint8Array(await made.arrayBuffer())
    await writeFile(resolve(file), bytes, { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
      throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? thereAlready(file) : error
    })
    terminal.out(json ? `${JSON.stringify({ file, bytes: bytes.byteLength })}\n` : `${file} written\n`)
  })
}

const thereAlready = (file: string): CastMatchError => new CastMatchError('INVALID_INPUT', { subject: 'The export', detail: `${file} is there already` })
