import { CastMatchError } from '../../../src-preload/contract/errors.ts'
import type { Media, MediaChange } from '../../../src-preload/contract/media.ts'
import type { MediaId, TalentId } from '../../../src-preload/contract/talent.ts'
import { inTransaction } from '../../database/inTransaction.ts'
import type { Database } from '../../database/openDatabase.ts'
import type { MediaFolder } from '../../media/mediaFolder.ts'
import { fillMain, mayBeMain, setMain } from './mainHeadshot.ts'
import { mediaOf, readRow, rowsOf, sameFileOf, type MediaRow } from './mediaRows.ts'

/** The files of a person, each with whether the media folder still has it. Throws NOT_FOUND where the person is not in the book. */
export function listMedia(db: Database, media: MediaFolder, talentId: TalentId): Media[] {
  if (db.prepare('SELECT 1 FROM talent WHERE id = ? AND removed_at IS NULL').get(talentId) === undefined) throw new CastMatchError('NOT_FOUND', { subject: 'This person' })
  return rowsOf(db, talentId).map(row => shown(media, row))
}

/** One file, removed or not. Throws NOT_FOUND. */
export const getMedia = (db: Database, media: MediaFolder, id: MediaId): Media => shown(media, known(db, id, { withRemoved: true }))

/**
 * Changes what is said of a file; what is left out stays.
 *
 * A main headshot that becomes something else steps back for the next one. Throws NOT_FOUND, or INVALID_INPUT where what is no headshot, or cannot be
 * shown, is to stand for the person.
 */
export function updateMedia(db: Database, media: MediaFolder, id: MediaId, change: MediaChange): Media {
  inTransaction(db, () => {
    const row = known(db, id)
    const next: MediaRow = { ...row, kind: change.kind ?? row.kind, caption: change.caption ?? row.caption, taken_on: change.takenOn === undefined ? row.taken_on : change.takenOn }
    if (change.isMain && !mayBeMain(next)) throw new CastMatchError('INVALID_INPUT', { subject: row.file_name, detail: 'only a headshot that can be shown stands for a person' })
    db.prepare('UPDATE talent_media SET kind = ?, caption = ?, taken_on = ? WHERE row = ?').run(next.kind, next.caption, next.taken_on, row.row)
    if (change.isMain) setMain(db, row)
    else if (row.is_main === 1 && !mayBeMain(next)) db.prepare('UPDATE talent_media SET is_main = 0 WHERE row = ?').run(row.row)
    fillMain(db, row.talent_id)
  })
  return getMedia(db, media, id)
}

/** Takes a file off its person; it can be restored, and the next headshot stands for the person meanwhile. Throws NOT_FOUND. */
export function removeMedia(db: Database, id: MediaId, now: Date): void {
  inTransaction(db, () => hideRow(db, known(db, id), now))
}

/** Takes the file of a row off its person; inside a transaction. */
export function hideRow(db: Database, { row, talent_id }: MediaRow, now: Date): void {
  db.prepare('UPDATE talent_media SET removed_at = ? WHERE row = ?').run(now.toISOString(), row)
  fillMain(db, talent_id)
}

/**
 * Brings a removed file back, as the main headshot where it was; nothing happens where it is there.
 *
 * Throws NOT_FOUND for an unknown id, and CONFLICT where the same file was added again meanwhile.
 */
export function restoreMedia(db: Database, media: MediaFolder, id: MediaId): Media {
  inTransaction(db, () => {
    const row = known(db, id, { withRemoved: true })
    if (row.removed_at === null) return
    if (sameFileOf(db, row.talent_id, row.sha256)) throw new CastMatchError('CONFLICT', { subject: row.file_name, detail: 'the same file was added again' })
    const wasMain = row.is_main === 1 && mayBeMain(row)
    if (wasMain) db.prepare('UPDATE talent_media SET is_main = 0 WHERE talent_id = ? AND row <> ?').run(row.talent_id, row.row)
    db.prepare('UPDATE talent_media SET removed_at = NULL WHERE row = ?').run(row.row)
    fillMain(db, row.talent_id)
  })
  return getMedia(db, media, id)
}

const shown = (media: MediaFolder, row: MediaRow): Media => mediaOf(row, media.find(row.sha256) !== null)

function known(db: Database, id: MediaId, { withRemoved = false } = {}): MediaRow {
  const row = readRow(db, id)
  if (!row || (row.removed_at !== null && !withRemoved)) throw new CastMatchError('NOT_FOUND', { subject: 'This file' })
  return row
}
