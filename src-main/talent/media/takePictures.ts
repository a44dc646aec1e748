import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import type { PictureChoice, TakenPictures } from '../../../src-preload/contract/media.ts'
import type { TalentId } from '../../../src-preload/contract/talent.ts'
import type { WorkEvent } from '../../../src-preload/contract/words.ts'
import { inTransaction } from '../../database/inTransaction.ts'
import type { Database } from '../../database/openDatabase.ts'
import { takeFile, type TakenFile } from '../../media/takeFile.ts'
import { fold } from '../../spelling/folding.ts'
import type { OfficeFile } from '../../tickets/ticketKeeper.ts'
import { streamWork } from '../../workers/stream.ts'
import { createTalent, removeTalentFrom } from '../talentStore.ts'
import { forgetUnnamed, writeMedia, type AddMediaParts } from './addMedia.ts'
import type { MediaRow } from './mediaRows.ts'
import { hideRow } from './mediaStore.ts'

type Choice = Omit<PictureChoice, 'ticket'> & { readonly file: OfficeFile }

/** A picture that is kept and waits to be written for its person. */
type Kept = { readonly choice: Choice; readonly taken: TakenFile }

/**
 * Takes headshots in, each for its person or for a new one: all files are kept first, then all records written in one transaction.
 *
 * A file that cannot be kept (its kind, its size, damaged) is left out with its reason; a full disk, a cancel or a failure leaves nothing at all.
 * Streams how many are done.
 */
export function takePictures(parts: AddMediaParts, choices: readonly Choice[], signal?: AbortSignal): AsyncGenerator<WorkEvent<TakenPictures>, void, undefined> {
  return streamWork(signal, async (onProgress, stop) => {
    const kept: Kept[] = []
    const failed: { fileName: string; reason: string }[] = []
    try {
      for (const [index, choice] of choices.entries()) {
        onProgress({ kind: 'progress', stage: 'Taking headshots in', done: index, total: choices.length })
        try {
          kept.push({ choice, taken: await takeFile(parts, choice.file, { signal: stop }) })
        } catch (error) {
          if (!isOfOneFile(error)) throw error
          failed.push({ fileName: choice.file.name, reason: error.message })
        }
      }
      const batch = `headshots by name, ${parts.now().toISOString().replace('T', ' ').replace(/\.\d+Z/, ' UTC')}`
      return { batch, ...inTransaction(parts.db, () => writeAll(parts.db, kept, batch, parts.now)), failed }
    } catch (error) {
      await forgetUnnamed(parts, kept.map(({ taken }) => taken))
      throw error
    }
  })
}

/**
 * Takes back what one taking-in added: its pictures, and the new people, whose records are kept out of sight as every removed one.
 *
 * A second time it finds nothing.
 */
export function undoPictures(db: Database, batch: string, now: Date): { readonly pictures: number; readonly people: number } {
  return inTransaction(db, () => {
    const rows = db.prepare<[string], MediaRow>('SELECT * FROM talent_media WHERE source = ? AND removed_at IS NULL').all(batch)
    for (const row of rows) hideRow(db, row, now)
    const people = Number(db.prepare('SELECT count(*) FROM talent WHERE source = ? AND removed_at IS NULL').pluck().get(batch))
    removeTalentFrom(db, batch, now)
    return { pictures: rows.length, people }
  })
}

function writeAll(db: Database, kept: readonly Kept[], batch: string, now: () => Date): Omit<TakenPictures, 'batch' | 'failed'> {
  const newPeople = new Map<string, TalentId>()
  const ownerOf = ({ talentId, newName }: Choice): TalentId => {
    if (talentId !== undefined) return talentId
    if (newName === undefined) throw new CastMatchError('INVALID_INPUT', { subject: 'A picture', detail: 'it belongs to nobody' })
    const known = newPeople.get(fold(newName))
    if (known !== undefined) return known
    const { id } = createTalent(db, { name: newName }, { modelId: '', now, source: batch })
    newPeople.set(fold(newName), id)
    return id
  }
  let added = 0
  for (const { choice, taken } of kept) {
    const written = writeMedia(db, choice.file.name, taken, { talentId: ownerOf(choice), kind: 'headshot', source: batch }, now())
    if (!written.alreadyThere) added += 1
  }
  return { added, people: newPeople.size, alreadyThere: kept.length - added }
}

const isOfOneFile = (error: unknown): error is CastMatchError =>
  error instanceof CastMatchError && ['MEDIA_KIND_UNKNOWN', 'MEDIA_TOO_LARGE', 'FILE_EMPTY', 'FILE_UNREADABLE', 'TIME_LIMIT'].includes(error.code)
