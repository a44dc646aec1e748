import { keepDraft } from '../drafts/newDraft.ts'
import { makeRolesFromScript } from '../roles/makeRoles.ts'
import type { ScriptImportParts } from '../scripts/importScript.ts'
import type { OfficeParts } from './officeParts.ts'

/** Gives what scripts are taken in with: who is kept as a script gets its roles and its draft. */
export const scriptPartsOf = ({ db, pool, media, now }: OfficeParts): ScriptImportParts => ({
  db, pool, media, now,
  onKept: (productionId, scriptId, read) => {
    makeRolesFromScript(db, productionId, scriptId, read.reading, read.elements, now())
    return keepDraft(db, productionId, scriptId, read)
  },
})
