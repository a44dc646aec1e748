import { dirname } from 'node:path'
import { v7 as uuidV7 } from 'uuid'
import type { ImportKind } from '../../src-preload/contract/imports.ts'
import type { ProfileChoices, ProfilesRead } from '../../src-preload/contract/profiles.ts'
import type { ImportId, ImportResult, TalentId } from '../../src-preload/contract/talent.ts'
import type { WorkEvent } from '../../src-preload/contract/words.ts'
import { streamWork } from '../workers/stream.ts'
import { orNothing, type ImportParts } from './imports/imports.ts'
import type { ProfilesWork } from './profiles.worker.ts'
import type { TalentFileFormat } from './profiles/exportTalent.ts'
import type { Newcomers } from './profiles/newcomer.ts'
import { kindOfProfile, type OpenSource } from './profiles/readSource.ts'

/** How long a source may be read, in milliseconds; a file that takes longer is no résumé and no contact book. */
const timeLimitMs = 120_000

/**
 * Looks at who a source speaks of, in a worker; nothing is written.
 *
 * Throws PROFILE_UNREADABLE, EXPORT_NEWER, FILE_EMPTY, FILE_TOO_LARGE, FILE_UNREADABLE, SCRIPT_ENCRYPTED, TIME_LIMIT or CANCELLED.
 */
export function readNewcomers({ db, pool }: ImportParts, source: OpenSource, signal?: AbortSignal): AsyncGenerator<WorkEvent<ProfilesRead>, void, undefined> {
  const work: ProfilesWork = { kind: 'read', source: plainSource(source), folder: dirname(db.name) }
  return streamWork(signal, (onProgress, stop) => pool.run<ProfilesRead>('talent/profiles', work, { signal: stop, timeLimitMs, subject: nameOf(source), onProgress }))
}

/**
 * Takes the people of a source in, as one import that can be undone; cancelled or crashed, it leaves nothing behind.
 *
 * The source is read again, so that what is written is what stands in it, unless Claude read it: then `newcomers` is what it read. The caller wakes the indexer then. Throws as
 * {@link readNewcomers} does.
 */
export function takeNewcomers({ db, pool, now }: ImportParts, source: OpenSource, choices: ProfileChoices, { newcomers, signal }: { readonly newcomers?: Newcomers | undefined; readonly signal?: AbortSignal | undefined } = {}): AsyncGenerator<WorkEvent<ImportResult>, void, undefined> {
  const importId = uuidV7() as ImportId
  const work: ProfilesWork = { kind: 'take', source: plainSource(source), folder: dirname(db.name), choices, newcomers, as: kindOf(source), from: nameOf(source), at: now().toISOString(), importId }
  return streamWork(signal, (onProgress, stop) =>
    orNothing({ db, pool, now }, importId, pool.run<ImportResult>('talent/profiles', work, { signal: stop, timeLimitMs, subject: nameOf(source), onProgress })),
  )
}

/** The people of the book as a file, made in a worker. */
export async function exportPeople({ db, pool, now }: ImportParts, ids: readonly TalentId[] | null, format: TalentFileFormat): Promise<File> {
  const work: ProfilesWork = { kind: 'export', folder: dirname(db.name), ids, format, at: now().toISOString() }
  const bytes = await pool.run<Uint8Array>('talent/profiles', work, { timeLimitMs, subject: 'The export of the talent book' })
  return new File([new Uint8Array(bytes)], `castmatch-talent-${now().toISOString().slice(0, 10)}.${format}`, { type: mediaTypes[format] })
}

const mediaTypes: Readonly<Record<TalentFileFormat, string>> = {
  json: 'application/json', csv: 'text/csv;charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A source that crosses to a worker. */
export const plainSource = (source: OpenSource): OpenSource => (source.kind === 'message' ? source : { kind: 'files', files: source.files.map(({ name, size, path }) => ({ name, size, path })) })

const kindOf = (source: OpenSource): ImportKind => (source.kind === 'message' ? 'message' : kindOfProfile(source.files[0]?.name ?? ''))

/** What a source is called in records: the file, how many they are, or "a message". */
export function nameOf(source: OpenSource): string {
  if (source.kind === 'message') return 'a message'
  const [first] = source.files
  return source.files.length === 1 ? (first?.name ?? '') : `${first?.name ?? ''} and ${source.files.length - 1} more`
}
