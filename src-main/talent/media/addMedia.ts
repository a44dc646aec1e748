import { v7 as uuidV7 } from 'uuid'
import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import type { AddedMedia, MediaKind } from '../../../src-preload/contract/media.ts'
import type { MediaId, TalentId } from '../../../src-preload/contract/talent.ts'
import type { WorkEvent } from '../../../src-preload/contract/words.ts'
import { inTransaction } from '../../database/inTransaction.ts'
import type { Database } from '../../database/openDatabase.ts'
import { takeFile, type MediaParts, type TakenFile } from '../../media/takeFile.ts'
import type { OfficeFile } from '../../tickets/ticketKeeper.ts'
import { streamWork } from '../../workers/stream.ts'
import { fillMain } from './mainHeadshot.ts'
import { insertRow, isFileNamed, sameFileOf } from './mediaRows.ts'
import { getMedia } from './mediaStore.ts'

/** What adding works with. */
export interface AddMediaParts extends MediaParts {
  readonly db: Database
  readonly now: () => Date
}

/** To whom a file goes, as what where it is known, and where it came from. */
export interface MediaOwner {
  readonly talentId: TalentId
  readonly kind?: MediaKind | undefined
  readonly source: string
}

/**
 * Adds a file to a person: kept by its content first, written into the book after, so that a record never names half a file.
 *
 * The very file that the person has already is not added twice. Streams its progress. Throws NOT_FOUND where the person is not in the book, and what
 * `takeFile` throws.
 */
export function addMedia(parts: AddMediaParts, file: OfficeFile, owner: MediaOwner, signal?: AbortSignal): AsyncGenerator<WorkEvent<AddedMedia>, void, undefined> {
  return streamWork(signal, async (onProgress, stop) => {
    checkInBook(parts.db, owner.talentId)
    const taken = await takeFile(parts, file, { signal: stop, onProgress })
    try {
      const { id, alreadyThere } = inTransaction(parts.db, () => writeMedia(parts.db, file.name, taken, owner, parts.now()))
      return { media: getMedia(parts.db, parts.media, id), alreadyThere }
    } catch (error) {
      await forgetUnnamed(parts, [taken])
      throw error
    }
  })
}

/** Writes a kept file into the book, inside a transaction; gives the one that the person has where it is the same. Throws NOT_FOUND. */
export function writeMedia(db: Database, fileName: string, taken: TakenFile, { talentId, kind, source }: MediaOwner, now: Date): { readonly id: MediaId; readonly alreadyThere: boolean } {
  checkInBook(db, talentId)
  const same = sameFileOf(db, talentId, taken.sha256)
  if (same) return { id: same.id as MediaId, alreadyThere: true }
  const id = uuidV7() as MediaId
  insertRow(db, {
    id, talent_id: talentId, kind: kind ?? guessKind(taken, fileName), sha256: taken.sha256, file_name: fileName, bytes: taken.bytes, mime: taken.kind.mime,
    width: taken.seen?.width ?? null, height: taken.seen?.height ?? null, likeness: taken.seen?.likeness ?? null, source, added_at: now.toISOString(),
  })
  fillMain(db, talentId)
  return { id, alreadyThere: false }
}

/** Deletes files that were kept for a record that was never written; what any record names stays. */
export async function forgetUnnamed({ db, media }: AddMediaParts, taken: readonly TakenFile[]): Promise<void> {
  for (const { sha256, isNew } of taken) if (isNew && !isFileNamed(db, sha256)) await media.forget(sha256)
}

/** What a file most likely is: a picture a headshot, a video a self-tape unless it is called a reel, everything else a document. */
function guessKind({ kind }: TakenFile, fileName: string): MediaKind {
  if (kind.family === 'picture' || kind.family === 'closedPicture') return 'headshot'
  if (kind.family === 'document') return 'document'
  return /(show|demo)?reel/i.test(fileName) ? 'reel' : 'selfTape'
}

function checkInBook(db: Database, talentId: TalentId): void {
  const found = db.prepare('SELECT 1 FROM talent WHERE id = ? AND removed_at IS NULL').get(talentId)
  if (found === undefined) throw new CastMatchError('NOT_FOUND', { subject: 'This person' })
}
