import { decideProposal } from '../roles/decideProposal.ts'
import { mergeRoles, splitRole, unmergeRole } from '../roles/mergeRoles.ts'
import * as roles from '../roles/roleStore.ts'
import { speakingRoles } from '../roles/speakingRoles.ts'
import { dismissMerge, suggestedMerges } from '../roles/suggestedMerges.ts'
import type { OfficeParts } from './officeParts.ts'
import type { Os } from './os.ts'

/** Binds the procedures of `roles` to the office. */
export function bindRoles(os: Os, { db, now }: OfficeParts) {
  return {
    list: os.roles.list.handler(({ input }) => roles.listRoles(db, input.productionId)),
    speaking: os.roles.speaking.handler(({ input }) => speakingRoles(db, input.scriptId)),
    get: os.roles.get.handler(({ input }) => roles.getRole(db, input.id)),
    update: os.roles.update.handler(({ input }) => roles.updateRole(db, input.id, input.change)),
    decideProposal: os.roles.decideProposal.handler(({ input }) => decideProposal(db, input)),
    merge: os.roles.merge.handler(({ input }) => mergeRoles(db, input.into, input.from)),
    unmerge: os.roles.unmerge.handler(({ input }) => unmergeRole(db, input.id)),
    suggestedMerges: os.roles.suggestedMerges.handler(({ input }) => suggestedMerges(db, input.productionId)),
    dismissMerge: os.roles.dismissMerge.handler(({ input }) => {
      dismissMerge(db, input, now())
      return {}
    }),
    split: os.roles.split.handler(({ input }) => splitRole(db, input, now())),
    remove: os.roles.remove.handler(({ input }) => {
      roles.removeRole(db, input.id, now())
      return {}
    }),
    restore: os.roles.restore.handler(({ input }) => roles.restoreRole(db, input.id)),
  }
}
