import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { inTransaction } from '../../src-main/database/inTransaction.ts'
import { openDatabase, type Database } from '../../src-main/database/openDatabase.ts'
import { openEmbedder } from '../../src-main/embedding/embedder.ts'
import { openMediaFolder } from '../../src-main/media/mediaFolder.ts'
import { takeFile, type TakenFile } from '../../src-main/media/takeFile.ts'
import { writeMedia } from '../../src-main/talent/media/addMedia.ts'
import { createWorkerPool, type WorkerPool } from '../../src-main/workers/workerPool.ts'
import { drawnFace } from '../../tests/support/drawnFace.ts'
import { embedFirst, fillBook } from '../benchBook.ts'

/** How many different headshots are drawn, and how many people have the vector that the encoder gives. */
const [faces, truly] = [48, 120]

/**
 * Puts made people into an empty data folder, all of them known to the search by meaning, two of three with a headshot. For pictures and
 * measurements only.
 */
export async function seedFullBook(dataFolder: string, count: number): Promise<void> {
  const now = () => new Date()
  const db = openDatabase({ folder: dataFolder, now })
  const pool = createWorkerPool({ threads: 1 })
  try {
    const embedder = await openEmbedder(pool)
    fillBook(db, count, embedder, await embedFirst(embedder, Math.min(truly, count)))
    await giveHeadshots(db, dataFolder, pool)
  } finally {
    await pool.close()
    db.close()
  }
}

async function giveHeadshots(db: Database, dataFolder: string, pool: WorkerPool): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'castmatch-faces-'))
  const media = openMediaFolder(dataFolder)
  const taken: TakenFile[] = []
  try {
    for (let at = 0; at < faces; at++) {
      const bytes = drawnFace(at)
      const path = join(folder, `face-${at}.png`)
      writeFileSync(path, bytes)
      taken.push(await takeFile({ pool, media }, { name: `face-${at}.png`, path, size: bytes.length }))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const ids = db.prepare<[], TalentId>('SELECT id FROM talent WHERE row % 3 <> 0 ORDER BY row').pluck().all()
  inTransaction(db, () => {
    for (const [index, talentId] of ids.entries()) {
      const face = taken[(index * 7) % faces]
      if (face) writeMedia(db, 'headshot.png', face, { talentId, kind: 'headshot', source: 'made' }, new Date())
    }
  })
}
