import type { ProfileChoices } from '../../src-preload/contract/profiles.ts'
import type { ImportKind } from '../../src-preload/contract/imports.ts'
import type { ImportId, TalentId } from '../../src-preload/contract/talent.ts'
import type { Progress } from '../../src-preload/contract/words.ts'
import { joinDatabase } from '../database/openDatabase.ts'
import { workerTask } from '../workers/workerTask.ts'
import { exportTalent, type TalentFileFormat } from './profiles/exportTalent.ts'
import { chosen, propose } from './profiles/propose.ts'
import type { Newcomers } from './profiles/newcomer.ts'
import { readSource, type OpenSource } from './profiles/readSource.ts'
import { takeIn } from './sheet/takeIn.ts'

/** What the worker of profiles is given. */
export type ProfilesWork =
  | { readonly kind: 'read' | 'newcomers'; readonly source: OpenSource; readonly folder: string }
  | { readonly kind: 'propose'; readonly newcomers: Newcomers; readonly folder: string }
  | { readonly kind: 'take'; readonly source: OpenSource; readonly folder: string; readonly choices: ProfileChoices; readonly newcomers?: Newcomers | undefined; readonly as: ImportKind; readonly from: string; readonly at: string; readonly importId: ImportId }
  | { readonly kind: 'export'; readonly folder: string; readonly ids: readonly TalentId[] | null; readonly format: TalentFileFormat; readonly at: string }

const reportEvery = 100

export default workerTask(async (work: ProfilesWork, report: (progress: Progress) => void) => {
  const read = async (source: OpenSource) => readSource(source, (done, total) => report({ kind: 'progress', stage: 'Reading', done, total }))
  // Everything is read before the book is opened, so that others wait for the writing alone.
  const newcomers = work.kind === 'export' ? null : 'newcomers' in work && work.newcomers ? work.newcomers : 'source' in work ? await read(work.source) : null
  if (work.kind === 'newcomers') return newcomers
  const db = joinDatabase(work.folder, { readonly: work.kind !== 'take' })
  try {
    if (work.kind === 'export') return await exportTalent(db, work.ids, work.format, new Date(work.at))
    if (newcomers === null) return null
    if (work.kind !== 'take') return propose(db, newcomers)
    const { people, bad } = chosen(db, newcomers, work.choices)
    return takeIn(db, { people, bad }, {
      id: work.importId, kind: work.as, source: work.from, fileName: work.source.kind === 'files' ? work.from : '', at: work.at,
      onRow: done => {
        if (done % reportEvery === 0 || done === people.length) report({ kind: 'progress', stage: 'Taking people in', done, total: people.length })
      },
    })
  } finally {
    db.close()
  }
})
