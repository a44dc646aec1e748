import { openBreakdowns } from '../roles/breakdowns.ts'
import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'

/** Binds the procedures of `breakdowns` to the office. */
export function bindBreakdowns(os: Os, { db, claude, pool, now }: OfficeParts) {
  const breakdowns = openBreakdowns({ db, pool, now, claude })
  return {
    get: os.breakdowns.get.handler(({ input }) => breakdowns.get(input.roleId)),
    edit: os.breakdowns.edit.handler(({ input }) => breakdowns.edit(input.roleId, input.text)),
    resetToDraft: os.breakdowns.resetToDraft.handler(({ input }) => breakdowns.resetToDraft(input.roleId)),
    undoReset: os.breakdowns.undoReset.handler(({ input }) => breakdowns.undoReset(input.roleId)),
    keepEdited: os.breakdowns.keepEdited.handler(({ input }) => breakdowns.keepEdited(input.roleId)),
    draft: os.breakdowns.draft.handler(({ input, signal }) => breakdowns.draft(input, signal)),
    flag: os.breakdowns.flag.handler(({ input }) => breakdowns.flag(input.roleId, input.flag, input.said)),
  }
}
