import { changeDraft, compareInWorker, listDraftLines } from '../drafts/draftStore.ts'
import { acceptRename, dismissRename, undoRename } from '../drafts/renames.ts'
import { readSideBySide } from '../drafts/sideBySide.ts'
import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'

/** Binds the procedures of `drafts` to the office. */
export function bindDrafts(os: Os, { db, pool, now }: OfficeParts) {
  return {
    list: os.drafts.list.handler(({ input }) => listDraftLines(db, input.productionId)),
    set: os.drafts.set.handler(({ input }) => changeDraft(db, input.scriptId, input.change)),
    compare: os.drafts.compare.handler(({ input, signal }) => compareInWorker({ db, pool }, input, signal)),
    sideBySide: os.drafts.sideBySide.handler(({ input }) => readSideBySide(db, input)),
    acceptRename: os.drafts.acceptRename.handler(({ input }) => acceptRename(db, input)),
    undoRename: os.drafts.undoRename.handler(({ input }) => undoRename(db, input)),
    dismissRename: os.drafts.dismissRename.handler(({ input }) => {
      dismissRename(db, input, now())
      return {}
    }),
  }
}
